// Whether what a predicate says is told as somebody's deed at all, and of whom where it only points back.
#pragma once

#include "events/drafts_so_far.h"

namespace dragoman {

/// Drafts looked back at: enough for a report, and linear in it.
inline constexpr std::size_t kDraftsBack = 60;

class Assertion : DraftsSoFar {
 public:
  using DraftsSoFar::DraftsSoFar;

  /// Somebody must take part. Gives "the talks" and "we discussed it" those who met before.
  bool is_told(const Predicate& p, const EventFrame& frame, EventDraft& d) const;
  /// Neither asked nor merely named: "Will you resign?", "talks on concluding a treaty".
  bool is_asserted(const Predicate& p) const { return !is_only_named(p) && !is_asked(p); }

 private:
  bool is_of_violence(const Predicate& p) const;
  bool is_done_to_people(const EventDraft& d) const;
  bool is_mishap(const Predicate& p) const;
  bool is_we(const Predicate& p, Event& e) const;
  bool is_alone(const Event& e) const;
  bool is_state(const Predicate& p) const;
  bool is_asked(const Predicate& p) const;
  bool is_only_named(const Predicate& p) const;
  bool owned_by_several(TokenIndex n) const;
  void of_clause(TokenIndex n, Event& e) const;
  void of_telling(TokenIndex n, Event& e) const;
  void refer_back(const Predicate& p, Event& e) const;
};

}  // namespace dragoman
