// Whether what a verb tells is the holder's own act, and done.
#pragma once

#include "positions/builder.h"

namespace dragoman {

class Acts {
 public:
  explicit Acts(const PositionBuilder& b) : parse_(b.parse), lexicon_(b.lexicon) {}

  /// Not what someone else is asked or made to do, nor what is only thought of.
  bool is_own_act(TokenIndex v) const;
  /// In the past or the present, without a modal.
  bool is_done(TokenIndex v) const;
  /// "met to revive the talks"
  bool is_purpose(TokenIndex v) const;

 private:
  bool is_controlled(TokenIndex v, TokenIndex governor) const;
  bool is_own_doing(TokenIndex preposition, TokenIndex governor) const;
  bool asks_others(TokenIndex verb) const;

  const Parse& parse_;
  const StanceLexicon& lexicon_;
};

}  // namespace dragoman
