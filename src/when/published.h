// When an undated document must have been written: bounds from who held which office, from the years and days that the
// text names, and from the weekdays that it gives them.
//
//   "Foreign Minister Fumio Kishida … Prime Minister Shinzo Abe"   between 2012-12-26 and 2017-08-03
//   "was elected in 2014"                                          not before 2014
//   "on Friday, Oct. 23"                                           in the half year around an October 23 that was a
//   Friday
//
// What contradicts the rest (a minister of old who is told of with his title) is left out.
#pragma once

#include "story/story.h"

namespace dragoman {

/// Fills document.published.earliest and latest with the basis "inferred"; a date that is known already stays. Wants
/// entities and times.
void infer_published(Story& story);

}  // namespace dragoman
