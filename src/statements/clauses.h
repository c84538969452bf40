// Content that is a clause or the sentence around a cue: "said that …", "…, officials said, …", "as the minister put
// it".
#pragma once

#include "statements/page.h"

namespace dragoman {

/// Sets the draft's content to the clause that the cue takes, before, behind or around it, or to the sentence that the
/// cue closes or stands in. False when there is none.
bool clause_content(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft);

/// The clause or sentence that a phrase such as "according to X" or an adverb ("reportedly") qualifies, without `hole`.
std::vector<TokenSpan> qualified_clause(const Page& page, TokenIndex at, TokenSpan hole, TokenIndex cue = kNoToken);

/// Words of condition, reason, purpose and concession: a clause behind one of them belongs to what was said, wherever
/// the parser hung it. "After", "when", "while" and "as" are not among them: a clause that tells when it was said is
/// the reporter's.
bool is_reason(std::string_view mark);

/// Behind such a preposition stands what is spoken of ("said of the fence", "spoke for the plan", "agreed to a truce"),
/// and no occasion: those that any verb of saying has, and the cue's own.
bool is_theme(const Token& link, const Cue& cue);

/// A quotation that begins within the content and goes on beyond it is part of it: it does not end in its middle.
void finish_quotation(const Page& page, TokenSpan& span);

}  // namespace dragoman
