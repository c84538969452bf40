// Who said what: statements with speaker, cue, content, addressees and the chain of those who passed them on.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills record.statements, `story.statement_cues` and `story.statement_contents`.
void find_statements(Story& story);

}  // namespace dragoman
