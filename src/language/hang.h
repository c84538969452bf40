// Giving a token of a parse another head.
#pragma once

#include "language/parse.h"

namespace dragoman {

/// Hangs the token on another; `link` is called when all are settled.
inline void hang(Token& token, TokenIndex head, Relation relation, LabelText label) {
  token.head = head;
  token.relation = relation;
  token.relation_label = label;
}

}  // namespace dragoman
