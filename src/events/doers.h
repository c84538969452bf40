// Who does it where the grammar's own places hold nobody, or somebody who only stands for another.
#pragma once

#include "events/arguments.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

/// True of a noun with an article, a demonstrative or an owner: "the talks", "Mali's raid".
bool is_definite_noun(const Parse& parse, TokenIndex noun);

/// `frame`: the one that fits the predicate. Fills `actors` where they are empty: whose the subject is ("Israeli jets
/// bombed"), who says so of a pronoun that found nobody, who wrote what condemns it, who travelled; and puts the one
/// who speaks in the place of "his government".
void find_doers(const Story& story, const Arguments& arguments, const EventLexicon& lexicon, const EventFrame& frame,
                const Predicate& p, std::vector<Index>& actors);

}  // namespace dragoman
