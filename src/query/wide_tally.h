// Counts of facts where many have to be looked at: they are not looked up in their rows, but in what the store keeps of
// them packed (store/countable.h).
#pragma once

#include "query/question.h"
#include "store/database.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace dragoman {

/// Whether many facts have to be looked at, of which what is packed tells whether they answer.
bool is_wide(Database& database, FactList list, const Question& question);

/// Facts in one span of days, or in two.
using OfSpans = std::array<std::int64_t, 2>;

struct WideTally {
  std::vector<std::pair<std::string, OfSpans>> facts;  // by value, as counted() gives it; each happening once
  OfSpans all{};
};

/// Of the values those that have most facts: `most` of them, where there are so many, and all that have as many as the
/// last of these.
WideTally tally_wide(Database& database, FactList list, By by, const Question& question, std::int64_t most);
/// The same of two questions that differ in their days alone, with the values whose facts differ most.
WideTally compare_wide(Database& database, FactList list, By by, const Question& before, const Question& after,
                       std::int64_t most);

}  // namespace dragoman
