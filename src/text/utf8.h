// UTF-8, one character at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

/// Offset of the first byte that does not belong to valid UTF-8 (RFC 3629: no surrogates, nothing above U+10FFFF, no
/// overlong form), or `s.size()`.
std::size_t first_invalid_utf8(std::string_view s);

/// The code point that starts at `at` in valid UTF-8; moves `at` behind it.
inline char32_t next_code_point(std::string_view s, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80U) return s[at++];
  const int more = first >= 0xF0U ? 3 : first >= 0xE0U ? 2 : 1;
  char32_t c = first & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 1; i <= more; ++i) c = c << 6U | (byte(at + i) & 0x3FU);
  at += more + 1;
  return c;
}

/// Whether the byte is a character's first, in valid UTF-8.
constexpr bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Code points of valid UTF-8.
constexpr std::size_t code_point_count(std::string_view s) {
  std::size_t count = 0;
  for (const char c : s) count += starts_character(c) ? 1 : 0;
  return count;
}

/// Appends `c` to `out` as UTF-8.
void append_utf8(std::string& out, char32_t c);

}  // namespace dragoman
