// Lists of tokens, and the nouns above one, as the argument reader needs them.
#pragma once

#include "language/syntax.h"

#include <algorithm>
#include <initializer_list>

namespace dragoman {

/// Adds those that the list does not have.
inline void add_tokens(Tokens& list, const Tokens& more) {
  for (const TokenIndex t : more) {
    if (std::find(list.begin(), list.end(), t) == list.end()) list.push_back(t);
  }
}

/// The nouns further up from a word, the nearest first, as long as the links are of these kinds.
inline Tokens nouns_above(const Parse& parse, TokenIndex t, int steps, std::initializer_list<Relation> links) {
  Tokens out;
  for (; steps > 0 && parse[t].head != t; --steps) {
    if (std::find(links.begin(), links.end(), parse[t].relation) == links.end()) break;
    t = parse[t].head;
    if (parse[t].pos == Pos::noun) out.push_back(t);
  }
  return out;
}

}  // namespace dragoman
