#include "store/telling_words.h"

#include "store/compiled_fields.h"
#include "store/keys.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <unordered_map>

namespace dragoman {

namespace {

constexpr double kRareWord = .9;  // of a word that the lexicon does not list
constexpr double kName = .6;
constexpr double kNumber = .8;

/// How rare the listed stems are; 0 for words that say nothing.
const std::unordered_map<std::string, double>& listed_weights() {
  static const auto kWeights = [] {
    std::unordered_map<std::string, double> weights;
    double weight = 0;
    each_field(common_words_text(), [&](std::string_view key, std::string_view value) {
      if (key == "weight") std::from_chars(value.data(), value.data() + value.size(), weight);
      if (key != "words") return;
      for (const std::string_view word : split_values(value)) weights.emplace(word, weight);
    });
    return weights;
  }();
  return kWeights;
}

bool is_letter(unsigned char c) {
  return std::isalpha(c) != 0 || c >= 0xC3U;
}

/// Typographic marks of three bytes (dashes, quotation marks, dots) part words.
bool is_mark(std::string_view text, std::size_t at) {
  return text.compare(at, 2, "\xE2\x80") == 0;
}

bool is_digit_or_point(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (std::isdigit(c) != 0) return true;
  return (c == ',' || c == '.') && at + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0;
}

}  // namespace

std::string stem_of(std::string_view folded) {
  constexpr std::array<std::string_view, 13> kEndings = {"ings", "ing", "ers", "er", "edly", "ed", "ions",
                                                         "ion",  "ies", "es",  "s",  "e",    "y"};
  constexpr std::size_t kLeast = 4;
  for (const std::string_view ending : kEndings) {
    if (folded.size() >= kLeast + ending.size() && folded.ends_with(ending))
      return std::string(folded.substr(0, folded.size() - ending.size()));
  }
  return std::string(folded);
}

std::vector<StemmedWord> stemmed_words(std::string_view text) {
  std::vector<StemmedWord> words;
  const auto& weights = listed_weights();
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    StemmedWord word;
    std::size_t end = at + 1;
    if (std::isdigit(first) != 0) {
      while (end < text.size() && is_digit_or_point(text, end)) ++end;
      word.is_number = true;
      word.weight = kNumber;
      for (const char c : text.substr(at, end - at)) {
        if (c != ',') word.stem.push_back(c);
      }
      words.push_back(std::move(word));
    } else if (is_letter(first) && !is_mark(text, at)) {
      while (end < text.size() &&
             (is_letter(static_cast<unsigned char>(text[end])) ||
              (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) &&
             !is_mark(text, end))
        ++end;
      const std::string folded = search_form(text.substr(at, end - at));
      word.stem = stem_of(folded);
      word.is_capital = std::isupper(first) != 0;
      // Words that say nothing are listed as they stand, the others by their stems.
      auto listed = weights.find(folded);
      if (listed == weights.end() || listed->second > 0) listed = weights.find(word.stem);
      word.weight = listed != weights.end() ? listed->second : word.is_capital ? kName : kRareWord;
      if (folded.size() > 2 && word.weight > 0) words.push_back(std::move(word));
    }
    at = end;
  }
  return words;
}

}  // namespace dragoman
