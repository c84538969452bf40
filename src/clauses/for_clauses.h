// Clauses with "for" that tell what is asked for.
#pragma once

#include "clauses/signatures.h"

namespace dragoman {

/// "called for Chile to stop": below a verb that asks or hopes for what follows "for", the subject of such a clause
/// hangs on "for" and its verb on the verb above, as in "called on Chile to stop". The parser takes it for one of
/// purpose.
void mend_for_clauses(Parse& parse, const SignatureLexicon& signatures);

}  // namespace dragoman
