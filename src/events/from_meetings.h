// Events of the meetings that were found before.
#pragma once

#include "events/arguments.h"
#include "events/draft.h"

#include <vector>

namespace dragoman {

/// Adds a CONSULT event for each meeting that no draft tells of and that is not the mere content of another event
/// (`absorbed`, per token); where a noun tells of it, its actors are those of the meeting.
void add_meetings(const Story& story, const Arguments& arguments, const std::vector<bool>& absorbed,
                  EventDrafts& drafts);

}  // namespace dragoman
