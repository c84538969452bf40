// A sentence read as another wording of it.
#pragma once

#include "language/parse.h"

namespace dragoman {

/// Gives the tokens of a sentence the analysis that those of another wording of it have, one by one: a comma that of
/// the "and" in its place. `reworded` is a single sentence and has a token for each from `begin` on. link() is due.
void take_analysis(Parse& parse, TokenIndex begin, const Parse& reworded);

}  // namespace dragoman
