// "I" and "we" in what somebody is quoted with: mentions of who speaks, known only when the statements are.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Adds the mentions to record.entities, `story.mentions` and `story.mention_at`. Runs after find_statements.
void find_first_person(Story& story);

}  // namespace dragoman
