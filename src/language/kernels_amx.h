// Products of matrices in the tiles of AMX, of bfloat16 with sums in 32-bit floats.
//
// A bfloat16 has 8 bits of significand, too few for the networks' results to stay the same. So each value is the sum
// of two, the high and the low half, and a product of values is high times high, high times low and low times high:
// what is left out is below 2^-16 of the product, less than what the 16-bit integers of the other kernels round off.
#pragma once

#include "language/aligned_buffer.h"

#include <cstddef>
#include <cstdint>

namespace dragoman {

/// Whether processor, system and build can run these kernels. The first call asks the system for the tiles' state.
bool has_amx();

inline constexpr std::size_t kTileRows = 16;   // rows, and outputs, of one tile
inline constexpr std::size_t kTileDepth = 32;  // inputs of one tile
inline constexpr std::size_t kRowBlock = 2 * kTileRows;

/// Rows of bfloat16 halves; `low` belongs to the value at the same place of `high`.
struct SplitRows {
  const std::uint16_t* high = nullptr;
  const std::uint16_t* low = nullptr;
  std::size_t stride = 0;  // values from one row to the next; rows may overlap, as windows do
};

/// `count` floats into their halves; `count` is a multiple of 16.
void split_floats(const float* x, std::size_t count, std::uint16_t* high, std::uint16_t* low);

/// Weights and bias of a linear layer, or of a maxout layer of some pieces, in the order of the tiles.
class TiledWeights {
 public:
  TiledWeights() = default;
  /// `weights` is outputs x pieces x inputs, row by row, `bias` outputs x pieces or null. Inputs are padded to whole
  /// tiles with weights of zero, outputs to 16.
  TiledWeights(const float* weights, const float* bias, std::size_t outputs, std::size_t pieces, std::size_t inputs);

  bool empty() const { return pieces_ == 0; }
  std::size_t padded_inputs() const { return chunks_ * kTileDepth; }

  /// y[r][o] = max over the pieces of W x[r] + b, `width` floats from one row of y to the next. Of `x`, rows up to the
  /// next multiple of kRowBlock and padded_inputs() values of each are read, whatever they hold.
  void apply(const SplitRows& x, std::size_t rows, float* y, std::size_t width) const;
  /// The same from floats, `stride` apart. At most kMaxInputs inputs.
  void apply(const float* x, std::size_t rows, std::size_t stride, float* y, std::size_t width) const;

  static constexpr std::size_t kMaxInputs = 768;

 private:
  std::size_t pieces_ = 0, vectors_ = 0, inputs_ = 0, chunks_ = 0;
  // A vector is one piece of 16 outputs, the pieces of one output side by side. Of each two vectors and chunk of
  // inputs: the two high tiles, then the two low ones.
  AlignedBuffer<std::uint16_t> tiles_;
  AlignedBuffer<float> bias_;  // 16 of each vector
};

}  // namespace dragoman
