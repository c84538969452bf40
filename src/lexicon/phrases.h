// Phrases of the lexicon, found in a parse whatever the tokens are that it splits them into.
#pragma once

#include "language/parse.h"
#include "text/text.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

class PhraseTable {
 public:
  enum class Case { exact, ignored };
  explicit PhraseTable(Case letters) : ignore_case_(letters == Case::ignored) {}

  /// Adds a phrase with its value; of two equal phrases the first stays.
  void add(std::string_view phrase, std::uint32_t value);

  struct Match {
    TokenIndex end = 0;
    std::uint32_t value = 0;
  };
  /// The longest phrase that begins at the token and ends with a token; none behind the last token.
  std::optional<Match> longest(const Parse& parse, const Text& text, TokenIndex at) const;
  struct Ending {
    TokenIndex begin = 0;
    std::uint32_t value = 0;
  };
  /// Of the phrases that end right before token `end` the one that reaches furthest back: `most` tokens, not before
  /// `floor`.
  std::optional<Ending> ending_at(const Parse& parse, const Text& text, TokenIndex floor, TokenIndex end,
                                  TokenIndex most) const;
  /// The value of a phrase that is the whole of `text`.
  std::optional<std::uint32_t> find(std::string_view text) const;

 private:
  struct Phrase {
    std::string text;
    std::uint32_t value = 0;
  };
  std::string key_of(std::string_view start) const;
  std::string spelling_of(std::string_view text) const;
  /// Bytes of `text` that the phrase covers, or 0.
  std::size_t covers(const Phrase& phrase, std::string_view text) const;

  bool ignore_case_;
  std::bitset<(1U << 16U)> starts_;  // of how phrases start, hashed: most words start none
  std::unordered_map<std::string, std::vector<Phrase>> by_start_;  // by the first run of letters and digits
  std::unordered_map<std::string, std::uint32_t> whole_;           // by their spelling
};

}  // namespace dragoman
