// What a body's name goes on with behind "of", "for" and "on": "Ministry" + "of Health", "Commission" + "on Human
// Rights", "Ministry of Trade" + ", Ports and Labour".
#pragma once

#include "who/name_syntax.h"

#include <vector>

namespace dragoman {

class BodyPhrases : NameSyntax {
 public:
  /// `taken`: the tokens that names have already, as the caller keeps them; it outlives this.
  BodyPhrases(const EntityBuilder& b, const std::vector<bool>& taken) : NameSyntax(b), taken_(taken) {}

  /// Takes in what belongs to the name that ends here.
  void extend(TokenSpan& span) const;

 private:
  TokenIndex more_fields(TokenIndex of, TokenIndex end) const;
  TokenIndex list_of_fields(TokenIndex of, TokenIndex end) const;
  bool is_field(TokenIndex t, TokenIndex begin) const;
  bool is_of_more(TokenIndex t) const;
  bool is_word_of_field(TokenIndex t) const;
  bool is_somebody(TokenSpan span) const;
  bool is_free(TokenIndex t) const { return !taken_[t] && !b_.story.boilerplate[t]; }

  const std::vector<bool>& taken_;
};

}  // namespace dragoman
