// What the lexicon knows of issues: topics with their words, nouns that stand for each other or for what follows them,
// modifiers that tell nothing, and the nouns of verbs. Read from lexicon/issues/.
#pragma once

#include "dragoman/result.h"
#include "text/by_word.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

struct Topic {
  std::string name;     // "nuclear and chemical weapons"
  std::string context;  // PLOVER: "cbrn"
};

/// Nouns that may speak of the same thing: "treaty", "pact", "accord".
struct Kin {
  std::uint32_t group = 0;
  bool general = false;  // can refer to whatever was spoken of: "issue", "matter"
};

/// The noun of a verb: "join NATO" → "NATO membership".
struct NounOfVerb {
  std::string noun;
  bool of = false;  // the object stands behind it: "recognition of Kosovo"
};

struct IssueLexicon {
  std::vector<Topic> topics;
  ByWord<std::uint32_t> topic_of;  // by lemma
  ByWord<Kin> kin;                 // by lemma
  /// Nouns that say nothing of their own, with the prepositions behind which their matter stands.
  ByWord<std::vector<std::string>> light;
  WordSet plain;  // modifiers that do not classify: "new", "serious"
  WordSet empty;  // nouns that are no issue: "year", "role"
  ByWord<NounOfVerb> noun_of_verb;
  ByWord<std::string> noun_of_adjective;  // "neutral" → "neutrality"

  static Result<IssueLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
