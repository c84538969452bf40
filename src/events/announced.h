// What an act becomes when it is only announced: "will not release" refuses, "will bomb" threatens.
#pragma once

#include "events/arguments.h"
#include "events/draft.h"
#include "story/story.h"

namespace dragoman {

class Announced {
 public:
  Announced(const Parse& parse, const Arguments& arguments, const EventLexicon& lexicon)
      : parse_(parse), arguments_(arguments), lexicon_(lexicon) {}

  /// Makes of what is only announced what it is, in this order.
  void settle(const EventFrame& frame, const Predicate& p, EventDraft& d) const {
    refuse(frame, p, d);
    promise_not_to(p, d.event);
    promise_harm(p, d);
    threaten(p, d);
  }

 private:
  /// Makes a refusal of an act that its actors say they will not do.
  void refuse(const EventFrame& frame, const Predicate& p, EventDraft& d) const;
  /// Makes a refusal of a promise not to help, and an agreement of a promise not to harm.
  void promise_not_to(const Predicate& p, Event& e) const;
  /// Makes a threat of a promise to harm somebody.
  void promise_harm(const Predicate& p, EventDraft& d) const;
  /// Makes a threat of harm that is announced.
  void threaten(const Predicate& p, EventDraft& d) const;

  bool is_warning(TokenIndex verb) const;
  TokenIndex condition_of(TokenIndex verb) const;
  const EventFrame* frame_of_type(const Predicate& p, EventType type) const;

  const Parse& parse_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
};

}  // namespace dragoman
