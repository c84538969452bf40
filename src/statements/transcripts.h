// Words that stand under their speaker's name: the lines of a transcript or an interview.
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// "Minister: The road is open": a line that begins with a speaker and a colon is as good as quoted, and marked so.
/// "A:" is whom the report has introduced; "Q:" and whoever asks state nothing. Where several lines are headed so, a
/// paragraph in the first person goes on with the speaker of the line above.
void find_headed_lines(Page& page, std::vector<StatementDraft>& drafts);

}  // namespace dragoman
