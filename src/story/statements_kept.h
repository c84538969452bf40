// Taking statements out of the record again.
#pragma once

#include "story/story.h"

#include <optional>
#include <vector>

namespace dragoman {

/// Leaves in the record, and in what is parallel to its statements, only those statements that stay (one answer per
/// statement). The result is the new place of each; nothing for those that are gone. Whoever speaks of statements by
/// their place has to be told.
std::vector<std::optional<Index>> keep_statements(Story& story, const std::vector<bool>& stays);

}  // namespace dragoman
