// The form of a place's name that the gazetteer is asked by: small letters without marks, points and apostrophes, words
// parted by one blank, "St.", "Mt." and "Ft." written out. "São Tomé" and "Sao Tome", "St. John's" and "Saint Johns"
// are one. (The store has a form of its own: search_form in store/keys.h.)
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// Puts the folded form of `name` into `out`, whose memory is used again.
void fold_name(std::string_view name, std::string& out);

inline std::string gazetteer_key(std::string_view name) {
  std::string out;
  fold_name(name, out);
  return out;
}

}  // namespace dragoman
