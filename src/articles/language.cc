#include "articles/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace dragoman {

Language language_of(std::string_view text) {
  constexpr std::size_t kLeast = 80;  // bytes; a sentence of names alone is taken for any language
  if (text.size() < kLeast) return {};
  constexpr std::size_t kEnough = 20000;  // bytes; the detector's own sampling sees no more
  text = text.substr(0, kEnough);
  bool reliable = false;
  const CLD2::Language found =
      CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), /*is_plain_text=*/true, &reliable);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE) return {};
  return {CLD2::LanguageCode(found), CLD2::LanguageName(found)};
}

}  // namespace dragoman
