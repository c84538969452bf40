// Places that tell of which country somebody in office is: "Ohio Governor Paz", "the mayor of Sligo, Ana Paz",
// "Ana Paz (D-Ohio)".
#pragma once

#include "gazetteer/place_words.h"
#include "who/builder.h"

#include <string>

namespace dragoman {

/// The country of the most populous place of a name, if no other country has one nearly as large.
std::string country_of_town(const EntityBuilder& b, TokenSpan name);

/// The country of a place by its name: of the state or city that the lexicon has, else the one of those that the report
/// names that alone has such a town, else as country_of_town says.
std::string likely_country_of_place(const EntityBuilder& b, TokenSpan name);

/// The country of a state of the lexicon, or of a city of that name, if no other country has one nearly as large.
std::string country_of_city(const EntityBuilder& b, TokenSpan name);

/// The part of a federation that is called so, or written so behind a comma: "Ohio", "N.J.", "NH"; null for none.
const KnownPlace* state_called(const WhereLexicon& where, const std::string& words);

/// The country of the part of a federation that is called so, or written so behind a comma: "Ohio", "N.J.", "NH".
std::string country_of_state(const EntityBuilder& b, TokenSpan name);

/// The country of the place, a state's or of the countries that the report names the only one that has such a town,
/// that stands before the title or behind it and "of"; empty where none does.
std::string country_of_office_place(const EntityBuilder& b, TokenSpan title);

/// The name of the state that stands before the title or behind it and "of": "Ohio" of "Ohio Governor Paz", "Texas" of
/// "the Democratic senator from Texas"; empty where none does.
std::string state_of_office(const EntityBuilder& b, TokenSpan title);

/// The same of the state behind a name in brackets or between commas: "Vermont" of "Ana Paz (I-Vt.)".
std::string state_of_constituency(const EntityBuilder& b, TokenIndex behind_name);

/// The country of the place that stands behind a name in brackets or between commas with a party's letters: "(D-Ohio)",
/// "R-Utah,"; of a state in brackets alone as well: "(Ohio)".
std::string country_of_constituency(const EntityBuilder& b, TokenIndex behind_name);

}  // namespace dragoman
