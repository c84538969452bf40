// A text cut where something that was found begins or ends.
#pragma once

#include "dragoman/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dragoman::web {

/// Something that was found: its name in the record ("v3", "e1", "p2"), what kind it is, and where.
struct Mark {
  std::string id;
  char kind =
      'v';  // v event, q statement, m meeting, k position, a agenda; e entity, p place, t time; x no part of the story
  Span span;
};

/// A stretch of the text with all that covers it.
struct Segment {
  Span span;
  std::vector<std::size_t> marks;  // numbers of marks, widest first
};

/// Stretches from `whole.begin` to `whole.end` without a gap, in order. Marks beyond it are cut; empty ones are left
/// out.
std::vector<Segment> segments_of(const std::vector<Mark>& marks, Span whole);

/// All that a record found in its text.
std::vector<Mark> marks_of(const Record& record);

}  // namespace dragoman::web
