// What is attributed to a cue by the grammar: the clause, the infinitive, the object that the cue takes.
#pragma once

#include "statements/page.h"

namespace dragoman {

/// Sets the draft's content from the first frame of the cue that the sentence fills, with the cue and its speaker cut
/// out: "the road, the minister said, was open" gives two spans. False when no frame is filled.
bool find_content(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft);

/// The clause or sentence that a phrase such as "according to X" or an adverb ("reportedly") qualifies, without `hole`.
std::vector<TokenSpan> qualified_clause(const Page& page, TokenIndex at, TokenSpan hole);

/// The cue with its speaker, hearer and adverbs, as far as they stand together, to be cut out of what surrounds it.
TokenSpan cue_phrase(const Page& page, TokenIndex verb, const StatementDraft& draft);

}  // namespace dragoman
