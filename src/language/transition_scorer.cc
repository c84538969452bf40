#include "language/transition_scorer.h"

#include "language/kernel_class.h"
#include "model/model.h"

#include <algorithm>
#include <numeric>

namespace dragoman {

Result<TransitionWeights> TransitionWeights::load(const Model& model, const std::string& prefix, std::size_t slots,
                                                  std::size_t of_all) {
  const auto reduce = model.tensor(prefix + "/reduce/W", 2);
  if (!reduce) return reduce.error();
  TransitionWeights w;
  w.hidden_width_ = reduce->shape[0];
  w.input_width_ = reduce->shape[1];
  w.slots_ = slots;
  const auto reduce_bias = model.tensor(prefix + "/reduce/b", {w.hidden_width_});
  if (!reduce_bias) return reduce_bias.error();
  const auto lower = model.tensor(prefix + "/lower/W", 4);
  if (!lower) return lower.error();
  const std::size_t units = lower->shape[1];
  w.unit_width_ = units;
  constexpr std::size_t kPieces = 2;
  if (lower->shape[0] != slots || lower->shape[2] != kPieces || lower->shape[3] != w.hidden_width_ ||
      units % kLanes != 0 || w.hidden_width_ % kLanes != 0) {
    return Error{ErrorKind::setup, "",
                 "the tensor " + prefix + "/lower/W has a shape that is not supported; expected " +
                     std::to_string(slots) + " slots, 2 pieces and widths that are multiples of 16"};
  }
  const auto lower_bias = model.tensor(prefix + "/lower/b", {units, kPieces});
  if (!lower_bias) return lower_bias.error();
  const auto pad = model.tensor(prefix + "/lower/pad", {1, slots, units, kPieces});
  if (!pad) return pad.error();
  const auto upper = model.tensor(prefix + "/upper/W", 2);
  if (!upper) return upper.error();
  const std::size_t moves = upper->shape[0];
  const auto upper_bias = model.tensor(prefix + "/upper/b", {moves});
  if (!upper_bias) return upper_bias.error();
  if (upper->shape[1] != units) {
    return Error{ErrorKind::setup, "", "the tensors " + prefix + "/lower/W and upper/W do not fit together"};
  }

  // The widest panel that fills its rows, since rows of hidden_width() must hold what the layer writes.
  constexpr std::size_t kPanel = 4;
  const std::size_t filled = std::gcd(w.hidden_width_ / kLanes, kPanel);
  w.reduce_ = Affine(reduce->data, reduce_bias->data, w.hidden_width_, w.input_width_, filled, Affine::Batch::many);
  // Units side by side for each piece, so that pooling takes the larger of two vectors.
  std::vector<float> rows(slots * units * kPieces * w.hidden_width_);
  w.missing_.resize(slots * units * kPieces);
  w.lower_bias_.resize(units * kPieces);
  for (std::size_t s = 0; s < slots; ++s) {
    for (std::size_t u = 0; u < units; ++u) {
      for (std::size_t p = 0; p < kPieces; ++p) {
        const std::size_t from = (s * units + u) * kPieces + p;
        const std::size_t to = (s * kPieces + p) * units + u;
        std::copy_n(lower->data + from * w.hidden_width_, w.hidden_width_, rows.data() + to * w.hidden_width_);
        w.missing_[to] = pad->data[from];
        if (s == 0) w.lower_bias_[to] = lower_bias->data[from];
      }
    }
  }
  constexpr std::size_t kMaxVectors = 8;
  // In tiles a block costs less than the few rows of it that are needed.
  w.in_blocks_ = kernel_class() == KernelClass::amx ? slots : of_all;
  const std::size_t widest = std::gcd(w.slot_width() / kLanes, kMaxVectors);
  for (std::size_t s = 0; s < slots; ++s) {
    const bool blocks = s < w.in_blocks_;
    w.lower_.emplace_back(rows.data() + s * w.slot_width() * w.hidden_width_, nullptr, w.slot_width(), w.hidden_width_,
                          blocks ? std::min(widest, kPanel) : widest,
                          blocks ? Affine::Batch::many : Affine::Batch::one);
  }
  w.upper_ = Affine(upper->data, upper_bias->data, moves, units, std::min(kMaxVectors, (moves + kLanes - 1) / kLanes),
                    Affine::Batch::one);
  return w;
}

void TransitionScorer::begin(const TransitionWeights& weights, const float* hidden, std::size_t count) {
  weights_ = &weights;
  hidden_ = hidden;
  count_ = count;
  for (std::size_t s = 0; s < weights.slots_; ++s) {
    Products& products = products_[s];
    if (products.rows.size() < kKept * weights.slot_width()) products.rows.resize(kKept * weights.slot_width());
    products.tokens.assign(kKept, -1);
    products.made = 0;
  }
  if (units_.size() < weights.unit_width_) units_.resize(weights.unit_width_);
  if (scores_.size() < weights.upper_.padded_outputs()) scores_.resize(weights.upper_.padded_outputs());
}

const float* TransitionScorer::slot_row(std::size_t slot, int token) {
  const TransitionWeights& w = *weights_;
  const std::size_t width = w.slot_width();
  if (token < 0) return w.missing_.data() + slot * width;
  Products& products = products_[slot];
  const auto t = static_cast<std::size_t>(token);
  const float* row = products.rows.data() + t % kKept * width;
  if (products.tokens[t % kKept] == token) return row;
  const bool block = slot < w.in_blocks_ && t >= products.made;
  const std::size_t first = block ? t / kBlock * kBlock : t;
  const std::size_t end = block ? std::min(first + kBlock, count_) : t + 1;
  w.lower_[slot].apply(hidden_ + first * w.hidden_width_, end - first, w.hidden_width_,
                       products.rows.data() + first % kKept * width);
  for (std::size_t i = first; i < end; ++i) products.tokens[i % kKept] = static_cast<std::int32_t>(i);
  if (block) products.made = end;
  return row;
}

const float* TransitionScorer::score(const std::array<int, TransitionWeights::kMaxSlots>& context) {
  const TransitionWeights& w = *weights_;
  std::array<const float*, TransitionWeights::kMaxSlots + 1> rows{};
  for (std::size_t s = 0; s < w.slots_; ++s) rows[s] = slot_row(s, context[s]);
  rows[w.slots_] = w.lower_bias_.data();
  sum_and_pool(rows.data(), w.slots_ + 1, w.unit_width_, units_.data());
  w.upper_.apply(units_.data(), 1, w.unit_width_, scores_.data());
  return scores_.data();
}

}  // namespace dragoman
