// Whom words are addressed to that name nobody: "in talks with Ana, Bo called for progress" calls on Ana.
#pragma once

#include "events/arguments.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

/// True of what is done by saying or writing it, so that somebody is spoken to.
bool is_spoken(const EventFrame& frame);

/// The other party of the meeting or message in which the verb's clause stands, or whom the verb above calls, tells or
/// writes to ("called him to explain it"); without the actors themselves.
std::vector<Index> addressees(const Story& story, const Arguments& arguments, const EventLexicon& lexicon,
                              TokenIndex verb, const std::vector<Index>& actors);

}  // namespace dragoman
