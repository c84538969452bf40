// A text as it is read: without the characters that are there for the eye alone, and with the way back.
//
// "Ar<soft hyphen>rieta met the ambas-\nsador" is read as "Arrieta met the ambassador".
#pragma once

#include "text/by_word.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// Soft hyphens, marks of direction and the like, which have no width.
bool has_no_width(char32_t c);
/// Blanks that are wider or narrower than the plain one, or that part no line; not tabs and ends of lines.
bool is_unusual_blank(char32_t c);

struct ReadableText {
  /// From code point `at` of `text` to the next shift, what is read stands `by` code points further on in the text as
  /// given, or before, where blanks were put in: the sum wraps around.
  struct Shift {
    std::uint32_t at = 0, by = 0;
  };

  std::string text;
  std::uint32_t length = 0;   // code points of `text`
  std::vector<Shift> shifts;  // in text order, where there is something between

  /// The place in the text as given of a stretch that begins, or ends, at a code point of `text`.
  std::uint32_t begin_of(std::uint32_t begin) const;
  std::uint32_t end_of(std::uint32_t end) const;

 private:
  std::uint32_t origin_of(std::uint32_t n) const;
};

/// Short forms that stand before names ("Capt", "Sgt"), whose full stop the model takes for the end of a sentence, and
/// the words of grammar, which begin a sentence rather than a name ("the").
struct ShortForms {
  WordSet words;  // as written
  WordSet small;  // in small letters
};

/// Whether the words are the name of a country or of its people, as written.
using IsCountry = std::function<bool(std::string_view)>;

/// Drops what has no width, makes unusual blanks plain ones, and the curly apostrophes before the ends of words (the
/// model's texts have no others: "isn’t" would not be read as a denial), joins words that a hyphen parts at the end of
/// a line, drops the full stop of a short form before a name ("Capt. Ana Paz"), though not where a word of grammar
/// goes before it and a country's name follows ("Her rank is Lt. Peru agreed"), and puts the blank behind an agency
/// that a dateline ends with: "Lima (CNN)Peru accused". Nothing where the text, which is valid UTF-8, has none of
/// these.
std::optional<ReadableText> readable_text(std::string_view text, const ShortForms& short_forms = {},
                                          const IsCountry& is_country = {});

/// Whether a word that was parted at the end of a line is written with its hyphen: "peace-" and "keeping" are, where
/// "peace-keeping", or "peace" and "keeping", are among the words of the text, "ambas-" and "sador" are not. All in
/// lower case.
class WordsOfText {
 public:
  explicit WordsOfText(std::string_view text);
  bool keeps_hyphen(std::string_view first, std::string_view second) const;

 private:
  std::vector<std::string> words_;  // sorted
};

}  // namespace dragoman
