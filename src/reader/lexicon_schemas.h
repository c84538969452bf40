// The schemas of all rooms' files, together.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

/// In order of folder.
std::span<const RoomSchema* const> lexicon_schemas();

/// What in a lexicon's folder is not as the schemas have it: the faults of each file, and files that no room reads. An
/// Error of its own only where a file cannot be read or split.
Result<std::vector<Error>> lexicon_faults(const std::filesystem::path& folder);

}  // namespace dragoman
