// "Russian and Ukrainian negotiators": one phrase for people of two countries and more.
#pragma once

#include "story/first_heads.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

/// The countries whose people the unnamed group is of, when its words name two or more; else empty. May add a country
/// to record.entities.
std::vector<Index> countries_of_group(Story& story, FirstHeads& first_heads, Index group);

}  // namespace dragoman
