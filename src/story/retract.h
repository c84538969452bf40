// Takes back mentions of entities that turned out to be none: a river taken for a person, a state for the country of
// the same name.
#pragma once

#include "story/story.h"

#include <vector>

namespace dragoman {

/// Takes back the mentions that are marked (`gone` is parallel to story.mentions). An entity that no name is left of
/// goes with them, and what was said of it by pronoun or title is unresolved. Facts must not speak of such an entity;
/// of those that stay they have the new numbers.
void retract_mentions(Story& story, const std::vector<bool>& gone);

}  // namespace dragoman
