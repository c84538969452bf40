// Going through the words of a story that speak of countries.
#pragma once

#include "who/builder.h"

#include <algorithm>

namespace dragoman {

/// Calls f(span, known, seat) for each name of a country, word for its people and seat of government, in text order:
/// `known` is the index of the country in `who.known`, `seat` the match of a seat of government, or nothing. What f
/// takes (returns true for) is gone over as a whole.
template <class F>
void each_country_word(const EntityBuilder& b, const F& f) {
  for (TokenIndex t = 0; t < b.parse.size(); ++t) {
    TokenIndex end = t + 1;
    const std::uint32_t country = b.country_at(t, &end);
    const auto seat = country == EntityBuilder::kNone ? b.who.seats.longest(b.parse, b.story.text, t) : std::nullopt;
    if (country == EntityBuilder::kNone && !seat) continue;
    if (seat) end = seat->end;
    if (f(TokenSpan{t, end}, seat ? seat->value : country, seat)) t = std::max(end, t + 1) - 1;
  }
}

/// Calls f(place) for the names of other places: towns and parts of countries.
template <class F>
void each_other_place(const EntityBuilder& b, const F& f) {
  for (const TokenSpan place : b.story.place_names) {
    if (!b.who.seats.find(b.words(place)) && b.country_at(place.begin) == EntityBuilder::kNone) f(place);
  }
}

/// Whether one of the words names a country or its people: "the Chilean Senate".
inline bool names_country(const EntityBuilder& b, TokenSpan words) {
  for (TokenIndex t = words.begin; t < words.end; ++t) {
    if (b.country_at(t) != EntityBuilder::kNone) return true;
  }
  return false;
}

}  // namespace dragoman
