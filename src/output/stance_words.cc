#include "output/stance_words.h"

namespace dragoman {

namespace {

/// The verb of many: "denies" is "deny", "stresses" is "stress", "calls" is "call".
std::string plural_of(std::string verb) {
  if (verb == "does") return "do";
  if (verb.ends_with("ies")) return verb.substr(0, verb.size() - 3) + "y";
  for (const std::string_view ending : {"sses", "shes", "ches", "oes"}) {
    if (verb.ends_with(ending)) return verb.substr(0, verb.size() - 2);
  }
  verb.pop_back();
  return verb;
}

}  // namespace

std::string stance_in_words(std::string_view stance, bool many) {
  const std::size_t blank = stance.find(' ');
  const std::string first(stance.substr(0, blank));
  const std::string_view rest = blank == std::string_view::npos ? std::string_view() : stance.substr(blank);
  if (first.ends_with("s")) return (many ? plural_of(first) : first) + std::string(rest);
  // "ratified" is a deed; other words are adjectives.
  if (first == "ratified" || first.empty()) return std::string(stance);
  return (many ? "are " : "is ") + std::string(stance);
}

}  // namespace dragoman
