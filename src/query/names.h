// Who is meant by a name as people type it.
//
//   "Ivanov", "oleg ivanov", "Japan", "JPN", "Japanese", "foreign minister of Japan", "Japanese foreign minister"
//
// A country stands for itself and for everybody who acts for it.
#pragma once

#include "dragoman/result.h"
#include "store/database.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// Those who may be meant: actors of the store, or all that acts for a country.
struct Party {
  std::string name;  // as it was typed
  std::string country;
  std::vector<std::int64_t> actors;  // by number of parts, most first; empty for a country

  bool operator==(const Party&) const = default;
};

/// The names that a city has beside the one that was typed, folded: "Kiev" is "kyiv" too.
class CityNames {
 public:
  CityNames() = default;
  /// Reads where/cities.txt and where/former_names.txt of the lexicon.
  static Result<CityNames> load(const std::filesystem::path& lexicon);
  /// All names of the cities that are called so, and the name itself.
  std::vector<std::string> all(const std::string& folded_name) const;

 private:
  std::multimap<std::string, std::vector<std::string>> cities_;
};

/// "Japan" by "JPN", of who/countries.txt of the lexicon.
Result<std::map<std::string, std::string, std::less<>>> countries_by_code(const std::filesystem::path& lexicon);

/// Names, codes and adjectives of countries, folded; and the names of cities.
class CountryNames {
 public:
  CountryNames() = default;
  /// Reads who/countries.txt of the lexicon, and what has the cities.
  static Result<CountryNames> load(const std::filesystem::path& lexicon);
  /// The ISO 3166-1 alpha-3 code, or nothing.
  std::string code(std::string_view folded_name) const;
  const CityNames& cities() const { return cities_; }

 private:
  std::map<std::string, std::string, std::less<>> codes_;
  CityNames cities_;
};

class Names {
 public:
  Names(Database& database, const CountryNames& countries) : db_(database), countries_(countries) {}

  /// An Error (kind input) for a name that nobody bears, with names that are near.
  Result<Party> party(std::string_view typed);
  /// The code of a country by name. An Error (kind input) where it is none.
  Result<std::string> country(std::string_view typed);

 private:
  std::vector<std::int64_t> holders(std::string_view folded_name);
  std::vector<std::int64_t> named(std::string_view folded_name);
  std::vector<std::string> near(const std::string& folded_name);

  Database& db_;
  const CountryNames& countries_;
};

}  // namespace dragoman
