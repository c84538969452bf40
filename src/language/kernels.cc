#include "language/kernels.h"

#include "language/kernel_class.h"
#include "language/kernels_vnni.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

// Scalable vectors cannot be kept in arrays as the tiles below need; such machines use their fixed-width sets.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/kernels.cc"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace dragoman::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::CappedTag<float, kLanes>;
using IntTag = hn::RebindToSigned<FloatTag>;
using Floats = hn::Vec<FloatTag>;
using Ints = hn::Vec<IntTag>;

// Rows computed together: as many as leave the accumulators in registers.
constexpr std::size_t kWideRegisters = HWY_TARGET <= HWY_AVX3 ? 1 : 0;

// One tile: R rows by V vectors, starting at `lane` of each 16-lane vector. `sink(r, sums)` takes a row's V sums.
template <std::size_t R, std::size_t V, class Sink>
HWY_INLINE void float_tile(const float* x, std::size_t stride, const float* weights, const float* bias,
                           std::size_t inputs, std::size_t lane, const Sink& sink) {
  const FloatTag d;
  Floats sums[R][V];
  for (std::size_t v = 0; v < V; ++v) {
    const Floats b = hn::Load(d, bias + v * kLanes + lane);
    for (std::size_t r = 0; r < R; ++r) sums[r][v] = b;
  }
  for (std::size_t k = 0; k < inputs; ++k) {
    Floats w[V];
    for (std::size_t v = 0; v < V; ++v) w[v] = hn::Load(d, weights + (k * V + v) * kLanes + lane);
    for (std::size_t r = 0; r < R; ++r) {
      const Floats value = hn::Set(d, x[r * stride + k]);
      for (std::size_t v = 0; v < V; ++v) sums[r][v] = hn::MulAdd(value, w[v], sums[r][v]);
    }
  }
  for (std::size_t r = 0; r < R; ++r) sink(r, sums[r]);
}

template <std::size_t V>
HWY_INLINE void affine_panels(const float* x, std::size_t rows, std::size_t stride, const float* weights,
                              const float* bias, std::size_t panels, std::size_t inputs, float* y) {
  const FloatTag d;
  constexpr std::size_t kRows = V > 4 ? 2 : (kWideRegisters ? 6 : 3);
  const std::size_t width = panels * V * kLanes;
  for (std::size_t panel = 0; panel < panels; ++panel) {
    const float* w = weights + panel * V * kLanes * inputs;
    const float* b = bias + panel * V * kLanes;
    for (std::size_t lane = 0; lane < kLanes; lane += hn::Lanes(d)) {
      const auto store_at = [&](std::size_t first) {
        return [=](std::size_t r, const Floats(&sums)[V]) HWY_ATTR {
          float* out = y + (first + r) * width + panel * V * kLanes + lane;
          for (std::size_t v = 0; v < V; ++v) hn::Store(sums[v], FloatTag(), out + v * kLanes);
        };
      };
      std::size_t i = 0;
      for (; i + kRows <= rows; i += kRows)
        float_tile<kRows, V>(x + i * stride, stride, w, b, inputs, lane, store_at(i));
      for (; i < rows; ++i) float_tile<1, V>(x + i * stride, stride, w, b, inputs, lane, store_at(i));
    }
  }
}

void affine(const float* x, std::size_t rows, std::size_t stride, const float* weights, const float* bias,
            std::size_t panels, std::size_t vectors, std::size_t inputs, float* y) {
  switch (vectors) {
    case 1:
      return affine_panels<1>(x, rows, stride, weights, bias, panels, inputs, y);
    case 2:
      return affine_panels<2>(x, rows, stride, weights, bias, panels, inputs, y);
    case 3:
      return affine_panels<3>(x, rows, stride, weights, bias, panels, inputs, y);
    case 4:
      return affine_panels<4>(x, rows, stride, weights, bias, panels, inputs, y);
    case 5:
      return affine_panels<5>(x, rows, stride, weights, bias, panels, inputs, y);
    case 6:
      return affine_panels<6>(x, rows, stride, weights, bias, panels, inputs, y);
    case 7:
      return affine_panels<7>(x, rows, stride, weights, bias, panels, inputs, y);
    default:
      return affine_panels<8>(x, rows, stride, weights, bias, panels, inputs, y);
  }
}

void maxout(const float* x, std::size_t rows, std::size_t stride, const float* weights, const float* bias,
            std::size_t outputs, std::size_t inputs, float* y) {
  const FloatTag d;
  constexpr std::size_t kPieces = Maxout::kPieces;
  constexpr std::size_t kRows = kWideRegisters ? 8 : 4;
  for (std::size_t o = 0; o < outputs; o += kLanes) {
    const float* w = weights + o * kPieces * inputs;
    const float* b = bias + o * kPieces;
    for (std::size_t lane = 0; lane < kLanes; lane += hn::Lanes(d)) {
      const auto pool_at = [&](std::size_t first) {
        return [=](std::size_t r, const Floats(&sums)[kPieces]) HWY_ATTR {
          const Floats best = hn::Max(hn::Max(sums[0], sums[1]), sums[2]);
          hn::Store(best, FloatTag(), y + (first + r) * outputs + o + lane);
        };
      };
      std::size_t i = 0;
      for (; i + kRows <= rows; i += kRows) {
        float_tile<kRows, kPieces>(x + i * stride, stride, w, b, inputs, lane, pool_at(i));
      }
      for (; i < rows; ++i) float_tile<1, kPieces>(x + i * stride, stride, w, b, inputs, lane, pool_at(i));
    }
  }
}

// Each lane holds a pair of 16-bit integers: sum + a.first * b.first + a.second * b.second.
HWY_INLINE Ints dot_pairs(Ints sum, Ints a, Ints b) {
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL
  return hn::Add(sum, Ints{_mm512_madd_epi16(a.raw, b.raw)});
#elif HWY_TARGET == HWY_AVX2
  return hn::Add(sum, Ints{_mm256_madd_epi16(a.raw, b.raw)});
#elif HWY_TARGET == HWY_SSE4 || HWY_TARGET == HWY_SSSE3
  return hn::Add(sum, Ints{_mm_madd_epi16(a.raw, b.raw)});
#else
  const auto low = [](Ints v) { return hn::ShiftRight<16>(hn::ShiftLeft<16>(v)); };
  const auto products = hn::Mul(hn::ShiftRight<16>(a), hn::ShiftRight<16>(b));
  return hn::Add(sum, hn::Add(hn::Mul(low(a), low(b)), products));
#endif
}

template <std::size_t R>
HWY_INLINE void window_tile(const std::int16_t* x, const float* x_scales, std::size_t width,
                            const std::int16_t* weights, const float* scales, const float* bias, std::size_t lane,
                            float* y, std::size_t outputs) {
  constexpr std::size_t kPieces = WindowMaxout::kPieces;
  const FloatTag d;
  const IntTag di;
  Floats totals[R][kPieces];
  for (std::size_t r = 0; r < R; ++r) {
    for (std::size_t p = 0; p < kPieces; ++p) totals[r][p] = hn::Zero(d);
  }
  for (std::size_t row = 0; row < WindowMaxout::kWindow; ++row) {
    Ints sums[R][kPieces];
    for (std::size_t r = 0; r < R; ++r) {
      for (std::size_t p = 0; p < kPieces; ++p) sums[r][p] = hn::Zero(di);
    }
    for (std::size_t k = 0; k < width / 2; ++k) {
      Ints w[kPieces];
      const auto* panel =
          reinterpret_cast<const std::int32_t*>(weights) + (row * width / 2 + k) * kPieces * kLanes + lane;
      for (std::size_t p = 0; p < kPieces; ++p) w[p] = hn::Load(di, panel + p * kLanes);
      for (std::size_t r = 0; r < R; ++r) {
        std::int32_t pair;
        std::memcpy(&pair, x + (r + row) * width + 2 * k, sizeof pair);
        const Ints value = hn::Set(di, pair);
        for (std::size_t p = 0; p < kPieces; ++p) sums[r][p] = dot_pairs(sums[r][p], value, w[p]);
      }
    }
    for (std::size_t r = 0; r < R; ++r) {
      const Floats scale = hn::Set(d, x_scales[r + row]);
      for (std::size_t p = 0; p < kPieces; ++p) {
        totals[r][p] = hn::MulAdd(hn::ConvertTo(d, sums[r][p]), scale, totals[r][p]);
      }
    }
  }
  for (std::size_t r = 0; r < R; ++r) {
    Floats best;
    for (std::size_t p = 0; p < kPieces; ++p) {
      const Floats value =
          hn::MulAdd(totals[r][p], hn::Load(d, scales + p * kLanes + lane), hn::Load(d, bias + p * kLanes + lane));
      best = p == 0 ? value : hn::Max(best, value);
    }
    hn::Store(best, d, y + r * outputs + lane);
  }
}

void window_maxout(const std::int16_t* x, const float* x_scales, std::size_t rows, std::size_t width,
                   const std::int16_t* weights, const float* scales, const float* bias, std::size_t outputs, float* y) {
  constexpr std::size_t kPieces = WindowMaxout::kPieces;
  constexpr std::size_t kRows = kWideRegisters ? 6 : 2;
  const FloatTag d;
  for (std::size_t o = 0; o < outputs; o += kLanes) {
    const std::int16_t* w = weights + o * kPieces * WindowMaxout::kWindow * width;
    for (std::size_t lane = 0; lane < kLanes; lane += hn::Lanes(d)) {
      std::size_t i = 0;
      for (; i + kRows <= rows; i += kRows) {
        window_tile<kRows>(x + i * width, x_scales + i, width, w, scales + o * kPieces, bias + o * kPieces, lane,
                           y + i * outputs + o, outputs);
      }
      for (; i < rows; ++i) {
        window_tile<1>(x + i * width, x_scales + i, width, w, scales + o * kPieces, bias + o * kPieces, lane,
                       y + i * outputs + o, outputs);
      }
    }
  }
}

HWY_INLINE float sum_of(Floats v) {
  // In a fixed order over 16 lanes would cost more than it gives: rows differ only between machines, not between runs.
  return hn::GetLane(hn::SumOfLanes(FloatTag(), v));
}

void normalize(float* y, std::size_t rows, std::size_t width, const float* gain, const float* bias) {
  const FloatTag d;
  for (float* x = y; x < y + rows * width; x += width) {
    Floats sum = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += hn::Lanes(d)) sum = hn::Add(sum, hn::Load(d, x + i));
    const Floats mean = hn::Set(d, sum_of(sum) / static_cast<float>(width));
    Floats squares = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += hn::Lanes(d)) {
      const Floats centred = hn::Sub(hn::Load(d, x + i), mean);
      squares = hn::MulAdd(centred, centred, squares);
    }
    const Floats factor = hn::Set(d, 1.0F / std::sqrt(sum_of(squares) / static_cast<float>(width) + 1e-8F));
    for (std::size_t i = 0; i < width; i += hn::Lanes(d)) {
      const Floats value = hn::Mul(hn::Sub(hn::Load(d, x + i), mean), factor);
      hn::Store(hn::MulAdd(value, hn::LoadU(d, gain + i), hn::LoadU(d, bias + i)), d, x + i);
    }
  }
}

void quantize(const float* x, std::size_t rows, std::size_t width, std::int16_t* q, float* scales) {
  const FloatTag d;
  const hn::Rebind<std::int16_t, FloatTag> dq;
  constexpr auto kMax = static_cast<float>(WindowMaxout::kActivationMax);
  for (std::size_t r = 0; r < rows; ++r, x += width, q += width) {
    Floats largest = hn::Zero(d);
    for (std::size_t i = 0; i < width; i += hn::Lanes(d)) largest = hn::Max(largest, hn::Abs(hn::Load(d, x + i)));
    const float peak = hn::GetLane(hn::MaxOfLanes(d, largest));
    const Floats factor = hn::Set(d, peak > 0 ? kMax / peak : 0.0F);
    for (std::size_t i = 0; i < width; i += hn::Lanes(d)) {
      hn::StoreU(hn::DemoteTo(dq, hn::NearestInt(hn::Mul(hn::Load(d, x + i), factor))), dq, q + i);
    }
    scales[r] = peak / kMax;
  }
}

void sum_pool(const float* const* rows, std::size_t count, std::size_t width, float* y) {
  const FloatTag d;
  for (std::size_t i = 0; i < width; i += hn::Lanes(d)) {
    Floats first = hn::Load(d, rows[0] + i);
    Floats second = hn::Load(d, rows[0] + width + i);
    for (std::size_t f = 1; f < count; ++f) {
      first = hn::Add(first, hn::Load(d, rows[f] + i));
      second = hn::Add(second, hn::Load(d, rows[f] + width + i));
    }
    hn::Store(hn::Max(first, second), d, y + i);
  }
}

}  // namespace dragoman::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace dragoman {

// A function as compiled for each instruction set, in Highway's order, of which choice() takes the best that is allowed
// here. HWY_DYNAMIC_DISPATCH would do the same, but takes Highway's library (see kernel_class.cc).
#if (HWY_TARGETS & (HWY_TARGETS - 1)) == 0
#define DRAGOMAN_COMPILED(name) \
  constexpr std::array<decltype(&HWY_STATIC_DISPATCH(name)), 1> compiled_##name = {&HWY_STATIC_DISPATCH(name)}
#else
#define DRAGOMAN_COMPILED(name)                                                                               \
  constexpr std::array<decltype(&HWY_STATIC_DISPATCH(name)), HWY_MAX_DYNAMIC_TARGETS + 2> compiled_##name = { \
      nullptr, HWY_CHOOSE_TARGET_LIST(name), HWY_CHOOSE_FALLBACK(name)}
#endif
DRAGOMAN_COMPILED(affine);
DRAGOMAN_COMPILED(maxout);
DRAGOMAN_COMPILED(window_maxout);
DRAGOMAN_COMPILED(normalize);
DRAGOMAN_COMPILED(quantize);
DRAGOMAN_COMPILED(sum_pool);

namespace {

std::size_t choice() {
  if (compiled_affine.size() == 1) return 0;
  const auto allowed = HWY_CHOSEN_TARGET_SHIFT(vector_targets()) & HWY_CHOSEN_TARGET_MASK_TARGETS;
  return static_cast<std::size_t>(
      std::countr_zero(static_cast<std::uint64_t>(allowed | HWY_CHOSEN_TARGET_MASK_SCALAR)));
}

bool use_tiles(std::size_t inputs) {
  return kernel_class() == KernelClass::amx && inputs <= TiledWeights::kMaxInputs;
}

}  // namespace

Affine::Affine(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs, std::size_t vectors,
               Batch batch)
    : outputs_(outputs),
      inputs_(inputs),
      vectors_(vectors),
      panels_((outputs + vectors * kLanes - 1) / (vectors * kLanes)) {
  if (batch == Batch::many && use_tiles(inputs)) {
    tiled_ = TiledWeights(weights, bias, outputs, 1, inputs);
    return;
  }
  weights_.resize(padded_outputs() * inputs);
  bias_.resize(padded_outputs());
  for (std::size_t o = 0; o < padded_outputs(); ++o) {
    const std::size_t vector = o / kLanes;
    float* panel = weights_.data() + (vector / vectors_) * vectors_ * kLanes * inputs_;
    for (std::size_t k = 0; k < inputs_; ++k) {
      panel[(k * vectors_ + vector % vectors_) * kLanes + o % kLanes] = o < outputs_ ? weights[o * inputs_ + k] : 0.0F;
    }
    bias_[o] = o < outputs_ && bias != nullptr ? bias[o] : 0.0F;
  }
}

void Affine::apply(const float* x, std::size_t rows, std::size_t stride, float* y) const {
  if (!tiled_.empty()) return tiled_.apply(x, rows, stride, y, padded_outputs());
  compiled_affine[choice()](x, rows, stride, weights_.data(), bias_.data(), panels_, vectors_, inputs_, y);
}

Maxout::Maxout(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs)
    : outputs_(outputs), inputs_(inputs) {
  if (use_tiles(inputs)) {
    tiled_ = TiledWeights(weights, bias, outputs, kPieces, inputs);
    return;
  }
  weights_.resize(outputs * kPieces * inputs);
  bias_.resize(outputs * kPieces);
  for (std::size_t o = 0; o < outputs_; ++o) {
    const std::size_t panel = o / kLanes * kLanes * kPieces;
    for (std::size_t p = 0; p < kPieces; ++p) {
      for (std::size_t k = 0; k < inputs_; ++k) {
        weights_[panel * inputs_ + (k * kPieces + p) * kLanes + o % kLanes] = weights[(o * kPieces + p) * inputs_ + k];
      }
      bias_[panel + p * kLanes + o % kLanes] = bias[o * kPieces + p];
    }
  }
}

void Maxout::apply(const float* x, std::size_t rows, std::size_t stride, float* y) const {
  if (!tiled_.empty()) return tiled_.apply(x, rows, stride, y, outputs_);
  compiled_maxout[choice()](x, rows, stride, weights_.data(), bias_.data(), outputs_, inputs_, y);
}

void WindowRows::resize(std::size_t rows, std::size_t width) {
  width_ = width;
  if (kernel_class() == KernelClass::amx) {
    // Whole tiles are read from any row on.
    const std::size_t size = (rows + kRowBlock) * width;
    for (auto* half : {&high_, &low_}) {
      half->resize(size);
      std::memset(half->data(), 0, size * sizeof(std::uint16_t));
    }
    return;
  }
  values_.resize(rows * width);
  scales_.resize(rows);
}

void WindowRows::set(const float* x, std::size_t rows, std::size_t first) {
  if (high_.size() != 0)
    return split_floats(x, rows * width_, high_.data() + first * width_, low_.data() + first * width_);
  compiled_quantize[choice()](x, rows, width_, values_.data() + first * width_, scales_.data() + first);
}

void WindowRows::clear(std::size_t row) {
  if (high_.size() != 0) {
    std::memset(high_.data() + row * width_, 0, width_ * sizeof(std::uint16_t));
    std::memset(low_.data() + row * width_, 0, width_ * sizeof(std::uint16_t));
    return;
  }
  std::memset(values_.data() + row * width_, 0, width_ * sizeof(std::int16_t));
  scales_[row] = 0;
}

WindowMaxout::WindowMaxout(const float* weights, const float* bias, std::size_t outputs, std::size_t width)
    : outputs_(outputs), width_(width) {
  const std::size_t inputs = kWindow * width_;
  if (use_tiles(inputs)) {
    tiled_ = TiledWeights(weights, bias, outputs, kPieces, inputs);
    return;
  }
  weights_.resize(outputs * kPieces * inputs);
  scales_.resize(outputs * kPieces);
  bias_.resize(outputs * kPieces);
  for (std::size_t o = 0; o < outputs_; ++o) {
    const std::size_t panel = o / kLanes * kLanes * kPieces;
    for (std::size_t p = 0; p < kPieces; ++p) {
      const float* source = weights + (o * kPieces + p) * inputs;
      // The largest weight may use 15 bits, and |sum of one row| <= kActivationMax * sum of |weights| < 2^31.
      float largest = 0, heaviest = 0;
      for (std::size_t row = 0; row < kWindow; ++row) {
        float weight_sum = 0;
        for (std::size_t k = 0; k < width_; ++k) {
          largest = std::max(largest, std::abs(source[row * width_ + k]));
          weight_sum += std::abs(source[row * width_ + k]);
        }
        heaviest = std::max(heaviest, weight_sum);
      }
      const float by_sum = (2147483000.0F / kActivationMax - static_cast<float>(width_)) / std::max(heaviest, 1e-30F);
      const float factor = std::min(32767.0F / std::max(largest, 1e-30F), by_sum);
      const std::size_t lane = o % kLanes;
      for (std::size_t k = 0; k < inputs; ++k) {
        const std::size_t pair = (k / 2 * kPieces + p) * kLanes + lane;
        weights_[panel * inputs + 2 * pair + k % 2] = static_cast<std::int16_t>(std::lrint(source[k] * factor));
      }
      scales_[panel + p * kLanes + lane] = 1.0F / factor;
      bias_[panel + p * kLanes + lane] = bias[o * kPieces + p];
    }
  }
}

void WindowMaxout::apply(const WindowRows& x, std::size_t rows, float* y) const {
  if (!tiled_.empty()) {
    return tiled_.apply(SplitRows{x.high_.data(), x.low_.data(), width_}, rows, y, outputs_);
  }
  const auto kernel = kernel_class() == KernelClass::vnni ? window_maxout_vnni : compiled_window_maxout[choice()];
  kernel(x.values_.data(), x.scales_.data(), rows, width_, weights_.data(), scales_.data(), bias_.data(), outputs_, y);
}

void normalize_rows(float* y, std::size_t rows, std::size_t width, const float* gain, const float* bias) {
  compiled_normalize[choice()](y, rows, width, gain, bias);
}

void sum_and_pool(const float* const* rows, std::size_t count, std::size_t width, float* y) {
  compiled_sum_pool[choice()](rows, count, width, y);
}

}  // namespace dragoman
#endif
