// Parties that an act has from what was told before it: "urged it to", "criticised the move", "recalled its
// ambassador".
#pragma once

#include "events/drafts_so_far.h"

namespace dragoman {

class ToldBefore : DraftsSoFar {
 public:
  using DraftsSoFar::DraftsSoFar;

  /// Whom "it" or "them" behind a second verb of the same actors stands for; nobody where it stands for nothing told.
  Participants same_again(const EventFrame& frame, const Predicate& p, const std::vector<Index>& actors) const;
  /// Sets those to the doers of the deed that the predicate's object names again.
  void deed_of_object(const EventFrame& frame, const Predicate& p, Participants& recipients) const;
  /// Sets those to whose plan, ruling or other work the predicate's object names again: "Diaz announced a plan to cut
  /// rents. … Soto criticised the plan."
  void author_of_object(const EventFrame& frame, const Predicate& p, Participants& recipients) const;
  /// Sets those to whoever made the request, or gave the ruling, that the predicate's object names again.
  void asker_or_court(const EventFrame& frame, const Predicate& p, Participants& recipients) const;
  /// Whoever asked the actors for something right before, where they refuse and nothing says what.
  Participants refused_asker(const EventFrame& frame, const Predicate& p, const Event& e) const;
  /// Makes whoever is accused the actor of a denial, and the accusers its recipients.
  void turn_round(const Predicate& p, Event& e, Participants& recipients) const;
  /// Whether the act answers what was done to its actors.
  bool is_answer(const Predicate& p, const Event& e) const;
  /// Whoever did something to the actors right before; nobody where nothing was done to them.
  Participants who_began(const Predicate& p, const Event& e) const;

 private:
  bool tells_again(TokenIndex noun, const EventDraft& before) const;
  bool is_bare(TokenIndex noun) const;
  bool is_known_work(TokenIndex noun) const;
  bool is_same_work(TokenIndex before, TokenIndex noun) const;
  std::vector<Index> authors_by_noun(TokenIndex noun) const;
  std::vector<Index> authors_by_verb(TokenIndex verb, TokenIndex noun) const;
  std::vector<Index> countries_of(const std::vector<Index>& who) const;
};

}  // namespace dragoman
