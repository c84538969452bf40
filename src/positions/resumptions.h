// What "the charge", "that move" or "it" takes up: in "Chad accused Sudan of arming rebels. Sudan denied the charge",
// the arming of rebels.
#pragma once

#include "positions/acts.h"
#include "positions/arguments.h"
#include "positions/builder.h"

#include <optional>
#include <vector>

namespace dragoman {

class Resumptions {
 public:
  explicit Resumptions(const PositionBuilder& b)
      : b_(b), parse_(b.parse), lexicon_(b.lexicon), arguments_(b), acts_(b) {}

  /// The matter that the holders' stance is taken on: what a noun or pronoun takes up, else the matter itself; nothing
  /// where it takes up what is not found and says nothing alone. `where` is the word of stance. `stance` becomes that
  /// on what was taken up: who rejects a charge denies what it is of.
  std::optional<Matter> resolved(const Matter& matter, std::string& stance, TokenIndex where,
                                 const std::vector<Held>& held) const;

 private:
  const Resumption* resumption(const Matter& matter, const std::string& stance) const;
  bool is_open_pronoun(const Matter& matter) const;
  std::optional<Matter> antecedent(const Matter& pronoun) const;
  std::optional<Matter> noun_before(TokenIndex which) const;
  bool is_bare(TokenIndex noun, TokenIndex where) const;
  bool is_definite(TokenIndex noun, TokenIndex where) const;
  std::optional<Matter> told_before(const Resumption& how, TokenIndex word, TokenIndex where,
                                    const std::vector<Held>& held) const;
  std::optional<Matter> said_before(TokenIndex word, TokenIndex where, const std::vector<Held>& held,
                                    bool of_holder) const;
  bool names_holder(TokenIndex clause, const std::vector<Held>& held) const;
  std::optional<Matter> done_before(TokenIndex word, TokenIndex where, const std::vector<Held>& held) const;
  bool is_named_in_full(const Matter& matter) const;
  bool holds_stance(TokenIndex verb, TokenIndex word, TokenIndex where) const;
  std::optional<Matter> content(TokenIndex verb) const;
  std::optional<Matter> clause_behind(TokenIndex verb) const;
  std::optional<Matter> clause_in_front(TokenIndex verb) const;
  bool is_of_others(TokenIndex verb, const std::vector<Held>& held) const;
  bool has_words(const Matter& matter, TokenIndex where, const std::vector<Held>& held) const;
  TokenIndex begin_of(TokenIndex word, std::uint32_t sentences_back) const;

  const PositionBuilder& b_;
  const Parse& parse_;
  const StanceLexicon& lexicon_;
  const StanceArguments arguments_;
  const Acts acts_;
};

}  // namespace dragoman
