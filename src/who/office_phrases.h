// Phrases beside a name that may say what somebody is: "Ivanov, the foreign minister of Russia," and "the Russian
// foreign minister, Ivanov".
#pragma once

#include "language/syntax.h"
#include "who/builder.h"

namespace dragoman {

/// Their nouns, where a semicolon does not part them from the name.
Tokens phrases_beside(const EntityBuilder& b, const TokenMention& mention);

}  // namespace dragoman
