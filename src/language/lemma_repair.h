// Lemmas that the tables of the model cannot tell: where a short verb lost its "e" with the ending, and plurals of
// nouns that look like another noun's.
#pragma once

#include "language/parse.h"

namespace dragoman {

/// "staged", "waging", "hopes" have the lemmas "stage", "wage", "hope" and not "stag", "wag", "hop": so short a verb
/// without the "e" would have doubled its consonant. "doses" and "bases" are of "dose" and "base".
void mend_lemmas(Parse& parse);

}  // namespace dragoman
