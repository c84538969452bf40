// Clauses behind a noun phrase, hung on the noun that their verb is said of: "a suit against Mali filed by Togo".
#pragma once

#include "language/parse.h"

#include <functional>

namespace dragoman {

/// The parser hangs a participle or a relative clause on the noun right before it, which often only belongs to the noun
/// that is meant: in "a suit against Mali filed by Togo" the suit was filed. Where `is_done_to(verb, noun)` does not
/// hold for the nearest noun and holds for one that it belongs to, the clause goes to the latter. Only clauses whose
/// verb is done to what they are about are looked at.
void mend_attached_clauses(Parse& parse, const std::function<bool(const Token& verb, const Token& noun)>& is_done_to);

}  // namespace dragoman
