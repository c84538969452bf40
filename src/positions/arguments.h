// Where the issue of a word of stance stands: its object, its clause, what is behind a preposition.
#pragma once

#include "positions/builder.h"

#include <utility>

namespace dragoman {

class StanceArguments {
 public:
  explicit StanceArguments(const PositionBuilder& b) : b_(b), story_(b.story), parse_(b.parse), lexicon_(b.lexicon) {}

  /// What a verb or adjective takes its stance on, after its frame.
  std::optional<Matter> of(TokenIndex v, const Stance& stance) const;
  std::optional<Matter> behind(TokenIndex preposition, const Stance& stance) const;
  /// What stands behind the same preposition a second time: "worried about the dam and about the tax".
  std::vector<Matter> further_behind(const Matter& first, const Stance& stance) const;
  /// The clause that a noun, verb or adjective has below it as an infinitive, gerund or "that" clause.
  std::optional<Matter> clause_below(TokenIndex head, TokenIndex child, const Stance& stance) const;
  /// What is called something, and the word that calls it: (order, grave) of "called the order grave".
  std::pair<TokenIndex, TokenIndex> called(TokenIndex v) const;
  /// A place, a country, or an issue about territory.
  bool is_land(TokenIndex object, std::optional<Index> issue) const;

  /// The thing that the main clause of the sentence before says something of, in number as the pronoun: "draft" for
  /// "tabled a draft with cuts. Peru rejects it".
  TokenIndex said_of_before(TokenIndex pronoun) const;
  /// "it" is one thing, "them" are several.
  bool agrees(TokenIndex noun, TokenIndex pronoun) const;

 private:
  std::optional<Matter> found(TokenIndex v, const Stance& stance) const;
  TokenIndex with_its_noun(TokenIndex name) const;
  bool is_intransitive(TokenIndex act) const;
  bool ends_open(TokenIndex act) const;
  bool has_own_object(TokenIndex v) const;
  bool is_asked_what(TokenIndex lead, TokenIndex v) const;
  std::optional<Matter> small_clause(TokenIndex v) const;
  std::optional<Matter> asked(TokenIndex v, const Stance& stance) const;
  std::optional<Matter> asked_for(TokenIndex v, std::string_view preposition) const;
  std::optional<Matter> behind_prepositions(TokenIndex v, const Stance& stance) const;
  std::optional<Matter> direct_object(TokenIndex v, const Stance& stance) const;
  std::optional<Matter> matter_called(TokenIndex v, const Stance& stance) const;
  bool is_left_out(TokenIndex act, const Stance& stance) const;
  TokenIndex whole_of_which(TokenIndex v) const;
  TokenIndex which_of_clause(TokenIndex v, const Stance& stance) const;
  bool is_somebody(TokenIndex object) const;
  std::optional<Matter> judged_act(TokenIndex v, TokenIndex what) const;
  bool fits(TokenIndex object, const Stance& stance) const;
  bool takes_up(TokenIndex object, const Stance& stance) const;
  TokenIndex resolved(TokenIndex v, TokenIndex object) const;
  bool is_thing_spoken_of(TokenIndex t) const;
  TokenIndex spoken_of_before(TokenIndex verb, std::uint32_t back, TokenIndex pronoun) const;

  const PositionBuilder& b_;
  const Story& story_;
  const Parse& parse_;
  const StanceLexicon& lexicon_;
};

}  // namespace dragoman
