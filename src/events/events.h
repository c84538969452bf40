// Who did what to whom: PLOVER events with their CAMEO codes, participants, status, date, place and sources.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills record.events.
void find_events(Story& story);

}  // namespace dragoman
