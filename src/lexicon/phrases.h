// Phrases of the lexicon, found in a parse whatever the tokens are that it splits them into.
#pragma once

#include "language/parse.h"
#include "text/text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  std::optional<Match> longest(const Parse& parse, const Text& text, TokenIndex at) const {
    if (at >= parse.size() || !may_start(parse[at].start.hash)) return std::nullopt;
    return longest_started(parse, text, at);
  }
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
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  struct Phrase {
    std::uint32_t begin = 0, size = 0;  // of its spelling in `spellings_`
    std::uint32_t value = 0;
    std::uint32_t start_hash = 0, opening_hash = 0, spelling_hash = 0;
    std::uint32_t next_opening = kNone, next_spelling = kNone;  // the next phrase of the same bucket
  };

  bool may_start(std::uint32_t start_hash) const {
    if (starts_.empty()) return false;
    const std::size_t bit = bit_of(start_hash);
    return ((starts_[bit / 64] >> (bit % 64)) & 1U) != 0;
  }
  std::optional<Match> longest_started(const Parse& parse, const Text& text, TokenIndex at) const;
  std::string_view spelling(const Phrase& phrase) const {
    return std::string_view(spellings_).substr(phrase.begin, phrase.size);
  }
  void append_spelling(std::string& out, std::string_view text) const;
  std::uint32_t find_spelling(std::uint32_t hash, std::string_view wanted) const;
  void put_into_buckets(std::uint32_t number);
  /// The hash of an opening; NUL stands for a character that is not there.
  static std::uint32_t opening(std::uint32_t start_hash, char second, char third);
  /// Bytes of `text` that a phrase of the spelling covers, or 0.
  std::size_t covers(std::string_view spelling, std::string_view text) const;

  std::size_t bit_of(std::uint32_t start_hash) const {
    return (start_hash ^ (start_hash >> 16U)) & (starts_.size() * 64 - 1);
  }

  bool ignore_case_;
  // A bit for how each phrase starts, hashed, sixteen times as many as buckets: most words start none, and are known by
  // a bit of a table that is small enough to be at hand.
  std::vector<std::uint64_t> starts_;
  std::string spellings_;  // one behind the other, so that a table is few pieces of memory
  std::vector<Phrase> phrases_;
  // Buckets by hash, as many as a power of two: the number of the first phrase, or kNone. A start is the first run of
  // letters and digits; an opening is the start and what stands behind it, two characters at the most, since many
  // phrases begin with one word.
  std::vector<std::uint32_t> by_opening_, by_spelling_;
};

}  // namespace dragoman
