// Where the issue of a word of stance stands: its object, its clause, what is behind a preposition.
#pragma once

#include "positions/builder.h"

#include <utility>

namespace dragoman {

class StanceArguments {
 public:
  explicit StanceArguments(const PositionBuilder& b) : b_(b), story_(b.story), parse_(b.parse), lexicon_(b.lexicon) {}

  /// The issue of a verb or adjective after its frame; `content` is the head of what tells it.
  std::optional<Index> object_of(TokenIndex v, const Stance& stance, TokenIndex& content) const;
  std::optional<Index> issue_behind(TokenIndex preposition, TokenIndex& content) const;
  /// What is called something, and the word that calls it: (order, grave) of "called the order grave".
  std::pair<TokenIndex, TokenIndex> called(TokenIndex v) const;
  /// A place, a country, or an issue about territory.
  bool is_land(TokenIndex object, Index issue) const;

 private:
  std::optional<Index> direct_object(TokenIndex v, const Stance& stance, TokenIndex& content) const;
  bool is_person_pronoun(TokenIndex t) const;
  std::optional<Index> issue_of_object(TokenIndex v, TokenIndex object) const;
  std::optional<Index> spoken_of_before(TokenIndex t, std::uint32_t back) const;
  std::optional<Index> issue_called(TokenIndex v, const Stance& stance) const;

  const PositionBuilder& b_;
  const Story& story_;
  const Parse& parse_;
  const StanceLexicon& lexicon_;
};

}  // namespace dragoman
