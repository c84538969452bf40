// Whether what a clause or noun tells has happened, goes on, is planned, asked for, hoped for, conditional, reported or
// denied: by its own tense, modality and negation, and by all that governs it up to the root of the sentence.
//
// "The party did not refuse to attend talks": attend is below refuse (signature -/x), which is denied, so of attending
// nothing is said. "He may ask them to leave": leave is requested, but only if he asks: conditional.
#pragma once

#include "clauses/signatures.h"
#include "dragoman/record.h"
#include "language/parse.h"

#include <optional>

namespace dragoman {

struct Factuality {
  EventStatus status = EventStatus::happened;
  bool unsaid = false;             // nothing is said of whether it happened: "did not ask them to leave"
  bool purpose = false;            // only what something else is done for: "bought ships to attack the island"
  TokenIndex governor = kNoToken;  // the word above that decided, where one did
};

class FactualityReader {
 public:
  FactualityReader(const Parse& parse, const SignatureLexicon& lexicon) : parse_(parse), lexicon_(lexicon) {}

  /// Of the verb, noun or predicative adjective at `t`.
  Factuality of(TokenIndex t) const { return of(t, 0); }
  /// What a noun's own clause makes of it, where that is anything but a fact: "the talks scheduled for Monday", "a
  /// summit that is to be held in May".
  std::optional<Factuality> of_own_clause(TokenIndex n, int depth = 0) const;

 private:
  Factuality of(TokenIndex t, int depth) const;
  Factuality of_verb(TokenIndex v, int depth) const;
  Factuality of_adjective(TokenIndex a, int depth) const;
  Factuality of_noun(TokenIndex n, int depth) const;
  Factuality own_of_finite(TokenIndex v) const;
  Factuality finite_in_context(TokenIndex v, Factuality own, int depth) const;
  Factuality of_nonfinite(TokenIndex v, int depth) const;
  std::optional<Factuality> of_attempt(TokenIndex v, TokenIndex above, int depth) const;
  Factuality of_infinitive_below(TokenIndex v, int depth) const;
  Factuality of_infinitive_below_be(TokenIndex v, int depth) const;
  Factuality of_gerund_below(TokenIndex v, int depth) const;
  Factuality of_participle_on_noun(TokenIndex v, int depth) const;
  Factuality of_infinitive_on_noun(TokenIndex v, int depth) const;
  Factuality of_purpose_clause(TokenIndex v, int depth) const;
  Factuality below_preposition(TokenIndex preposition, TokenIndex t, bool definite, int depth) const;
  Factuality governed(TokenIndex governor, const Signature& signature, int depth) const;
  static Factuality below(TokenIndex governor, const Factuality& above, const Signature& signature);
  std::optional<Factuality> of_avowal(TokenIndex v) const;
  std::optional<Factuality> of_performative(TokenIndex v, int depth) const;
  std::optional<Factuality> by_clause_on(TokenIndex noun, TokenIndex event, int depth) const;
  std::optional<Factuality> by_predicate(TokenIndex verb, int depth) const;
  bool is_of_past(TokenIndex noun) const;
  bool is_going_to(TokenIndex v) const;
  bool is_condition(TokenIndex clause) const;
  bool is_inverted(TokenIndex clause) const;
  bool shares_subject(TokenIndex verb) const;
  const Signature* of_seeing(TokenIndex v) const;
  bool has_condition(TokenIndex verb) const;
  bool has_condition_below(TokenIndex verb, int depth) const;
  bool is_habit(TokenIndex clause) const;
  bool is_yet_to(TokenIndex above, TokenIndex v) const;
  bool is_told(TokenIndex v) const;
  bool is_told_as_to_come(TokenIndex clause) const;
  bool is_asked_of_hearer(TokenIndex verb) const;
  std::optional<EventStatus> by_subordinator(TokenIndex v) const;
  bool is_preferred(TokenIndex done, TokenIndex other) const;
  bool is_definite(TokenIndex noun) const;
  bool is_somebodys(TokenIndex noun) const;
  bool is_of_speech(TokenIndex noun) const;
  bool is_aimed(TokenIndex verb, TokenIndex reason) const;
  EventStatus by_adverb(TokenIndex v, EventStatus status) const;

  const Parse& parse_;
  const SignatureLexicon& lexicon_;
};

}  // namespace dragoman
