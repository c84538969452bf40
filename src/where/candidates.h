// What places a name may stand for.
#pragma once

#include "gazetteer/gazetteer.h"
#include "story/story.h"
#include "where/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// One place that a name may stand for.
struct PlaceCandidate {
  std::string_view name, country;
  PlaceKind kind = PlaceKind::other;  // other: a country or a region of the lexicon
  bool is_country = false;
  double lat = 0, lon = 0;
  std::uint32_t geonames_id = 0;
  std::uint32_t state = 0;   // number of GeoNames of the state that it is or lies in, or 0
  std::uint32_t county = 0;  // the same for the county
  double weight = 0;         // how much speaks for it before the document is looked at: powers of ten of inhabitants

  bool operator==(const PlaceCandidate& o) const {
    return geonames_id != 0 || o.geonames_id != 0 ? geonames_id == o.geonames_id : name == o.name && lat == o.lat;
  }
};

class CandidateFinder {
 public:
  explicit CandidateFinder(const Story& story);

  /// All places of the name, those that more speaks for first; at most kMost.
  std::vector<PlaceCandidate> of(std::string_view name);
  /// States and countries that "DE" may stand for behind a comma.
  std::vector<PlaceCandidate> of_abbreviation(std::string_view name) const;
  /// Whether the gazetteer has a place of this name, under its first name if `first_names` says so, with as many
  /// inhabitants.
  bool is_town(std::string_view name, std::uint32_t inhabitants, bool first_names = true);

  static constexpr std::size_t kMost = 60;

 private:
  PlaceCandidate from_row(GazetteerPosting posting) const;
  std::vector<PlaceCandidate> of_area(std::string_view name);
  PlaceCandidate from_known(const KnownPlace& place) const;
  void add_country(std::string_view name, std::vector<PlaceCandidate>& out) const;

  const Story& story_;
  const WhereLexicon& where_;
  std::string key_;  // memory for folding
};

}  // namespace dragoman
