#include "articles/page_words.h"

#include "articles/schema.h"
#include "text/ascii.h"

#include <algorithm>
#include <cctype>

namespace dragoman {

namespace {

/// Calls `use` for each word of "js-relatedLinks_list": js, related, links, list.
template <class Use>
void each_name_word(std::string_view name, Use use) {
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    const bool hump = letter && i > 0 && std::isupper(static_cast<unsigned char>(c)) != 0 &&
                      std::islower(static_cast<unsigned char>(name[i - 1])) != 0;
    if ((!letter || hump) && !word.empty()) {
      use(word);
      word.clear();
    }
    if (letter) word.push_back(ascii_lower(c));
  }
}

/// True where the text begins with the words, and holds further on what stands behind a star: "the post * appeared
/// first".
bool starts_like(std::string_view text, std::string_view words) {
  const std::size_t star = words.find('*');
  return text.starts_with(words.substr(0, star)) &&
         (star == std::string_view::npos || text.find(words.substr(star + 1), star) != std::string_view::npos);
}

}  // namespace

PageWords::Means PageWords::meaning(std::string_view value) const {
  Means found = Means::none;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find_first_of(" \t\n"), value.size());
    const std::string_view name = value.substr(0, end);
    value.remove_prefix(std::min(end + 1, value.size()));
    bool aside = false, layout = false;
    std::string letters;
    each_name_word(name, [&](const std::string& word) {
      aside = aside || aside_.contains(word);
      layout = layout || void_.contains(word);
      letters += word;
    });
    if (layout) continue;
    if (aside) {
      found = Means::aside;
    } else if (names_.contains(letters) || std::any_of(bodies_.begin(), bodies_.end(), [&](const std::string& body) {
                 return letters.find(body) != std::string::npos;
               })) {
      return Means::body;
    }
  }
  return found;
}

bool PageWords::is_live_entry(std::string_view value) const {
  if (value.empty()) return false;
  std::string letters;
  each_name_word(value, [&](const std::string& word) { letters += word; });
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const std::string& entry) { return letters.find(entry) != std::string::npos; });
}

bool PageWords::is_no_report(std::string_view line) const {
  constexpr std::size_t kLongest = 300;
  if (line.size() > kLongest) return false;
  const std::string text = ascii_lower(line);
  return std::any_of(starts_.begin(), starts_.end(), [&](const std::string& s) { return starts_like(text, s); }) ||
         std::find(wholes_.begin(), wholes_.end(), text) != wholes_.end();
}

Result<PageWords> PageWords::load(const std::filesystem::path& folder) {
  auto file = read_entries(folder / "pages.txt", kArticlesSchema);
  if (!file) return file.error();
  auto fields = FieldWords::load(folder);
  if (!fields) return fields.error();
  PageWords words;
  words.fields = std::move(*fields);
  auto lines = LineWords::load(folder);
  if (!lines) return lines.error();
  words.lines = std::move(*lines);
  const auto letters = [](std::string_view name) {
    std::string joined;
    each_name_word(name, [&](const std::string& word) { joined += word; });
    return joined;
  };
  for (const Stanza& stanza : (*file)->stanzas) {
    const auto each = [&](std::string_view key, auto use) {
      for (const std::string_view value : split_values(stanza[key])) use(value);
    };
    each("body", [&](std::string_view v) { words.bodies_.push_back(letters(v)); });
    each("name", [&](std::string_view v) { words.names_.insert(letters(v)); });
    each("entry", [&](std::string_view v) { words.entries_.push_back(letters(v)); });
    each("aside", [&](std::string_view v) { words.aside_.insert(ascii_lower(v)); });
    each("layout", [&](std::string_view v) { words.void_.insert(ascii_lower(v)); });
    each("starts", [&](std::string_view v) { words.starts_.push_back(ascii_lower(v)); });
    each("line", [&](std::string_view v) { words.wholes_.push_back(ascii_lower(v)); });
  }
  return words;
}

}  // namespace dragoman
