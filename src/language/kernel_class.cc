#include "language/kernel_class.h"

#include "language/kernels_amx.h"
#include "language/kernels_vnni.h"

#include <array>
#include <atomic>
#include <string>

#include <hwy/targets.h>

namespace dragoman {

namespace {

constexpr std::array<std::string_view, 5> kNames{"portable", "avx2", "avx512", "vnni", "amx"};  // as the enumeration

// Highway's targets that use vectors of 512 bits: numbered below AVX2.
constexpr std::int64_t kWideTargets = HWY_AVX2 - 1;

KernelClass find_best() {
  const std::int64_t targets = hwy::SupportedTargets();
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
    hwy::SetSupportedTargetsForTest(0);
    if (kernels == KernelClass::avx2) hwy::SetSupportedTargetsForTest(hwy::SupportedTargets() & ~kWideTargets);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    chosen() = kernels;
    return {};
  }
  return Error{ErrorKind::usage, "",
               "\"" + std::string(name) + "\" names no class of numeric kernels; expected one of " + names};
}

}  // namespace dragoman
