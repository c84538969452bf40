// Whether an event has happened, is going on, is planned, asked for, hoped for, conditional, reported or denied, by
// tense, modality, negation and what governs it.
#pragma once

#include "events/frames.h"
#include "story/story.h"

namespace dragoman {

/// The status of what the verb or noun `trigger` says.
EventStatus status_of(const Story& story, const EventLexicon& lexicon, TokenIndex trigger);

}  // namespace dragoman
