#include "where/home.h"

#include "who/names.h"

#include <algorithm>
#include <unordered_set>

namespace dragoman {

std::unordered_map<std::string_view, double> home_countries(const Story& story) {
  const WhereLexicon& where = *story.lexicon.where;
  std::unordered_map<std::string_view, double> out;
  std::unordered_set<std::string_view> seen;
  for (TokenIndex t = 0; t < story.parse.size(); ++t) {
    if (story.boilerplate[t] || story.parse[t].is_space) continue;
    const auto match = where.signs.longest(story.parse, story.text, t);
    if (!match || !seen.insert(story.parse[t].lower).second) continue;
    const auto& countries = where.sign_countries[match->value];
    for (const std::string& code : countries) out[code] += 1.0 / static_cast<double>(countries.size());
    t = match->end - 1;
  }
  return out;
}

std::vector<PlaceMention> find_witnesses(const Story& story, const std::vector<PlaceMention>& places,
                                         CandidateFinder& finder) {
  constexpr std::uint32_t kTown = 1000;
  constexpr std::uint32_t kGreatCity = 200000;
  constexpr TokenIndex kLongest = 3;
  const Parse& parse = story.parse;
  const WhereLexicon& where = *story.lexicon.where;
  std::vector<bool> taken(parse.size(), false);
  std::unordered_set<std::string_view> named;
  for (const PlaceMention& place : places) {
    for (TokenIndex t = place.span.begin; t < place.span.end; ++t) taken[t] = true;
    if (place.listed) named.insert(place.name);
  }
  std::vector<PlaceMention> out;
  const auto add = [&](TokenSpan span, bool is_place) {
    PlaceMention mention;
    mention.span = span;
    mention.name = story.text.view(parse[span.begin].begin, parse[span.end - 1].end);
    mention.is_witness = !is_place;
    out.push_back(std::move(mention));
  };
  for (const NameSpan& name : parse.names) {
    if (name.type != NameType::org || name.span.size() < 2) continue;
    const TokenIndex first = parse[name.span.begin].tag == Tag::dt ? name.span.begin + 1 : name.span.begin;
    // A party called by one word is not called by a place: "the Colorado Party".
    const NamePart* last = story.lexicon.who->part(parse[name.span.end - 1].text);
    if (last != nullptr && last->sector == "PTY" && name.span.end - first == 2) continue;
    for (TokenIndex t = first; t < name.span.end; ++t) {
      if (taken[t] || story.boilerplate[t]) continue;
      if (const auto known = where.names.longest(parse, story.text, t); known && known->end <= name.span.end) {
        add({t, known->end}, t == first && where.places[known->value].kind == KnownPlaceKind::state);
        t = known->end - 1;
        continue;
      }
      if (t != first) continue;
      for (TokenIndex end = std::min(t + kLongest, name.span.end - 1); end > t; --end) {
        const std::string words(story.text.view(parse[t].begin, parse[end - 1].end));
        if (where.common.contains(words) || !finder.is_town(words, kTown)) continue;
        // A great city lends its name to what is elsewhere.
        add({t, end},
            named.contains(words) && !story.lexicon.who->names.find(words) && !finder.is_town(words, kGreatCity));
        t = end - 1;
        break;
      }
    }
  }
  return out;
}

}  // namespace dragoman
