// Who "he" is in "he said": the one who spoke last, before whom the report merely names.
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// Gives drafts whose speaker is "he" or "she" the person who spoke in the sentence before, or in the same one, where
/// nobody else has begun a clause of his own since. The drafts stand in the order of their contents.
void find_resumed_speakers(const Page& page, std::vector<StatementDraft>& drafts);

}  // namespace dragoman
