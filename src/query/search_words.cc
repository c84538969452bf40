#include "query/search_words.h"

#include "store/keys.h"
#include "text/ascii.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <utf8proc.h>

namespace dragoman {

namespace {

constexpr std::array<std::string_view, 8> kQuotes = {"\"", "“", "”", "„", "«", "»", "‟", "＂"};
constexpr std::array<std::string_view, 4> kMinus = {"-", "−", "–", "—"};
constexpr std::array<std::string_view, 5> kHyphens = {"-", "‐", "‑", "–", "−"};
constexpr std::array<std::string_view, 4> kApostrophes = {"'", "’", "ʼ", "‘"};

template <std::size_t N>
std::size_t starts_with_one_of(std::string_view s, const std::array<std::string_view, N>& signs) {
  for (const std::string_view sign : signs) {
    if (s.starts_with(sign)) return sign.size();
  }
  return 0;
}

bool is_blank_at(std::string_view s, std::size_t at) {
  return s[at] == ' ' || (s[at] >= '\t' && s[at] <= '\r') || s.substr(at).starts_with("\xC2\xA0");
}

template <std::size_t N>
std::string without(std::string_view word, const std::array<std::string_view, N>& signs) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t sign = starts_with_one_of(word.substr(at), signs);
    if (sign == 0) out.push_back(word[at]);
    at += std::max<std::size_t>(sign, 1);
  }
  return out;
}

/// "Korea’s" as "Korea".
std::string_view without_possessive(std::string_view word) {
  for (const std::string_view apostrophe : kApostrophes) {
    const std::size_t size = apostrophe.size() + 1;
    if (word.size() <= size || ascii_lower(word.back()) != 's') continue;
    if (word.substr(word.size() - size).starts_with(apostrophe)) return word.substr(0, word.size() - size);
  }
  return word;
}

/// "U.S.", "U.N": single letters with full stops between them.
bool is_initials_with_stops(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += 2) {
    const bool letter = ascii_lower(word[at]) >= 'a' && ascii_lower(word[at]) <= 'z';
    if (!letter || (at + 1 < word.size() && word[at + 1] != '.')) return false;
    ++letters;
  }
  return letters >= 2;
}

bool is_initials(std::string_view word) {
  constexpr std::size_t kMost = 4;
  return is_of_capitals(word, 2, kMost);
}

/// Words of the language that initials spell too: "us" is mostly no country.
bool is_common_word(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kWords = {"us", "it", "is", "as", "in", "on", "so", "he", "me",
                                                              "we", "no", "or", "am", "an", "at", "be", "if", "who"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// "3 5bn" as "3 5 bn".
std::string numbers_apart(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool letter = c >= 'a' && c <= 'z';
    if (letter && !out.empty() && is_ascii_digit(out.back())) out.push_back(' ');
    out.push_back(c);
  }
  return out;
}

/// "lodz" as "łodz", "lødz" …: letters that people type without their stroke, of which the index keeps the stroke.
void add_letters_with_strokes(std::string_view words, std::vector<std::string>& ways) {
  struct Letter {
    std::string_view plain, letter;
  };
  static constexpr std::array kLetters = {Letter{"o", "ø"},  Letter{"l", "ł"},  Letter{"d", "đ"},
                                          Letter{"ae", "æ"}, Letter{"oe", "œ"}, Letter{"ss", "ß"}};
  constexpr std::size_t kMost = 24;
  const std::size_t first = ways.size();
  const auto replace = [&](const std::string& of, std::size_t from) {
    for (std::size_t at = from; at < of.size(); ++at) {
      for (const Letter& l : kLetters) {
        if (of.compare(at, l.plain.size(), l.plain) != 0 || ways.size() - first >= kMost) continue;
        ways.push_back(of.substr(0, at) + std::string(l.letter) + of.substr(at + l.plain.size()));
      }
    }
  };
  replace(std::string(words), 0);
  const std::size_t once = ways.size();  // and two in one word: "Malmø", "Ørsted-Łodz"
  for (std::size_t i = first; i < once; ++i) {
    const std::string way = ways[i];
    const auto high =
        std::find_if(way.rbegin(), way.rend(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
    replace(way, static_cast<std::size_t>(way.rend() - high));
  }
}

/// "oneill" as "o neill", "peacekeeping" as "peace keeping": what a text may write with an apostrophe or a hyphen.
void add_parted(const std::string& word, std::vector<std::string>& ways) {
  const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters) return;
  constexpr std::size_t kShortestName = 5, kShortestPart = 4, kLongest = 24;
  if (word.size() >= kShortestName && (word[0] == 'o' || word[0] == 'd' || word[0] == 'l'))
    ways.push_back(word.substr(0, 1) + " " + word.substr(1));
  static constexpr std::array<std::string_view, 12> kNoPart = {"over", "under", "with", "from",  "into", "upon",
                                                               "them", "some",  "what", "every", "when", "here"};
  for (std::size_t at = kShortestPart; at + kShortestPart <= word.size() && word.size() <= kLongest; ++at) {
    const std::string first = word.substr(0, at);
    if (std::find(kNoPart.begin(), kNoPart.end(), first) == kNoPart.end())
      ways.push_back(first + " " + word.substr(at));
  }
}

SearchTerm term_of(std::string_view word, bool quoted) {
  SearchTerm term;
  if (word.size() > 1 && word.back() == '*') {
    term.begins = true;
    word.remove_suffix(1);
  }
  const auto add = [&](std::string way) {
    if (!way.empty() && std::find(term.ways.begin(), term.ways.end(), way) == term.ways.end())
      term.ways.push_back(std::move(way));
  };
  if (!quoted) word = without_possessive(word);
  const std::string words = words_as_indexed(word);
  add(words);
  if (std::string plain = words_as_indexed(search_form(word)); !is_common_word(plain)) add(plain);  // "Łódź" as "lodz"
  if (quoted || words.empty()) return term;
  const std::string together = words_as_indexed(without(without(word, kApostrophes), kHyphens));
  if (together != words && !is_common_word(together)) add(together);
  if (is_initials_with_stops(word)) {
    std::string letters = words;
    std::erase(letters, ' ');
    if (!is_common_word(letters)) add(letters);
  } else if (is_initials(word)) {
    std::string letters;
    for (const char c : words) letters += (letters.empty() ? "" : " ") + std::string(1, c);
    add(letters);
  }
  add(numbers_apart(words));
  if (!term.begins) add_parted(words, term.ways);
  add_letters_with_strokes(words, term.ways);
  return term;
}

}  // namespace

std::string words_as_indexed(std::string_view text) {
  // As the tokenizer unicode61 of SQLite does with remove_diacritics: words are of letters, digits and private signs.
  std::string out;
  const auto add = [&](utf8proc_int32_t c) {
    const utf8proc_category_t kind = utf8proc_category(c);
    const bool mark = kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_ME;
    if (mark) return;
    const bool in_word = (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
                         (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO) || kind == UTF8PROC_CATEGORY_CO;
    if (in_word) {
      append_utf8(out, static_cast<char32_t>(utf8proc_tolower(c)));
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  };
  if (first_invalid_utf8(text) != text.size()) text = text.substr(0, first_invalid_utf8(text));
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    constexpr int kMost = 8;
    std::array<utf8proc_int32_t, kMost> parts{};
    int bound = 0;
    const auto n =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), kMost, UTF8PROC_DECOMPOSE, &bound);
    for (int i = 0; i < std::min<int>(static_cast<int>(n), kMost); ++i) add(parts[static_cast<std::size_t>(i)]);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<SearchTerm> search_terms(std::string_view typed) {
  std::vector<SearchTerm> terms;
  bool either = false, not_next = false;  // OR and NOT stand before the next word
  for (std::size_t at = 0; at < typed.size();) {
    if (is_blank_at(typed, at)) {
      at += typed[at] == '\xC2' ? 2 : 1;
      continue;
    }
    bool unwanted = false;
    if (const std::size_t minus = starts_with_one_of(typed.substr(at), kMinus);
        minus > 0 && at + minus < typed.size() && !is_blank_at(typed, at + minus)) {
      unwanted = true;
      at += minus;
    }
    const std::size_t quote = starts_with_one_of(typed.substr(at), kQuotes);
    at += quote;
    std::size_t end = at;
    while (end < typed.size() && starts_with_one_of(typed.substr(end), kQuotes) == 0 &&
           (quote > 0 || !is_blank_at(typed, end))) {
      ++end;
    }
    const std::string_view word = typed.substr(at, end - at);
    const bool between = quote == 0 && !unwanted && !terms.empty() && typed.find_first_not_of(' ', end) < typed.size();
    if (between && (word == "AND" || word == "OR" || word == "NOT")) {
      either = word == "OR";
      not_next = word == "NOT";
      at = end;
      continue;
    }
    SearchTerm term = term_of(word, quote > 0);
    at = end;
    if (quote > 0 && at < typed.size()) at += starts_with_one_of(typed.substr(at), kQuotes);
    term.unwanted = unwanted || not_next;
    const bool joins = either && !term.unwanted && !terms.back().unwanted && terms.back().begins == term.begins;
    either = not_next = false;
    if (joins) {
      terms.back().ways.insert(terms.back().ways.end(), term.ways.begin(), term.ways.end());
      continue;
    }
    const auto same = [&](const SearchTerm& other) {
      return other.ways.front() == term.ways.front() && other.unwanted == term.unwanted && other.begins == term.begins;
    };
    if (!term.ways.empty() && std::none_of(terms.begin(), terms.end(), same)) terms.push_back(std::move(term));
  }
  return terms;
}

std::string match_expression(const std::vector<SearchTerm>& terms) {
  std::string wanted, unwanted;
  for (const SearchTerm& term : terms) {
    std::string one;
    for (const std::string& way : term.ways)
      one += (one.empty() ? "\"" : " OR \"") + way + (term.begins ? "\" *" : "\"");
    std::string& all = term.unwanted ? unwanted : wanted;
    all += (all.empty() ? "(" : term.unwanted ? " OR (" : " AND (") + one + ")";
  }
  return unwanted.empty() ? wanted : "(" + wanted + ") NOT (" + unwanted + ")";
}

}  // namespace dragoman
