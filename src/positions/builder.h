// The positions of a document while they are being found.
#pragma once

#include "positions/holders.h"
#include "positions/stances.h"
#include "positions/telling.h"
#include "positions/wording.h"
#include "story/story.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dragoman {

class PositionBuilder {
 public:
  explicit PositionBuilder(Story& story);

  Story& story;
  const Parse& parse;
  const StanceLexicon& lexicon;
  const Holders holders;
  const StanceTelling telling;
  std::vector<bool> taken;  // per token: it has told a position, or stands in what another word takes a stance on

  /// One position for each holder; nothing without words that say what it is about, or when it was told before.
  void add(const std::vector<Held>& held, std::string stance, std::optional<Matter> matter, TokenIndex where,
           TokenSpan evidence, const ToldBy& by);
  /// The verbs of what a stance is taken on say nothing more of the holder: "wants to oppose", "fears that it will".
  void take(TokenIndex from);
  /// Nothing is held in a question, under "if", or by who may or might.
  bool is_open(TokenIndex verb) const;
  /// Whether it was held once and is no more: "had opposed it until Friday", "initially opposed it", "used to oppose
  /// it".
  bool is_given_up(TokenIndex verb) const;
  /// What a predicate calls something, "a threat", "unacceptable", "an inalienable part"; nothing when it judges not.
  std::optional<std::string> judged(TokenIndex predicate) const;
  /// Not, never, neither … nor.
  bool is_denied(TokenIndex verb) const;
  bool is_question(TokenIndex t) const;
  bool is_to_be_shown(TokenIndex verb) const;
  /// "not every clerk", "few clerks", "nobody": of whom it is not said, or not of those whom the words name.
  bool is_of_few(TokenIndex subject) const;
  /// The same, or of nobody: "no union".
  bool is_of_none(TokenIndex subject) const;
  /// The issue that the words stand under: that of the noun, or of what the clause is about.
  std::optional<Index> issue_below(const Matter& matter) const;
  bool is_actor(Index issue) const { return !is_made_here(issue) && actors_[issue]; }

 private:
  std::optional<Index> issue_of_act(TokenIndex verb) const;
  std::optional<Index> issue_of_clause(TokenIndex verb) const;
  bool ends_then(TokenIndex phrase) const;
  TokenIndex end_of_compound(TokenIndex noun) const;
  TokenSpan with_doer(TokenSpan evidence, TokenIndex where) const;
  TokenSpan with_matter(TokenSpan evidence, const Matter& matter, TokenIndex where, const Held& held) const;
  std::optional<Index> issue_in_words(const Matter& matter, std::optional<Index> below, TokenIndex where, Index holder);
  bool is_made_here(Index issue) const { return issue >= actors_.size(); }
  bool was_told(const Position& p, const Matter& matter);
  bool is_part_of_told(const Position& p, const Matter& matter);

  std::vector<std::int32_t> own_issue_;              // per entity: the issue that it is itself, or -1
  std::vector<bool> actors_;                         // per issue of find_issues: people or a country
  std::unordered_map<std::string, Index> in_words_;  // issues that were made here, by label
  std::unordered_set<std::string> told_;             // holder, issue and stance of what was told
  /// In which words, and how these end from each of their words on.
  struct WordsTold {
    std::unordered_set<std::string> whole, ends;
  };
  std::unordered_map<std::string, WordsTold> words_told_;  // by holder and stance
};

// The two ways, each adding to record.positions.
void find_stances(PositionBuilder& b);     // words that take a stance: "opposes the ban"
void find_judgements(PositionBuilder& b);  // what statements demand, promise and judge: "said the dam is a threat"

}  // namespace dragoman
