// What is attributed to a cue by the grammar: the clause, the infinitive, the object that the cue takes.
#pragma once

#include "statements/page.h"

namespace dragoman {

/// Sets the draft's content from the first frame of the cue that the sentence fills, with the cue and its speaker cut
/// out: "the road, the minister said, was open" gives two spans. False when no frame is filled.
bool find_content(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft);

}  // namespace dragoman
