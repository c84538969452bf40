// Parties that an act has from what was told before it: "urged it to", "criticised the move", "recalled its
// ambassador".
#pragma once

#include "events/arguments.h"
#include "events/draft.h"
#include "story/story.h"

namespace dragoman {

class ToldBefore {
 public:
  /// `drafts`: those made so far, in the order of their predicates.
  ToldBefore(const Story& story, const Arguments& arguments, const EventLexicon& lexicon, const EventDrafts& drafts)
      : story_(story), parse_(story.parse), arguments_(arguments), lexicon_(lexicon), drafts_(drafts) {}

  /// Whom "it" or "them" behind a second verb of the same actors stands for; nobody where it stands for nothing told.
  Participants same_again(const EventFrame& frame, const Predicate& p, const std::vector<Index>& actors) const;
  /// Sets those to the doers of the deed that the predicate's object names again.
  void deed_of_object(const EventFrame& frame, const Predicate& p, Participants& recipients) const;
  /// Makes whoever is accused the actor of a denial, and the accusers its recipients.
  void turn_round(const Predicate& p, Event& e, Participants& recipients) const;
  /// Whether the act answers what was done to its actors.
  bool is_answer(const Predicate& p, const Event& e) const;
  /// Whoever did something to the actors right before; nobody where nothing was done to them.
  Participants who_began(const Predicate& p, const Event& e) const;

 private:
  bool tells_again(TokenIndex noun, const EventDraft& before) const;
  bool is_bare(TokenIndex noun) const;
  std::vector<Index> countries_of(const std::vector<Index>& who) const;

  const Story& story_;
  const Parse& parse_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  const EventDrafts& drafts_;
};

}  // namespace dragoman
