#include "language/transition_scorer.h"

#include "model/model.h"

#include <algorithm>
#include <numeric>

namespace dragoman {

Result<TransitionWeights> TransitionWeights::load(const Model& model, const std::string& prefix, std::size_t slots) {
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
  w.lower_ = Affine(rows.data(), nullptr, slots * units * kPieces, w.hidden_width_, kPanel, Affine::Batch::many);
  constexpr std::size_t kMaxVectors = 8;
  w.upper_ = Affine(upper->data, upper_bias->data, moves, units, std::min(kMaxVectors, (moves + kLanes - 1) / kLanes),
                    Affine::Batch::one);
  return w;
}

void TransitionScorer::begin(const TransitionWeights& weights, const float* hidden, std::size_t count) {
  weights_ = &weights;
  hidden_ = hidden;
  count_ = count;
  filled_ = 0;
  const std::size_t row = weights.lower_.padded_outputs();
  if (kept_.size() < kKept * row) {
    kept_.resize(kKept * row);
    fetched_.resize(TransitionWeights::kMaxSlots * row);
  }
  if (units_.size() < weights.unit_width_) units_.resize(weights.unit_width_);
  if (scores_.size() < weights.upper_.padded_outputs()) scores_.resize(weights.upper_.padded_outputs());
}

const float* TransitionScorer::slot_row(std::size_t slot, int token) {
  const TransitionWeights& w = *weights_;
  const std::size_t slot_width = 2 * w.unit_width_;
  if (token < 0) return w.missing_.data() + slot * slot_width;
  const std::size_t row = w.lower_.padded_outputs();
  const auto t = static_cast<std::size_t>(token);
  while (filled_ <= t) {
    const std::size_t rows = std::min(kBlock, count_ - filled_);
    w.lower_.apply(hidden_ + filled_ * w.hidden_width_, rows, w.hidden_width_, kept_.data() + filled_ % kKept * row);
    filled_ += kBlock;
  }
  if (t + kKept >= filled_) return kept_.data() + t % kKept * row + slot * slot_width;
  float* fetched = fetched_.data() + slot * row;
  w.lower_.apply(hidden_ + t * w.hidden_width_, 1, w.hidden_width_, fetched);
  return fetched + slot * slot_width;
}

const float* TransitionScorer::score(const std::array<int, TransitionWeights::kMaxSlots>& context) {
  const TransitionWeights& w = *weights_;
  // The tokens furthest ahead first: filling a block may overwrite the rows of tokens far back.
  const int furthest = *std::max_element(context.begin(), context.begin() + static_cast<std::ptrdiff_t>(w.slots_));
  if (furthest >= 0) slot_row(0, furthest);
  std::array<const float*, TransitionWeights::kMaxSlots + 1> rows{};
  for (std::size_t s = 0; s < w.slots_; ++s) rows[s] = slot_row(s, context[s]);
  rows[w.slots_] = w.lower_bias_.data();
  sum_and_pool(rows.data(), w.slots_ + 1, w.unit_width_, units_.data());
  w.upper_.apply(units_.data(), 1, w.unit_width_, scores_.data());
  return scores_.data();
}

}  // namespace dragoman
