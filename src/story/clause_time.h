// The time of a clause whose own words tell none.
#pragma once

#include "story/story.h"
#include "text/by_word.h"

namespace dragoman {

/// The time of a past clause whose own words tell none, as what is told around it has it: the month, season or year of
/// the past act that it explains ("the talks failed in December after Chile left"), or, "at the time", the time that
/// was told last. Null where nothing tells.
const Time* time_around(const Story& story, TokenIndex clause, const WordSet& explains);

}  // namespace dragoman
