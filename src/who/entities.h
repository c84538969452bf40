// Who the report speaks of: people, bodies, countries, media and groups, each with all its mentions, offices and code.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills record.entities, `story.mentions` and `story.mention_at`.
void find_entities(Story& story);

}  // namespace dragoman
