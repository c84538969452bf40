// What all rules of statements look at: the parse with its quotations, and the statements while they are put together.
#pragma once

#include "language/syntax.h"
#include "statements/cues.h"
#include "statements/quotations.h"
#include "story/story.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

/// A statement in tokens, before it goes into the record.
struct StatementDraft {
  TokenIndex cue = kNoToken;
  TokenSpan cue_span;
  std::string act;
  TokenIndex speaker = kNoToken;  // head of the words that name the speaker; a relative pronoun may be it
  std::vector<Index> speakers, addressees, chain;
  std::vector<TokenSpan> content;
  bool weak = false;  // counts only with a quotation in its content
};

class Page {
 public:
  explicit Page(Story& story);

  Story& story;
  const Parse& parse;
  const CueLexicon& cues;
  std::vector<Quotation> quotations;
  std::vector<std::int32_t> quotation_at;  // per token, marks included; -1 outside

  /// The one person whose name ends with the word, "Paz"; nothing where several or none have it.
  std::optional<Index> person_called(std::string_view last_name) const;
  /// The same, or whose name begins with it: the family's stands first in half of the world.
  std::optional<Index> person_named(std::string_view word) const;
  /// Takes words for a quotation that stands without marks: a speaker's line of a transcript.
  void hear(TokenSpan words);
  bool in_quotation(TokenIndex t) const { return quotation_at[t] >= 0; }
  TokenSpan sentence_of(TokenIndex t) const { return parse.sentences[parse[t].sentence]; }
  /// The word before or behind, blanks left out; kNoToken where the paragraph or the text ends.
  TokenIndex word_before(TokenIndex t) const;
  TokenIndex word_behind(TokenIndex t) const;
  bool ends_sentence(TokenIndex t) const;
  /// Whether the sentence ends with a question mark.
  bool asks(TokenIndex t) const;

  /// Where what may be said begins in a span: behind line ends and what is boilerplate, a dateline above all.
  TokenIndex begin_of_text(TokenSpan span) const;
  /// Without blanks, commas, dashes, full stops and quotation marks at both ends.
  TokenSpan stripped(TokenSpan span) const;
  /// `spans` without the words of `hole`; what is left is stripped.
  std::vector<TokenSpan> without(const std::vector<TokenSpan>& spans, TokenSpan hole) const;
  /// The part of a span on the side of the cue, as far as no dateline or notice stands in it: a headline runs into one.
  TokenSpan within_text(TokenSpan span, TokenIndex cue) const;
  /// Adds the content to the draft's own, stripped, and keeps the draft when something was said.
  void keep(StatementDraft draft, std::vector<StatementDraft>& drafts) const;
  /// “a frank dialogue” with Russia: a mark whose fellow stands within the content belongs to it.
  TokenSpan with_mark(TokenSpan span) const;
  bool has_quotation(const StatementDraft& draft) const;

 private:
  // By the last word and by the first of their names, in lower case.
  std::unordered_map<std::string, std::optional<Index>> people_, first_names_;
};

inline void add_unique(std::vector<Index>& list, Index e) {
  for (const Index have : list) {
    if (have == e) return;
  }
  list.push_back(e);
}

}  // namespace dragoman
