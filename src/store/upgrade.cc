#include "store/upgrade.h"

#include "articles/near_copies.h"
#include "record/names.h"
#include "record/record_reader.h"
#include "store/actor_links.h"
#include "store/compaction.h"
#include "store/countable.h"
#include "store/digest.h"
#include "store/document_counts.h"
#include "store/happenings.h"
#include "store/key_runs.h"
#include "store/keys.h"
#include "store/packed.h"
#include "store/shared_happenings.h"
#include "store/sketches.h"
#include "store/store.h"
#include "store/sums.h"
#include "store/writer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

/// The tables of version 1 whose rows are taken over; the others are made of these.
constexpr std::array kTablesBefore = {"documents",        "actors",    "actor_names", "entities", "roles",
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
  for (const char* table : kTablesBefore) db.run(fmt::format("ALTER TABLE {0} RENAME TO old_{0}", table));
}

/// The rows of issues that stand aside had their folded labels themselves.
void copy_issues(Database& db) {
  db.run(
      "INSERT INTO issues(id, document, number, label, of_label, parent) SELECT i.id, i.document, i.number, i.label, "
      "coalesce(l.id, 0), i.parent FROM old_issues i LEFT JOIN issue_labels l ON l.folded = i.folded ORDER BY i.id");
}

/// Copies the rows of a table that stands aside, column by column of the same name, in the order in which they will
/// stand. What has become bytes is taken over as the bytes of its text (store/compaction.h).
void copy_rows(Database& db, const std::string& table) {
  if (table == "issues") return copy_issues(db);
  const auto old = db.prepare(columns_sql("old_" + table)).texts();
  std::vector<std::string> names, values;
  const auto add = [&](const std::string& name, const std::string& type) {
    names.push_back(name);
    values.push_back(type == "BLOB" ? fmt::format("CAST({} AS BLOB)", name) : name);
  };
  Query columns =
      db.prepare(fmt::format("SELECT name, type, (SELECT wr FROM pragma_table_list WHERE name = '{0}') FROM "
                             "pragma_table_info('{0}')",
                             table));
  const auto key =
      db.prepare(fmt::format("SELECT name FROM pragma_table_info('{}') WHERE pk > 0 ORDER BY pk", table)).texts();
  bool rowid = true, id = false;
  while (columns.step()) {
    const std::string name(columns.text(0));
    rowid = columns.integer(2) == 0;
    id |= name == "id";
    if (std::find(old.begin(), old.end(), name) != old.end()) add(name, std::string(columns.text(1)));
  }
  if (rowid && !id) add("rowid", "INTEGER");
  db.run(fmt::format("INSERT INTO {0}({1}) SELECT {2} FROM old_{0} ORDER BY {3}", table, fmt::join(names, ", "),
                     fmt::join(values, ", "), rowid ? "rowid" : fmt::format("{}", fmt::join(key, ", "))));
}

/// Takes over all that version 1 has.
void take_over(Database& db) {
  db.run(
      "INSERT INTO issue_labels(folded, documents) SELECT folded, count(*) FROM old_issues GROUP BY folded ORDER BY "
      "min(id)");
  for (const char* table : kTablesBefore) copy_rows(db, table);
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
  for (const char* table : kTablesBefore) db.run(fmt::format("DROP TABLE old_{}", table));
}

/// The documents whose rows are as their digests say.
std::vector<std::int64_t> sound_documents(Database& db, std::int64_t version) {
  std::vector<std::int64_t> sound;
  Query query = db.prepare("SELECT id, digest FROM documents ORDER BY id");
  while (query.step()) {
    if (!query.is_null(1) &&
        query.integer(1) == document_digest_of_version(db, query.integer(0), static_cast<int>(version)))
      sound.push_back(query.integer(0));
  }
  return sound;
}

/// The statements that make the tables of a name, or all tables, indexes and triggers, as the present version has them.
std::vector<std::pair<std::string, std::string>> present_schema(std::string_view table = {}) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto empty = Database::open(":memory:", Database::Mode::create);
  if (!empty) return out;
  (*empty)->run(std::string(store_schema()));
  Query query = (*empty)->prepare(
      "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND ?1 IN ('', tbl_name) ORDER BY type DESC, rowid");
  query.bind(1, table);
  while (query.step()) out.emplace_back(query.text(0), query.text(1));
  return out;
}

/// Makes the tables, indexes and triggers that are not there.
void add_missing(Database& db) {
  const auto there = db.prepare("SELECT name FROM sqlite_schema").texts();
  for (const auto& [name, sql] : present_schema()) {
    if (std::find(there.begin(), there.end(), name) == there.end()) db.run(sql);
  }
}

/// Makes a table as the present version has it, with the rows and columns that it had.
void renew_table(Database& db, const std::string& table) {
  for (const std::string& index :
       db
           .prepare(fmt::format(
               "SELECT name FROM sqlite_schema WHERE tbl_name = '{}' AND type = 'index' AND sql IS NOT NULL", table))
           .texts())
    db.run(fmt::format("DROP INDEX {}", index));
  db.run(fmt::format("ALTER TABLE {0} RENAME TO old_{0}", table));
  const auto present = present_schema(table);
  const auto make = [&](std::string_view what) {
    for (const auto& [name, sql] : present) {
      if (sql.starts_with(what)) db.run(sql);
    }
  };
  make("CREATE TABLE");
  copy_rows(db, table);
  make("CREATE INDEX");
  db.run(fmt::format("DROP TABLE old_{}", table));
}

/// Gives actors what links them.
void add_families_and_traits(Database& db) {
  Query& set = db.cached("UPDATE actors SET family = ?, given = ? WHERE id = ?");
  Query actors = db.prepare("SELECT id, type, name, key FROM actors");
  while (actors.step()) {
    const ActorFamily family = actor_family(actors.text(1), actors.text(2), is_of_one_document(actors.text(3)));
    set.bind_text_or_null(1, family.family);
    set.bind_text_or_null(2, family.given);
    set.bind(3, actors.integer(0));
    set.run();
  }
  count_traits(db);
}

/// Columns that positions have since version 11: empty until `recode` reads the texts.
void add_tellings_of_positions(Database& db) {
  for (const char* column : {"tense", "condition", "date", "date_basis"})
    db.run(fmt::format("ALTER TABLE positions ADD COLUMN {} TEXT", column));
}

/// Tables, columns and indexes that earlier versions did not have: the confidence of facts, empty as yet, what
/// statements are one with, and what version 6 keeps in another form.
void add_what_is_new(Database& db, std::int64_t version) {
  if (version < 4) {
    for (const FactList list : kFactLists)
      db.run(fmt::format("ALTER TABLE {} ADD COLUMN confidence REAL", table_of(list)));
  }
  if (version < 5) db.run("ALTER TABLE statements ADD COLUMN happening INTEGER NOT NULL DEFAULT 0");
  add_tellings_of_positions(db);
  if (version == 5) db.run("DROP TABLE telling_keys");
  for (const char* table : {"entities", "statements", "parts"}) renew_table(db, table);
  add_missing(db);
}

/// Makes the tables that version 10 has in another form, and takes out an index that it does not have. The triggers of
/// issues go with the old table.
void renew_blocks(Database& db) {
  db.run("DROP INDEX IF EXISTS statements_happening");
  for (const char* table : {"issues", "actor_names"}) renew_table(db, table);
}

/// Takes out what version 12 has in another form.
void remove_random_indexes(Database& db) {
  for (const char* index : {"events_confidence", "events_intensity", "statements_confidence", "positions_confidence"})
    db.run(fmt::format("DROP INDEX IF EXISTS {}", index));
  db.run("DROP TABLE bands");
}

/// Takes out the indexes that version 13 has in another form.
void remove_happening_indexes(Database& db) {
  for (const char* list : {"events", "meetings", "agenda"})
    db.run(fmt::format("DROP INDEX IF EXISTS {}_happening", list));
}

/// The record of a document, where it is kept and whole.
std::optional<Record> kept_record(Database& db, std::int64_t document) {
  Query& kept = db.cached("SELECT r.json, d.text FROM records r JOIN documents d ON d.id = r.document WHERE d.id = ?");
  kept.bind(1, document);
  std::optional<Result<std::string>> json;
  kept.first([&](const Query& row) { json = unpacked(row.blob(0), row.text(1)); });
  if (!json || !*json) return std::nullopt;
  auto record = record_from_json(**json);
  if (!record) return std::nullopt;
  return std::move(record->record);
}

/// The status of a document's roles, from its record.
void fill_role_status(Database& db, std::int64_t document, const Record& record) {
  std::vector<RoleStatus> status;
  for (const Entity& entity : record.entities) {
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

/// How sure the facts of a document are, from its record.
void fill_confidence(Database& db, std::int64_t document, const Record& record) {
  const auto fill = [&](const char* table, const auto& items) {
    Query& set = db.cached(fmt::format("UPDATE {} SET confidence = ? WHERE document = ? AND number = ?", table));
    for (std::size_t i = 0; i < items.size(); ++i) {
      set.bind(1, items[i].confidence);
      set.bind(2, document);
      set.bind(3, static_cast<std::int64_t>(i + 1));
      set.run();
    }
  };
  fill("events", record.events);
  fill("meetings", record.meetings);
  fill("statements", record.statements);
  fill("positions", record.positions);
  fill("agenda", record.agenda);
}

/// What a document tells, from its record. Where none is kept each statement is one of its own.
void fill_tellings(Database& db, std::int64_t document, const Record& record) {
  Query& find = db.cached("SELECT text FROM documents WHERE id = ?");
  find.bind(1, document);
  std::string bytes;
  find.first([&](const Query& row) { bytes = row.text(0); });
  const auto text = Text::from_utf8(std::move(bytes));
  if (text) write_tellings_of(db, document, record, *text);
}

/// Makes a store of the present version out of one of version 1, from its rows.
void upgrade_first(Database& db, const Store::Progress& progress) {
  put_aside(db);
  db.run(std::string(store_schema()));
  take_over(db);
  compact_rows(db);
  db.run("UPDATE statements SET happening = id");
  add_families_and_traits(db);
  for (const std::int64_t actor : db.prepare("SELECT id FROM actors").integers()) write_actor_digest(db, actor);
  const auto documents = db.prepare("SELECT id FROM documents").integers();
  std::int64_t done = 0;
  for (const std::int64_t document : documents) {
    write_document_digest(db, document);
    if (progress) progress(++done, static_cast<std::int64_t>(documents.size()));
  }
}

/// Brings the rows of versions 2 to 5 along, from the kept records where the rows do not tell enough.
void upgrade_rows(Database& db, std::int64_t version, const Store::Progress& progress) {
  if (version == 2) db.run("ALTER TABLE documents ADD COLUMN byline TEXT");
  const auto sound =
      sound_documents(db, version);  // the digests of others stay wrong, so that `check` goes on naming them
  if (version == 2) renew_table(db, "roles");
  if (version < 4) renew_table(db, "actors");
  add_what_is_new(db, version);
  compact_rows(db);
  if (version < 5) db.run("UPDATE statements SET happening = id");
  if (version < 4) add_families_and_traits(db);
  std::int64_t done = 0;
  for (const std::int64_t document : sound) {
    const auto record = version < 5 ? kept_record(db, document) : std::nullopt;
    if (record) {
      if (version == 2) fill_role_status(db, document, *record);
      if (version < 4) fill_confidence(db, document, *record);
      if (version < 5) fill_tellings(db, document, *record);
    }
    write_document_digest(db, document);
    if (progress) progress(++done, static_cast<std::int64_t>(sound.size()));
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
    upgrade_first(db, progress);
  } else if (version < Store::kVersion) {
    if (version < 13) remove_happening_indexes(db);
    if (version < 12) remove_random_indexes(db);
    if (version < 10) renew_blocks(db);
    if (version < 6) {
      upgrade_rows(db, version, progress);
    } else {
      if (version < 11) {
        const auto sound = sound_documents(db, version);  // those of others stay wrong, as below version 6
        add_tellings_of_positions(db);
        for (const std::int64_t document : sound) write_document_digest(db, document);
      }
      if (version < 8) {
        db.run("DROP TABLE telling_keys");
        db.run("DROP INDEX entities_actor");
      }
      add_missing(db);
    }
  }
  if (version < 12) {
    if (version > 1) index_sketches(db);
    // The weights and rules may have changed since, and so have the keys of tellings: which words share one differs.
    link_all_tellings(db);
    if (version < 7) link_all_actors(db);
    count_sums(db);
    KeyRuns::write_all(db);
    KeyRuns::forget_all(db);
  }
  if (version == 12 || version == 13) write_all_shared_happenings(db);
  if (version < 14) write_all_countable(db);
  if (version < 15) count_documents_anew(db);
  if (version < Store::kVersion) db.run(fmt::format("PRAGMA user_version = {}", Store::kVersion));
  db.run("COMMIT");
  db.run("PRAGMA legacy_alter_table = OFF");
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");  // the file alone is the store again
  return db.error();
}

}  // namespace dragoman
