// Who says that somebody holds a position.
#pragma once

#include "dragoman/record.h"

#include <optional>
#include <vector>

namespace dragoman {

/// Who voiced a position for its holder: a minister for his country, a spokesman for those whose he is. Nobody where who
/// says it of the holder does not speak for him.
std::optional<Index> voice_of(const Record& record, const Position& position);

/// Those in whose words the report has a position, outermost first: who passed it on, and who says it of another. Empty
/// where the report tells it itself, or the holder or who speaks for him does.
std::vector<Index> sources_of(const Record& record, const Position& position);

}  // namespace dragoman
