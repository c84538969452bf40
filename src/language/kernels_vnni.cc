#include "language/kernels_vnni.h"

#include "language/kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cstring>

#include <immintrin.h>

// GCC 12 warns of the deliberately undefined operands inside its own intrinsics.
#pragma GCC diagnostic ignored "-Wuninitialized"

namespace dragoman {

bool has_vnni() {
  static const bool kHas =
      __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni");
  return kHas;
}

namespace {

constexpr std::size_t kPieces = WindowMaxout::kPieces;

#define DRAGOMAN_VNNI __attribute__((target("avx512f,avx512bw,avx512vnni,fma")))

// R rows by one panel of 16 outputs.
template <std::size_t R>
DRAGOMAN_VNNI void tile(const std::int16_t* x, const float* x_scales, std::size_t width, const std::int16_t* weights,
                        const float* scales, const float* bias, float* y, std::size_t outputs) {
  __m512 totals[R][kPieces];
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t p = 0; p < kPieces; ++p) totals[r][p] = _mm512_setzero_ps();
  }
  for (std::size_t row = 0; row < WindowMaxout::kWindow; ++row) {
    __m512i sums[R][kPieces];
    for (std::size_t r = 0; r < R; ++r) {
      for (std::size_t p = 0; p < kPieces; ++p) sums[r][p] = _mm512_setzero_si512();
    }
    const std::int16_t* panel = weights + row * width * kPieces * kLanes;
    for (std::size_t k = 0; k < width; k += 2, panel += 2 * kPieces * kLanes) {
      __m512i w[kPieces];
      for (std::size_t p = 0; p < kPieces; ++p) w[p] = _mm512_load_si512(panel + p * kLanes * 2);
      for (std::size_t r = 0; r < R; ++r) {
        std::int32_t pair;
        std::memcpy(&pair, x + (r + row) * width + k, sizeof pair);
        const __m512i value = _mm512_set1_epi32(pair);
        for (std::size_t p = 0; p < kPieces; ++p) sums[r][p] = _mm512_dpwssd_epi32(sums[r][p], value, w[p]);
      }
    }
    for (std::size_t r = 0; r < R; ++r) {
      const __m512 scale = _mm512_set1_ps(x_scales[r + row]);
      for (std::size_t p = 0; p < kPieces; ++p) {
        totals[r][p] = _mm512_fmadd_ps(_mm512_cvtepi32_ps(sums[r][p]), scale, totals[r][p]);
      }
    }
  }
  for (std::size_t r = 0; r < R; ++r) {
    __m512 best = _mm512_fmadd_ps(totals[r][0], _mm512_load_ps(scales), _mm512_load_ps(bias));
    for (std::size_t p = 1; p < kPieces; ++p) {
      const __m512 value =
          _mm512_fmadd_ps(totals[r][p], _mm512_load_ps(scales + p * kLanes), _mm512_load_ps(bias + p * kLanes));
      best = _mm512_max_ps(best, value);
    }
    _mm512_store_ps(y + r * outputs, best);
  }
}

}  // namespace

DRAGOMAN_VNNI void window_maxout_vnni(const std::int16_t* x, const float* x_scales, std::size_t rows, std::size_t width,
                                      const std::int16_t* weights, const float* scales, const float* bias,
                                      std::size_t outputs, float* y) {
  constexpr std::size_t kRows = 4;  // 12 sums, 12 totals, 3 weights and a broadcast: 28 of 32 registers
  for (std::size_t o = 0; o < outputs; o += kLanes) {
    const std::int16_t* w = weights + o * kPieces * WindowMaxout::kWindow * width;
    std::size_t i = 0;
    for (; i + kRows <= rows; i += kRows) {
      tile<kRows>(x + i * width, x_scales + i, width, w, scales + o * kPieces, bias + o * kPieces, y + i * outputs + o,
                  outputs);
    }
    for (; i < rows; ++i) {
      tile<1>(x + i * width, x_scales + i, width, w, scales + o * kPieces, bias + o * kPieces, y + i * outputs + o,
              outputs);
    }
  }
}

}  // namespace dragoman
#else
namespace dragoman {

bool has_vnni() {
  return false;
}

void window_maxout_vnni(const std::int16_t*, const float*, std::size_t, std::size_t, const std::int16_t*, const float*,
                        const float*, std::size_t, float*) {}

}  // namespace dragoman
#endif
