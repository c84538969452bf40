// Patterns of what is no part of the story, from lexicon/story/boilerplate.txt.
//
// A pattern is met by a whole unit of text, a sentence or a line, in lower case and with single blanks; "*" stands for
// anything, at its ends too: "* contributed to this report*". `longest` keeps long sentences that only look alike.
#pragma once

#include "dragoman/record.h"
#include "dragoman/result.h"

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// The pairs of letters that stand side by side in a text, hashed.
class LetterPairs {
 public:
  explicit LetterPairs(std::string_view text);
  static std::uint16_t pair(char first, char second);
  bool has(std::uint16_t pair) const { return pairs_[pair]; }

 private:
  std::bitset<4096> pairs_;
};

struct BoilerplatePattern {
  std::vector<std::string> parts;    // between the asterisks
  std::vector<std::uint16_t> pairs;  // LetterPairs::pair of the parts: a unit without one of them is looked at no more
  bool open_start = false, open_end = false;
  bool line = false;        // met by whole lines, not sentences
  bool rest = false;        // all that follows it is no story either
  std::size_t longest = 0;  // bytes of the unit
  BoilerplateKind why = BoilerplateKind::other;

  bool meets(std::string_view unit, const LetterPairs& pairs_of_unit) const;
};

struct BoilerplatePatterns {
  std::vector<BoilerplatePattern> patterns;

  /// The first pattern that the unit meets, or nullptr.
  const BoilerplatePattern* find(std::string_view unit, bool line) const;
  static Result<BoilerplatePatterns> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
