// What grammar and quotation marks say of a pronoun and of those who may be meant by it.
#pragma once

#include "who/builder.h"

#include <vector>

namespace dragoman {

class PronounSyntax {
 public:
  explicit PronounSyntax(const EntityBuilder& b) : b_(b), parse_(b.parse) {}

  /// The subject of a verb that stands above the pronoun: "Ivanov said he …", "Tanaka praised his …".
  bool governs(TokenIndex candidate, TokenIndex pronoun) const;
  /// "an official who asked not to be named because he …": the pronoun stands in its relative clause.
  bool is_said_of(TokenIndex candidate, TokenIndex pronoun) const;
  /// "Mori met him": object and subject of one verb are not the same.
  bool shares_clause(TokenIndex pronoun, TokenIndex other) const;
  /// "Paz thanked Rojas for his help", "arrested him for his part": what somebody is thanked or blamed for is his own.
  bool is_thanked_for(TokenIndex other, TokenIndex pronoun) const;
  /// "Hassan, his commander": not somebody and who owns him.
  bool owns_apposition(TokenIndex pronoun, TokenIndex other) const;
  /// "the king and his brother": not both members of one coordination.
  bool same_coordination(TokenIndex pronoun, TokenIndex other) const;
  /// Of the subjects above a pronoun the one whose clause it stands in: "Paz said that Ivanov would leave his post".
  TokenIndex nearest_subject(TokenIndex pronoun) const;
  /// The subject of a clause whose head the pronoun stands at, in a phrase or clause before it: "In his speech, Ortiz
  /// said", "When he arrived, Ortiz said"; kNoToken where there is none.
  TokenIndex subject_behind(TokenIndex pronoun) const;

  /// Subject of a verb of saying.
  bool is_speaker(TokenIndex t) const;
  bool is_quoted(TokenIndex t) const;
  /// The last one whose words begin at `t` or before it; null where there is none.
  const Quotation* last_quotation(TokenIndex t) const;
  /// Who says what the pronoun stands in: the subject of the verb of saying right behind the quotation or before it.
  std::vector<Index> speaker_around(TokenIndex t) const;
  /// “There is no plan. Ortiz wants a pretext,” he said: the quotation right before, whose words are the pronoun's.
  TokenSpan words_of_speaker(TokenIndex t) const;
  /// "he suggested that Holm looked elsewhere": the rest of its own clause.
  TokenSpan rest_of_clause(TokenIndex t) const;
  /// "Holm should leave, he said": the clause before it, which it says.
  TokenSpan clause_said_before(TokenIndex t) const;
  /// How many sentences lie between, without those that are quoted from end to end where the pronoun is not: “…. …. …,”
  /// he said.
  std::uint32_t distance(TokenIndex other, TokenIndex pronoun) const;

 private:
  const EntityBuilder& b_;
  const Parse& parse_;
};

}  // namespace dragoman
