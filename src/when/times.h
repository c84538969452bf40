// Time expressions with TIMEX3 values, relative ones by the document's date and the tense of their clause.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills record.times, `story.time_at` and `story.time_spans`.
void find_times(Story& story);

}  // namespace dragoman
