#include "language/kernels_amx.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && defined(__linux__)
#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

// GCC 12 warns of the deliberately undefined operands inside its own intrinsics, and of their casts.
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"

namespace dragoman {

namespace {

#define DRAGOMAN_AMX __attribute__((target("amx-tile,amx-bf16,avx512f,avx512bw,avx512vl,avx512bf16,fma")))

bool processor_has_tiles() {
  constexpr unsigned kTile = 1U << 24U, kBf16 = 1U << 22U;  // leaf 7, register D
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (d & kTile) != 0 && (d & kBf16) != 0;
}

/// Asks for the tiles' state, which a process of Linux has only on request.
bool system_gives_tiles() {
  constexpr long kRequestPermission = 0x1023;  // ARCH_REQ_XCOMP_PERM
  constexpr long kTileData = 18;               // XFEATURE_XTILEDATA
  return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
}

struct alignas(64) TileShapes {
  std::uint8_t palette = 1, start_row = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t row_bytes[16] = {};
  std::uint8_t rows[16] = {};
};

constexpr std::size_t kTileValues = kTileRows * kTileDepth;
constexpr std::size_t kSumTile = kTileRows * kTileRows;  // floats

// 32 rows of x by two vectors of 16 outputs, started from their bias. The four sums are tiles 0 to 3, as many as it
// takes for a product not to wait for the one before; tiles 4 and 5 hold the rows, 6 and 7 the weights.
DRAGOMAN_AMX inline void sum_block(const SplitRows& x, std::size_t row, const std::uint16_t* weights,
                                   std::size_t chunks, const float* bias, float* sums) {
  constexpr std::size_t kTileStride = kTileDepth * sizeof(std::uint16_t);
  constexpr std::size_t kSumStride = kTileRows * sizeof(float);
  const std::size_t stride = x.stride * sizeof(std::uint16_t);
  const std::size_t next = kTileRows * x.stride;
  const std::uint16_t* high = x.high + row * x.stride;
  const std::uint16_t* low = x.low + row * x.stride;
  _tile_loadd(0, bias, 0);
  _tile_loadd(1, bias, 0);
  _tile_loadd(2, bias + kTileRows, 0);
  _tile_loadd(3, bias + kTileRows, 0);
  for (std::size_t c = 0; c < chunks; ++c, high += kTileDepth, low += kTileDepth, weights += 4 * kTileValues) {
    _tile_loadd(6, weights + 2 * kTileValues, kTileStride);
    _tile_loadd(4, high, stride);
    _tile_dpbf16ps(0, 4, 6);
    _tile_loadd(5, high + next, stride);
    _tile_dpbf16ps(1, 5, 6);
    _tile_loadd(7, weights + 3 * kTileValues, kTileStride);
    _tile_dpbf16ps(2, 4, 7);
    _tile_dpbf16ps(3, 5, 7);
    _tile_loadd(6, weights, kTileStride);
    _tile_dpbf16ps(0, 4, 6);
    _tile_dpbf16ps(1, 5, 6);
    _tile_loadd(7, weights + kTileValues, kTileStride);
    _tile_dpbf16ps(2, 4, 7);
    _tile_dpbf16ps(3, 5, 7);
    _tile_loadd(4, low, stride);
    _tile_dpbf16ps(0, 4, 6);
    _tile_loadd(5, low + next, stride);
    _tile_dpbf16ps(1, 5, 6);
    _tile_dpbf16ps(2, 4, 7);
    _tile_dpbf16ps(3, 5, 7);
  }
  _tile_stored(0, sums, kSumStride);
  _tile_stored(1, sums + kSumTile, kSumStride);
  _tile_stored(2, sums + 2 * kSumTile, kSumStride);
  _tile_stored(3, sums + 3 * kSumTile, kSumStride);
}

}  // namespace

bool has_amx() {
  static const bool kHas = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bf16") &&
                           processor_has_tiles() && system_gives_tiles();
  return kHas;
}

DRAGOMAN_AMX void split_floats(const float* x, std::size_t count, std::uint16_t* high, std::uint16_t* low) {
  for (std::size_t i = 0; i < count; i += 16) {
    const __m512 value = _mm512_loadu_ps(x + i);
    const auto upper = reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(value));
    const __m512 known = _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(upper), 16));
    const auto lower = reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(_mm512_sub_ps(value, known)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(high + i), upper);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(low + i), lower);
  }
}

TiledWeights::TiledWeights(const float* weights, const float* bias, std::size_t outputs, std::size_t pieces,
                           std::size_t inputs)
    : pieces_(pieces),
      vectors_((outputs + kTileRows - 1) / kTileRows * pieces),
      inputs_(inputs),
      chunks_((inputs + kTileDepth - 1) / kTileDepth) {
  const std::size_t pairs = (vectors_ + 1) / 2;
  tiles_.resize(pairs * chunks_ * 4 * kTileValues);
  bias_.resize(pairs * 2 * kTileRows);
  std::memset(tiles_.data(), 0, tiles_.size() * sizeof(std::uint16_t));
  std::fill_n(bias_.data(), bias_.size(), 0.0F);
  AlignedBuffer<float> row(padded_inputs());
  AlignedBuffer<std::uint16_t> high(row.size()), low(row.size());
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t p = 0; p < pieces_; ++p) {
      const std::size_t vector = o / kTileRows * pieces_ + p;
      if (bias != nullptr) bias_[vector * kTileRows + o % kTileRows] = bias[o * pieces_ + p];
      std::fill_n(row.data(), row.size(), 0.0F);
      std::copy_n(weights + (o * pieces_ + p) * inputs_, inputs_, row.data());
      split_floats(row.data(), row.size(), high.data(), low.data());
      for (std::size_t k = 0; k < row.size(); ++k) {
        // Within a tile: for each pair of inputs, the outputs side by side.
        std::uint16_t* tile = tiles_.data() + ((vector / 2 * chunks_ + k / kTileDepth) * 4 + vector % 2) * kTileValues;
        const std::size_t in_tile = (k % kTileDepth / 2 * kTileRows + o % kTileRows) * 2 + k % 2;
        tile[in_tile] = high[k];
        tile[2 * kTileValues + in_tile] = low[k];
      }
    }
  }
}

DRAGOMAN_AMX void TiledWeights::apply(const SplitRows& x, std::size_t rows, float* y, std::size_t width) const {
  TileShapes shapes;
  std::fill_n(shapes.row_bytes, 8, static_cast<std::uint16_t>(64));
  std::fill_n(shapes.rows, 8, static_cast<std::uint8_t>(kTileRows));
  // The intrinsics do not tell the compiler what memory they read: all of it must be written by now.
  __asm__ volatile("" ::"r"(&shapes), "r"(x.high), "r"(x.low) : "memory");
  _tile_loadconfig(&shapes);
  alignas(64) float sums[4 * kSumTile];
  for (std::size_t vector = 0; vector < vectors_; vector += 2) {
    const std::uint16_t* weights = tiles_.data() + vector / 2 * chunks_ * 4 * kTileValues;
    const std::size_t both = std::min<std::size_t>(2, vectors_ - vector);
    for (std::size_t r = 0; r < rows; r += kRowBlock) {
      sum_block(x, r, weights, chunks_, bias_.data() + vector * kTileRows, sums);
      const std::size_t real = std::min(kRowBlock, rows - r);
      for (std::size_t v = vector; v < vector + both; ++v) {
        const float* from = sums + (v - vector) * 2 * kSumTile;
        float* out = y + r * width + v / pieces_ * kTileRows;
        if (v % pieces_ == 0) {
          for (std::size_t i = 0; i < real; ++i)
            _mm512_storeu_ps(out + i * width, _mm512_load_ps(from + i * kTileRows));
        } else {
          for (std::size_t i = 0; i < real; ++i) {
            const __m512 best = _mm512_max_ps(_mm512_load_ps(from + i * kTileRows), _mm512_loadu_ps(out + i * width));
            _mm512_storeu_ps(out + i * width, best);
          }
        }
      }
    }
  }
  _tile_release();
}

void TiledWeights::apply(const float* x, std::size_t rows, std::size_t stride, float* y, std::size_t width) const {
  alignas(64) std::uint16_t high[kRowBlock * kMaxInputs], low[kRowBlock * kMaxInputs];
  const std::size_t depth = padded_inputs();
  const std::size_t whole = inputs_ / 16 * 16;
  for (std::size_t r = 0; r < rows; r += kRowBlock) {
    const std::size_t real = std::min(kRowBlock, rows - r);
    for (std::size_t i = 0; i < real; ++i) {
      const float* row = x + (r + i) * stride;
      split_floats(row, whole, high + i * depth, low + i * depth);
      if (whole == depth) continue;
      alignas(64) float rest[kTileDepth] = {};
      std::copy(row + whole, row + inputs_, rest);
      split_floats(rest, depth - whole, high + i * depth + whole, low + i * depth + whole);
    }
    std::memset(high + real * depth, 0, (kRowBlock - real) * depth * sizeof *high);
    std::memset(low + real * depth, 0, (kRowBlock - real) * depth * sizeof *low);
    apply(SplitRows{high, low, depth}, real, y + r * width, width);
  }
}

}  // namespace dragoman
#else
namespace dragoman {

bool has_amx() {
  return false;
}

void split_floats(const float*, std::size_t, std::uint16_t*, std::uint16_t*) {}

TiledWeights::TiledWeights(const float*, const float*, std::size_t, std::size_t, std::size_t) {}

void TiledWeights::apply(const SplitRows&, std::size_t, float*, std::size_t) const {}

void TiledWeights::apply(const float*, std::size_t, std::size_t, float*, std::size_t) const {}

}  // namespace dragoman
#endif
