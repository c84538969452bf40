// The dependency parser: a greedy arc-eager transition system with sentence breaks (non-projective arcs are encoded in
// the labels and restored afterwards). It computes what spaCy's parser computes.
#pragma once

#include "language/parse.h"
#include "language/transition_scorer.h"

#include <span>
#include <string>
#include <vector>

namespace dragoman {

class DependencyParser {
 public:
  static Result<DependencyParser> load(const Model& model);

  /// Memory reused from document to document.
  struct Workspace {
    struct Arc {
      int head = 0, child = 0;
      std::uint16_t label = 0;
      int before = -1;  // the arc of the same head and side that was there before
    };
    TransitionScorer scorer;
    std::vector<int> stack, rebuffer, heads, last_left, last_right;
    std::vector<Arc> arcs;
    std::vector<std::uint8_t> unshiftable, sentence_start;
    std::vector<std::uint16_t> labels;
    std::vector<std::uint32_t> left_edges, right_edges;
  };

  const TransitionWeights& weights() const { return weights_; }

  /// Sets head, relation, relation_label and the sentences of `parse` (whose tokens are there), then links it. `hidden`
  /// has a row of weights().hidden_width() per token. `starts` are tokens, in text order, that begin a sentence
  /// whatever the parser thinks; no arc goes over them. Those that are among `parts` as well begin what is parsed as a
  /// text of its own.
  void run(const float* hidden, Parse& parse, Workspace& workspace, std::span<const TokenIndex> starts = {},
           std::span<const TokenIndex> parts = {}) const;

 private:
  enum class Action : std::uint8_t { shift, reduce, left, right, start_sentence };
  struct Move {
    Action action = Action::shift;
    std::uint16_t label = 0;
  };
  /// Neighbouring moves of one action, which are allowed or forbidden together.
  struct Group {
    Action action = Action::shift;
    std::uint32_t begin = 0, end = 0;
  };
  struct Label {
    std::string name;       // "nsubj"
    std::string head_name;  // the label of the true head for an arc that was lifted, else empty
    Relation relation = Relation::other;
  };
  class State;

  void annotate(const State& state, Workspace& workspace, Parse& parse) const;
  void restore_lifted_arcs(Workspace& workspace, Parse& parse) const;

  TransitionWeights weights_;
  std::vector<Move> moves_;
  std::vector<Group> groups_;
  std::vector<Label> labels_;
  std::uint16_t root_label_ = 0;
};

}  // namespace dragoman
