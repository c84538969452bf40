#include "query/told_often.h"

#include <fmt/format.h>

namespace dragoman {

void find_told_often(Database& db, FactList list) {
  db.run("PRAGMA temp_store = MEMORY");
  db.run(
      "CREATE TEMP TABLE IF NOT EXISTS told_often (list TEXT, fact INTEGER, tellings INTEGER, PRIMARY KEY (list, "
      "fact)) "
      "WITHOUT ROWID");
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
  Query& find = db.cached(fmt::format(
      "INSERT INTO temp.told_often SELECT ?1, f.id, h.n FROM (SELECT happening, count(*) AS n FROM main.{0} GROUP BY "
      "happening HAVING count(*) > 1) h CROSS JOIN main.{0} f ON f.happening = h.happening",
      table_of(list)));
  find.bind(1, table_of(list));
  find.run();
  Query& note = db.cached("INSERT OR REPLACE INTO temp.told_often_at VALUES (?, ?)");
  note.bind(1, table_of(list));
  note.bind(2, version);
  note.run();
}

}  // namespace dragoman
