// Where a report was filed: its dateline as tokens.
#pragma once

#include "story/story.h"

namespace dragoman {

/// The tokens of the first dateline, "LIMA, Peru (AP) --"; empty where there is none. A headline or byline is not it.
TokenSpan dateline_tokens(const Story& story);

}  // namespace dragoman
