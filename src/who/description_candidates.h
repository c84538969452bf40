// Who may be meant by a definite phrase, with the clues for each, and how likely each is.
#pragma once

#include "who/description_clue.h"
#include "who/pronoun_syntax.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

/// A definite phrase: its noun, the title that it names or the noun of the lexicon that it is, the office in full
/// ("deputy director", empty for none), the country that its words name (empty for none), and whether somebody of a
/// country can be meant, by the parts of the world that it names.
struct DescribedPhrase {
  TokenIndex noun = 0;
  DescribedForm form = DescribedForm::person;
  const Title* title = nullptr;
  const ActorNoun* of = nullptr;
  std::string office;
  std::string country;
  std::function<bool(const std::string& country)> may_be_of;
};

/// Whom the rules take a phrase for, and by what.
struct ByRule {
  Index entity = EntityBuilder::kNone;
  DescriptionClue by = DescriptionClue::by_other_rule;
};

/// One of those who compete; without an entity somebody whom nothing spoke of before.
struct DescriptionCandidate {
  Index entity = EntityBuilder::kNone;
  TokenIndex head = kNoToken;  // of its nearest mention
  DescriptionClues clues{};
  double chance = 0;
};

/// Everything that competes for one phrase; "somebody new" is the last.
struct DescriptionCase {
  TokenIndex noun = 0;
  DescribedForm form = DescribedForm::person;
  std::vector<DescriptionCandidate> candidates;
};

/// Whether it is known by a common noun alone: "official", "the government".
bool has_no_name(const EntityBuilder& b, Index e);

/// All who may be meant, each with its clues and chance.
DescriptionCase candidates_of(const EntityBuilder& b, const DescribedPhrase& phrase, const ByRule& rule);

}  // namespace dragoman
