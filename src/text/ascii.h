// Letters, digits and blanks of ASCII, whatever the locale; other bytes stay as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Whether it is made of capitals alone, at least and at most so many: "UNHCR".
constexpr bool is_of_capitals(std::string_view word, std::size_t least, std::size_t most = std::string_view::npos) {
  return word.size() >= least && word.size() <= most && std::all_of(word.begin(), word.end(), is_ascii_upper);
}

constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

inline std::string ascii_lower(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return ascii_lower(c); });
  return out;
}

/// Without blanks, tabs and carriage returns at the ends.
constexpr std::string_view without_blanks(std::string_view s) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = s.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(kBlanks) - begin + 1);
}

/// The words of it, parted by blanks.
inline std::vector<std::string_view> split_at_blanks(std::string_view s) {
  std::vector<std::string_view> words;
  while (!s.empty()) {
    const std::size_t blank = s.find(' ');
    if (blank > 0) words.push_back(s.substr(0, blank));
    if (blank == std::string_view::npos) break;
    s.remove_prefix(blank + 1);
  }
  return words;
}

}  // namespace dragoman
