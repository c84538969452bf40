// The positions of a document while they are being found.
#pragma once

#include "positions/holders.h"
#include "positions/stances.h"
#include "story/story.h"

#include <string>
#include <vector>

namespace dragoman {

class PositionBuilder {
 public:
  explicit PositionBuilder(Story& story);

  Story& story;
  const Parse& parse;
  const StanceLexicon& lexicon;
  const Holders holders;
  std::vector<bool> taken;  // per token: it has told a position, or stands in what another word takes a stance on

  /// One position for each holder; nothing without an issue, or when it stood in the sentence before.
  void add(const std::vector<Held>& held, const std::string& stance, std::optional<Index> issue, TokenIndex where,
           TokenSpan evidence);
  /// The verbs of what a stance is taken on say nothing more of the holder: "wants to oppose", "fears that it will".
  void take(TokenIndex from);
  /// Nothing is held in a question, under "if", or by who may or might.
  bool is_open(TokenIndex verb) const;
  /// What a predicate calls something, "a threat", "unacceptable", "an inalienable part"; nothing when it judges not.
  std::optional<std::string> judged(TokenIndex predicate) const;
  /// Not, never, neither … nor.
  bool is_denied(TokenIndex verb) const;
  bool is_question(TokenIndex t) const;
  /// What an act is about, when that is not just whom it meets: "to meet the king" is about nothing.
  std::optional<Index> matter_of(TokenIndex verb) const;
  bool is_actor(Index issue) const { return actors_[issue]; }
  /// "urges" for what is begun, "urges to end" for what its content ends: "urged Peru to lift the ban".
  std::string with_ending(std::string stance, TokenIndex content) const;
  /// What a clause is about: its subject when that is no actor, else what the verb is about.
  std::optional<Index> issue_of_clause(TokenIndex verb) const;

 private:
  std::vector<std::int32_t> own_issue_;  // per entity: the issue that it is itself, or -1
  std::vector<bool> actors_;             // per issue: people or a country that is talked about
};

// The two ways, each adding to record.positions.
void find_stances(PositionBuilder& b);     // words that take a stance: "opposes the ban"
void find_judgements(PositionBuilder& b);  // what statements demand, promise and judge: "said the dam is a threat"

}  // namespace dragoman
