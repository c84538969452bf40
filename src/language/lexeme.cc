#include "language/lexeme.h"

#include "model/model.h"
#include "text/utf8.h"

#include <algorithm>

#include <utf8proc.h>

namespace dragoman {

namespace {

bool is_letter(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return true;
    default:
      return false;
  }
}

// Decimal digits, and the superscript, subscript, circled and other single digits of Unicode's "Digit" type.
bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  if (utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND) return true;
  struct Range {
    char32_t first, last;
  };
  static constexpr Range kSingleDigits[] = {
      {0xB2, 0xB3},     {0xB9, 0xB9},       {0x1369, 0x1371},   {0x19DA, 0x19DA},   {0x2070, 0x2070},
      {0x2074, 0x2079}, {0x2080, 0x2089},   {0x2460, 0x2468},   {0x2474, 0x247C},   {0x2488, 0x2490},
      {0x24EA, 0x24EA}, {0x24F5, 0x24FD},   {0x24FF, 0x24FF},   {0x2776, 0x277E},   {0x2780, 0x2788},
      {0x278A, 0x2792}, {0x10A40, 0x10A43}, {0x10E60, 0x10E68}, {0x11052, 0x1105A}, {0x1F100, 0x1F10A}};
  return std::any_of(std::begin(kSingleDigits), std::end(kSingleDigits),
                     [c](Range r) { return r.first <= c && c <= r.last; });
}

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_upper(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LU;
}

bool is_cased(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LT;
}

bool is_case_ignorable(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
      return true;
    default:
      return c == '\'' || c == '.' || c == ':' || c == 0xB7 || c == 0x2018 || c == 0x2019 || c == 0x2024 || c == 0x2027;
  }
}

std::u32string decode(std::string_view word) {
  std::u32string out;
  for (std::size_t i = 0; i < word.size();) out.push_back(next_code_point(word, i));
  return out;
}

// Offset of the last `count` characters.
std::size_t tail_offset(std::string_view word, int count) {
  std::size_t i = word.size();
  for (; count > 0 && i > 0; --count) {
    do --i;
    while (i > 0 && (static_cast<unsigned char>(word[i]) & 0xC0U) == 0x80U);
  }
  return i;
}

}  // namespace

std::string word_shape(std::string_view word) {
  constexpr std::size_t kLong = 100;
  constexpr int kLongestRun = 4;
  std::string shape;
  char32_t last = 0;
  int run = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < word.size(); ++length) {
    if (length + 1 >= kLong) return "LONG";
    const char32_t c = next_code_point(word, i);
    char32_t form = c;
    if (is_letter(c)) {
      form = is_upper(c) ? U'X' : U'x';
    } else if (is_digit(c)) {
      form = U'd';
    }
    run = length > 0 && form == last ? run + 1 : 0;
    last = form;
    if (run < kLongestRun) append_utf8(shape, form);
  }
  return shape;
}

std::string lower_case(std::string_view word) {
  std::string out;
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    out = word;
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return out;
  }
  constexpr char32_t kDottedI = 0x130, kSigma = 0x3A3, kFinalSigma = 0x3C2, kDotAbove = 0x307;
  const std::u32string text = decode(word);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == kDottedI) {
      append_utf8(out, U'i');
      append_utf8(out, kDotAbove);
    } else if (text[i] == kSigma) {
      // Final where a cased letter stands before and none after, marks apart.
      std::size_t before = i, after = i + 1;
      while (before > 0 && is_case_ignorable(text[before - 1])) --before;
      while (after < text.size() && is_case_ignorable(text[after])) ++after;
      const bool final = before > 0 && is_cased(text[before - 1]) && (after == text.size() || !is_cased(text[after]));
      append_utf8(out, final ? kFinalSigma : static_cast<char32_t>(utf8proc_tolower(kSigma)));
    } else {
      append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(text[i]))));
    }
  }
  return out;
}

bool is_white_space(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    if (!is_space(next_code_point(word, i))) return false;
  }
  return !word.empty();
}

Result<NormTable> NormTable::load(const Model& model) {
  const auto keys = model.integers("norm/keys");
  if (!keys) return keys.error();
  const auto values = model.integers("norm/values");
  if (!values) return values.error();
  NormTable table;
  table.keys_ = *keys;
  table.values_ = values->subspan(0, std::min(values->size(), keys->size()));
  return table;
}

std::uint64_t NormTable::find(std::uint64_t orth) const {
  const auto it = std::lower_bound(keys_.begin(), keys_.end(), orth);
  const auto at = static_cast<std::size_t>(it - keys_.begin());
  return it != keys_.end() && *it == orth && at < values_.size() ? values_[at] : 0;
}

Lexeme NormTable::lexeme(std::string_view word, std::string_view lower) const {
  constexpr int kSuffix = 3;
  Lexeme lexeme;
  lexeme.orth = string_id(word);
  lexeme.lower = string_id(lower);
  lexeme.lower_text = lower;
  lexeme.start = word_start(word);
  lexeme.norm = find(lexeme.orth);
  if (lexeme.norm == 0) lexeme.norm = lexeme.lower;
  std::size_t first = 0;
  if (!word.empty()) next_code_point(word, first);
  lexeme.prefix = string_id(word.substr(0, first));
  lexeme.suffix = string_id(word.substr(tail_offset(word, kSuffix)));
  lexeme.shape = string_id(word_shape(word));
  lexeme.is_space = is_white_space(word);
  return lexeme;
}

}  // namespace dragoman
