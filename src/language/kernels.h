// The numeric kernels of the language engine: products of matrices with their bias and pooling, in the widest vectors
// that the machine has (chosen at run time).
//
// Weights are copied once into the order in which the kernels read them: panels of up to eight vectors of 16 outputs;
// within a panel, for each input (or pair of inputs), its vectors side by side. Outputs are padded to whole vectors.
// Each output is summed over its inputs in ascending order, so that a row's result does not depend on the rows that are
// computed together with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace dragoman {

inline constexpr std::size_t kLanes = 16;  // outputs in one vector of a panel, whatever the machine's vectors are

/// Memory aligned to cache lines; contents undefined until written.
template <class T>
class AlignedBuffer {
 public:
  AlignedBuffer() = default;
  explicit AlignedBuffer(std::size_t size) { resize(size); }
  /// Keeps nothing of what was there.
  void resize(std::size_t size) {
    store_.resize(size * sizeof(T) + kAlignment);
    void* place = store_.data();
    std::size_t room = store_.size();
    data_ = static_cast<T*>(std::align(kAlignment, size * sizeof(T), place, room));
    size_ = size;
  }
  T* data() { return data_; }
  const T* data() const { return data_; }
  std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }
  AlignedBuffer(const AlignedBuffer&) = delete;
  AlignedBuffer& operator=(const AlignedBuffer&) = delete;
  AlignedBuffer(AlignedBuffer&&) noexcept = default;
  AlignedBuffer& operator=(AlignedBuffer&&) noexcept = default;

 private:
  static constexpr std::size_t kAlignment = 64;
  std::vector<unsigned char> store_;
  T* data_ = nullptr;
  std::size_t size_ = 0;
};

/// A linear layer, y = W x + b.
class Affine {
 public:
  Affine() = default;
  /// `weights` is outputs x inputs, row by row; `bias` may be null. `vectors` (1 to 8) is the width of a panel.
  Affine(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs, std::size_t vectors);

  /// `rows` inputs, `stride` floats apart, give rows of padded_outputs().
  void apply(const float* x, std::size_t rows, std::size_t stride, float* y) const;
  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return outputs_; }
  std::size_t padded_outputs() const { return panels_ * vectors_ * kLanes; }

 private:
  std::size_t outputs_ = 0, inputs_ = 0, vectors_ = 1, panels_ = 0;
  AlignedBuffer<float> weights_, bias_;
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
};

/// One row of activations in 16-bit integers: value = integer * scale. Half of the range is left unused so that sums
/// over a row cannot overflow (see WindowMaxout).
struct QuantizedRows {
  AlignedBuffer<std::int16_t> values;  // rows x width
  AlignedBuffer<float> scales;         // one per row
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
  void apply(const QuantizedRows& x, std::size_t rows, float* y) const;

 private:
  std::size_t outputs_ = 0, width_ = 0;
  AlignedBuffer<std::int16_t> weights_;
  AlignedBuffer<float> scales_, bias_;
};

/// Each row y becomes (y - mean) / sqrt(variance + 1e-8) * gain + bias. `width` is a multiple of 16.
void normalize_rows(float* y, std::size_t rows, std::size_t width, const float* gain, const float* bias);

/// Each row x as 16-bit integers into `q`, from row `first` on.
void quantize_rows(const float* x, std::size_t rows, std::size_t width, QuantizedRows& q, std::size_t first);

/// y[o] = max(sum_f rows[f][o], sum_f rows[f][width + o]) with the bias row among the rows: a maxout layer of two
/// pieces whose products were computed before. `width` is a multiple of 16.
void sum_and_pool(const float* const* rows, std::size_t count, std::size_t width, float* y);

}  // namespace dragoman
