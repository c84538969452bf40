// How a word starts: what phrases of the lexicon are looked up by.
#pragma once

#include "text/ascii.h"

#include <cstdint>
#include <string_view>

namespace dragoman {

inline constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";

inline bool is_curly_apostrophe(std::string_view text, std::size_t at) {
  return text[at] == kCurlyApostrophe[0] && text.substr(at).starts_with(kCurlyApostrophe);
}

/// FNV-1a.
inline constexpr std::uint32_t kHashSeed = 2166136261U;
constexpr std::uint32_t hashed(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
}

/// The first run of letters and digits of a word, or its first character: how many bytes it has, and their hash, the
/// same for small letters and capitals of ASCII.
struct WordStart {
  std::uint32_t hash = kHashSeed, size = 0;
};

inline WordStart word_start(std::string_view word) {
  const auto is_word = [](char c) {
    return is_ascii_digit(c) || is_ascii_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
  };
  WordStart start;
  while (start.size < word.size() && is_word(word[start.size]) && !is_curly_apostrophe(word, start.size))
    start.hash = hashed(start.hash, ascii_lower(word[start.size++]));
  if (start.size == 0 && !word.empty()) start.hash = hashed(start.hash, word[start.size++]);
  return start;
}

}  // namespace dragoman
