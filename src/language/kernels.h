// The numeric kernels of the language engine: products of matrices with their bias and pooling, in the widest vectors
// that the machine has (chosen at run time).
//
// Weights are copied once into the order in which the kernels read them: panels of up to eight vectors of 16 outputs;
// within a panel, for each input (or pair of inputs), its vectors side by side. Outputs are padded to whole vectors.
// Each output is summed over its inputs in ascending order, so that a row's result does not depend on the rows that are
// computed together with it. Where the machine has tiles (AMX), batches of rows are computed in them instead
// (kernels_amx.h). Which instructions are used is settled when a layer is made (kernel_class.h).
#pragma once

#include "language/aligned_buffer.h"
#include "language/kernels_amx.h"

#include <cstddef>
#include <cstdint>

namespace dragoman {

inline constexpr std::size_t kLanes = 16;  // outputs in one vector of a panel, whatever the machine's vectors are

/// A linear layer, y = W x + b.
class Affine {
 public:
  Affine() = default;
  /// How many rows are mostly computed together: tiles, where the machine has them, pay from a dozen on.
  enum class Batch { one, many };
  /// `weights` is outputs x inputs, row by row; `bias` may be null. `vectors` (1 to 8) is the width of a panel.
  Affine(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs, std::size_t vectors,
         Batch batch);

  /// `rows` inputs, `stride` floats apart, give rows of padded_outputs().
  void apply(const float* x, std::size_t rows, std::size_t stride, float* y) const;
  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return outputs_; }
  std::size_t padded_outputs() const { return panels_ * vectors_ * kLanes; }

 private:
  std::size_t outputs_ = 0, inputs_ = 0, vectors_ = 1, panels_ = 0;
  AlignedBuffer<float> weights_, bias_;
  TiledWeights tiled_;  // in place of weights_ and bias_
};

/// A maxout layer of three pieces: y[o] = max over p of W[o][p] x + b[o][p]. The outputs must be a multiple of 16.
class Maxout {
 public:
  static constexpr std::size_t kPieces = 3;

  Maxout() = default;
  /// `weights` is outputs x 3 x inputs, `bias` outputs x 3.
  Maxout(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs);

  void apply(const float* x, std::size_t rows, std::size_t stride, float* y) const;
  std::size_t outputs() const { return outputs_; }

 private:
  std::size_t outputs_ = 0, inputs_ = 0;
  AlignedBuffer<float> weights_, bias_;
  TiledWeights tiled_;  // in place of weights_ and bias_
};

/// Rows of activations as WindowMaxout takes them: 16-bit integers, where value = integer * scale and half of the range
/// is left unused so that sums over a row cannot overflow; or, for tiles, the two bfloat16 halves of each value.
class WindowRows {
 public:
  /// Room for `rows` rows of `width` values, a multiple of 16; contents undefined until set.
  void resize(std::size_t rows, std::size_t width);
  /// Rows from `first` on, from floats side by side.
  void set(const float* x, std::size_t rows, std::size_t first);
  /// A row of zeros.
  void clear(std::size_t row);

 private:
  friend class WindowMaxout;
  std::size_t width_ = 0;
  AlignedBuffer<std::int16_t> values_;       // rows x width
  AlignedBuffer<float> scales_;              // one per row
  AlignedBuffer<std::uint16_t> high_, low_;  // rows x width each
};

/// A maxout layer of three pieces over a window of three rows, in 16-bit integers with 32-bit sums: weights are scaled
/// per output and piece, so that the sum over one row stays below 2^31 for any activations.
class WindowMaxout {
 public:
  static constexpr std::size_t kPieces = 3;
  static constexpr std::size_t kWindow = 3;
  static constexpr int kActivationMax = (1 << 13) - 1;

  WindowMaxout() = default;
  /// `weights` is outputs x 3 pieces x (3 rows x width); width must be even, outputs a multiple of 16.
  WindowMaxout(const float* weights, const float* bias, std::size_t outputs, std::size_t width);

  /// y[i] for i in [0, rows) from the rows i - 1, i, i + 1 of `x`, where row 0 of x is the one before the first output.
  void apply(const WindowRows& x, std::size_t rows, float* y) const;

 private:
  std::size_t outputs_ = 0, width_ = 0;
  AlignedBuffer<std::int16_t> weights_;
  AlignedBuffer<float> scales_, bias_;
  TiledWeights tiled_;  // in place of the others
};

/// Each row y becomes (y - mean) / sqrt(variance + 1e-8) * gain + bias. `width` is a multiple of 16.
void normalize_rows(float* y, std::size_t rows, std::size_t width, const float* gain, const float* bias);

/// y[o] = max(sum_f rows[f][o], sum_f rows[f][width + o]) with the bias row among the rows: a maxout layer of two
/// pieces whose products were computed before. `width` is a multiple of 16.
void sum_and_pool(const float* const* rows, std::size_t count, std::size_t width, float* y);

}  // namespace dragoman
