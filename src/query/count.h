// Facts counted by what they have in common.
#pragma once

#include "query/question.h"
#include "store/database.h"

#include <string_view>

namespace dragoman {

/// "month", "agency": as the flag of the program has it.
std::string_view name_of(By by);
/// Whether facts of a view can be counted so: a position has no place.
bool can_count(View view, By by);

/// The facts of a list that answer, counted; `limit` and `offset` of the question count values.
Counts count_facts(Database& database, FactList list, By by, const Question& question);
/// Two questions that differ in their days, side by side; `limit` and `offset` of the first count values.
Comparison compare_facts(Database& database, FactList list, By by, const Question& before, const Question& after);

}  // namespace dragoman
