// What the lexicon knows of places: countries, states, seas, islands, regions with where they lie, and the words that
// tell a place's name from others. Read from lexicon/where/.
#pragma once

#include "dragoman/result.h"
#include "lexicon/phrases.h"
#include "text/by_word.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// How surely words say that a name behind them is that of a place: not at all; where countries and seats that act may
/// stand as well ("against Bern"); where people may ("to Sydney"); surely ("in Dover").
enum class Locative : std::uint8_t { no, actors, people, sure };

enum class KnownPlaceKind : std::uint8_t { country, city, state, region };

struct KnownPlace {
  std::string name;     // empty for a country: who/countries.txt names it
  std::string country;  // ISO 3166-1 alpha-3, or empty
  KnownPlaceKind kind = KnownPlaceKind::region;
  double lat = 0, lon = 0;
  std::uint32_t geonames_id = 0;  // 0 when it is not known
  bool is_vague = false;          // other countries have one too: "West Coast"
};

/// A word at the end of a place's name: "County" in "Harlan County".
struct PlaceType {
  enum class Small : std::uint8_t {
    no,
    beside,
    part
  };  // in small letters: none, stands beside the name, is part of it
  Small small = Small::no;
  bool is_area = false;  // a subdivision: what is named so is no town
};

struct WhereLexicon {
  std::vector<KnownPlace> places;

  PhraseTable names{PhraseTable::Case::exact};            // states and regions, to places
  PhraseTable after_comma{PhraseTable::Case::exact};      // "DE" behind "Dover, "
  ByWord<std::uint32_t> dateline_names;                   // "UNITED NATIONS", which is New York there, to places
  PhraseTable bodies{PhraseTable::Case::exact};           // "Police Department" behind the place that it is of
  PhraseTable introductions{PhraseTable::Case::ignored};  // "city of"
  PhraseTable signs{PhraseTable::Case::ignored};          // "district attorney", to sign_countries
  std::vector<std::vector<std::string>> sign_countries;   // ISO codes of the countries whose reports write so
  ByWord<Locative> prepositions;
  WordSet verbs, blows, directions, dwellers, natives, common, parties;
  ByWord<PlaceType> types;                // by the word with its capital
  ByWord<std::uint32_t> country_by_code;  // to places

  /// The type that a word is, with a capital ("County") or, where it may stand so, in small letters ("county").
  const PlaceType* type(std::string_view word) const;

  /// An Error (kind setup) names the file and line of what cannot be read.
  static Result<WhereLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
