// How a position was found, as clues for its confidence: the clause that its word stands in, and the word for its
// holder.
#pragma once

#include "positions/holders.h"
#include "positions/wording.h"
#include "story/story.h"

#include <string>
#include <vector>

namespace dragoman {

/// What `--explain` says of a position beside its stance: "clause: relative", "holder by: a name".
std::vector<std::string> clues_of_position(const Story& story, TokenIndex where, const Matter& matter,
                                           const Held& held);

}  // namespace dragoman
