#include "query/names.h"

#include "lexicon/stanza.h"
#include "store/actor_links.h"
#include "store/age_blocks.h"
#include "store/keys.h"
#include "text/utf8.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

/// Steps from one word to the other: letters put in, taken out, changed.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t before = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = before + (a[i - 1] == b[j - 1] ? 0 : 1);
      before = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

/// The first text after all that begin with `prefix`.
std::string past(std::string prefix) {
  prefix.push_back('\xFF');  // stands in no text
  return prefix;
}

/// The actors and all that are one with them.
std::vector<std::int64_t> with_who_is_one(Database& db, const std::vector<std::int64_t>& actors) {
  std::vector<std::int64_t> all;
  std::set<std::int64_t> known;
  for (const std::int64_t actor : actors) {
    if (known.contains(actor)) continue;
    for (const std::int64_t one : actors_one_with(db, actor)) {
      if (known.insert(one).second) all.push_back(one);
    }
  }
  return all;
}

std::string without_article(std::string name) {
  constexpr std::string_view kArticle = "the ";
  if (name.starts_with(kArticle)) name.erase(0, kArticle.size());
  return name;
}

}  // namespace

Result<std::map<std::string, std::string, std::less<>>> countries_by_code(const std::filesystem::path& lexicon) {
  const auto file = read_stanzas(lexicon / "who" / "countries.txt");
  if (!file) return file.error();
  std::map<std::string, std::string, std::less<>> names;
  for (const Stanza& stanza : (*file)->stanzas) {
    if (!stanza["code"].empty()) names.emplace(stanza["code"], split_values(stanza["country"]).front());
  }
  return names;
}

Result<CountryNames> CountryNames::load(const std::filesystem::path& lexicon) {
  const auto file = read_stanzas(lexicon / "who" / "countries.txt");
  if (!file) return file.error();
  CountryNames names;
  for (const Stanza& stanza : (*file)->stanzas) {
    const std::string code(stanza["code"]);
    if (code.empty()) continue;
    names.codes_.emplace(search_form(code), code);
    for (const char* field : {"country", "also", "people"}) {
      for (const std::string_view values : stanza.all(field)) {
        for (const std::string_view name : split_values(values)) names.codes_.emplace(search_form(name), code);
      }
    }
  }
  auto cities = CityNames::load(lexicon);
  if (!cities) return cities.error();
  names.cities_ = std::move(*cities);
  return names;
}

Result<CityNames> CityNames::load(const std::filesystem::path& lexicon) {
  CityNames names;
  for (const char* of : {"cities.txt", "former_names.txt"}) {
    const auto file = read_stanzas(lexicon / "where" / of);
    if (!file) return file.error();
    for (const Stanza& stanza : (*file)->stanzas) {
      std::vector<std::string> folded = {search_form(stanza["city"])};
      for (const std::string_view also : split_values(stanza["also"])) folded.push_back(search_form(also));
      for (const std::string& name : folded) names.cities_.emplace(name, folded);
    }
  }
  return names;
}

std::vector<std::string> CityNames::all(const std::string& folded_name) const {
  std::vector<std::string> names = {folded_name};
  const auto [first, last] = cities_.equal_range(folded_name);
  for (auto city = first; city != last; ++city) names.insert(names.end(), city->second.begin(), city->second.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string CountryNames::code(std::string_view folded_name) const {
  const auto found = codes_.find(folded_name);
  return found == codes_.end() ? std::string() : found->second;
}

std::vector<std::int64_t> Names::named(std::string_view folded_name) {
  Query& find = db_.cached(
      fmt::format("SELECT actor, (SELECT count(*) FROM (SELECT 1 FROM parts p WHERE p.actor = n.actor LIMIT 1000)) AS "
                  "facts FROM actor_names n WHERE actor >> 14 IN ({}) AND name = ? ORDER BY facts DESC, actor LIMIT "
                  "1000",
                  kActorBlocks));
  find.bind(1, folded_name);
  return find.integers();
}

std::vector<std::int64_t> Names::holders(std::string_view folded_name) {
  // "foreign minister of japan", "japanese foreign minister", "japans foreign minister"
  std::vector<std::pair<std::string, std::string>> readings;  // title and country
  constexpr std::string_view kOf = " of ";
  for (std::size_t at = folded_name.find(kOf); at != std::string_view::npos; at = folded_name.find(kOf, at + 1)) {
    const std::string country = countries_.code(without_article(std::string(folded_name.substr(at + kOf.size()))));
    if (!country.empty()) readings.emplace_back(folded_name.substr(0, at), country);
  }
  for (std::size_t at = folded_name.find(' '); at != std::string_view::npos; at = folded_name.find(' ', at + 1)) {
    std::string_view country = folded_name.substr(0, at);
    std::string code = countries_.code(country);
    if (code.empty() && country.ends_with('s')) code = countries_.code(country.substr(0, country.size() - 1));
    if (!code.empty()) readings.emplace_back(folded_name.substr(at + 1), code);
  }
  // "former foreign minister of japan": whoever held it; else whoever holds it, and where nobody does anybody who did
  // or is to.
  std::vector<std::int64_t> actors;
  const auto look = [&](const std::string& title, const std::string& country, const char* status,
                        std::string_view word) {
    Query& find = db_.cached(
        fmt::format("SELECT actor, count(*) AS times FROM roles WHERE title = ?1 AND country = ?2 AND {} GROUP BY "
                    "actor ORDER BY times DESC, actor LIMIT 1000",
                    status));
    find.bind(1, title);
    find.bind(2, country);
    if (!word.empty()) find.bind(3, word);
    actors = find.integers();
  };
  for (const auto& [typed, country] : readings) {
    const std::string title = without_article(typed);
    look(title, country, "coalesce(status, 'current') IN ('current', 'acting', 'outgoing', 'honorary')", "");
    if (actors.empty()) look(title, country, "true", "");
    if (const std::size_t blank = title.find(' '); actors.empty() && blank != std::string::npos)
      look(title.substr(blank + 1), country, "status = ?3", title.substr(0, blank));
    if (!actors.empty()) break;
  }
  return actors;
}

std::vector<std::string> Names::near(const std::string& name) {
  constexpr std::size_t kMost = 5;
  constexpr std::size_t kWorse = 3;  // steps that are too many
  std::set<std::pair<std::size_t, std::string>> found;
  Query& query = db_.cached(
      fmt::format("SELECT name FROM actor_names WHERE actor >> 14 IN ({}) AND name >= ? AND name < ? ORDER BY name "
                  "LIMIT 20000",
                  kActorBlocks));
  const auto look = [&](const std::string& prefix, bool any) {
    query.bind(1, prefix);
    query.bind(2, past(prefix));
    while (query.step()) {
      const std::string other(query.text(0));
      const std::size_t steps = distance(name, other.substr(0, 64));
      if (any || steps < kWorse) found.emplace(steps, other);
    }
  };
  const std::string typed = name.substr(0, 64);
  if (typed.size() >= 3) look(typed, true);
  std::size_t letter = 0;
  next_code_point(typed, letter);
  look(typed.substr(0, letter), false);
  // The last word may be a surname that is known.
  const std::size_t blank = typed.rfind(' ');
  if (blank != std::string::npos && found.empty()) look(typed.substr(blank + 1), true);
  std::vector<std::string> out;
  for (const auto& [steps, other] : found) {
    if (out.size() < kMost) out.push_back(other);
  }
  return out;
}

Result<Party> Names::party(std::string_view typed) {
  Party party;
  party.name = typed;
  std::string name = without_article(search_form(typed));
  if (typed.empty() || first_invalid_utf8(typed) != typed.size()) {
    return Error{ErrorKind::usage, "", fmt::format("\"{}\" is no name", typed)};
  }
  if (name.empty()) {  // signs alone
    return Error{ErrorKind::input, "", fmt::format("nobody in the store is called \"{}\"", typed)};
  }
  party.country = countries_.code(name);
  if (!party.country.empty()) return party;
  party.actors = named(name);
  if (party.actors.empty()) party.actors = holders(name);
  // "President Obama": a title before the name.
  for (std::size_t blank = name.find(' '); party.actors.empty() && blank != std::string::npos;
       blank = name.find(' ', blank + 1)) {
    Query& title = db_.cached("SELECT 1 FROM roles WHERE title = ? LIMIT 1");
    title.bind(1, std::string_view(name).substr(0, blank));
    if (title.first([](const Query&) {})) party.actors = named(std::string_view(name).substr(blank + 1));
  }
  if (!party.actors.empty()) {
    party.actors = with_who_is_one(db_, party.actors);
    return party;
  }
  const auto others = near(name);
  return Error{ErrorKind::input, "",
               fmt::format("nobody in the store is called \"{}\"{}", typed,
                           others.empty() ? "; `dragoman search` finds words in the texts"
                                          : fmt::format("; near names: {}", fmt::join(others, ", ")))};
}

Result<std::string> Names::country(std::string_view typed) {
  std::string code = countries_.code(without_article(search_form(typed)));
  if (!code.empty()) return code;
  return Error{ErrorKind::input, "",
               fmt::format("\"{}\" is no country that is known; type its English name or its ISO code, as JPN", typed)};
}

}  // namespace dragoman
