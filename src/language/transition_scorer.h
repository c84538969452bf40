// Scores the moves of a transition system from a few context tokens, as the parser and the name recogniser both do: a
// linear layer per token, a maxout of two pieces over the context's slots, and a linear layer over the moves.
//
// The middle layer's product with each token is made once per token and slot, in blocks ahead of the buffer, and kept
// for the tokens of late; for one further back it is made again. Memory thus does not grow with the document.
#pragma once

#include "dragoman/result.h"
#include "language/kernels.h"

#include <array>
#include <string>
#include <vector>

namespace dragoman {

class Model;

/// The weights, laid out for the kernels; immutable once loaded.
class TransitionWeights {
 public:
  static constexpr std::size_t kMaxSlots = 8;

  /// `prefix` is "parser" or "ner". An Error (kind setup) names a tensor that is missing or has an unexpected shape.
  static Result<TransitionWeights> load(const Model& model, const std::string& prefix, std::size_t slots);

  std::size_t input_width() const { return input_width_; }
  std::size_t hidden_width() const { return hidden_width_; }
  std::size_t slots() const { return slots_; }
  std::size_t moves() const { return upper_.outputs(); }

  /// The first layer: rows of input_width() give rows of hidden_width().
  void reduce(const float* x, std::size_t rows, float* hidden) const { reduce_.apply(x, rows, input_width_, hidden); }

 private:
  friend class TransitionScorer;
  std::size_t input_width_ = 0, hidden_width_ = 0, slots_ = 0, unit_width_ = 0;
  Affine reduce_, lower_, upper_;
  AlignedBuffer<float> missing_;     // slots x (2 pieces x unit_width): what a slot without a token adds
  AlignedBuffer<float> lower_bias_;  // 2 pieces x unit_width
};

/// The state of scoring one document; reusable.
class TransitionScorer {
 public:
  /// `hidden` holds `count` rows from TransitionWeights::reduce and must stay while scores are asked for.
  void begin(const TransitionWeights& weights, const float* hidden, std::size_t count);

  /// Scores of all moves, valid until the next call. `context` has one token index per slot, or -1.
  const float* score(const std::array<int, TransitionWeights::kMaxSlots>& context);

 private:
  static constexpr std::size_t kBlock = 64;
  static constexpr std::size_t kKept = 256;  // tokens, a multiple of kBlock

  const float* slot_row(std::size_t slot, int token);

  const TransitionWeights* weights_ = nullptr;
  const float* hidden_ = nullptr;
  std::size_t count_ = 0, filled_ = 0;
  AlignedBuffer<float> kept_;     // kKept rows of slots x 2 x unit_width
  AlignedBuffer<float> fetched_;  // kMaxSlots such rows, for tokens no longer kept
  AlignedBuffer<float> units_, scores_;
};

}  // namespace dragoman
