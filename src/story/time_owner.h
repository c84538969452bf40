// Whose a time is: "the 2019 raid" is the raid's year, not that of the act that is told around it.
#pragma once

#include "story/story.h"

#include <initializer_list>

namespace dragoman {

/// True when the time that token `t` is part of stands inside the phrase of a noun ("Thursday's attack", "the January
/// 12 bombing") that is neither one of `acts`, nor the subject, nor what the act is done at ("at Tuesday's summit", "in
/// a Sunday raid").
bool is_anothers_time(const Story& story, TokenIndex t, std::initializer_list<TokenIndex> acts);

/// The day or longer time that token `t` is part of; null for a duration, and for one whose value no calendar has.
const Time* date_at(const Story& story, TokenIndex t);

/// The time that hangs on a verb itself: "opposed it in March"; null without one.
const Time* time_beside(const Story& story, TokenIndex verb);

}  // namespace dragoman
