// What places a name may stand for.
#pragma once

#include "gazetteer/gazetteer.h"
#include "gazetteer/place_words.h"
#include "story/story.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// One place that a name may stand for.
struct PlaceCandidate {
  std::string_view name, country;
  PlaceKind kind = PlaceKind::other;  // other: a country or a region of the lexicon
  bool is_country = false;
  bool is_other_name = false;  // not its first name
  bool is_seat = false;        // of its country's government
  bool is_open = false;        // some place of the name: nothing tells which
  double lat = 0, lon = 0;
  std::uint32_t geonames_id = 0;
  std::uint32_t state = 0;     // number of GeoNames of the state that it is or lies in, or 0
  std::uint32_t county = 0;    // the same for the county
  bool is_known_city = false;  // of the world: a seat of government, a city of many, one of the lexicon's
  double weight = 0;           // how much speaks for it before the document is looked at: powers of ten of inhabitants

  bool operator==(const PlaceCandidate& o) const {
    return geonames_id != 0 || o.geonames_id != 0 ? geonames_id == o.geonames_id : name == o.name && lat == o.lat;
  }
};

class CandidateFinder {
 public:
  explicit CandidateFinder(const Story& story);

  /// All places of the name, those that more speaks for first; at most kMost. A subdivision that bears the name among
  /// others is called by it, so that `name` must live on.
  std::vector<PlaceCandidate> of(std::string_view name);
  /// States and countries that "DE" may stand for behind a comma.
  std::vector<PlaceCandidate> of_abbreviation(std::string_view name) const;
  /// Whether the gazetteer has a place of this name with as many inhabitants; if `first_names` says so under its first
  /// name, unless it is a large city.
  bool is_town(std::string_view name, std::uint32_t inhabitants, bool first_names = true);

  /// "Harlan County": the name says that it is a subdivision.
  bool is_area_name(std::string_view name) const;

  static constexpr std::size_t kMost = 60;

 private:
  PlaceCandidate from_row(GazetteerPosting posting, std::string_view name) const;
  bool is_no_town(std::string_view name) const;
  std::vector<PlaceCandidate> of_area(std::string_view name);
  PlaceCandidate from_known(const KnownPlace& place) const;
  void add_country(std::string_view name, std::vector<PlaceCandidate>& out) const;

  const Story& story_;
  const WhereLexicon& where_;
  std::string key_;  // memory for folding
};

}  // namespace dragoman
