#include "who/countries_of_bodies.h"

#include "who/office_places.h"

#include <map>
#include <string>

namespace dragoman {

namespace {

// Of the capital or, where the report names its country, the town that a name begins with or has behind "of".
std::string country_in_name(const EntityBuilder& b, TokenSpan name) {
  constexpr TokenIndex kLongestTown = 2;
  for (TokenIndex t = name.begin; t + 1 < name.end || t == name.begin; ++t) {
    if (t > name.begin && b.parse[t - 1].lower != "of") continue;
    const auto seat = b.who.seats.longest(b.parse, b.story.text, t);
    if (seat && seat->end <= name.end) return b.who.known[seat->value].country;
    for (TokenIndex size = kLongestTown; size > 0; --size) {
      if (t + size > name.end || (t == name.begin && t + size == name.end)) continue;
      const std::string country = country_of_town(b, {t, t + size});
      if (!country.empty() && b.countries_named().contains(country)) return country;
    }
  }
  return {};
}

}  // namespace

void give_countries_of_bodies(EntityBuilder& b) {
  std::map<Index, TokenSpan> names;
  for (const TokenMention& m : b.story.mentions) {
    if (m.kind == MentionKind::name && m.entities.size() == 1) names.try_emplace(m.entities[0], m.span);
  }
  for (Index e = 0; e < b.story.record.entities.size(); ++e) {
    if (b.entity(e).type != EntityType::person || b.entity(e).anonymous) continue;
    for (const Role& role : b.entity(e).roles) {
      if (!b.entity(e).country.empty() || !role.of || !names.contains(*role.of)) continue;
      Entity& body = b.entity(*role.of);
      if (body.type != EntityType::organisation || !b.notes[*role.of].known_code.empty()) continue;
      const std::string country = country_in_name(b, names[*role.of]);
      if (body.country.empty()) body.country = country;
      if (body.country == country) b.entity(e).country = country;
    }
  }
}

}  // namespace dragoman
