// A text as the rules of time see it: words, digits and marks, finer than tokens ("10-year" is three items, "10:30am"
// four), each with the kinds that it may be.
#pragma once

#include "story/story.h"
#include "when/words.h"

namespace dragoman {

struct TimeItem {
  std::uint32_t begin = 0, end = 0;  // bytes of the text
  TokenIndex first = 0, last = 0;    // tokens that it lies in
  std::string_view lower;
  KindSet kinds = 0;
  const TimeWord* word = nullptr;
  int number = 0;             // of digits or of what a rule has read
  std::int32_t reading = -1;  // what a rule has read here
  bool break_before = false;  // a new paragraph: no expression runs across

  bool is(KindSet kind) const { return (kinds & kind) != 0; }
  /// The value of the word as one of the kind; nullptr when it is none.
  const TimeSense* sense(KindSet kind) const;
};

/// The items of the story, without those of boilerplate; dates stand in datelines too, which are kept.
std::vector<TimeItem> time_items(const Story& story, const TimeWords& words);

}  // namespace dragoman
