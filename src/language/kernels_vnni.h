// The windowed maxout with the 16-bit dot products of AVX-512 VNNI, which Highway's targets do not reach on every
// machine that has them. The same sums as the portable kernel's.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dragoman {

/// Whether this machine (and this build) can run window_maxout_vnni.
bool has_vnni();

/// Arguments in the layout of WindowMaxout.
void window_maxout_vnni(const std::int16_t* x, const float* x_scales, std::size_t rows, std::size_t width,
                        const std::int16_t* weights, const float* scales, const float* bias, std::size_t outputs,
                        float* y);

}  // namespace dragoman
