#include "store/upgrade.h"

#include "articles/near_copies.h"
#include "record/names.h"
#include "record/record_reader.h"
#include "store/digest.h"
#include "store/packed.h"
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

std::string columns_sql(const std::string& table) {
  return fmt::format("SELECT name FROM pragma_table_info('{}')", table);
}

/// Puts the old tables aside under names of their own, and takes out all that is made anew.
void put_aside(Database& db) {
  for (const std::string& name : db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").texts())
    db.run(fmt::format("DROP TRIGGER \"{}\"", name));
  for (const char* table : {"documents_text", "issues_text", "issue_labels"})
    db.run(fmt::format("DROP TABLE {}", table));
  for (const std::string& name :
       db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").texts())
    db.run(fmt::format("DROP INDEX \"{}\"", name));
  for (const char* table : kTables) db.run(fmt::format("ALTER TABLE {0} RENAME TO old_{0}", table));
}

/// Copies the rows, column by column of the same name.
void take_over(Database& db) {
  for (const char* table : kTables) {
    const auto old = db.prepare(columns_sql(std::string("old_") + table)).texts();
    std::vector<std::string> both;
    for (const std::string& name : db.prepare(columns_sql(table)).texts()) {
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

/// The documents whose rows are as their digests say.
std::vector<std::int64_t> sound_documents(Database& db) {
  std::vector<std::int64_t> sound;
  Query query = db.prepare("SELECT id, digest FROM documents ORDER BY id");
  while (query.step()) {
    if (!query.is_null(1) && query.integer(1) == document_digest(db, query.integer(0)))
      sound.push_back(query.integer(0));
  }
  return sound;
}

/// The table of roles as the present version has it, without a status as yet.
void renew_roles(Database& db) {
  for (const char* index : {"roles_entity", "roles_actor", "roles_title"}) db.run(fmt::format("DROP INDEX {}", index));
  db.run("ALTER TABLE roles RENAME TO old_roles");
  const auto empty = Database::open(":memory:", Database::Mode::create);
  if (!empty) return;
  (*empty)->run(std::string(store_schema()));
  for (const std::string& sql :
       (*empty)->prepare("SELECT sql FROM sqlite_schema WHERE tbl_name = 'roles' ORDER BY type DESC, rowid").texts())
    db.run(sql);
  constexpr const char* kColumns = "rowid, entity, actor, title, of_entity, country, sector, begin, end";
  db.run(fmt::format("INSERT INTO roles({0}) SELECT {0} FROM old_roles ORDER BY rowid", kColumns));
  db.run("DROP TABLE old_roles");
}

/// The status of a document's roles, from its record where that is kept.
void fill_role_status(Database& db, std::int64_t document) {
  Query& kept = db.cached("SELECT json FROM records WHERE document = ?");
  kept.bind(1, document);
  std::optional<Result<std::string>> json;
  kept.first([&](const Query& row) { json = unpacked(row.blob(0)); });
  if (!json || !*json) return;
  const auto record = record_from_json(**json);
  if (!record) return;
  std::vector<RoleStatus> status;
  for (const Entity& entity : record->record.entities) {
    for (const Role& role : entity.roles) status.push_back(role.status);
  }
  Query& find = db.cached(
      "SELECT r.rowid FROM entities e CROSS JOIN roles r ON r.entity = e.id WHERE e.document = ? ORDER BY e.number, "
      "r.rowid");
  find.bind(1, document);
  const std::vector<std::int64_t> rows = find.integers();
  if (rows.size() != status.size()) return;
  Query& set = db.cached("UPDATE roles SET status = ? WHERE rowid = ?");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    set.bind(1, to_string(status[i]));
    set.bind(2, rows[i]);
    set.run();
  }
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
    for (const std::int64_t actor : db.prepare("SELECT id FROM actors").integers()) write_actor_digest(db, actor);
    const auto documents = db.prepare("SELECT id FROM documents").integers();
    std::int64_t done = 0;
    for (const std::int64_t document : documents) {
      write_document_digest(db, document);
      if (progress) progress(++done, static_cast<std::int64_t>(documents.size()));
    }
  } else if (version == 2) {
    db.run("ALTER TABLE documents ADD COLUMN byline TEXT");
    const auto sound = sound_documents(db);  // the digests of others stay wrong, so that `check` goes on naming them
    renew_roles(db);
    std::int64_t done = 0;
    for (const std::int64_t document : sound) {
      fill_role_status(db, document);
      write_document_digest(db, document);
      if (progress) progress(++done, static_cast<std::int64_t>(sound.size()));
    }
  }
  if (version < Store::kVersion) db.run(fmt::format("PRAGMA user_version = {}", Store::kVersion));
  db.run("COMMIT");
  db.run("PRAGMA legacy_alter_table = OFF");
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");  // the file alone is the store again
  return db.error();
}

}  // namespace dragoman
