// "Ana Paz, the leader of the Reform Bloc, said her party would": the body of somebody's office is his own.
#pragma once

#include "who/builder.h"

#include <utility>
#include <vector>

namespace dragoman {

/// Pairs of a named body and an entity that is the same: one that is known by a common noun alone, each time as the own
/// one of somebody whose office is in that body, and whose noun may stand for it.
std::vector<std::pair<Index, Index>> find_own_bodies(const EntityBuilder& b);

}  // namespace dragoman
