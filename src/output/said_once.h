// What a summary tells in one place alone, though the record has it in several lists.
#pragma once

#include "dragoman/record.h"

#include <vector>

namespace dragoman {

/// Less likely true than not: it stands apart in a summary.
template <class Item>
bool is_doubtful(const Item& item) {
  constexpr double kEven = .5;
  return item.confidence < kEven;
}

/// What the lines of sure items tell already, a value for each item:
///   - a statement that does no more than the event or position that it is ("condemned the raid"), that says what an
///     event told by the same source says, or that stands in the words of another;
///   - a meeting among the events, which the meetings have too;
///   - a planned meeting that comes again under what comes next.
/// A quotation stands unless it is part of another.
struct ToldElsewhere {
  std::vector<bool> events, statements, meetings;
};

ToldElsewhere told_elsewhere(const Record& record);

}  // namespace dragoman
