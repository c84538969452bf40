// The short noun phrase that an issue is called by: "the second fisheries treaty drafted by A and B" → "fisheries
// treaty".
#pragma once

#include "issues/words.h"
#include "language/syntax.h"
#include "story/story.h"

#include <string>
#include <vector>

namespace dragoman {

struct IssuePhrase {
  TokenIndex head = kNoToken;  // what the issue is, behind nouns that say nothing: "situation in the gulf" → gulf
  TokenSpan span;              // its words in the text
  std::string label;
  std::vector<std::string> words;  // lemmas of what tells it from others of its kind, sorted
  bool definite = false;           // "the", "this", "its": may speak of something named before
};

class IssuePhrases {
 public:
  IssuePhrases(const Story& story, const IssueLexicon& lexicon)
      : story_(story), parse_(story.parse), lexicon_(lexicon) {}

  /// The phrase of a noun; `head` is kNoToken for what is no issue ("last year", "a role").
  IssuePhrase of(TokenIndex noun) const;
  /// The noun that carries the matter: through "situation in", "part of", "possibility of doing".
  TokenIndex matter(TokenIndex noun) const;

 private:
  bool is_plain(TokenIndex t) const;
  bool says_nothing(TokenIndex noun) const;
  bool is_agents_participle(TokenIndex t) const;
  /// Adds what stands before the noun; `last` is the token that the label ends with.
  void add_modifiers(TokenIndex noun, IssuePhrase& phrase, bool& classified, TokenIndex& last) const;
  TokenIndex complement(TokenIndex noun, bool classified) const;
  void append(std::string& label, TokenIndex t, TokenIndex& last) const;
  TokenIndex append_rest_of_name(IssuePhrase& phrase, TokenIndex noun, TokenIndex& last) const;
  std::string owner(TokenIndex possessor) const;

  const Story& story_;
  const Parse& parse_;
  const IssueLexicon& lexicon_;
};

/// The noun that a verb's issue is called by; null when it has none here ("recognised that …").
const NounOfVerb* noun_of_verb(const Parse& parse, const IssueLexicon& lexicon, TokenIndex verb);

/// The object, oblique, clause or subject that a verb, a preposition or a noun is about, as the head of a phrase;
/// kNoToken when there is none. A verb that has a noun of its own ("join") stands for itself.
TokenIndex theme_head(const Story& story, const IssueLexicon& lexicon, TokenIndex verb);

}  // namespace dragoman
