// Small questions about the words of names, which those ask who find where names begin and end.
#pragma once

#include "language/syntax.h"
#include "who/builder.h"

namespace dragoman {

class NameSyntax {
 public:
  explicit NameSyntax(const EntityBuilder& b) : b_(b), parse_(b.parse) {}

  bool is_part(TokenIndex t, NamePart::Kind kind) const { return b_.who.is_part(parse_[t].text, kind); }
  /// Whether a word that bodies are named by is among them: "Ministry", "Airways".
  bool has_body_word(TokenSpan span) const;
  bool is_given_name(TokenIndex t) const { return b_.who.given_names.contains(parse_[t].text); }
  /// Whether a title begins here, and no body that one could take for it.
  bool starts_title(TokenIndex t) const;
  /// Without the punctuation, articles and "'s" at its ends.
  TokenSpan trim(TokenSpan span) const;

 protected:
  const EntityBuilder& b_;
  const Parse& parse_;
};

}  // namespace dragoman
