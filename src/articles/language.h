// In which language a text is written.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

struct Language {
  std::string code;  // ISO 639-1, or 639-3 where there is none: "en", "fr"; empty when it cannot be told
  std::string name;  // "French"
};

/// True for what is read: English, and a text whose language cannot be told.
inline bool is_read(const Language& language) {
  return language.code.empty() || language.code == "en";
}

/// The language of most of the text, when that is sure; short texts seldom are, those of less than 80 bytes never.
Language language_of(std::string_view text);

}  // namespace dragoman
