// The words that attribute: verbs with what they take as content, and nouns. Read from lexicon/statements/.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace dragoman {

struct Cue {
  enum class Kind : std::uint8_t { speech, stance, thought };
  Kind kind = Kind::speech;
  bool clause = false, infinitive = false, noun = false, gerund = false, with_for = false, object_clause = false;
  bool addressee = false;  // the object is who it is said to
  bool question = false;
};

struct CueLexicon {
  std::unordered_map<std::string, Cue> verbs;  // by lemma
  std::unordered_set<std::string> nouns;       // by lemma

  const Cue* verb(std::string_view lemma) const {
    const auto it = verbs.find(std::string(lemma));
    return it == verbs.end() ? nullptr : &it->second;
  }
  bool is_noun(std::string_view lemma) const { return nouns.contains(std::string(lemma)); }

  static Result<CueLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
