// "the two", "the pair", which refer back to two who were named together.
#pragma once

#include "who/builder.h"

namespace dragoman {

/// Mentions "the two" or "the pair" at its last word, where it refers back to two.
bool resolve_two(EntityBuilder& b, TokenIndex t);

}  // namespace dragoman
