// How an event was found, as clues: what carries it, by which way of the grammar each side was reached, what governs
// it.
#pragma once

#include "clauses/factuality.h"
#include "events/arguments.h"
#include "events/draft.h"
#include "story/story.h"

#include <string>
#include <vector>

namespace dragoman {

/// "carried by: a verb", "actor by: its subject", "recipient by: object" …; the entry of the lexicon that codes it
/// ("entry: agree.txt:12") and the word above that decides whether it happened ("governor: refuse") stand beside them.
std::vector<std::string> event_clues(const Story& story, const Arguments& arguments, const Predicate& p,
                                     const EventFrame& frame, const EventDraft& draft, const Factuality& factuality);

}  // namespace dragoman
