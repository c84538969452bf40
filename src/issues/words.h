// What the lexicon knows of issues: topics with their words, nouns that stand for each other or for what follows them,
// modifiers that tell nothing, and the nouns of verbs. Read from lexicon/issues/.
#pragma once

#include "dragoman/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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
  std::unordered_map<std::string, std::uint32_t> topic_of;  // by lemma
  std::unordered_map<std::string, Kin> kin;                 // by lemma
  /// Nouns that say nothing of their own, with the prepositions behind which their matter stands.
  std::unordered_map<std::string, std::vector<std::string>> light;
  std::unordered_set<std::string> plain;  // modifiers that do not classify: "new", "serious"
  std::unordered_set<std::string> empty;  // nouns that are no issue: "year", "role"
  std::unordered_map<std::string, NounOfVerb> noun_of_verb;
  std::unordered_map<std::string, std::string> noun_of_adjective;  // "neutral" → "neutrality"

  static Result<IssueLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
