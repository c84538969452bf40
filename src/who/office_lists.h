// Lists of people whose offices stand before their names: "the trade minister, Ana Paz, the head of the Ports Agency,
// Karl Moser, and the mayor of Bergen, Petra Lund".
#pragma once

#include "language/parse.h"
#include "text/text.h"
#include "who/names.h"

namespace dragoman {

/// The parser takes such a list for one long apposition, in which each office would be as well that of the name before
/// it. Which way round it goes is told by its first member: where that is an office, each name is set in apposition to
/// the office before it, and the offices are coordinated. Lists of two or more such pairs, within a sentence, between
/// commas or semicolons.
void mend_office_lists(Parse& parse, const Text& text, const WhoLexicon& who);

}  // namespace dragoman
