// Direct speech: which cue and speaker a quotation belongs to.
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// Gives each quotation that stands on its own (it is no part of the reporter's sentence: “Use of force is
/// impermissible,” he said) to the cue behind it, the cue before it, the cue that it goes on after, or the speaker of
/// the paragraph before. One that goes on in a new sentence after its cue is a statement of its own. Marks in
/// `cue_used` the tokens of cues that need no further content.
void find_quoted(const Page& page, std::vector<StatementDraft>& drafts, std::vector<bool>& cue_used);

}  // namespace dragoman
