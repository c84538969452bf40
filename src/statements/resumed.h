// Who "he", "it" or "they" are in "he said": whoever spoke last, before whom the report merely names.
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// Gives drafts whose speaker is a pronoun whoever spoke in the sentence before, or in the same one, where nobody else
/// of the kind has begun a clause of his own since: a person for "he" and "she", a body for "it", a group, a body or
/// several for "they". The drafts stand in the order of their contents.
void find_resumed_speakers(const Page& page, std::vector<StatementDraft>& drafts);

}  // namespace dragoman
