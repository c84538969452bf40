// The words of a text as tellings are compared by them: stems without case and marks, with how rare each is
// (lexicon/links/common_words.txt).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

struct StemmedWord {
  std::string stem;
  double weight = 0;  // 0 to 1: how rare it is; a name less than a rare word, since names are many
  bool is_number = false;
  bool is_capital = false;
};

/// The words of a piece of text, but for those that say nothing ("the", "Monday"), in their order.
std::vector<StemmedWord> stemmed_words(std::string_view text);

/// A word without its ending: "resigned" and "resigns" have the same. The word is folded.
std::string stem_of(std::string_view folded);

std::string_view common_words_text();
std::string_view link_weights_text();

}  // namespace dragoman
