// Who is spoken to: the hearer of a cue, and who is asked to act.
#pragma once

#include "statements/page.h"

namespace dragoman {

/// "told visiting Chancellor Anna Braun that …": the guest, where the parser hangs her on her participle; else
/// kNoToken.
TokenIndex visiting_guest(const Parse& parse, TokenIndex verb);

/// Who is told, asked, urged: the hearer object, "to X" and "with X" beside the cue.
void find_addressees(const Page& page, TokenIndex verb, const Cue& cue, StatementDraft& draft);

}  // namespace dragoman
