// What a minister is minister of, where the lexicon has no title for it: "Minister for Coastal Heritage", "Lakes
// Minister", and what other offices deal with: "Undersecretary for Trade".
#pragma once

#include "who/builder.h"

#include <string>

namespace dragoman {

/// The office in the report's words, in small letters where it is written so: "minister for Coastal Heritage", "lakes
/// minister"; just the title where nothing says of what.
std::string office_with_portfolio(const EntityBuilder& b, const Title& known, const std::string& title,
                                  TokenSpan words);

/// "trade", "Justice": a word that the lexicon has with "minister" behind it.
bool is_ministers_field(const EntityBuilder& b, TokenIndex t);

/// "minister of Justice and Harbours" is the justice minister as well.
bool includes_portfolio(const std::string& title, const std::string& office);

/// "education minister", "minister for Coastal Heritage".
bool has_portfolio(const std::string& title);

}  // namespace dragoman
