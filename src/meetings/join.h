// Joins what is told of one meeting in several places, and settles what the text leaves to be understood.
#pragma once

#include "meetings/draft.h"
#include "meetings/find.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

/// The meetings in the order in which they are first told. Drafts are of one meeting when the same take part and
/// neither date nor standing speak against it; its evidence is the clause that states the most. What no clause says is
/// inferred and marked so: the day from what the same people did together, the place from the visit that brought them
/// there.
std::vector<MeetingDraft> join_drafts(Story& story, const Found& found, const std::vector<Visit>& visits);

}  // namespace dragoman
