// The name recogniser: a greedy transition system over begin, in, last, unit and out, as spaCy's.
#pragma once

#include "language/parse.h"
#include "language/transition_scorer.h"

#include <string>
#include <vector>

namespace dragoman {

class NameRecognizer {
 public:
  static Result<NameRecognizer> load(const Model& model);

  struct Workspace {
    TransitionScorer scorer;
  };

  const TransitionWeights& weights() const { return weights_; }

  /// Sets `names` and the tokens' name fields. `hidden` has a row of weights().hidden_width() per token.
  void run(const float* hidden, Parse& parse, Workspace& workspace) const;

 private:
  enum class Action : std::uint8_t { begin, in, last, unit, out };
  struct Move {
    Action action = Action::out;
    std::uint16_t label = 0;
  };
  struct Label {
    std::string name;  // "GPE"; empty for the label that no name may have
    NameType type = NameType::none;
  };

  static constexpr std::uint32_t kNoMove = 0xFFFFFFFFU;

  TransitionWeights weights_;
  std::vector<Move> moves_;
  std::vector<Label> labels_;
  std::vector<std::uint32_t> in_of_, last_of_;  // label to the move that goes on with or ends its name, or kNoMove
};

}  // namespace dragoman
