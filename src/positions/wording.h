// What a stance is taken on, in words that carry its meaning whole: "to correct flaws in the count", "ban on oil".
#pragma once

#include "language/syntax.h"
#include "story/story.h"

#include <string>

namespace dragoman {

/// What a word of stance takes: a noun's phrase, or a clause below it.
struct Matter {
  /// The last two are main clauses: "Peru must sign" is "Peru to sign", "we will sign" is "to sign".
  enum class Kind { phrase, infinitive, gerund, clause, demand, promise };
  TokenIndex head = kNoToken;  // the noun, or the clause's verb
  Kind kind = Kind::phrase;
  TokenIndex who = kNoToken;  // of whom it is asked or held: "Peru" of "urged Peru to sign", "blamed Peru for the fire"
  TokenIndex gap = kNoToken;  // what it is done to, before it: "pact" of "the pact that it tried to stop"
  TokenIndex link = kNoToken;  // the preposition between the two: "for"; "as" of "regards it as a province"
};

/// A matter in words, and the words of the text that they were made of.
struct Worded {
  std::string text;
  TokenSpan span;
};

class Wording {
 public:
  /// `stance` is the word that takes the stance: the clause that it stands in is no part of what it is taken on.
  /// `holder` is who takes it: what is his own stays "its".
  Wording(const Story& story, TokenIndex stance, Index holder)
      : story_(story), parse_(story.parse), stance_(stance), holder_(holder) {}

  /// The words; empty when they would not say what is meant: a bare pronoun, a number, nothing but "so".
  Worded of(const Matter& matter) const;
  /// A noun that tells not what it is: "that move", "such efforts".
  bool is_shell(const Matter& matter) const;

 private:
  Tokens words_of(const Matter& matter) const;
  TokenIndex begin_of_compound(TokenIndex noun) const;
  TokenIndex torn_complement(TokenIndex noun) const;
  Tokens phrase(TokenIndex noun) const;
  bool is_untold(const Matter& matter, const Tokens& words) const;
  bool is_without_verb(const Matter& matter, const Tokens& words) const;
  Tokens clause(TokenIndex verb, Matter::Kind kind) const;
  bool has_complement(TokenIndex verb, TokenIndex other) const;
  bool is_act_besides(TokenIndex head, TokenIndex other) const;
  bool is_of_holder(TokenIndex head, TokenIndex other, bool comma) const;
  bool opens_clause(TokenIndex noun) const;
  bool has_circumstance(TokenIndex with) const;
  bool is_saying(TokenIndex head, TokenIndex participle) const;
  bool takes_up_clause(TokenIndex head, TokenIndex noun) const;
  bool is_dash_at(TokenIndex t) const;
  void cut(TokenIndex head, std::vector<bool>& out, TokenIndex begin, Matter::Kind kind) const;
  bool is_occasion(TokenIndex preposition) const;
  bool has_clause(TokenIndex verb) const;
  bool is_aside(TokenIndex head, TokenIndex child, Matter::Kind kind) const;
  void shorten(Tokens& words, TokenIndex head) const;
  void trim(Tokens& words) const;
  bool is_duty(TokenIndex verb, TokenIndex t) const;
  bool is_bare_passive(TokenIndex verb) const;
  std::string named(TokenIndex token) const;
  std::string owner(TokenIndex pronoun) const;
  std::string word_for(const Matter& matter, TokenIndex t, bool& known) const;

  const Story& story_;
  const Parse& parse_;
  const TokenIndex stance_;
  const Index holder_;
};

}  // namespace dragoman
