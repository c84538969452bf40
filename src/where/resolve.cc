#include "where/resolve.h"

#include "gazetteer/fold.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace dragoman {

namespace {

// How fast belief falls with what speaks less for a place, round by round: at first the document is let speak.
constexpr double kSharpness[] = {0.5, 0.8, 1.2, 2.4, 2.4};
// What a name somewhere else in the document adds for a place in the same country, state or county, or near by.
constexpr double kCountrySupport = 0.6;
constexpr double kStateSupport = 1.3;
constexpr double kCountySupport = 0.8;
constexpr double kNearSupport = 1.0;
constexpr double kMostSupport = 7.0;
constexpr double kAliasShare = 0.5;  // of it, for what few call so
// What it adds that a neighbour in a list is a country or a state as well.
constexpr double kListSupport = 2.0;
// What a sign of where the report is at home counts, against a mention of a place there; and a witness.
constexpr double kHomeShare = 1.5;
constexpr double kWitnessShare = 0.8;
// What a city known to the world gains by each country beyond two that the document speaks of.
constexpr double kNationFavour = 1.0;
constexpr double kMostFavour = 6.0;
constexpr double kSeatFavour = 2.0;      // and a seat of government by its country
constexpr double kRegionalWeight = 6.5;  // countries, states and regions are no less known
constexpr double kLocalNations = 2;
// A place of which the document says nothing else, not even its country, is believed when it is so large.
constexpr double kAnySupport = 0.3;
constexpr double kKnownAlone = 5;
constexpr double kLeadingAlone = 4.3;  // with such a lead over its namesakes in other countries
constexpr double kLead = 1.2;
constexpr double kFamous = 6;        // so large that a country behind it that it does not lie in is something else
constexpr double kLeastAmong = 1.2;  // how much the other names must speak for what is a place only among them
constexpr double kLeast = 3.0;       // less in all speaks for no place that the recogniser did not see

/// All mentions of one name that stand for one place.
struct Name {
  std::vector<PlaceCandidate> candidates;
  std::vector<double> belief;       // parallel, adds up to one
  double count = 0;                 // mentions; none of what is a witness alone
  std::vector<std::size_t> beside;  // names that stand in one list with it
  bool certain = false;
  bool weak = true;      // a place only among others
  bool is_area = false;  // its name says that it is a subdivision
  bool has_article = false;
  bool in_capitals = false;
};

bool is_capitals(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool lies_in(const PlaceCandidate& inner, const PlaceCandidate& outer) {
  if (outer.is_country) return inner.country == outer.country && !inner.is_country;
  // A region of the lexicon has its country alone: "Nablus, West Bank".
  if (outer.kind == PlaceKind::other)
    return !outer.country.empty() && inner.country == outer.country && !(inner == outer);
  if (outer.kind == PlaceKind::state)
    return inner.state != 0 && inner.state == outer.state && inner.kind != PlaceKind::state;
  if (outer.kind == PlaceKind::county)
    return inner.county != 0 && inner.county == outer.county && inner.kind == PlaceKind::town;
  return false;
}

/// A town that takes no article.
bool is_plain_town(const PlaceCandidate& c) {
  return c.kind == PlaceKind::town && !c.name.starts_with("The ") && !c.name.starts_with("the ");
}

/// "China, Japan and Korea", "Texas, Georgia": what stands side by side does not lie in each other. A country and a
/// state with nothing behind are no list: "Lebanon, New Hampshire".
bool is_list(const PlaceCandidate& first, const PlaceCandidate& second, bool goes_on) {
  if (first.is_country && second.kind == PlaceKind::state && !goes_on) return false;
  const auto is_large = [](const PlaceCandidate& c) { return c.is_country || c.kind == PlaceKind::state; };
  return is_large(first) && is_large(second) && (first.is_country || second.kind == PlaceKind::state);
}

/// What the document's names put where: belief by country, state, county and one-degree cell.
class Map {
 public:
  void add(const Name& name, double sign) {
    const double share = sign * (name.count == 0 ? kWitnessShare : 1 + std::log2(name.count));
    for (std::size_t i = 0; i < name.candidates.size(); ++i) {
      const PlaceCandidate& c = name.candidates[i];
      const double mass = share * name.belief[i];
      if (std::abs(mass) < 1e-4) continue;
      if (!c.country.empty()) countries_[c.country] += mass;
      if (!c.country.empty()) total_ += mass;
      if (c.state != 0) areas_[c.state] += mass;
      if (c.county != 0) areas_[c.county] += mass;
      if (is_point(c)) cells_[cell(c.lat, c.lon)] += mass;
    }
  }
  void add_country(std::string_view code, double mass) {
    countries_[code] += mass;
    total_ += mass;
  }
  /// How much it says of any country.
  double total() const { return total_; }

  /// How much the document speaks for a candidate.
  double support(const PlaceCandidate& c) const {
    double sum = kCountrySupport * level(countries_, c.country);
    if (c.state != 0) sum += kStateSupport * level(areas_, c.state);
    if (c.county != 0) sum += kCountySupport * level(areas_, c.county);
    if (is_point(c)) {
      double near = 0;
      const int row = lat_cell(c.lat), column = lon_cell(c.lon);
      for (int dr = -1; dr <= 1; ++dr) {
        for (int dc = -1; dc <= 1; ++dc) {
          const auto found = cells_.find(key(row + dr, column + dc));
          if (found != cells_.end()) near += found->second;
        }
      }
      sum += kNearSupport * std::log2(1 + std::max(0.0, near));
    }
    // However much there is of it, it makes no hamlet of a world city.
    return std::min(sum, kMostSupport) * (c.is_other_name && c.kind == PlaceKind::town ? kAliasShare : 1);
  }

 private:
  static bool is_point(const PlaceCandidate& c) { return c.kind == PlaceKind::town || c.kind == PlaceKind::county; }
  static int lat_cell(double lat) { return static_cast<int>(std::floor(lat)); }
  static int lon_cell(double lon) { return static_cast<int>(std::floor(lon)); }
  static int key(int row, int column) { return row * 1000 + column; }
  static int cell(double lat, double lon) { return key(lat_cell(lat), lon_cell(lon)); }
  template <class Masses, class Key>
  static double level(const Masses& masses, const Key& key) {
    const auto found = masses.find(key);
    return found == masses.end() ? 0 : std::log2(1 + std::max(0.0, found->second));
  }

  double total_ = 0;
  std::unordered_map<std::string_view, double> countries_;
  std::unordered_map<std::uint32_t, double> areas_;  // states and counties, by their numbers
  std::unordered_map<int, double> cells_;
};

void believe(Name& name, const std::vector<double>& scores, double sharpness) {
  name.belief.assign(scores.size(), 0);
  if (scores.empty()) return;
  const double best = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) sum += name.belief[i] = std::exp(sharpness * (scores[i] - best));
  for (double& b : name.belief) b /= sum;
}

class Resolver {
 public:
  Resolver(const std::vector<PlaceMention>& mentions, CandidateFinder& finder)
      : mentions_(mentions), finder_(finder), name_of_(mentions.size(), 0) {}

  std::vector<std::optional<PlaceCandidate>> run(const std::vector<std::string_view>& countries,
                                                 const std::unordered_map<std::string_view, double>& home) {
    gather();
    for (std::size_t i = 0; i + 1 < mentions_.size(); ++i) {
      if (!mentions_[i].in_list || name_of_[i] == name_of_[i + 1]) continue;
      keep_company(name_of_[i], name_of_[i + 1]);
      keep_company(name_of_[i + 1], name_of_[i]);
    }
    favour_known_cities(countries);
    Map map;
    std::unordered_map<std::string_view, double> spoken_of;
    for (const std::string_view code : countries) spoken_of[code] += 1;
    for (const auto& [code, count] : spoken_of) map.add_country(code, 0.5 + 0.5 * std::log2(1 + count));
    for (const auto& [code, mass] : home) map.add_country(code, kHomeShare * mass);
    std::vector<double> scores;
    for (Name& name : names_) {
      scores.clear();
      for (const PlaceCandidate& c : name.candidates) scores.push_back(c.weight);
      believe(name, scores, kSharpness[0]);
      map.add(name, 1);
    }
    for (const double sharpness : kSharpness) {
      for (Name& name : names_) {
        if (name.candidates.size() < 2) continue;
        map.add(name, -1);
        scores.clear();
        for (const PlaceCandidate& c : name.candidates) {
          scores.push_back(c.weight + map.support(c) + kListSupport * company(name, c));
        }
        believe(name, scores, sharpness);
        map.add(name, 1);
      }
    }
    std::vector<std::optional<PlaceCandidate>> out;
    for (std::size_t i = 0; i < mentions_.size(); ++i) out.push_back(best(names_[name_of_[i]], map));
    return out;
  }

 private:
  void keep_company(std::size_t name, std::size_t other) {
    constexpr std::size_t kMost = 8;
    auto& beside = names_[name].beside;
    if (beside.size() < kMost && std::find(beside.begin(), beside.end(), other) == beside.end()) {
      beside.push_back(other);
    }
  }

  // Where a document speaks of many countries, a city that the world knows is meant: Vienna, Paris and Geneva side by
  // side lie in no county of Ohio.
  void favour_known_cities(const std::vector<std::string_view>& countries) {
    const std::unordered_set<std::string_view> named(countries.begin(), countries.end());
    std::unordered_set<std::string_view> nations = named;
    for (const Name& name : names_) {
      const auto top = std::max_element(name.candidates.begin(), name.candidates.end(),
                                        [](const auto& a, const auto& b) { return a.weight < b.weight; });
      if (top != name.candidates.end() && top->is_known_city) nations.insert(top->country);
    }
    const double favour =
        std::min(kMostFavour, kNationFavour * std::max(0.0, static_cast<double>(nations.size()) - kLocalNations));
    for (Name& name : names_) {
      for (PlaceCandidate& c : name.candidates) {
        const bool is_named = favour > 0 && c.is_seat && named.contains(c.country);
        c.weight += (c.is_known_city || c.weight >= kRegionalWeight ? favour : 0) + (is_named ? kSeatFavour : 0);
      }
    }
  }

  // Names with the same words and the same container are one; those without a container join the first that has one.
  void gather() {
    std::unordered_map<std::string, std::size_t> by_words, first;
    for (std::size_t pass = 0; pass < 2; ++pass) {
      for (std::size_t i = 0; i < mentions_.size(); ++i) {
        const PlaceMention& mention = mentions_[i];
        if ((mention.inside >= 0) != (pass == 0)) continue;
        std::vector<PlaceCandidate> candidates =
            mention.abbreviation ? finder_.of_abbreviation(mention.name) : finder_.of(mention.name);
        std::string key = (mention.abbreviation  ? ", "
                           : mention.has_article ? "the "
                                                 : "") +
                          gazetteer_key(mention.name);
        if (mention.has_article) std::erase_if(candidates, is_plain_town);
        if (mention.inside >= 0) {
          if (const std::string container = keep_inside(candidates, mention); !container.empty()) {
            key += "," + container;
          }
        }
        auto found = by_words.find(key);
        if (found == by_words.end() && mention.inside < 0) {
          if (const auto qualified = first.find(gazetteer_key(mention.name)); qualified != first.end()) {
            found = by_words.emplace(key, qualified->second).first;
          }
        }
        if (found == by_words.end()) {
          found = by_words.emplace(key, names_.size()).first;
          first.emplace(gazetteer_key(mention.name), names_.size());
          names_.push_back({std::move(candidates),
                            {},
                            0,
                            {},
                            false,
                            true,
                            finder_.is_area_name(mention.name),
                            mention.has_article,
                            mention.inside < 0 && is_capitals(mention.name)});
        } else if (Name& name = names_[found->second];
                   name.in_capitals && !candidates.empty() && !is_capitals(mention.name)) {
          // "BEIRUT" in a dateline: in capitals the lexicon knows less.
          name.candidates = std::move(candidates);
          name.in_capitals = false;
        }
        name_of_[i] = found->second;
        names_[found->second].weak = names_[found->second].weak && (mention.is_weak || mention.is_witness);
        names_[found->second].count += mention.is_witness ? 0 : 1;
        names_[found->second].certain = names_[found->second].certain || (mention.certain && !mention.is_witness);
      }
    }
  }

  // How far the neighbours in lists are believed to be countries too, or states of the same country.
  double company(const Name& name, const PlaceCandidate& c) const {
    double most = 0;
    for (const std::size_t other : name.beside) {
      double sum = 0;
      for (std::size_t i = 0; i < names_[other].candidates.size(); ++i) {
        const PlaceCandidate& o = names_[other].candidates[i];
        const bool states = c.kind == PlaceKind::state && o.kind == PlaceKind::state && c.country == o.country;
        if ((c.is_country && o.is_country) || states) sum += names_[other].belief[i];
      }
      most = std::max(most, sum);
    }
    return most;
  }

  // Drops the candidates that do not lie in what the mention behind may be, if any does.
  std::string keep_inside(std::vector<PlaceCandidate>& candidates, const PlaceMention& mention) {
    std::int32_t at = mention.inside;
    constexpr int kDeepest = 3;
    for (int i = 0; i < kDeepest && at >= 0; ++i) {
      const PlaceMention& outer = mentions_[static_cast<std::size_t>(at)];
      const auto outers = outer.abbreviation ? finder_.of_abbreviation(outer.name) : finder_.of(outer.name);
      if (!candidates.empty() && !outers.empty() && is_list(candidates.front(), outers.front(), outer.in_list))
        return {};
      const auto inside = [&](const PlaceCandidate& c) {
        return std::any_of(outers.begin(), outers.end(), [&](const PlaceCandidate& o) { return lies_in(c, o); });
      };
      if (std::any_of(candidates.begin(), candidates.end(), inside)) {
        candidates.erase(
            std::remove_if(candidates.begin(), candidates.end(), [&](const auto& c) { return !inside(c); }),
            candidates.end());
        return outer.name;
      }
      // "Hamilton, Bermuda", which the gazetteer does not have, is no Hamilton of another country.
      const bool is_sure = i == 0 && (mention.is_apposed || outer.abbreviation) && !outers.empty() &&
                           !outers.front().country.empty() && outers.front().weight >= kRegionalWeight;
      if (is_sure && !candidates.empty() && candidates.front().weight < kFamous) {
        candidates.assign(1, PlaceCandidate());
        candidates.front().is_open = true;
        candidates.front().country = outers.front().country;
        return outer.name;
      }
      at = outer.inside;
    }
    return {};
  }

  // Where the document says nothing else of a place: whether its size speaks for it or, in a document that speaks of no
  // other country, its type or its lead over namesakes.
  static bool is_known_alone(const Name& name, const PlaceCandidate& place, bool is_lonely) {
    if (name.has_article && place.weight < kRegionalWeight) return false;
    if (is_lonely && name.is_area && name.candidates.size() == 1) return true;
    const bool leads =
        is_lonely && std::none_of(name.candidates.begin(), name.candidates.end(), [&](const PlaceCandidate& c) {
          return c.country != place.country && c.weight > place.weight - kLead;
        });
    return place.weight >= (leads ? kLeadingAlone : kKnownAlone);
  }

  // Some place of the name; of a subdivision the country, if all of the name are of one.
  static PlaceCandidate open_place(const Name& name) {
    PlaceCandidate some;
    some.is_open = true;
    if (!name.is_area) return some;
    some.country = name.candidates.front().country;
    for (const PlaceCandidate& c : name.candidates) {
      if (c.country != some.country) some.country = {};
    }
    return some;
  }

  static std::optional<PlaceCandidate> best(const Name& name, Map& map) {
    if (name.candidates.empty()) return std::nullopt;
    const auto top = std::max_element(name.belief.begin(), name.belief.end());
    const PlaceCandidate& place = name.candidates[static_cast<std::size_t>(top - name.belief.begin())];
    if (place.is_open) return place;
    map.add(name, -1);
    const double support = map.support(place);
    const bool is_lonely = map.total() < kAnySupport;
    map.add(name, 1);
    if (name.weak && support < kLeastAmong) return std::nullopt;
    if (!name.certain && place.weight + map.support(place) < kLeast) return std::nullopt;
    if (support < kAnySupport && !is_known_alone(name, place, is_lonely)) return open_place(name);
    return place;
  }

  const std::vector<PlaceMention>& mentions_;
  CandidateFinder& finder_;
  std::vector<Name> names_;
  std::vector<std::size_t> name_of_;
};

}  // namespace

std::vector<std::optional<PlaceCandidate>> resolve_places(const std::vector<PlaceMention>& mentions,
                                                          const std::vector<std::string_view>& countries,
                                                          const std::unordered_map<std::string_view, double>& home,
                                                          CandidateFinder& finder) {
  return Resolver(mentions, finder).run(countries, home);
}

}  // namespace dragoman
