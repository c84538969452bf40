// Whether what a time expression dates lies behind or ahead, by the clause that it stands in.
#pragma once

#include "language/parse.h"
#include "when/words.h"

namespace dragoman {

enum class Direction : std::uint8_t { past, future };

/// "was seen Friday" → past; "will meet Friday", "is to meet", "was scheduled for Friday", "until Friday" → future.
Direction direction(const Parse& parse, const TimeWords& words, TokenIndex at);

}  // namespace dragoman
