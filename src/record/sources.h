// Who says that somebody holds a position.
#pragma once

#include "dragoman/record.h"

#include <optional>
#include <vector>

namespace dragoman {

/// Who voiced a position for its holder: a minister for his country, a spokesman for those whose he is. Nobody where
/// who says it of the holder does not speak for him.
std::optional<Index> voice_of(const Record& record, const Position& position);

/// Those in whose words the report has a position.
struct PositionSources {
  std::vector<Index> chain;     // who passed it on, outermost first
  std::vector<Index> speakers;  // who say it of another, together
};

/// Empty where the report tells it itself, or the holder or who speaks for him does.
PositionSources sources_of(const Record& record, const Position& position);

/// The same as those who cite each other, those together in one who say the same.
std::vector<std::vector<Index>> outermost_first(const PositionSources& sources);

}  // namespace dragoman
