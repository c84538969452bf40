#include "query/told_often.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman {

void find_told_often(Database& db, FactList list) {
  db.run("PRAGMA temp_store = MEMORY");
  db.run(
      "CREATE TEMP TABLE IF NOT EXISTS told_often (list TEXT, happening INTEGER, reports INTEGER, PRIMARY KEY (list, "
      "happening)) WITHOUT ROWID");
  db.run("CREATE TEMP TABLE IF NOT EXISTS told_often_at (list TEXT PRIMARY KEY, version INTEGER) WITHOUT ROWID");
  std::int64_t version = 0, known = -1;
  db.cached("PRAGMA data_version").first([&](const Query& row) { version = row.integer(0); });
  Query& at = db.cached("SELECT version FROM temp.told_often_at WHERE list = ?");
  at.bind(1, table_of(list));
  at.first([&](const Query& row) { known = row.integer(0); });
  if (known == version) return;
  Query& forget = db.cached("DELETE FROM temp.told_often WHERE list = ?");
  forget.bind(1, table_of(list));
  forget.run();
  Query& add = db.cached("INSERT INTO temp.told_often VALUES (?, ?, ?)");
  add.bind(1, table_of(list));
  std::int64_t happening = 0;
  std::vector<std::int64_t> reports;
  const auto end_happening = [&] {
    std::sort(reports.begin(), reports.end());
    reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
    if (reports.size() > 1) {
      add.bind(2, happening);
      add.bind(3, static_cast<std::int64_t>(reports.size()));
      add.run();
    }
    reports.clear();
  };
  // The index has the reports of each happening beside it.
  Query& tellings =
      db.cached(fmt::format("SELECT happening, document FROM main.{0} ORDER BY happening", table_of(list)));
  while (tellings.step()) {
    if (tellings.integer(0) != happening) end_happening();
    happening = tellings.integer(0);
    reports.push_back(tellings.integer(1));
  }
  end_happening();
  Query& note = db.cached("INSERT OR REPLACE INTO temp.told_often_at VALUES (?, ?)");
  note.bind(1, table_of(list));
  note.bind(2, version);
  note.run();
}

std::vector<int> levels_of_reports(Database& db, FactList list, int least, std::int64_t wanted) {
  find_told_often(db, list);
  std::vector<int> levels;
  std::int64_t happenings = 0;
  Query& query = db.cached(
      "SELECT reports, count(*) FROM temp.told_often WHERE list = ? AND reports > ? GROUP BY reports ORDER BY reports "
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
