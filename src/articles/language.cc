#include "articles/language.h"

#include <array>
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace dragoman {

Language language_of(std::string_view text) {
  constexpr std::size_t kLeast = 80;  // bytes; a sentence of names alone is taken for any language
  if (text.size() < kLeast) return {};
  constexpr std::size_t kEnough = 20000;  // bytes; the detector's own sampling sees no more
  text = text.substr(0, kEnough);
  bool reliable = false;
  std::array<CLD2::Language, 3> most{};  // of which most of the text is, in order
  std::array<int, 3> percent{};
  int bytes = 0;
  CLD2::Language found = CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true,
                                                     most.data(), percent.data(), &bytes, &reliable);
  // Beside another language the detector takes English for the frame of a page: here it is the report, and the other
  // language what a site writes below it.
  if (most[0] == CLD2::ENGLISH) found = most[0];
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE) return {};
  return {CLD2::LanguageCode(found), CLD2::LanguageName(found)};
}

}  // namespace dragoman
