// Clauses of what is told, hung on the verb that tells it: "warned in a letter that the road would close".
#pragma once

#include "language/parse.h"

#include <functional>

namespace dragoman {

/// The parser hangs a clause with "that" on the words in which it is told: in "warned in a letter to the council that
/// the road would close" on the letter. It goes to the verb, where that has no other clause of its own.
/// `tells(verb, with_object)`: say, warn; with an object, only those to whom one tells something.
/// `is_message(noun)`: letter, statement, interview.
void mend_told_clauses(Parse& parse, const std::function<bool(const Token& verb, bool with_object)>& tells,
                       const std::function<bool(const Token& noun)>& is_message);

}  // namespace dragoman
