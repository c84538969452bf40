// Clauses that a semicolon parts.
#pragma once

#include "language/parse.h"

namespace dragoman {

/// "Parliament has yet to vote; the premier promised a date": the parser hangs the clause before the semicolon on the
/// verb behind it, as if the premier had promised it. Where that verb has its own subject and something of its own
/// behind it, the clauses stand side by side.
void mend_parted_clauses(Parse& parse);

}  // namespace dragoman
