#include "output/matter_words.h"

#include "text/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace dragoman {

namespace {

constexpr std::array<std::string_view, 14> kLinks = {"of",   "on",      "to", "for", "in",      "with", "against",
                                                     "from", "between", "by", "at",  "towards", "over", "about"};
constexpr std::array<std::string_view, 6> kClauses = {"that", "which", "who", "whose", "where", "when"};
constexpr std::array<std::string_view, 12> kPronouns = {"it",  "this", "them",  "him",   "her",  "us",
                                                        "you", "me",   "these", "those", "both", "what"};

template <std::size_t N>
bool is_any(const std::array<std::string_view, N>& all, std::string_view word) {
  return std::find(all.begin(), all.end(), word) != all.end();
}

/// Whether the second is the plural of the first: "protocols" of "protocol", "taxes" of "tax", "treaties" of "treaty".
bool is_plural_of(std::string_view one, std::string_view many) {
  if (many.starts_with(one)) return many.substr(one.size()) == "s" || many.substr(one.size()) == "es";
  return one.ends_with('y') && many.ends_with("ies") &&
         one.substr(0, one.size() - 1) == many.substr(0, many.size() - 3);
}

bool is_same_word(std::string_view one, std::string_view other) {
  return one == other || is_plural_of(one, other) || is_plural_of(other, one);
}

std::string_view without_marks(std::string_view word) {
  while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back())) != 0) word.remove_suffix(1);
  while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.front())) != 0) word.remove_prefix(1);
  return word;
}

}  // namespace

std::string matter_in_words(const std::string& label, std::string_view theme) {
  constexpr std::size_t kMostWords = 10;
  std::vector<std::string_view> words = split_at_blanks(theme);
  if (!words.empty() && is_any(kLinks, words.front()) && words.front() != "to") words.erase(words.begin());
  if (words.empty() || words.front() == "to" || words.front() == "not" || is_any(kClauses, ascii_lower(words.front())))
    return label;
  // The phrase ends where a clause or something behind a comma begins; its head stands before the first preposition.
  std::string phrase, head;
  bool headed = false;
  std::size_t count = 0;
  for (const std::string_view word : words) {
    if (is_any(kClauses, word)) break;
    headed = headed || is_any(kLinks, word);
    const bool last = word.ends_with(',') || word.ends_with(';');
    const std::string_view bare = last ? word.substr(0, word.size() - 1) : word;
    if (!headed) head = ascii_lower(bare);
    phrase += (phrase.empty() ? "" : " ") + std::string(bare);
    ++count;
    if (last) break;
    if (ascii_lower(phrase).ends_with(" " + ascii_lower(label))) break;
  }
  if (head.empty() || count > kMostWords || (count == 1 && is_any(kPronouns, head))) return label;
  const std::string in_label = ascii_lower(label);
  for (const std::string_view word : split_at_blanks(in_label)) {
    if (is_same_word(without_marks(head), without_marks(word))) return label;
  }
  return phrase;
}

}  // namespace dragoman
