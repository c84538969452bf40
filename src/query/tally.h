// How many of the facts that answer a question have each value of what they are counted by.
#pragma once

#include "query/question.h"
#include "store/database.h"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace dragoman {

struct Tally {
  std::unordered_map<std::string, std::int64_t> facts;  // by value, as counted() gives it; each happening once
  std::int64_t all = 0;
};

Tally tally(Database& database, FactList list, By by, const Question& question);

}  // namespace dragoman
