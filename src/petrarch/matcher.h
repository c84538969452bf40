// Matches the verbs and patterns of a PETRARCH dictionary with a parse.
#pragma once

#include "language/syntax.h"
#include "petrarch/dictionary.h"

#include <optional>

namespace dragoman {

/// What coded a verb, and what the signs of its pattern stand for; empty where a pattern has no such sign.
struct PetrarchMatch {
  PetrarchCode code;
  int line = 0;  // of the pattern or, without one, of the verb
  Tokens sources, targets;
  bool both = false;  // "%": the subjects act on each other
};

/// The entry and the largest pattern that fit the verb; nothing when the dictionary has no such verb. An entry's code
/// may be none.
std::optional<PetrarchMatch> match_verb(const PetrarchDictionary& dictionary, const Parse& parse, TokenIndex verb);

}  // namespace dragoman
