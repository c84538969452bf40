#include "store/keys.h"

#include "who/names.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>
#include <utf8proc.h>

namespace dragoman {

namespace {

/// Letters of their own that people type without their stroke or in two: after case is folded, all of two bytes.
struct PlainLetter {
  std::string_view letter, plain;
};
constexpr std::array kPlainLetters = {PlainLetter{"ø", "o"},  PlainLetter{"ł", "l"},  PlainLetter{"đ", "d"},
                                      PlainLetter{"ı", "i"},  PlainLetter{"æ", "ae"}, PlainLetter{"œ", "oe"},
                                      PlainLetter{"þ", "th"}, PlainLetter{"ð", "d"},  PlainLetter{"ħ", "h"}};

}  // namespace

std::string search_form(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                              static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                              static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK |
                                                             UTF8PROC_CASEFOLD | UTF8PROC_STABLE));
  const std::string plain =
      n < 0 ? std::string(text) : std::string(reinterpret_cast<char*>(mapped), static_cast<std::size_t>(n));
  std::free(mapped);
  std::string out;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const auto c = static_cast<unsigned char>(plain[i]);
    // Apostrophes and full stops within a word join it: "Sana'a", "U.N.".
    const bool apostrophe = c == '\'' || c == '.' || plain.compare(i, 3, "\xE2\x80\x99") == 0;
    if (apostrophe) {
      i += c == 0xE2U ? 2 : 0;
      if (c == '.' && !out.empty() && i + 1 < plain.size() && plain[i + 1] == ' ' && out.back() != ' ')
        out.push_back(' ');
      continue;
    }
    const auto* plain_letter = std::find_if(kPlainLetters.begin(), kPlainLetters.end(), [&](const PlainLetter& l) {
      return c >= 0xC3U && c <= 0xC5U && plain.compare(i, l.letter.size(), l.letter) == 0;
    });
    if (plain_letter != kPlainLetters.end()) {
      out += plain_letter->plain;
      ++i;
    } else if (std::isalnum(c) != 0 || (c >= 0x80U && plain.compare(i, 2, "\xE2\x80") != 0)) {
      out.push_back(static_cast<char>(c));
    } else {
      if (c == 0xE2U) i += 2;
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string actor_key(const Entity& entity) {
  if (entity.anonymous) return {};
  const std::string name = search_form(entity.name);
  if (name.empty()) return {};
  switch (entity.type) {
    case EntityType::country:
      return "country " + (entity.country.empty() ? name : entity.country);
    case EntityType::person:
      // A full name is enough; a surname alone needs its country.
      return "person " + name + (name.find(' ') == std::string::npos ? " " + entity.country : "");
    default:
      return "body " + name + " " + entity.country;
  }
}

bool is_of_one_document(std::string_view key) {
  return key.size() > 1 && key[0] == 'd' && key[1] >= '0' && key[1] <= '9';  // others begin with a word
}

std::string key_in_document(std::int64_t document, std::size_t number) {
  return fmt::format("d{} e{}", document, number);
}

std::vector<std::string> names_of(const Entity& entity) {
  std::vector<std::string> names = {search_form(entity.name)};
  if (entity.type == EntityType::person) names.push_back(search_form(surname_of(entity.name)));
  if (entity.type == EntityType::country && !entity.country.empty()) names.push_back(search_form(entity.country));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::erase(names, "");
  return names;
}

std::int64_t happening_of(const std::vector<std::string>& parts) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const std::string& part : parts) {
    for (const char c : part + '\0') hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return static_cast<std::int64_t>(hash);
}

}  // namespace dragoman
