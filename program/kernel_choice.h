// The class of numeric kernels that the environment asks for.
#pragma once

#include "dragoman/result.h"

namespace dragoman {

/// Limits the kernels to the class that the variable DRAGOMAN_KERNEL names ("avx2", "avx512", "vnni", "amx"), for
/// measuring; without it the best class of the machine is used. Before any model is opened.
Result<void> limit_kernels_as_asked();

}  // namespace dragoman
