// Of which country somebody may be whose country no words beside the name tell, with the clues for each, and how likely
// each is.
#pragma once

#include "who/builder.h"
#include "who/home_clue.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

class HomeEvidence;

/// A country that competes; without a code none of those that the story speaks of.
struct HomeCandidate {
  std::string country;  // ISO 3166-1 alpha-3
  HomeClues clues{};
  double chance = 0;
};

/// Everything that competes for one person, body or group; "none of them" is the last.
struct HomeCase {
  Index entity = 0;
  HomeForm form = HomeForm::person;
  TokenIndex first = 0;  // where its first mention begins that is no pronoun
  std::vector<HomeCandidate> candidates;
};

/// What a story tells of countries, gathered once; asked for one person, body or group after the other. What is given
/// to one counts as a clue for those who come after it.
class HomeCandidates {
 public:
  /// `open` says of each entity whether its country is to be weighed; the others speak for their countries.
  HomeCandidates(const EntityBuilder& b, const std::vector<bool>& open);
  ~HomeCandidates();
  HomeCandidates(const HomeCandidates&) = delete;
  HomeCandidates& operator=(const HomeCandidates&) = delete;

  /// All that competes for the entity, each with its clues and chance; nothing where no country is spoken of, or it has
  /// no mention but pronouns.
  std::optional<HomeCase> candidates_of(Index entity) const;

 private:
  std::unique_ptr<HomeEvidence> evidence_;
};

}  // namespace dragoman
