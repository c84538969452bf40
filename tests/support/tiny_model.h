// A whole pipeline as a model file of some 60 kB, with weights that mean nothing: for tests and fuzzing that ask how a
// model is loaded and not what it says.
#pragma once

#include "dragoman/result.h"

#include <filesystem>

namespace dragoman {

/// The same bytes each time.
Result<void> write_tiny_model(const std::filesystem::path& path);

}  // namespace dragoman
