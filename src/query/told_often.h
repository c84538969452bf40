// What several reports tell, known to a connection once for all its questions.
#pragma once

#include "query/question.h"
#include "store/database.h"

namespace dragoman {

/// Makes the table temp.told_often(list, happening, reports) hold the happenings of the list that more than one report
/// tells, as the store has them now; again when another connection has changed the store. For connections that only
/// read.
void find_told_often(Database& database, FactList list);

/// Numbers of reports, the greatest first, down to `least`: between each and the one before it lie some four times as
/// many happenings as before, and from the first on up at least `wanted`, where there are so many.
std::vector<int> levels_of_reports(Database& database, FactList list, int least, std::int64_t wanted);

}  // namespace dragoman
