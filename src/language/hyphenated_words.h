// Words with a hyphen, which the parser reads as three.
#pragma once

#include "language/parse.h"

namespace dragoman {

/// Makes the noun behind the hyphen the head of its word, where the parser took the part before it for a noun of its
/// own: "the vice-president of the bank", "an ex-minister", "a co-founder". What hung on that part hangs on the noun.
void mend_hyphenated_words(Parse& parse);

}  // namespace dragoman
