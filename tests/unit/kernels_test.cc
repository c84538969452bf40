#include "language/kernels.h"

#include "language/kernel_class.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::vector<float> numbers(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  std::vector<float> out(count);
  for (float& number : out) number = normal(random);
  return out;
}

/// The classes that this machine can run.
std::vector<std::string> classes() {
  std::vector<std::string> out;
  const std::string best(kernel_name(kernel_class()));
  for (const std::string name : {"avx2", "avx512", "vnni", "amx"}) {
    if (limit_kernels(name)) out.push_back(name);
  }
  REQUIRE((best == "portable" || limit_kernels(best)));
  return out;
}

/// Sets the best class again at the end of a test.
struct BestAgain {
  std::string best{kernel_name(kernel_class())};
  ~BestAgain() {
    if (best != "portable" && !limit_kernels(best)) std::abort();
  }
};

/// max over the pieces of W x + b, in double precision.
std::vector<double> expected(const std::vector<float>& weights, const std::vector<float>& bias, const float* x,
                             std::size_t outputs, std::size_t pieces, std::size_t inputs) {
  std::vector<double> out(outputs);
  for (std::size_t o = 0; o < outputs; ++o) {
    double best = -1e30;
    for (std::size_t p = 0; p < pieces; ++p) {
      double sum = bias[o * pieces + p];
      for (std::size_t k = 0; k < inputs; ++k) sum += double{weights[(o * pieces + p) * inputs + k]} * x[k];
      best = std::max(best, sum);
    }
    out[o] = best;
  }
  return out;
}

}  // namespace

TEST_CASE("a linear layer is the same in all classes of kernels, for any number of rows") {
  const BestAgain again;
  constexpr std::size_t kOutputs = 50, kInputs = 72, kRows = 67;
  const auto weights = numbers(kOutputs * kInputs, 1), bias = numbers(kOutputs, 2), x = numbers(kRows * kInputs, 3);
  for (const std::string& name : classes()) {
    CAPTURE(name);
    REQUIRE(limit_kernels(name));
    for (const auto batch : {Affine::Batch::one, Affine::Batch::many}) {
      const Affine layer(weights.data(), bias.data(), kOutputs, kInputs, 4, batch);
      const std::size_t width = layer.padded_outputs();
      AlignedBuffer<float> y(kRows * width), alone(width);
      for (const std::size_t rows : {std::size_t{1}, std::size_t{16}, std::size_t{33}, kRows}) {
        layer.apply(x.data(), rows, kInputs, y.data());
        for (std::size_t r = 0; r < rows; ++r) {
          const auto wanted = expected(weights, bias, x.data() + r * kInputs, kOutputs, 1, kInputs);
          layer.apply(x.data() + r * kInputs, 1, kInputs, alone.data());
          for (std::size_t o = 0; o < kOutputs; ++o) {
            CHECK(std::abs(y[r * width + o] - wanted[o]) < 1e-3);
            CHECK(y[r * width + o] == alone[o]);
          }
        }
      }
    }
  }
}

TEST_CASE("a maxout layer is the same in all classes of kernels") {
  const BestAgain again;
  constexpr std::size_t kOutputs = 48, kInputs = 100, kRows = 37;
  const auto weights = numbers(kOutputs * 3 * kInputs, 1), bias = numbers(kOutputs * 3, 2),
             x = numbers(kRows * kInputs, 3);
  for (const std::string& name : classes()) {
    CAPTURE(name);
    REQUIRE(limit_kernels(name));
    const Maxout layer(weights.data(), bias.data(), kOutputs, kInputs);
    AlignedBuffer<float> y(kRows * kOutputs);
    layer.apply(x.data(), kRows, kInputs, y.data());
    for (std::size_t r = 0; r < kRows; ++r) {
      const auto wanted = expected(weights, bias, x.data() + r * kInputs, kOutputs, 3, kInputs);
      for (std::size_t o = 0; o < kOutputs; ++o) CHECK(std::abs(y[r * kOutputs + o] - wanted[o]) < 2e-3);
    }
  }
}

TEST_CASE("a window's maxout sees the rows before and behind, in all classes of kernels") {
  const BestAgain again;
  constexpr std::size_t kWidth = 96, kRows = 41, kInputs = 3 * kWidth;
  const auto weights = numbers(kWidth * 3 * kInputs, 1), bias = numbers(kWidth * 3, 2);
  auto x = numbers((kRows + 2) * kWidth, 3);
  std::fill_n(x.begin(), kWidth, 0.0F);
  std::fill_n(x.end() - kWidth, kWidth, 0.0F);
  for (const std::string& name : classes()) {
    CAPTURE(name);
    REQUIRE(limit_kernels(name));
    const WindowMaxout layer(weights.data(), bias.data(), kWidth, kWidth);
    WindowRows rows;
    rows.resize(kRows + 2, kWidth);
    rows.clear(0);
    rows.clear(kRows + 1);
    rows.set(x.data() + kWidth, kRows, 1);
    AlignedBuffer<float> y(kRows * kWidth);
    layer.apply(rows, kRows, y.data());
    for (std::size_t r = 0; r < kRows; ++r) {
      const auto wanted = expected(weights, bias, x.data() + r * kWidth, kWidth, 3, kInputs);
      for (std::size_t o = 0; o < kWidth; ++o) CHECK(std::abs(y[r * kWidth + o] - wanted[o]) < 2e-2);
    }
  }
}

TEST_CASE("a class of kernels that there is not is refused") {
  const auto unknown = limit_kernels("sse9");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message ==
        "\"sse9\" names no class of numeric kernels; expected one of avx2, avx512, vnni, amx");
}
