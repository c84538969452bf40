// Lists of people whose names stand behind their offices: "Trade Minister Ana Paz, head of the Ports Agency Karl Moser
// and the mayor of Bergen Petra Lund".
#pragma once

#include "language/parse.h"
#include "story/story.h"

namespace dragoman {

/// The parser takes such a list for appositions, or hangs a name on the office before it. With the names known, all
/// members are coordinated with the first, within a sentence, between commas, semicolons and conjunctions; a list is of
/// three or more, or has a conjunction. `parse`: the one that the story is read from.
void mend_people_lists(const Story& story, Parse& parse);

}  // namespace dragoman
