// Where the report takes place: towns, states, countries and regions, each with its mentions and where it lies.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills record.places and `story.place_at`. A seat that stands for its government is no place (who/entities.h).
void find_places(Story& story);

}  // namespace dragoman
