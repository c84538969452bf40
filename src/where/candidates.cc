#include "where/candidates.h"

#include "gazetteer/fold.h"
#include "lexicon/lexicon.h"
#include "who/names.h"

#include <algorithm>
#include <cmath>

namespace dragoman {

namespace {

// How much speaks for what the lexicon names, on the scale of powers of ten of inhabitants.
constexpr double kCountryWeight = 8.5;
constexpr double kRegionWeight = 7.5;
constexpr double kStateWeight = 7;
// What is taken off for a subdivision against a town of as many people, and for a name that is not a place's first.
constexpr double kStateLoss = 0.8;
constexpr double kCountyLoss = 1.2;
constexpr double kOtherNameLoss = 1.5;

}  // namespace

CandidateFinder::CandidateFinder(const Story& story) : story_(story), where_(*story.lexicon.where) {}

PlaceCandidate CandidateFinder::from_row(GazetteerPosting posting) const {
  const Gazetteer& gazetteer = *story_.gazetteer;
  const GazetteerPlace place = gazetteer.place(posting.row());
  PlaceCandidate out;
  out.name = place.name;
  out.country = place.country;
  out.kind = place.kind;
  out.lat = place.lat;
  out.lon = place.lon;
  out.geonames_id = place.geonames_id;
  const std::uint32_t state = gazetteer.around(posting.row(), PlaceKind::state);
  const std::uint32_t county = gazetteer.around(posting.row(), PlaceKind::county);
  if (state != Gazetteer::kNone) out.state = gazetteer.place(state).geonames_id;
  if (county != Gazetteer::kNone) out.county = gazetteer.place(county).geonames_id;
  out.weight = std::log10(static_cast<double>(place.population) + 100) -
               (place.kind == PlaceKind::state    ? kStateLoss
                : place.kind == PlaceKind::county ? kCountyLoss
                                                  : 0) -
               (posting.other_name() ? kOtherNameLoss : 0);
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
    out.weight = out.is_country ? kCountryWeight : kRegionWeight;
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
  if (story_.gazetteer != nullptr) {
    fold_name(name, key_);
    const std::size_t known = out.size();
    for (const GazetteerPosting posting : story_.gazetteer->find(key_)) {
      const PlaceCandidate candidate = from_row(posting);
      if (std::find(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(known), candidate) ==
          out.begin() + static_cast<std::ptrdiff_t>(known)) {
        out.push_back(candidate);
      }
    }
  }
  if (out.empty()) out = of_area(name);
  std::stable_sort(out.begin(), out.end(),
                   [](const PlaceCandidate& a, const PlaceCandidate& b) { return a.weight > b.weight; });
  if (out.size() > kMost) out.resize(kMost);
  return out;
}

// "Miaoli County" where the gazetteer has "Miaoli" alone: the subdivisions so named, or else the towns.
std::vector<PlaceCandidate> CandidateFinder::of_area(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos || blank == 0) return {};
  const PlaceType* type = where_.type(name.substr(blank + 1));
  if (type == nullptr || !type->is_area) return {};
  std::vector<PlaceCandidate> out = of(name.substr(0, blank));
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
    if (first_names && posting.other_name()) continue;
    if (story_.gazetteer->place(posting.row()).population >= inhabitants) return true;
  }
  return false;
}

}  // namespace dragoman
