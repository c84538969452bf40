// Phrases beside a name that may say what somebody is: "Ivanov, the foreign minister of Russia," and "the Russian
// foreign minister, Ivanov".
#pragma once

#include "language/syntax.h"
#include "who/builder.h"

namespace dragoman {

/// Their nouns, where a semicolon does not part them from the name.
Tokens phrases_beside(const EntityBuilder& b, const TokenMention& mention);

/// "aides" of "one of the president's aides", where the token is that "one"; else the token.
TokenIndex one_of_several(const Parse& parse, TokenIndex t);

}  // namespace dragoman
