// How the report tells a stance: in which tense, on which condition, of which day.
#pragma once

#include "positions/holders.h"
#include "positions/stances.h"
#include "positions/wording.h"
#include "story/story.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace dragoman {

/// What a stance was read from, and the verb whose tense is its own.
struct ToldBy {
  enum class Word { verb, noun, adjective, participle, judgement };
  Word word = Word::verb;
  TokenIndex verb = kNoToken;  // "voiced" of "voiced concern", "is" of "is ready"; none where it has no verb
  bool wish = false;           // "would like to": "would" makes nothing conditional
};

class StanceTelling {
 public:
  /// Of a story whose events are known.
  StanceTelling(const Story& story, const Holders& holders, const StanceLexicon& lexicon);

  /// Sets tense, condition and day of a position that has its stance and statement. `issue` are the words of what it is
  /// about: a condition that they hold is not told again.
  void tell(Position& position, const ToldBy& by, const Matter& matter, const std::string& issue) const;

 private:
  std::optional<StanceTense> own_tense(TokenIndex verb) const;
  TokenIndex finite_verb(TokenIndex verb) const;
  StanceTense as_said(StanceTense tense, TokenIndex verb, const Position& position) const;
  bool is_told_in_past(TokenIndex verb) const;
  bool is_quoted(Index statement, TokenIndex verb) const;
  bool is_long_ago(const Position& position) const;
  std::optional<TokenSpan> condition(TokenIndex head) const;
  std::optional<DateValue> day(const Position& position, TokenIndex verb) const;

  const Story& story_;
  const Parse& parse_;
  const Holders& holders_;
  const StanceLexicon& lexicon_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, DateValue> days_of_events_;  // that the text tells, by trigger
};

}  // namespace dragoman
