#include "text/readable_text.h"

#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace dragoman {

namespace {

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_word_byte(char c) {
  return is_small_letter(ascii_lower(c)) || c == '-' || c == '\'' || static_cast<unsigned char>(c) >= 0x80U;
}

/// Behind the line end and the blanks that follow the hyphen at `at`; 0 where the word does not go on.
std::size_t behind_line_end(std::string_view text, std::size_t at) {
  std::size_t next = at + 1;
  if (next < text.size() && text[next] == '\r') ++next;
  if (next >= text.size() || text[next] != '\n') return 0;
  ++next;
  while (next < text.size() && (text[next] == ' ' || text[next] == '\t')) ++next;
  const bool letters = at > 0 && is_small_letter(text[at - 1]) && next < text.size() && is_small_letter(text[next]);
  return letters ? next : 0;
}

/// True behind the bracket of "Lima (CNN)Peru accused", at the head of a line, where a blank has been left out.
bool wants_blank(std::string_view text, std::size_t at) {
  constexpr std::size_t kLook = 80, kLongest = 12;
  if (at < 4 || at + 1 >= text.size() || text[at - 1] != ')' || !is_ascii_upper(text[at]) ||
      !is_small_letter(text[at + 1]))
    return false;
  std::size_t open = at - 1;
  while (open > 0 && is_ascii_upper(text[open - 1])) --open;
  const std::size_t letters = at - 1 - open;
  if (letters < 2 || letters > kLongest || open == 0 || text[open - 1] != '(') return false;
  const std::string_view before = text.substr(open - std::min(open, kLook), std::min(open, kLook));
  return open <= kLook || before.find('\n') != std::string_view::npos;
}

/// A curly apostrophe before the ending of a word: "didn’t", "the minister’s", "1990’s"; not a closing quotation mark,
/// nor within a name, which stays as it is written ("Alia’a").
bool is_apostrophe(std::string_view text, std::size_t begin, std::size_t end, char32_t c) {
  if ((c != 0x2019 && c != 0x02BC) || begin == 0 || end == text.size()) return false;
  const char before = text[begin - 1];
  const bool word = is_word_byte(before) && before != '-' && before != '\'';
  if (!word && !(before >= '0' && before <= '9')) return false;
  constexpr std::size_t kLongest = 2;
  std::string ending;
  for (std::size_t at = end; at < text.size() && is_word_byte(text[at]) && ending.size() <= kLongest; ++at)
    ending += ascii_lower(text[at]);
  constexpr std::array<std::string_view, 7> kEndings = {"s", "t", "d", "m", "ll", "re", "ve"};
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool is_letter(char c) {
  return is_small_letter(ascii_lower(c));
}

bool begins_name(char c) {
  return is_ascii_upper(c) || static_cast<unsigned char>(c) >= 0xC3U;
}

/// Where "Capt" of "Capt. Ana Paz" and "Brig" of "Brig. Gen. Ana Paz" begin, whose last full stop is at `stop`: the
/// first short form of the list with nothing but short forms behind it. `stop` itself where there is none.
std::size_t begin_of_short_forms(std::string_view text, std::size_t stop, const WordSet& words) {
  constexpr std::size_t kLongestOfOthers = 3;
  std::size_t first = stop;
  for (std::size_t end = stop;;) {
    std::size_t begin = end;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    if (begin == end || !is_ascii_upper(text[begin])) return first;
    if (words.contains(text.substr(begin, end - begin))) {
      first = begin;
    } else if (end - begin > kLongestOfOthers) {
      return first;
    }
    if (begin < 2 || text[begin - 1] != ' ' || text[begin - 2] != '.') return first;
    end = begin - 2;
  }
}

/// A country's name or that of its people, unless it is somebody's first name: "Peru agreed", not "Jordan Lund".
bool begins_with_country(std::string_view text, const IsCountry& is_country) {
  constexpr std::size_t kLongest = 40;
  std::size_t country = 0;
  for (std::size_t end = 1; end <= std::min(kLongest, text.size()); ++end) {
    const bool in_word = end < text.size() && (is_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80U);
    if (!in_word && is_country(text.substr(0, end))) country = end;
  }
  return country > 0 && !(country + 1 < text.size() && text[country] == ' ' && begins_name(text[country + 1]));
}

/// A word of grammar right before `at`, on the same line or at the end of the one before: "the", "to", "is".
bool follows_small_word(std::string_view text, std::size_t at, const WordSet& small) {
  if (at < 2 || (text[at - 1] != ' ' && text[at - 1] != '\n')) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return small.contains(ascii_lower(text.substr(begin, at - 1 - begin)));
}

/// The full stop of "Capt. Ana Paz" and of "Brig. Gen. Ana Paz", where a short form of the list goes before another;
/// not that of "The rank is Lt. Peru agreed", behind which another sentence begins.
bool ends_short_form(std::string_view text, std::size_t at, const ShortForms& short_forms,
                     const IsCountry& is_country) {
  if (text[at] != '.' || at < 2 || at + 2 >= text.size() || short_forms.words.empty()) return false;
  const std::size_t name = text[at + 1] == ' ' ? at + 2 : at + 1;
  if (!begins_name(text[name])) return false;
  const std::size_t begin = begin_of_short_forms(text, at, short_forms.words);
  if (begin == at) return false;
  std::size_t end = name;
  while (end < text.size() && is_letter(text[end])) ++end;
  if (short_forms.small.contains(ascii_lower(text.substr(name, end - name)))) return false;
  return !is_country || !follows_small_word(text, begin, short_forms.small) ||
         !begins_with_country(text.substr(name), is_country);
}

bool changes_something(std::string_view text, const ShortForms& short_forms, const IsCountry& is_country) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c < 0x80 ? (c == '-' && behind_line_end(text, begin) > 0) || wants_blank(text, begin) ||
                       ends_short_form(text, begin, short_forms, is_country)
                 : has_no_width(c) || is_unusual_blank(c) || is_apostrophe(text, begin, at, c))
      return true;
  }
  return false;
}

}  // namespace

bool has_no_width(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         c == 0xFEFF;
}

bool is_unusual_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

WordsOfText::WordsOfText(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end > at) words_.push_back(ascii_lower(text.substr(at, end - at)));
    at = end + 1;
  }
  std::sort(words_.begin(), words_.end());
}

bool WordsOfText::keeps_hyphen(std::string_view first, std::string_view second) const {
  const auto has = [&](const std::string& word) { return std::binary_search(words_.begin(), words_.end(), word); };
  const std::string one(first), two(second);
  if (has(one + two)) return false;
  constexpr std::size_t kShortest = 3;
  const bool two_words = one.size() >= kShortest && two.size() >= kShortest && has(one) && has(two);
  return two_words || has(one + "-" + two) || first.find('-') != std::string_view::npos;
}

std::uint32_t ReadableText::begin_of(std::uint32_t begin) const {
  return begin < length ? origin_of(begin) : end_of(begin);
}

std::uint32_t ReadableText::end_of(std::uint32_t end) const {
  return end == 0 || length == 0 ? 0 : origin_of(std::min(end, length) - 1) + 1;
}

std::uint32_t ReadableText::origin_of(std::uint32_t n) const {
  const auto behind = std::partition_point(shifts.begin(), shifts.end(), [&](const Shift& s) { return s.at <= n; });
  return n + (behind == shifts.begin() ? 0 : std::prev(behind)->by);
}

std::optional<ReadableText> readable_text(std::string_view text, const ShortForms& short_forms,
                                          const IsCountry& is_country) {
  if (!changes_something(text, short_forms, is_country)) return std::nullopt;
  std::optional<WordsOfText> words;  // few texts have words that are parted
  ReadableText out;
  out.text.reserve(text.size());
  std::uint32_t number = 0;
  const auto keep = [&](std::string_view bytes) {
    out.text += bytes;
    const std::uint32_t by = number - out.length;
    if (by != (out.shifts.empty() ? 0 : out.shifts.back().by)) out.shifts.push_back({out.length, by});
    ++out.length;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (const std::size_t next = c == '-' ? behind_line_end(text, begin) : 0; next > 0) {
      std::size_t first = begin, end = next;
      while (first > 0 && is_word_byte(text[first - 1])) --first;
      while (end < text.size() && is_word_byte(text[end])) ++end;
      const std::string before = ascii_lower(text.substr(first, begin - first));
      if (!words) words.emplace(text);
      if (words->keeps_hyphen(before, ascii_lower(text.substr(next, end - next)))) keep("-");
      number += static_cast<std::uint32_t>(next - begin);  // all of them ASCII
      at = next;
      continue;
    }
    if (wants_blank(text, begin)) keep(" ");
    if (ends_short_form(text, begin, short_forms, is_country)) {
      if (text[at] != ' ') keep(" ");
      ++number;
      continue;
    }
    if (is_unusual_blank(c)) {
      keep(" ");
    } else if (is_apostrophe(text, begin, at, c)) {
      keep("'");
    } else if (!has_no_width(c)) {
      keep(text.substr(begin, at - begin));
    }
    ++number;
  }
  return out;
}

}  // namespace dragoman
