#include "output/matter_words.h"

#include "text/ascii.h"

#include <algorithm>
#include <array>
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

std::vector<std::string_view> words_of(std::string_view all) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(' ', at), all.size());
    if (end > at) out.push_back(all.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// "protocol" and "protocols", "treaty" and "treaties".
bool is_same_word(const std::string& one, const std::string& other) {
  constexpr std::size_t kEnding = 3;
  const auto apart = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  const auto common = static_cast<std::size_t>(apart.first - one.begin());
  return common > 2 && std::max(one.size(), other.size()) <= common + kEnding;
}

}  // namespace

std::string matter_in_words(const std::string& label, std::string_view theme) {
  constexpr std::size_t kMostWords = 10;
  std::vector<std::string_view> words = words_of(theme);
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
  for (const std::string_view word : words_of(in_label)) {
    if (is_same_word(head, std::string(word))) return label;
  }
  return phrase;
}

}  // namespace dragoman
