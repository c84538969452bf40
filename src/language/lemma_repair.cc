#include "language/lemma_repair.h"

#include "language/kept_words.h"
#include "language/syntax.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dragoman {

namespace {

constexpr std::string_view kVowels = "aeiou";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kNouns{{{"axes", "axe"},
                                                                               {"bases", "base"},
                                                                               {"corpses", "corpse"},
                                                                               {"doses", "dose"},
                                                                               {"graves", "grave"},
                                                                               {"taxes", "tax"},
                                                                               {"uses", "use"}}};

bool is_vowel(char c) {
  return kVowels.find(c) != std::string_view::npos;
}

// One syllable that ends with one vowel and one consonant, which its endings would double: "stag", "hop".
bool would_double(std::string_view lemma) {
  if (lemma.size() < 2 || lemma.size() > 5) return false;
  const char last = lemma.back(), vowel = lemma[lemma.size() - 2];
  if (is_vowel(last) || std::string_view("wxyh").find(last) != std::string_view::npos || !is_vowel(vowel)) return false;
  return std::none_of(lemma.begin(), lemma.end() - 2, [](char c) { return is_vowel(c) || c == 'y'; });
}

bool has_lost_e(const Token& t) {
  if (!would_double(t.lemma) || !t.lower.starts_with(t.lemma)) return false;
  const std::string_view ending = t.lower.substr(t.lemma.size());
  return ending == "ed" || ending == "ing" || (ending == "es" && t.lemma.back() != 's' && t.lemma.back() != 'z');
}

}  // namespace

void mend_lemmas(Parse& parse) {
  for (Token& t : parse.tokens) {
    if (is_verbal(t) && has_lost_e(t)) {
      t.lemma = kept(parse, std::string(t.lemma) + "e");
    } else if (t.pos == Pos::noun && t.tag == Tag::nns) {
      const auto* noun = std::find_if(kNouns.begin(), kNouns.end(), [&](const auto& n) { return n.first == t.lower; });
      if (noun != kNouns.end()) t.lemma = noun->second;
    }
  }
}

}  // namespace dragoman
