// The files of a spaCy pipeline, from a folder or a wheel.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <map>
#include <string>

namespace dragoman {

/// Contents by path below the pipeline's own folder, the one that holds meta.json and config.cfg ("tagger/model").
using PipelineFiles = std::map<std::string, std::string>;

/// Reads what an import needs. An Error (kind setup) says what was found and what a pipeline should have.
Result<PipelineFiles> read_pipeline(const std::filesystem::path& path);

}  // namespace dragoman
