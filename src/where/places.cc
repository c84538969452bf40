#include "where/places.h"

#include "story/retract.h"
#include "where/candidates.h"
#include "where/home.h"
#include "where/mentions.h"
#include "where/resolve.h"

#include <algorithm>
#include <map>

namespace dragoman {

namespace {

Place as_place(const PlaceCandidate& from) {
  Place to;
  to.name = from.name;
  to.country = from.country;
  to.lat = from.lat;
  to.lon = from.lon;
  if (from.geonames_id != 0) to.geonames_id = from.geonames_id;
  return to;
}

/// The country of the entity that the words are a mention of, if that is a country.
std::string_view country_at(const Story& story, TokenIndex t) {
  for (const Index e : story.entities_at(t)) {
    if (story.record.entities[e].type == EntityType::country) return story.record.entities[e].country;
  }
  return {};
}

/// Whether a country or its seat that acts is in truth another place of the name: "Paris police" in Texas.
bool is_another_place(const Story& story, const PlaceMention& mention, const PlaceCandidate& place) {
  const std::string_view country = country_at(story, mention.span.begin);
  return !place.is_country && !place.is_open && !place.is_other_name && place.country != country;
}

/// Marks the entity mentions that a place takes the words of.
void take_words(const Story& story, TokenSpan span, bool country_stays, std::vector<bool>& gone) {
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    const std::int32_t m = story.mention_at[t];
    if (m < 0) continue;
    const TokenSpan whole = story.mentions[static_cast<std::size_t>(m)].span;
    if (country_stays && whole == span && !country_at(story, t).empty()) continue;
    // A body keeps the place in its name: "Dover Police"; "the West Bank" is none.
    const bool is_the =
        whole.begin + 1 == span.begin && whole.end == span.end && story.parse[whole.begin].tag == Tag::dt;
    if (!is_the && (whole.begin < span.begin || whole.end > span.end)) continue;
    gone[static_cast<std::size_t>(m)] = true;
  }
}

}  // namespace

void find_places(Story& story) {
  CandidateFinder finder(story);
  std::vector<PlaceMention> mentions = find_place_mentions(story, finder);
  if (mentions.empty()) return;
  const std::vector<PlaceMention> witnesses = find_witnesses(story, mentions, finder);
  mentions.insert(mentions.end(), witnesses.begin(), witnesses.end());
  std::vector<std::string_view> countries;
  for (const Entity& entity : story.record.entities) {
    if (entity.sure_country().empty()) continue;
    // Who is of a country speaks for it once, however often it is named.
    // A seat does not speak for itself: "Dublin's council" may be that of another Dublin.
    const auto names = std::count_if(entity.mentions.begin(), entity.mentions.end(),
                                     [](const Mention& m) { return m.kind != MentionKind::metonym; });
    const auto times = entity.type == EntityType::country ? names : 1;
    countries.insert(countries.end(), static_cast<std::size_t>(times), entity.country);
  }
  const auto places = resolve_places(mentions, countries, home_countries(story), finder);

  std::map<std::pair<std::uint32_t, std::string>, Index> known;  // by number of GeoNames, or else by name
  std::vector<bool> gone(story.mentions.size(), false);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const PlaceMention& mention = mentions[i];
    if (mention.is_witness) continue;
    if (!places[i] && !mention.certain) continue;
    if (!mention.listed && (!places[i] || !is_another_place(story, mention, *places[i]))) continue;
    Place place;
    if (places[i] && !places[i]->is_open) {
      place = as_place(*places[i]);
    } else {
      place.name = mention.name;
      if (places[i]) place.country = places[i]->country;
    }
    take_words(story, mention.span, !places[i] || places[i]->is_open || places[i]->is_country, gone);
    const std::uint32_t id = places[i] ? places[i]->geonames_id : 0;
    const auto key = std::pair(id, id == 0 ? place.name : std::string());
    const auto [found, is_new] = known.emplace(key, static_cast<Index>(story.record.places.size()));
    if (is_new) story.record.places.push_back(std::move(place));
    story.record.places[found->second].mentions.push_back(story.span(mention.span));
    for (TokenIndex t = mention.span.begin; t < mention.span.end; ++t) {
      story.place_at.set(t, static_cast<std::int32_t>(found->second));
    }
  }
  retract_mentions(story, gone);
}

}  // namespace dragoman
