#include "lexicon/nearest.h"

#include "text/ascii.h"

#include <algorithm>
#include <vector>

namespace dragoman {

namespace {

/// Calls `use` for each word of "a | b | c" until it returns true.
template <class Use>
bool any_of_list(std::string_view list, Use use) {
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find('|'), list.size());
    if (const std::string_view word = without_blanks(list.substr(0, bar)); !word.empty() && use(word)) return true;
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return false;
}

}  // namespace

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
  any_of_list(list, [&](std::string_view known) {
    const std::size_t distance = edit_distance(word, known);
    if (distance < least && distance < known.size()) {
      least = distance;
      nearest = known;
    }
    return false;
  });
  return nearest;
}

bool list_has(std::string_view list, std::string_view word) {
  return any_of_list(list, [word](std::string_view known) { return known == word; });
}

}  // namespace dragoman
