// Finds the facts that answer a question.
#pragma once

#include "query/question.h"
#include "store/database.h"

#include <cstdint>
#include <vector>

namespace dragoman {

struct FoundFacts {
  std::vector<std::int64_t> facts;  // ids in the question's order; of the tellings of one happening only the first
  bool more = false;                // there are others beyond the limit
};

/// The facts of one list: the latest ones, or the first ones when the question says since when and not until when, in
/// order of time; with another order the first ones of it.
/// The work grows with the rows of the narrowest condition, or with those that are shown.
FoundFacts find_facts(Database& database, FactList list, const Question& question);

}  // namespace dragoman
