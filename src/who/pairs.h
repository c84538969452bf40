// "Russian and Ukrainian negotiators", "negotiators of the union and the ministry": one phrase for people of two sides
// and more.
#pragma once

#include "story/first_heads.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

/// The countries or bodies whose people the unnamed group is of, when its words name two or more; else empty. May add a
/// country to record.entities.
std::vector<Index> sides_of_group(Story& story, FirstHeads& first_heads, Index group);

}  // namespace dragoman
