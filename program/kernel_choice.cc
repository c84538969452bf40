#include "program/kernel_choice.h"

#include "language/kernel_class.h"

#include <cstdlib>

namespace dragoman {

Result<void> limit_kernels_as_asked() {
  constexpr const char* kVariable = "DRAGOMAN_KERNEL";
  const char* asked = std::getenv(kVariable);
  if (asked == nullptr || *asked == '\0') return {};
  if (const auto limited = limit_kernels(asked); !limited) {
    return Error{ErrorKind::usage, kVariable, limited.error().message};
  }
  return {};
}

}  // namespace dragoman
