// What the answers of syntax.h share about auxiliaries.
#pragma once

#include "language/syntax.h"

namespace dragoman {

/// "has", "was" … hang on the verb itself, and not on one that it is coordinated with.
inline bool has_own_auxiliary(const Parse& parse, TokenIndex verb) {
  return child_of(parse, verb, Relation::aux) != kNoToken || child_of(parse, verb, Relation::auxpass) != kNoToken;
}

}  // namespace dragoman
