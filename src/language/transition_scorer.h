// Scores the moves of a transition system from a few context tokens, as the parser and the name recogniser both do: a
// linear layer per token, a maxout of two pieces over the context's slots, and a linear layer over the moves.
//
// The middle layer's product with each token is made once per token and slot, and kept for the tokens of late; for one
// further back it is made again. Memory thus does not grow with the document. Slots that hold every token at some time
// get theirs in blocks, the others when they are asked for: most tokens are nobody's last child.
#pragma once

#include "dragoman/result.h"
#include "language/kernels.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace dragoman {

class Model;

/// The weights, laid out for the kernels; immutable once loaded.
class TransitionWeights {
 public:
  static constexpr std::size_t kMaxSlots = 8;

  /// `prefix` is "parser" or "ner"; the first `of_all` slots hold every token at some time. An Error (kind setup) names
  /// a tensor that is missing or has an unexpected shape.
  static Result<TransitionWeights> load(const Model& model, const std::string& prefix, std::size_t slots,
                                        std::size_t of_all);

  std::size_t input_width() const { return input_width_; }
  std::size_t hidden_width() const { return hidden_width_; }
  std::size_t slots() const { return slots_; }
  std::size_t moves() const { return upper_.outputs(); }

  /// The first layer: rows of input_width() give rows of hidden_width().
  void reduce(const float* x, std::size_t rows, float* hidden) const { reduce_.apply(x, rows, input_width_, hidden); }

 private:
  friend class TransitionScorer;
  std::size_t slot_width() const { return 2 * unit_width_; }

  std::size_t input_width_ = 0, hidden_width_ = 0, slots_ = 0, unit_width_ = 0;
  std::size_t in_blocks_ = 0;  // the first slots, whose products are made in blocks
  Affine reduce_, upper_;
  std::vector<Affine> lower_;        // by slot
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

  /// The products of one slot: that of a token stands at its index modulo kKept.
  struct Products {
    AlignedBuffer<float> rows;         // kKept x slot_width
    std::vector<std::int32_t> tokens;  // whose row stands there, or -1
    std::size_t made = 0;              // tokens before it were made in blocks
  };

  const float* slot_row(std::size_t slot, int token);

  const TransitionWeights* weights_ = nullptr;
  const float* hidden_ = nullptr;
  std::size_t count_ = 0;
  std::array<Products, TransitionWeights::kMaxSlots> products_;
  AlignedBuffer<float> units_, scores_;
};

}  // namespace dragoman
