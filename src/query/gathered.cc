#include "query/gathered.h"

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::int64_t kMostEntities = 60'000;  // of a country that is gathered
constexpr std::int64_t kMostRows = 300'000;     // that are kept

std::int64_t number(Query& query) {
  std::int64_t value = 0;
  query.first([&](const Query& row) { value = row.integer(0); });
  return value;
}

void make_tables(Database& db) {
  const bool there = number(db.cached("SELECT count(*) FROM temp.sqlite_master WHERE name = 'country_parts'")) != 0;
  if (there) return;
  db.run("PRAGMA temp_store = MEMORY");
  db.run(
      "CREATE TEMP TABLE country_parts (country TEXT, list TEXT, role TEXT, fact INTEGER, PRIMARY KEY (country, list, "
      "role, fact)) WITHOUT ROWID");
  db.run("CREATE TEMP TABLE gathered (country TEXT PRIMARY KEY, rows INTEGER, version INTEGER) WITHOUT ROWID");
}

void forget_all(Database& db) {
  db.run("DELETE FROM temp.country_parts");
  db.run("DELETE FROM temp.gathered");
}

}  // namespace

bool gather_country(Database& db, const std::string& code) {
  make_tables(db);
  const std::int64_t version = number(db.cached("PRAGMA data_version"));
  Query& known = db.cached("SELECT version, rows FROM temp.gathered WHERE country = ?");
  known.bind(1, code);
  std::int64_t of_version = -1, rows = 0;
  known.first([&](const Query& row) {
    of_version = row.integer(0);
    rows = row.integer(1);
  });
  if (of_version == version) return rows >= 0;
  if (of_version >= 0 || number(db.cached("SELECT total(rows) FROM temp.gathered")) > kMostRows) forget_all(db);
  Query& entities = db.cached(
      fmt::format("SELECT count(*) FROM (SELECT 1 FROM entities WHERE country = ? LIMIT {})", kMostEntities + 1));
  entities.bind(1, code);
  rows = -1;
  if (number(entities) <= kMostEntities) {
    Query& gather = db.cached(
        "INSERT OR IGNORE INTO temp.country_parts SELECT ?1, p.list, p.role, p.fact FROM main.entities n CROSS JOIN "
        "main.parts p ON p.entity = n.id WHERE n.country = ?1");
    gather.bind(1, code);
    gather.run();
    rows = db.changes();
  }
  Query& note = db.cached("INSERT OR REPLACE INTO temp.gathered VALUES (?, ?, ?)");
  note.bind(1, code);
  note.bind(2, rows);
  note.bind(3, version);
  note.run();
  return rows >= 0 && !db.error();
}

}  // namespace dragoman
