// Definite descriptions of whom the story is just about: "the Nobel laureate", "the 44-year-old economist", "the
// Frenchman", "the diplomat" of an ambassador.
#pragma once

#include "who/builder.h"

#include <functional>
#include <string>
#include <string_view>

namespace dragoman {

/// The phrase that a description is of: its noun, the country that its words name (or none), and whether somebody of a
/// country can be meant, by the parts of the world that it names.
struct Description {
  TokenIndex noun = 0;
  std::string country;
  std::function<bool(const std::string& country)> may_be_of;
};

/// Whether two CAMEO roles may be those of one person: who leads a party or is in the government sits in parliament as
/// well.
bool may_be_one(const std::string& x, const std::string& y);

/// Whether the noun is of a man and the person a woman, or the other way round.
bool is_of_other_gender(const EntityBuilder& b, Index person, std::string_view noun);

/// Whether the token is subject of a verb of speech.
bool speaks(const EntityBuilder& b, TokenIndex t);

/// Whether the person is subject of the verb that takes `t`, or of a clause above it: "Paz met the economist", "Paz
/// said the economist was right".
bool tells_or_does(const EntityBuilder& b, Index person, TokenIndex t);

/// "The candidate" is not the chairman of a campaign or party.
bool holds_another_party_office(const EntityBuilder& b, Index person, const std::string& title);

/// "the second witness", "the other lawmaker"
bool is_one_of_many(const Parse& parse, TokenIndex noun);

/// Whether the phrase is of whoever will, would or should do something: "The nominee will need votes".
bool is_yet_to_be(const Parse& parse, TokenIndex noun);

/// Whether the phrase tells an age: "the 44-year-old economist".
bool tells_age(const Parse& parse, TokenIndex noun);

/// Who is meant by a noun of people, or by a word for one of a people; kNone where that is open.
Index whom_it_describes(const EntityBuilder& b, const Description& description);

/// The one person by name whom the sentence before has as a subject, where the noun is a subject as well.
Index whom_it_tells_of(const EntityBuilder& b, TokenIndex noun, const std::string& country);

/// Mentions "the 68-year-old", an age that stands for whoever is of it.
bool resolve_age(EntityBuilder& b, TokenIndex t);

}  // namespace dragoman
