// The agenda: meetings, visits, elections, votes, deadlines and deeds that are to come.
#pragma once

#include "meetings/find.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

/// Fills record.agenda, in order of date, what has none last. `meetings` are the joined ones, `found` all that were
/// told.
void find_agenda(Story& story, const Found& found, const std::vector<MeetingDraft>& meetings,
                 const std::vector<Visit>& visits);

}  // namespace dragoman
