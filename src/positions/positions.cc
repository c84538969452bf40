#include "positions/positions.h"

#include "positions/builder.h"

#include <algorithm>

namespace dragoman {

void find_positions(Story& story) {
  PositionBuilder builder(story);
  find_stances(builder);
  find_judgements(builder);
  std::stable_sort(story.record.positions.begin(), story.record.positions.end(),
                   [](const Position& a, const Position& b) { return a.evidence.span.begin < b.evidence.span.begin; });
}

}  // namespace dragoman
