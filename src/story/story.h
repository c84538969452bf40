// One document on its way through the rooms: what each room finds is laid down here for the next one.
//
//   parse → document zones and date → times → entities → places → statements → issues → meetings → events → positions
//
// A room is a function `void find_x(Story&)`. It reads what stands before it and adds its own lists to `record`,
// and for later rooms the token-level indexes below.
#pragma once

#include "dragoman/document.h"
#include "dragoman/record.h"
#include "language/parse.h"
#include "story/vocabularies.h"
#include "text/text.h"

#include <optional>
#include <string_view>
#include <vector>

namespace dragoman {

class Gazetteer;

/// A mention at token level: `head` is the token that rules meet (the last token of a name, the noun of a title phrase,
/// the pronoun); `span` the whole mention; `entities` one, or all members of a plural ("the two leaders"); empty when
/// the mention stayed unresolved.
struct TokenMention {
  TokenSpan span;
  TokenIndex head = 0;
  MentionKind kind = MentionKind::name;
  std::vector<Index> entities;
  double chance = 1;  // that it is they who are meant; below 1 where that was weighed among several
};

/// How sure it is who is meant by a mention, as clues of confidence say it; empty where its words tell or as good as.
std::string_view sureness(const TokenMention& mention);

/// A value for each token, which is `kNone` where none was set: before the room that sets them, and of an index outside
/// the text.
template <typename T, T kNone>
class PerToken {
 public:
  PerToken() = default;
  explicit PerToken(std::size_t tokens) { reset(tokens); }
  void reset(std::size_t tokens) { values_.assign(tokens, kNone); }
  T operator[](TokenIndex t) const { return t < values_.size() ? static_cast<T>(values_[t]) : kNone; }
  /// Sets the value of a token of the text; of another index nothing.
  void set(TokenIndex t, T value) {
    if (t < values_.size()) values_[t] = value;
  }
  void fill(TokenSpan tokens, T value) {
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) set(t, value);
  }
  std::size_t size() const { return values_.size(); }

 private:
  std::vector<T> values_;
};

using TokenNumbers = PerToken<std::int32_t, -1>;
using TokenMarks = PerToken<bool, false>;

struct Story {
  Story(const Document& document, const Text& text, const Parse& parse, const Vocabularies& lexicon,
        const Gazetteer* gazetteer);

  const Document& document;
  const Text& text;
  const Parse& parse;
  const Vocabularies lexicon;
  const Gazetteer* gazetteer;  // null where there is none
  Record record;

  TokenMarks boilerplate;
  std::vector<TokenMention> mentions;     // in text order
  TokenNumbers mention_at;                // mention that covers it (the innermost), or -1
  std::vector<TokenSpan> place_names;     // names that are read as those of places, in text order, before find_places
  TokenNumbers time_at;                   // index into record.times, or -1
  TokenNumbers place_at;                  // index into record.places, or -1
  TokenNumbers issue_at;                  // index into record.issues, or -1
  std::vector<TokenSpan> time_spans;      // parallel to record.times
  std::vector<TokenSpan> statement_cues;  // parallel to record.statements; empty span when there is no cue
  std::vector<std::vector<TokenSpan>> statement_contents;  // parallel to record.statements
  std::vector<std::int32_t> statement_relays;  // parallel to record.statements: what one merely passes on, or -1
  // Parallel to record.meetings: verbs and nouns that tell of it
  std::vector<std::vector<TokenIndex>> meeting_tellings;

  /// The words from token `begin` to before token `end`, in code points; white-space tokens at the ends are left out.
  Span span(TokenSpan tokens) const;
  Span span(TokenIndex begin, TokenIndex end) const { return span(TokenSpan{begin, end}); }
  Evidence evidence(TokenSpan tokens) const;
  /// Brings `mentions` into text order.
  void sort_mentions();
  /// Entities that the token's mention refers to; empty when there is none or it is unresolved.
  const std::vector<Index>& entities_at(TokenIndex token) const;
};

}  // namespace dragoman
