// What `dragoman recode` makes anew of what documents have in common.
#include "record/names.h"
#include "store/actor_links.h"
#include "store/countable.h"
#include "store/digest.h"
#include "store/document_counts.h"
#include "store/happenings.h"
#include "store/key_runs.h"
#include "store/keys.h"
#include "store/set_aside.h"
#include "store/sketches.h"
#include "store/store.h"
#include "store/sums.h"
#include "store/writer.h"

#include <vector>

#include <fmt/format.h>

namespace dragoman {

namespace {

std::vector<std::int64_t> damaged_actors(Database& db) {
  std::vector<std::int64_t> damaged;
  Query query = db.prepare("SELECT id, digest, type, name, key, family, given FROM actors ORDER BY id");
  while (query.step()) {
    const ActorFamily family = actor_family(query.text(2), query.text(3), is_of_one_document(query.text(4)));
    if (family.family != query.text(5) || family.given != query.text(6) || query.is_null(1) ||
        query.integer(1) != actor_digest(db, query.integer(0)))
      damaged.push_back(query.integer(0));
  }
  return damaged;
}

/// An actor's row follows from the first of its entities, its names from all.
void repair_actor(Database& db, std::int64_t actor) {
  Query remove = db.prepare("DELETE FROM actor_names WHERE actor = ?");
  remove.bind(1, actor);
  remove.run();
  Query entities =
      db.prepare("SELECT name, type, country, anonymous, document, number FROM entities WHERE actor = ? ORDER BY id");
  entities.bind(1, actor);
  bool first = true;
  while (entities.step()) {
    Entity e;
    e.name = entities.text(0);
    for (const EntityType type :
         {EntityType::person, EntityType::organisation, EntityType::country, EntityType::media, EntityType::group}) {
      if (to_string(type) == entities.text(1)) e.type = type;
    }
    e.country = entities.text(2);
    e.anonymous = entities.integer(3) != 0;
    if (first) {
      std::string key = actor_key(e);
      if (key.empty()) key = key_in_document(entities.integer(4), static_cast<std::size_t>(entities.integer(5)));
      Query& row =
          db.cached("UPDATE actors SET key = ?, name = ?, type = ?, country = ?, family = ?, given = ? WHERE id = ?");
      row.bind(1, key);
      row.bind(2, e.name);
      row.bind(3, to_string(e.type));
      row.bind_text_or_null(4, e.country);
      const ActorFamily family = actor_family(to_string(e.type), e.name, is_of_one_document(key));
      row.bind_text_or_null(5, family.family);
      row.bind_text_or_null(6, family.given);
      row.bind(7, actor);
      row.run();
      first = false;
    }
    for (const std::string& name : names_of(e)) {
      Query& add = db.cached("INSERT OR IGNORE INTO actor_names(name, actor) VALUES (?, ?)");
      add.bind(1, name);
      add.bind(2, actor);
      add.run();
    }
  }
  write_actor_digest(db, actor);
}

bool sound(Database& db, const std::string& sql) {
  db.run(sql);
  const bool right = !db.error();
  db.clear_error();
  return right;
}

void repair_links(Database& db) {
  if (db.prepare(wrong_traits_sql()).first([](const Query&) {})) count_traits(db);
  link_all_actors(db);
  if (!wrong_links(db).empty()) link_all_tellings(db);
}

/// Takes out the labels of issues that no document has, and counts the documents of the others.
void repair_labels(Database& db) {
  db.run("DELETE FROM issue_labels WHERE id NOT IN (SELECT of_label FROM issues)");
  db.run(
      "UPDATE issue_labels SET documents = n FROM (SELECT of_label, count(*) AS n FROM issues GROUP BY of_label) "
      "WHERE of_label = id AND n <> documents");
}

void repair_bands(Database& db) {
  if (bands_are_sound(db)) return;
  KeyRuns::bands(db).clear();
  for (const std::int64_t document : db.prepare("SELECT document FROM sketches ORDER BY document").integers()) {
    std::string text;
    Query& find = db.cached("SELECT text FROM documents WHERE id = ?");
    find.bind(1, document);
    find.first([&](const Query& row) { text = row.text(0); });
    remove_sketch(db, document);
    if (const auto sketch = NearCopies::sketch(text)) write_sketch(db, document, *sketch);
    write_document_digest(db, document);
  }
}

void repair_countable(Database& db) {
  for (const std::int64_t document : db.prepare("SELECT id FROM documents ORDER BY id").integers()) {
    if (!countable_is_right(db, document)) write_countable(db, document);
  }
}

}  // namespace

Result<void> Store::repair_common() {
  Database& db = *database_;
  bool indexes = true;
  db.prepare("SELECT 1 FROM pragma_integrity_check WHERE integrity_check <> 'ok' LIMIT 1").first([&](const Query&) {
    indexes = false;
  });
  if (!indexes) db.run("REINDEX");
  if (auto error = begin()) return *error;
  for (const std::int64_t actor : damaged_actors(db)) repair_actor(db, actor);
  repair_links(db);
  repair_labels(db);
  repair_bands(db);
  repair_countable(db);
  if (!wrong_sums(db).empty()) count_sums(db);
  if (db.prepare(std::string(wrong_document_counts_sql())).first([](const Query&) {})) count_documents_anew(db);
  for (const std::int64_t row : damaged_set_aside(db)) {
    Query& remove = db.cached("DELETE FROM set_aside WHERE rowid = ?");  // `add` notes it again when it meets it again
    remove.bind(1, row);
    remove.run();
  }
  if (auto error = commit()) return *error;
  for (const char* index : {"documents_text", "issues_text"}) {
    if (!sound(db, fmt::format("INSERT INTO {0}({0}, rank) VALUES ('integrity-check', 1)", index)))
      db.run(fmt::format("INSERT INTO {0}({0}) VALUES ('rebuild')", index));
  }
  if (db.error()) return *db.error();
  return {};
}

}  // namespace dragoman
