// Meetings held, planned and cancelled, and the agenda: what is still to come as of the document's date.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills record.meetings and record.agenda. Needs entities, times, places and the words of events.
void find_meetings(Story& story);

}  // namespace dragoman
