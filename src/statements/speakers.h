// Who speaks and who is spoken to: from the subject, the agent or the owner of a cue to entities.
#pragma once

#include "statements/page.h"

namespace dragoman {

/// The subject of an active cue, the agent of a passive one, the quoted one of "was quoted as saying". False when the
/// cue has none and needs one, or when the subject cannot speak ("it", "there", "one").
bool find_speaker(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft);

/// The verb that quotes in "was quoted as saying", "quoted the minister as saying"; kNoToken when there is none.
TokenIndex quoting_verb(const Parse& parse, TokenIndex verb);

/// The subject behind its verb: "…, said a former minister"; kNoToken where there is none.
TokenIndex subject_behind(const Parse& parse, TokenIndex verb);

/// Takes the phrase of `head` as the speaker: its entities, those coordinated with it, else whose document it is
/// ("a Kremlin statement", "a poll released by the ministry").
void set_speaker(const Page& page, TokenIndex head, StatementDraft& draft);

/// Whose the document is that a noun names where it stands, by its owner, its author or who has put it out; nobody for
/// other words.
std::vector<Index> document_owners(const Page& page, TokenIndex noun);

/// The words that name the speaker, whole, without a relative clause that says more of him.
TokenSpan speaker_phrase(const Page& page, const StatementDraft& draft);

}  // namespace dragoman
