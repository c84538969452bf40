// Attributions without a verb of saying: "according to X", "in X's words", "reportedly", "his claim that …".
#pragma once

#include "statements/page.h"

#include <vector>

namespace dragoman {

/// A set phrase that begins at the token, with the source behind it ("according to the ministry"); the end of the
/// phrase, or the token itself when there is none.
TokenIndex find_phrase(const Page& page, TokenIndex at, std::vector<StatementDraft>& drafts);

/// The cue and the speaker of such a phrase; whether there is one.
bool source_of_phrase(const Page& page, TokenIndex at, StatementDraft& draft);

/// "In the minister's view, …": what a possessor sees or says so.
void find_perspective(const Page& page, TokenIndex at, std::vector<StatementDraft>& drafts);

/// reportedly, allegedly: nobody is named.
void find_adverb(const Page& page, TokenIndex at, std::vector<StatementDraft>& drafts);

/// A noun of saying or thinking with its clause and an owner: "his claim that the vote was bought", "a vow to fight".
void find_noun(const Page& page, TokenIndex at, std::vector<StatementDraft>& drafts);

}  // namespace dragoman
