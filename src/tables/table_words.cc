#include "tables/table_words.h"

#include "lexicon/stanza.h"
#include "tables/schema.h"

namespace dragoman {

namespace {

/// Fills `to` with the names of a file whose entries are a code and a name.
Result<void> load_names(const std::filesystem::path& path, std::string_view key, ByWord<std::string>& to) {
  const auto file = read_entries(path, kTablesSchema);
  if (!file) return file.error();
  for (const Stanza& stanza : (*file)->stanzas) to[std::string(stanza[key])] = stanza["name"];
  return {};
}

template <class Value>
std::string_view name_in(const ByWord<Value>& names, std::string_view code) {
  const auto found = names.find(code);
  return found == names.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

Result<TableWords> TableWords::load(const std::filesystem::path& folder) {
  TableWords words;
  const auto countries = read_entries(folder / "countries.txt", kTablesSchema);
  if (!countries) return countries.error();
  for (const Stanza& stanza : (*countries)->stanzas) {
    Country& country = words.countries_[std::string(stanza["country"])];
    country.name = stanza["name"];
    if (!stanza["cow"].empty()) {
      country.numbers.push_back(
          {std::string(stanza["cow"]), std::string(stanza["since"]), std::string(stanza["until"])});
    }
  }
  if (auto read = load_names(folder / "cameo.txt", "code", words.cameo_); !read) return read.error();
  if (auto read = load_names(folder / "sectors.txt", "sector", words.sectors_); !read) return read.error();
  return words;
}

std::string_view TableWords::country(std::string_view code) const {
  const auto found = countries_.find(code);
  return found == countries_.end() ? std::string_view() : std::string_view(found->second.name);
}

std::string_view TableWords::cow(std::string_view code, std::string_view day) const {
  const auto found = countries_.find(code);
  if (found == countries_.end()) return {};
  for (const Number& number : found->second.numbers) {
    const bool fits =
        day.empty() ? number.until.empty()
                    : (number.since.empty() || number.since <= day) && (number.until.empty() || day <= number.until);
    if (fits) return number.cow;
  }
  return {};
}

std::string_view TableWords::cameo(std::string_view code) const {
  for (; code.size() >= 2; code.remove_suffix(1)) {
    if (const auto name = name_in(cameo_, code); !name.empty()) return name;
  }
  return {};
}

std::string_view TableWords::sector(std::string_view code) const {
  return name_in(sectors_, code);
}

}  // namespace dragoman
