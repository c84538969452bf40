#include "language/kernel_class.h"

#include "language/kernels_amx.h"
#include "language/kernels_vnni.h"

#include <array>
#include <atomic>
#include <string>

#include <hwy/detect_targets.h>

namespace dragoman {

namespace {

constexpr std::array<std::string_view, 5> kNames{"portable", "avx2", "avx512", "vnni", "amx"};  // as the enumeration

// Highway's targets that use vectors of 512 bits: numbered below AVX2.
constexpr std::int64_t kWideTargets = HWY_AVX2 - 1;

/// The instruction sets that processor and system have. Highway's library would tell them too, but measures the
/// processor's clock for some milliseconds when it is loaded.
std::int64_t find_targets() {
#if HWY_ARCH_X86
  const auto has = [](auto... features) { return (... && (features != 0)); };
  std::int64_t targets = 0;
  if (!__builtin_cpu_supports("ssse3")) return targets;
  targets |= HWY_SSSE3;
  if (!has(__builtin_cpu_supports("sse4.1"), __builtin_cpu_supports("sse4.2"), __builtin_cpu_supports("pclmul"),
           __builtin_cpu_supports("aes"))) {
    return targets;
  }
  targets |= HWY_SSE4;
  if (!has(__builtin_cpu_supports("avx2"), __builtin_cpu_supports("fma"), __builtin_cpu_supports("bmi2"))) {
    return targets;
  }
  targets |= HWY_AVX2;
  if (!has(__builtin_cpu_supports("avx512f"), __builtin_cpu_supports("avx512vl"), __builtin_cpu_supports("avx512dq"),
           __builtin_cpu_supports("avx512bw"))) {
    return targets;
  }
  targets |= HWY_AVX3;
  if (has(__builtin_cpu_supports("avx512vnni"), __builtin_cpu_supports("vpclmulqdq"),
          __builtin_cpu_supports("avx512vbmi"), __builtin_cpu_supports("avx512vbmi2"),
          __builtin_cpu_supports("avx512vpopcntdq"), __builtin_cpu_supports("avx512bitalg"))) {
    targets |= HWY_AVX3_DL;
  }
  return targets;
#else
  return HWY_STATIC_TARGET;
#endif
}

KernelClass find_best() {
  const std::int64_t targets = find_targets();
  if (has_amx()) return KernelClass::amx;
  if (has_vnni()) return KernelClass::vnni;
  if ((targets & kWideTargets & HWY_AVX3) != 0) return KernelClass::avx512;
  return (targets & HWY_AVX2) != 0 ? KernelClass::avx2 : KernelClass::portable;
}

/// The best class that there is here, whatever it is limited to later.
KernelClass best_class() {
  static const KernelClass kBest = find_best();
  return kBest;
}

std::atomic<KernelClass>& chosen() {
  static std::atomic<KernelClass> kernels{best_class()};
  return kernels;
}

}  // namespace

std::int64_t vector_targets() {
  static const std::int64_t kTargets = find_targets();
  return kernel_class() == KernelClass::avx2 ? kTargets & ~kWideTargets : kTargets;
}

KernelClass kernel_class() {
  return chosen().load(std::memory_order_relaxed);
}

std::string_view kernel_name(KernelClass kernels) {
  return kNames[static_cast<std::size_t>(kernels)];
}

Result<void> limit_kernels(std::string_view name) {
  std::string names;
  for (const KernelClass kernels : {KernelClass::avx2, KernelClass::avx512, KernelClass::vnni, KernelClass::amx}) {
    if (kernel_name(kernels) != name) {
      names += (names.empty() ? "" : ", ") + std::string(kernel_name(kernels));
      continue;
    }
    if (kernels > best_class()) {
      return Error{ErrorKind::usage, "",
                   "this machine cannot run the numeric kernels of class " + std::string(name) + ", only up to " +
                       std::string(kernel_name(best_class()))};
    }
    chosen() = kernels;
    return {};
  }
  return Error{ErrorKind::usage, "",
               "\"" + std::string(name) + "\" names no class of numeric kernels; expected one of " + names};
}

}  // namespace dragoman
