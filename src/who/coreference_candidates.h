// Which earlier body or group of a story a later one may be, with the clues for each, and how likely each is.
#pragma once

#include "who/builder.h"
#include "who/coreference_clue.h"

#include <vector>

namespace dragoman {

/// One of those who compete; without an entity somebody new.
struct CoreferenceCandidate {
  Index entity = EntityBuilder::kNone;
  TokenIndex first = 0;  // where its first mention begins
  CoreferenceClues clues{};
  double chance = 0;
};

/// Everything that competes for one body or group; "somebody new" is the last.
struct CoreferenceCase {
  Index entity = 0;
  TokenIndex first = 0;  // where its first mention begins
  std::vector<CoreferenceCandidate> candidates;
  std::vector<Index> apart;  // that it cannot be, though they have a word, a kind or a role in common
};

/// A case for each body, medium and group that has a word, a kind or a role in common with one before it, in the order
/// of their first mentions.
std::vector<CoreferenceCase> coreference_cases_of(const EntityBuilder& b);

}  // namespace dragoman
