// Positions told by nouns: "Hungary's opposition to the embargo", "expressed concern about the dams".
#pragma once

#include "positions/arguments.h"
#include "positions/builder.h"

namespace dragoman {

class NounStances {
 public:
  explicit NounStances(PositionBuilder& b)
      : b_(b), arguments_(b), story_(b.story), parse_(b.parse), lexicon_(b.lexicon) {}

  /// Adds the positions that the noun tells.
  void noun(TokenIndex n);

 private:
  bool named_for_stance(TokenIndex n, const Stance& stance);
  bool told_in_clause(TokenIndex n, const Stance& stance);
  bool met_with(TokenIndex n, const Stance& stance);
  void second_object(TokenIndex n, const Stance& stance, const std::vector<Held>& held, TokenSpan whole,
                     const ToldBy& by);
  bool takes_back(TokenIndex carrier) const;
  bool is_denied(TokenIndex n) const;
  bool is_lessened(TokenIndex n) const;
  std::optional<Matter> act_of_somebody(TokenIndex n, TokenIndex above) const;
  std::optional<Matter> matter_of(TokenIndex n, const Stance& stance) const;
  TokenIndex carrier_of(TokenIndex n, const Stance& stance) const;
  bool is_own_carrier(TokenIndex verb, const Stance& stance) const;
  std::vector<Held> noun_holders(TokenIndex n, const Stance& stance, TokenIndex& carrier) const;

  PositionBuilder& b_;
  const StanceArguments arguments_;
  const Story& story_;
  const Parse& parse_;
  const StanceLexicon& lexicon_;
};

}  // namespace dragoman
