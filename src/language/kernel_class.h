// Which of the machine's vector instructions the numeric kernels use.
//
// Rows computed with one class are the same on every machine that has it; another class may differ in the last bits.
#pragma once

#include "dragoman/result.h"

#include <cstdint>
#include <string_view>

namespace dragoman {

/// From the least to the most. `portable` is what Highway finds below AVX2 (SSE4, NEON ...).
enum class KernelClass { portable, avx2, avx512, vnni, amx };

/// The class in use: the best that processor, system and build have, or what limit_kernels asked for.
KernelClass kernel_class();

/// "portable", "avx2", "avx512", "vnni" or "amx".
std::string_view kernel_name(KernelClass kernels);

/// The instruction sets, as Highway numbers them (HWY_AVX2 and so on), that kernels written with Highway may use.
std::int64_t vector_targets();

/// Uses `name` ("avx2", "avx512", "vnni", "amx") instead of the best, for every model opened from now on; layers of
/// models opened before must not be used any more. An Error (kind usage) if there is no such class, or none here.
Result<void> limit_kernels(std::string_view name);

}  // namespace dragoman
