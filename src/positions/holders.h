// Whose a position is, and who voiced it: a minister's is his country's, voiced by him, where it is a matter between
// states; at home it is his own.
#pragma once

#include "language/syntax.h"
#include "positions/stances.h"
#include "story/story.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dragoman {

struct Held {
  Index actor = 0;
  std::optional<Index> by;
  TokenIndex word = kNoToken;  // that stands for the holder; none where he is who makes the statement
};

class Holders {
 public:
  explicit Holders(const Story& story);

  /// Who holds what the phrases' heads hold, as said at `where`; "we" are those who speak there.
  std::vector<Held> of(const Tokens& heads, TokenIndex where) const;
  /// Those who make the statement, each for whom he speaks.
  std::vector<Held> speakers(Index statement, TokenIndex where) const;
  /// The country that a people's adjective stands for ("Russian recognition").
  std::optional<Index> country_at(TokenIndex t) const;
  /// The innermost statement that the token stands in, as its content or its cue.
  std::optional<Index> statement_at(TokenIndex t) const;
  /// The innermost statement whose content the token is part of.
  std::optional<Index> statement_inside(TokenIndex t) const;
  bool is_we(TokenIndex t) const;
  /// The antecedent that the relative pronoun, at `relative`, can stand for: "who" is of people, "which" of
  /// none.
  TokenIndex whom_it_fits(TokenIndex antecedent, std::string_view pronoun, TokenIndex relative) const;
  /// "we", "I", "our government", or the speakers' own country or name.
  bool is_self(TokenIndex head, Index statement) const;

 private:
  std::vector<Index> entities_of(TokenIndex head, TokenIndex where) const;
  std::vector<Index> holders_of(TokenIndex head, TokenIndex where) const;
  std::optional<Index> who_says_so(TokenIndex pronoun) const;
  std::optional<Index> who_says_we(TokenIndex pronoun, TokenIndex where) const;
  bool runs_campaign(const TokenMention& mention) const;
  std::vector<Index> person_before(TokenIndex t) const;
  std::vector<Held> states_behind(Index entity, TokenIndex head) const;
  Index actor_of(Index entity, TokenIndex where, int depth = 0) const;
  SpeaksFor speaks_for(const Entity& person) const;
  Index state_of(Index entity) const;
  bool is_between_states(const Entity& holder, TokenIndex where) const;
  bool is_candidate(const Entity& person) const;
  bool is_campaigning(TokenIndex where) const;
  bool is_apart(TokenIndex head) const;
  bool names_compatriot(const Entity& holder, TokenIndex where) const;
  bool can_hold(const Entity& e, TokenIndex head) const;
  std::optional<Index> speaker_of(Index state, Index body, TokenIndex where) const;
  void count_countries();

  const Story& story_;
  const Parse& parse_;
  std::unordered_map<std::string, Index> countries_;  // by code
  std::vector<std::vector<std::string_view>> named_;  // per sentence: codes of the countries that it speaks of
  std::unordered_map<std::string, int> times_;        // by code: how often the report names a country
  int times_in_all_ = 0;
  std::unordered_set<Index> apart_;       // those without a name whom a phrase tells to be of a town, union, campaign
  std::unordered_set<Index> candidates_;  // whose campaign the report speaks of
  std::vector<std::int32_t> inside_;      // per token: innermost statement whose content covers it, or -1
  std::vector<std::int32_t> cue_;         // per token: statement whose cue it is, or -1
};

}  // namespace dragoman
