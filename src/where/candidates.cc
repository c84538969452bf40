#include "where/candidates.h"

#include "gazetteer/fold.h"
#include "who/names.h"

#include <algorithm>
#include <cmath>

namespace dragoman {

namespace {

// How much speaks for what the lexicon names, on the scale of powers of ten of inhabitants.
constexpr double kCountryWeight = 8.5;
constexpr double kRegionWeight = 7.5;
constexpr double kStateWeight = 7;
constexpr double kVagueWeight = 4;  // of a region whose name other countries have as well
// What is taken off for a subdivision against a town of as many people, and for a name that is not a place's first.
constexpr double kStateLoss = 0.8;
constexpr double kCountyLoss = 1.2;
// Less for a city whose other names are used.
constexpr double kOtherNameLoss = 2.5;
constexpr double kOtherNameOfCityLoss = 1.5;
constexpr double kOtherNameOfAreaLoss = 1.5;
constexpr std::uint32_t kLargeCity = 100000;
constexpr std::uint32_t kKnownCity = 600000;
constexpr double kSeatWeight = 4;      // what a seat of government has at least
constexpr double kNamesakeLead = 0.5;  // of a town over the state around it where neither has the name as its own

/// "Newcastle" of "Newcastle upon Tyne", but not "Mexico" of "Mexico City".
bool is_short_of(std::string_view name, std::string_view whole) {
  return whole.size() > name.size() && whole.starts_with(name) && whole[name.size()] == ' ' &&
         whole.substr(name.size()) != " City";
}

// How much speaks for a place by itself.
double weight_of(const GazetteerPlace& place, bool other_name) {
  double loss = 0;
  if (place.kind == PlaceKind::state) loss += kStateLoss;
  if (place.kind == PlaceKind::county) loss += kCountyLoss;
  if (other_name && place.kind != PlaceKind::town) loss += kOtherNameOfAreaLoss;
  if (other_name && place.kind == PlaceKind::town) {
    loss += place.population >= kLargeCity ? kOtherNameOfCityLoss : kOtherNameLoss;
  }
  return std::log10(static_cast<double>(place.population) + 100) - loss;
}

/// "Lemberg" of Lviv and of the state around it: where the name is not the state's own either, the town is meant.
void prefer_towns_to_their_states(std::vector<PlaceCandidate>& candidates) {
  for (PlaceCandidate& town : candidates) {
    if (town.kind != PlaceKind::town || !town.is_other_name || town.state == 0) continue;
    for (const PlaceCandidate& area : candidates) {
      if (area.kind != PlaceKind::state || !area.is_other_name || area.geonames_id != town.state) continue;
      town.is_other_name = false;
      town.name = area.name;  // as the report has it
      town.weight = std::max(town.weight, area.weight + kNamesakeLead);
    }
  }
}

}  // namespace

CandidateFinder::CandidateFinder(const Story& story) : story_(story), where_(*story.lexicon.where) {}

PlaceCandidate CandidateFinder::from_row(GazetteerPosting posting, std::string_view name) const {
  const Gazetteer& gazetteer = *story_.gazetteer;
  const GazetteerPlace place = gazetteer.place(posting.row());
  PlaceCandidate out;
  const bool is_area = place.kind == PlaceKind::state || place.kind == PlaceKind::county;
  out.name = is_area && posting.other_name() ? name : place.name;  // "Donetsk" rather than "Donetska oblast"
  out.country = place.country;
  out.kind = place.kind;
  out.lat = place.lat;
  out.lon = place.lon;
  out.geonames_id = place.geonames_id;
  const std::uint32_t state = gazetteer.around(posting.row(), PlaceKind::state);
  const std::uint32_t county = gazetteer.around(posting.row(), PlaceKind::county);
  if (state != Gazetteer::kNone) out.state = gazetteer.place(state).geonames_id;
  if (county != Gazetteer::kNone) out.county = gazetteer.place(county).geonames_id;
  const bool is_short = place.population >= kLargeCity && is_short_of(name, place.name);
  out.is_other_name = posting.other_name() && !is_short;
  out.weight = weight_of(place, out.is_other_name);
  out.is_known_city = place.kind == PlaceKind::town && place.population >= kKnownCity && !posting.other_name();
  return out;
}

PlaceCandidate CandidateFinder::from_known(const KnownPlace& place) const {
  PlaceCandidate out;
  out.name = place.name;
  out.country = place.country;
  out.lat = place.lat;
  out.lon = place.lon;
  out.geonames_id = place.geonames_id;
  if (place.kind == KnownPlaceKind::state) {
    out.kind = PlaceKind::state;
    out.state = place.geonames_id;
    out.weight = kStateWeight;
  } else {
    out.is_country = place.kind == KnownPlaceKind::country;
    if (place.kind == KnownPlaceKind::city) out.kind = PlaceKind::town;
    out.is_known_city = place.kind == KnownPlaceKind::city;
    out.weight = out.is_country ? kCountryWeight : place.is_vague ? kVagueWeight : kRegionWeight;
  }
  return out;
}

void CandidateFinder::add_country(std::string_view name, std::vector<PlaceCandidate>& out) const {
  const WhoLexicon& who = *story_.lexicon.who;
  const auto known = who.names.find(name);
  if (!known || who.known[*known].type != EntityType::country) return;
  PlaceCandidate candidate;
  if (const auto at = where_.country_by_code.find(who.known[*known].country); at != where_.country_by_code.end()) {
    candidate = from_known(where_.places[at->second]);
  } else {
    return;  // a country that is gone has no place of its own
  }
  candidate.name = who.known[*known].name;
  out.push_back(candidate);
}

std::vector<PlaceCandidate> CandidateFinder::of(std::string_view name) {
  std::vector<PlaceCandidate> out;
  add_country(name, out);
  if (const auto known = where_.names.find(name)) {
    const PlaceCandidate candidate = from_known(where_.places[*known]);
    if (std::find(out.begin(), out.end(), candidate) == out.end()) out.push_back(candidate);
  }
  if (story_.gazetteer != nullptr && !is_no_town(name)) {
    fold_name(name, key_);
    const std::size_t known = out.size();
    for (const GazetteerPosting posting : story_.gazetteer->find(key_)) {
      const PlaceCandidate candidate = from_row(posting, name);
      if (std::find(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(known), candidate) ==
          out.begin() + static_cast<std::ptrdiff_t>(known)) {
        out.push_back(candidate);
      }
    }
  }
  for (const PlaceCandidate& area : of_area(name)) {
    if (std::find(out.begin(), out.end(), area) == out.end()) out.push_back(area);
  }
  prefer_towns_to_their_states(out);
  const WhoLexicon& who = *story_.lexicon.who;
  const auto written = who.seats.find(name);
  PlaceCandidate* capital = nullptr;
  for (PlaceCandidate& c : out) {
    if (c.kind != PlaceKind::town || c.is_other_name || c.weight < (capital == nullptr ? kSeatWeight : capital->weight))
      continue;
    const auto seat = written ? written : who.seats.find(c.name);  // "San Jose" of "San José"
    if (seat && who.known[*seat].country == c.country) capital = &c;
  }
  if (capital != nullptr) capital->is_known_city = capital->is_seat = true;
  std::stable_sort(out.begin(), out.end(),
                   [](const PlaceCandidate& a, const PlaceCandidate& b) { return a.weight > b.weight; });
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

// "WA", "U.N.": initials; "the Northwest": no town of a far country is meant.
bool CandidateFinder::is_no_town(std::string_view name) const {
  constexpr std::size_t kInitials = 3;
  std::size_t letters = 0;
  for (const char c : name) {
    if (c != '.' && (c < 'A' || c > 'Z')) return where_.directions.contains(name);
    letters += c == '.' ? 0 : 1;
  }
  return letters <= kInitials;
}

bool CandidateFinder::is_area_name(std::string_view name) const {
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos || blank == 0) return false;
  const PlaceType* type = where_.type(name.substr(blank + 1));
  return type != nullptr && type->is_area;
}

// "Miaoli County" where the gazetteer has "Miaoli" alone: the subdivisions so named, or else the towns.
std::vector<PlaceCandidate> CandidateFinder::of_area(std::string_view name) {
  if (!is_area_name(name)) return {};
  std::vector<PlaceCandidate> out = of(name.substr(0, name.rfind(' ')));
  std::erase_if(out, [](const PlaceCandidate& c) { return c.is_country; });
  const auto is_area = [](const PlaceCandidate& c) {
    return c.kind == PlaceKind::state || c.kind == PlaceKind::county;
  };
  if (std::any_of(out.begin(), out.end(), is_area))
    std::erase_if(out, [&](const PlaceCandidate& c) { return !is_area(c); });
  return out;
}

std::vector<PlaceCandidate> CandidateFinder::of_abbreviation(std::string_view name) const {
  std::vector<PlaceCandidate> out;
  if (const auto known = where_.after_comma.find(name)) out.push_back(from_known(where_.places[*known]));
  return out;
}

bool CandidateFinder::is_town(std::string_view name, std::uint32_t inhabitants, bool first_names) {
  if (story_.gazetteer == nullptr) return false;
  fold_name(name, key_);
  for (const GazetteerPosting posting : story_.gazetteer->find(key_)) {
    const std::uint32_t population = story_.gazetteer->place(posting.row()).population;
    if (first_names && posting.other_name() && population < kLargeCity) continue;
    if (population >= inhabitants) return true;
  }
  return false;
}

}  // namespace dragoman
