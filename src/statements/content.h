// What is attributed to a cue by the grammar: the clause, the infinitive, the object that the cue takes.
#pragma once

#include "statements/page.h"

namespace dragoman {

/// Sets the draft's content from the first frame of the cue that the sentence fills, with the cue and its speaker cut
/// out: "the road, the minister said, was open" gives two spans. False when no frame is filled.
bool find_content(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft);

/// A noun's phrase with what stands between it and its clause, unless that is long.
TokenSpan phrase_before(const Page& page, TokenSpan core, TokenIndex clause);

/// The "to" of "confirmed the plan to Radio Tatra", who heard it; kNoToken where it is the object's ("denied ties to
/// Radio Tatra") or there is none.
TokenIndex to_medium(const Page& page, TokenIndex verb, const Cue& cue);

}  // namespace dragoman
