// Demands in the mouth of another than who must: "said that Japan must", "says Iran needs to".
#pragma once

#include "events/arguments.h"
#include "events/draft.h"

#include <optional>

namespace dragoman {

/// The REQUEST that a verb under an obligation makes of its subject, in the words of whoever says so; nothing when
/// nobody says so, or of himself.
std::optional<EventDraft> demand_at(const Story& story, const Arguments& arguments, const EventLexicon& lexicon,
                                    TokenIndex verb);

}  // namespace dragoman
