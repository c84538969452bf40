// Countries named by their people's adjective or noun: "Kenyan officials", "the Ghanaians".
#pragma once

#include "story/story.h"

namespace dragoman {

/// Adds to record.entities a mention of the country wherever such a word stands, inside "Kenyan officials" too,
/// and the country itself where nothing else names it. Runs last: no reader of `story.mentions` meets these.
void find_peoples(Story& story);

}  // namespace dragoman
