// Who the report speaks of: people, bodies, countries, media and groups, each with all its mentions, offices and code.
#pragma once

#include "story/story.h"

#include <functional>

namespace dragoman {

/// Fills record.entities, `story.mentions` and `story.mention_at`.
///
/// `when_named` is called once all names have their entities and offices, and before those are sought who are spoken of
/// by an office alone ("the president"): it may lay down in `story.record.document.published` of when the report is.
/// The entities and mentions stand in no order then, and `Entity::mentions` is empty.
void find_entities(Story& story, const std::function<void(Story&)>& when_named = {});

}  // namespace dragoman
