// `dragoman model import` and `dragoman model info`.
#pragma once

#include "dragoman/result.h"
#include "program/command.h"

#include <filesystem>
#include <string>

namespace dragoman {

Command model_command();

/// What `dragoman model info` prints of a model file whose every part has been checked.
Result<std::string> describe_model(const std::filesystem::path& path);

}  // namespace dragoman
