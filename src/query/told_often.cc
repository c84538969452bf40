#include "query/told_often.h"

#include <fmt/format.h>

namespace dragoman {

std::vector<int> levels_of_reports(Database& db, FactList list, int least, std::int64_t wanted) {
  std::vector<int> levels;
  std::int64_t happenings = 0;
  Query& query = db.cached(
      "SELECT reports, count(*) FROM shared_happenings WHERE list = ? AND reports > ? GROUP BY reports ORDER BY "
      "reports "
      "DESC");
  query.bind(1, table_of(list));
  query.bind(2, std::int64_t{least});
  while (query.step()) {
    happenings += query.integer(1);
    if (happenings < wanted) continue;
    levels.push_back(static_cast<int>(query.integer(0)));
    wanted = 4 * happenings;
  }
  levels.push_back(least);
  return levels;
}

}  // namespace dragoman
