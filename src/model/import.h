// Turns a spaCy 3.8 English CNN pipeline into a model file.
#pragma once

#include "dragoman/result.h"

#include <filesystem>

namespace dragoman {

/// Reads the pipeline at `from` (a folder or a wheel) and writes the model file `to`. An Error says what the pipeline
/// lacks, or where the writing failed; nothing is left half written.
Result<void> import_model(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace dragoman
