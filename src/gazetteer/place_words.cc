#include "gazetteer/place_words.h"

#include "gazetteer/place_schema.h"
#include "lexicon/codebooks.h"

#include <charconv>

namespace dragoman {

namespace {

struct PlaceFile {
  const char* name;
  const char* field;
  KnownPlaceKind kind;
};

constexpr PlaceFile kPlaceFiles[] = {
    {"countries.txt", "country", KnownPlaceKind::country},
    {"cities.txt", "city", KnownPlaceKind::city},
    {"former_names.txt", "city", KnownPlaceKind::city},
    {"states.txt", "state", KnownPlaceKind::state},
    {"regions.txt", "region", KnownPlaceKind::region},
    {"islands.txt", "island", KnownPlaceKind::region},
    {"seas.txt", "sea", KnownPlaceKind::region},
    {"straits.txt", "strait", KnownPlaceKind::region},
    {"mountains.txt", "mountains", KnownPlaceKind::region},
    {"rivers.txt", "river", KnownPlaceKind::region},
};

/// A name, and its forms with the type in small letters: "Black sea", "gulf of Aden", "Gulf of aden".
void add_name(std::string_view name, std::uint32_t number, WhereLexicon& lexicon) {
  lexicon.names.add(name, number);
  const std::size_t first = name.find(' '), last = name.rfind(' ');
  if (first == std::string_view::npos) return;
  const auto is_small = [&lexicon](std::string_view word) {
    const PlaceType* type = lexicon.type(word);
    return type != nullptr && type->small != PlaceType::Small::no;
  };
  const auto with_small = [&](std::initializer_list<std::size_t> letters) {
    std::string form(name);
    for (const std::size_t at : letters) {
      if (form[at] >= 'A' && form[at] <= 'Z') form[at] = static_cast<char>(form[at] - 'A' + 'a');
    }
    if (form != name) lexicon.names.add(form, number);
  };
  if (is_small(name.substr(last + 1))) with_small({last + 1});
  if (is_small(name.substr(0, first)) && name.substr(first + 1).starts_with("of ")) {
    with_small({0});
    with_small({last + 1});
    with_small({0, last + 1});
  }
}

Result<void> load_places(const std::filesystem::path& folder, const PlaceFile& from, WhereLexicon& lexicon) {
  auto file = read_entries(folder / from.name, kWhereSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) {
    const std::string_view name = stanza[from.field];
    KnownPlace place;
    place.kind = from.kind;
    read_point(stanza["at"], place.lat, place.lon);
    const std::string_view id = stanza["geonames"];
    std::from_chars(id.data(), id.data() + id.size(), place.geonames_id);
    place.is_vague = stanza["vague"] == "yes";
    const auto number = static_cast<std::uint32_t>(lexicon.places.size());
    if (from.kind == KnownPlaceKind::country) {
      place.country = name;
      lexicon.country_by_code.emplace(place.country, number);
    } else {
      place.name = name;
      place.country = stanza["country"];
      add_name(name, number, lexicon);
      for (const std::string_view also : split_values(stanza["also"])) add_name(also, number, lexicon);
      for (const std::string_view after : split_values(stanza["after"])) lexicon.after_comma.add(after, number);
      for (const std::string_view head : split_values(stanza["dateline"])) lexicon.dateline_names.emplace(head, number);
    }
    lexicon.places.push_back(std::move(place));
  }
  return {};
}

PlaceType place_type(const Stanza& stanza) {
  PlaceType type;
  const std::string_view small = stanza["small"];
  type.small = small.empty()     ? PlaceType::Small::no
               : small == "part" ? PlaceType::Small::part
                                 : PlaceType::Small::beside;
  type.is_area = stanza["is"] == "area";
  return type;
}

Result<void> load_words(const std::filesystem::path& folder, WhereLexicon& lexicon) {
  auto file = read_entries(folder / "words.txt", kWhereSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) {
    const Field& first = stanza.fields.front();
    std::vector<std::string_view> words = split_values(stanza["also"]);
    words.push_back(first.value);
    for (const std::string_view word : words) {
      if (first.key == "preposition") {
        const std::string_view others = stanza["also before"];
        lexicon.prepositions.emplace(word, others.empty()       ? Locative::sure
                                           : others == "people" ? Locative::people
                                                                : Locative::actors);
      } else if (first.key == "verb") {
        lexicon.verbs.emplace(word);
        if (stanza["done to"] == "country") lexicon.blows.emplace(word);
      } else if (first.key == "type") {
        lexicon.types.emplace(word, place_type(stanza));
      } else if (first.key == "direction") {
        lexicon.directions.emplace(word);
      } else if (first.key == "dweller") {
        lexicon.dwellers.emplace(word);
        if (stanza["before it"] == "town") lexicon.natives.emplace(word);
      } else if (first.key == "common") {
        lexicon.common.emplace(word);
      } else if (first.key == "party") {
        lexicon.parties.emplace(word);
      } else if (first.key == "before") {
        lexicon.introductions.add(word, 0);
      } else if (first.key == "body") {
        lexicon.bodies.add(word, 0);
      }
    }
  }
  return {};
}

Result<void> load_signs(const std::filesystem::path& folder, WhereLexicon& lexicon) {
  auto file = read_entries(folder / "signs.txt", kWhereSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) {
    const std::string_view sign = stanza["sign"];
    std::vector<std::string> countries;
    for (const std::string_view code : split_values(stanza["country"])) countries.emplace_back(code);
    const auto number = static_cast<std::uint32_t>(lexicon.sign_countries.size());
    lexicon.sign_countries.push_back(std::move(countries));
    lexicon.signs.add(sign, number);
    for (const std::string_view also : split_values(stanza["also"])) lexicon.signs.add(also, number);
  }
  return {};
}

}  // namespace

const PlaceType* WhereLexicon::type(std::string_view word) const {
  if (word.empty()) return nullptr;
  std::string key(word);
  const bool small = key[0] >= 'a' && key[0] <= 'z';
  if (small) key[0] = static_cast<char>(key[0] - 'a' + 'A');
  const auto found = types.find(key);
  if (found == types.end() || (small && found->second.small == PlaceType::Small::no)) return nullptr;
  return &found->second;
}

Result<WhereLexicon> WhereLexicon::load(const std::filesystem::path& folder) {
  WhereLexicon lexicon;
  if (auto done = load_words(folder, lexicon); !done) return done.error();  // types before the names that have them
  for (const PlaceFile& file : kPlaceFiles) {
    if (auto done = load_places(folder, file, lexicon); !done) return done.error();
  }
  if (auto done = load_signs(folder, lexicon); !done) return done.error();
  return lexicon;
}

}  // namespace dragoman
