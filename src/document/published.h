// When an undated document must have been written: bounds from who held which office, from the years and days that the
// text names, and from the weekdays that it gives them.
//
//   "Foreign Secretary Boris Johnson … Prime Minister Theresa May"   between 2016-07-13 and 2018-07-09
//   "was elected in 2014"                                          not before 2014
//   "on Friday, Oct. 23"                                           in the half year around an October 23 that was a
//   Friday
//
// What contradicts the rest (a minister of old who is told of with his title) is left out.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills document.published.earliest and latest with the basis "inferred"; a date that is known already stays. Wants
/// times, and entities with their offices and `story.mentions`, in any order.
///
/// It is called twice: while entities are found, when names have their offices and before the register is asked who
/// "the president" was in those days; and again when all have theirs, for what "the minister" adds to a name.
void infer_published(Story& story);

}  // namespace dragoman
