// Libraries that only some inputs or commands need (PDF, mail, archives, the browser), opened when they are first
// needed and not at every start.
//
// The build (cmake/lazy_library.sh) makes of each a small table and, for each of its functions that is called, a jump
// through that table, so that callers include the library's own headers and call it as ever, once `load` has succeeded.
#pragma once

#include "dragoman/result.h"

#include <span>

namespace dragoman {

struct LazyLibrary {
  const char* file;                    // "libarchive.so.13"
  std::span<const char* const> names;  // of the functions that are called
  std::span<void*> functions;          // where they are, null until the library is loaded
};

/// Opens the library where that has not been done yet; several threads may. An Error (kind setup) where this system
/// does not have it, or has one that lacks a function.
Result<void> load(const LazyLibrary& library);

}  // namespace dragoman
