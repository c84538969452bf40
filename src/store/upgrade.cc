#include "store/upgrade.h"

#include "articles/near_copies.h"
#include "store/sketches.h"
#include "store/store.h"
#include "store/writer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

/// The tables of version 1 whose rows are taken over; the others are made of these by triggers.
constexpr std::array kTables = {"documents",        "actors",    "actor_names", "entities", "roles",
                                "places",           "issues",    "events",      "meetings", "statements",
                                "statement_issues", "positions", "agenda",      "parts"};

std::vector<std::string> texts(Database& db, const std::string& sql) {
  std::vector<std::string> out;
  Query query = db.prepare(sql);
  while (query.step()) out.emplace_back(query.text(0));
  return out;
}

std::vector<std::int64_t> numbers(Database& db, const std::string& sql) {
  std::vector<std::int64_t> out;
  Query query = db.prepare(sql);
  while (query.step()) out.push_back(query.integer(0));
  return out;
}

std::string columns_sql(const std::string& table) {
  return fmt::format("SELECT name FROM pragma_table_info('{}')", table);
}

/// Puts the old tables aside under names of their own, and takes out all that is made anew.
void put_aside(Database& db) {
  for (const std::string& name : texts(db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    db.run(fmt::format("DROP TRIGGER \"{}\"", name));
  for (const char* table : {"documents_text", "issues_text", "issue_labels"})
    db.run(fmt::format("DROP TABLE {}", table));
  for (const std::string& name : texts(db, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"))
    db.run(fmt::format("DROP INDEX \"{}\"", name));
  for (const char* table : kTables) db.run(fmt::format("ALTER TABLE {0} RENAME TO old_{0}", table));
}

/// Copies the rows, column by column of the same name.
void take_over(Database& db) {
  for (const char* table : kTables) {
    const auto old = texts(db, columns_sql(std::string("old_") + table));
    std::vector<std::string> both;
    for (const std::string& name : texts(db, columns_sql(table))) {
      if (std::find(old.begin(), old.end(), name) != old.end()) both.push_back(name);
    }
    db.run(fmt::format("INSERT INTO {0}({1}) SELECT {1} FROM old_{0}", table, fmt::join(both, ", ")));
  }
  db.run(
      "UPDATE documents SET given_agency = agency, given_published = CASE WHEN basis IN ('given', 'metadata') THEN "
      "published END");
  Query sketches = db.prepare("SELECT id, sketch FROM old_documents WHERE copy_of IS NULL ORDER BY id");
  while (sketches.step()) {
    NearCopies::Sketch sketch{};
    if (sketches.blob(1).size() != sizeof sketch) continue;
    std::memcpy(sketch.data(), sketches.blob(1).data(), sizeof sketch);
    if (sketch != NearCopies::Sketch{}) write_sketch(db, sketches.integer(0), sketch);
  }
  for (const char* table : kTables) db.run(fmt::format("DROP TABLE old_{}", table));
}

}  // namespace

std::optional<Error> upgrade_store(Database& db, const Store::Progress& progress) {
  db.run("PRAGMA foreign_keys = OFF");
  db.run("PRAGMA legacy_alter_table = ON");  // references in other tables keep their names
  db.run("PRAGMA cache_size = -262144");
  db.run("BEGIN IMMEDIATE");
  std::int64_t version = 0;
  db.prepare("PRAGMA user_version").first([&](const Query& row) { version = row.integer(0); });
  if (version == 1) {
    put_aside(db);
    db.run(std::string(store_schema()));
    take_over(db);
    for (const std::int64_t actor : numbers(db, "SELECT id FROM actors")) write_actor_digest(db, actor);
    const auto documents = numbers(db, "SELECT id FROM documents");
    std::int64_t done = 0;
    for (const std::int64_t document : documents) {
      write_document_digest(db, document);
      if (progress) progress(++done, static_cast<std::int64_t>(documents.size()));
    }
    db.run(fmt::format("PRAGMA user_version = {}", Store::kVersion));
  }
  db.run("COMMIT");
  db.run("PRAGMA legacy_alter_table = OFF");
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");  // the file alone is the store again
  return db.error();
}

}  // namespace dragoman
