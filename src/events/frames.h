// The event lexicon: which verbs and nouns carry events, of what type, and which of their arguments take part. Read
// from lexicon/events/.
#pragma once

#include "dragoman/record.h"
#include "dragoman/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dragoman {

/// What a predicate yields.
struct EventFrame {
  std::string type, mode, cameo;
  std::vector<std::string> contexts;
  bool object_is_recipient = false;
  std::vector<std::string> recipient_prepositions;
  bool object_takes_part = false;                 // reciprocal: "met Abbas"
  std::vector<std::string> partner_prepositions;  // reciprocal: "met with"
  bool object_is_place = false;
};

struct TypeScale {
  int quad = 0;
  double score = 0;
};

struct EventLexicon {
  std::unordered_map<std::string, EventFrame> verbs, nouns;  // by lemma
  std::unordered_set<std::string> light_verbs;
  /// What a governing word makes of the event below it: a status, or nullopt for its own.
  std::unordered_map<std::string, std::optional<EventStatus>> governors;
  std::unordered_map<std::string, TypeScale> types;
  std::unordered_map<std::string, double> modes;          // "CONSULT visit"
  std::vector<std::pair<std::string, double>> goldstein;  // CAMEO code, longest first

  double goldstein_of(std::string_view cameo) const;
  static Result<EventLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
