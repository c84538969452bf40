// What the report's actors talk about: issues as nodes with their mentions, joined when they speak of the same thing,
// under topics.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills record.issues with all that can be talked about and `story.issue_at`. Later rooms refer to them;
/// link_issues drops what nobody spoke of.
void find_issues(Story& story);

/// The issue of a noun ("the pact", "the situation in Mali"), or of what a verb, adjective or preposition is about
/// ("hopes to sign the treaty" → the treaty); nothing when there is none.
std::optional<Index> issue_of(const Story& story, TokenIndex t);

/// What a relative pronoun stands for; of coordinated nouns the nearest ("from Kenya to Malta, which …").
TokenIndex antecedent_of(const Parse& parse, TokenIndex pronoun);

/// The last of a noun's coordination that stands before a token: what a relative clause there speaks of.
TokenIndex nearest_conjunct(const Parse& parse, TokenIndex first, TokenIndex before);

/// Sets the issues of events and statements, then drops the issues that nothing refers to.
void link_issues(Story& story);

}  // namespace dragoman
