#include "lexicon/nearest.h"

#include "lexicon/stanza.h"
#include "text/ascii.h"

#include <algorithm>
#include <vector>

namespace dragoman {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = ascii_lower(a[i - 1]), y = ascii_lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (x == y ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && x == ascii_lower(b[j - 2]) && y == ascii_lower(a[i - 2]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::string_view nearest_word(std::string_view word, std::string_view list) {
  constexpr std::size_t kLongest = 60;  // bytes; what is longer is no slip of the pen
  if (word.size() > kLongest) return {};
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  const auto begins_alike = [&](std::string_view known) {
    return !word.empty() && !known.empty() && ascii_lower(word[0]) == ascii_lower(known[0]);
  };
  for (const std::string_view known : split_values(list)) {
    const std::size_t distance = edit_distance(word, known);
    const bool alike =
        distance == least && begins_alike(known) && !begins_alike(nearest);  // first letters are seldom wrong
    if ((distance >= least && !(alike && !nearest.empty())) || distance >= known.size()) continue;
    least = distance;
    nearest = known;
  }
  return nearest;
}

bool list_has(std::string_view list, std::string_view word) {
  if (list == word) return !word.empty();
  for (std::size_t at = list.find(word); at != std::string_view::npos && !word.empty(); at = list.find(word, at + 1)) {
    const std::string_view before = without_blanks(list.substr(0, at));
    const std::string_view behind = without_blanks(list.substr(at + word.size()));
    if ((before.empty() || before.back() == '|') && (behind.empty() || behind.front() == '|')) return true;
  }
  return false;
}

}  // namespace dragoman
