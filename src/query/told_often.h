// How often facts are told, for finding first what most reports tell.
#pragma once

#include "query/question.h"
#include "store/database.h"

namespace dragoman {

/// Numbers of reports, the greatest first, down to `least`: between each and the one before it lie some four times as
/// many happenings as before, and from the first on up at least `wanted`, where there are so many.
std::vector<int> levels_of_reports(Database& database, FactList list, int least, std::int64_t wanted);

}  // namespace dragoman
