// What `dragoman check` proves of a store.
#include "store/actor_links.h"
#include "store/countable.h"
#include "store/digest.h"
#include "store/document_counts.h"
#include "store/happenings.h"
#include "store/key_runs.h"
#include "store/keys.h"
#include "store/set_aside.h"
#include "store/sketches.h"
#include "store/spans.h"
#include "store/store.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman {

namespace {

class Check {
 public:
  Check(Database& database, const Store::Progress& progress) : db_(database), progress_(progress) {}

  std::vector<std::string> run() {
    constexpr const char* kCache = "PRAGMA cache_size = -32768";  // 32 MB: the indexes are looked up at random
    db_.run(kCache);
    db_.run("BEGIN");  // all of one moment
    KeyRuns::forget_all(db_);
    schema();
    look("the file is damaged",
         "SELECT integrity_check AS finding FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
    look("a reference leads nowhere", "SELECT \"table\", rowid, parent AS \"to\" FROM pragma_foreign_key_check");
    for (const FactList list : kFactLists) {
      look("a part in a fact that is none",
           fmt::format(
               "SELECT list, fact FROM parts p WHERE list = '{0}' AND NOT EXISTS (SELECT 1 FROM {0} f WHERE f.id "
               "= p.fact)",
               table_of(list)));
    }
    documents();
    actors();
    look("a copy of a copy",
         "SELECT c.uri FROM documents c JOIN documents o ON o.id = c.copy_of WHERE o.copy_of IS NOT NULL");
    constexpr const char* kLabels = "the number of documents of an issue is wrong";
    look(kLabels,
         "SELECT of_label AS label, count(*) AS documents FROM issues GROUP BY of_label EXCEPT SELECT id, documents "
         "FROM "
         "issue_labels");
    look(kLabels,
         "SELECT id AS label, documents FROM issue_labels EXCEPT SELECT of_label, count(*) FROM issues GROUP BY "
         "of_label");
    look("what is counted of documents is wrong", std::string(wrong_document_counts_sql()));
    for (const std::int64_t row : damaged_set_aside(db_))
      found_.push_back(fmt::format("a line of what was set aside has changed: row {}", row));
    if (!bands_are_sound(db_)) found_.emplace_back("the index of near copies is damaged");
    if (db_.error()) found_.push_back(db_.error()->to_string());
    db_.clear_error();
    KeyRuns::forget_all(db_);
    db_.run("COMMIT");
    db_.clear_error();
    return std::move(found_);
  }

 private:
  static constexpr int kMost = 100;  // of each kind

  void look(const std::string& what, const std::string& sql) {
    Query query = db_.prepare(sql + fmt::format(" LIMIT {}", kMost));
    while (query.step()) {
      std::string row;
      for (int column = 0; column < query.columns(); ++column) {
        row += fmt::format("{}{} {}", column == 0 ? "" : ", ", query.column_name(column), query.text(column));
      }
      found_.push_back(what + ": " + row);
    }
  }

  /// Tables, indexes and triggers are those of an empty store.
  void schema() {
    const auto empty = Database::open(":memory:", Database::Mode::create);
    if (!empty) return;
    (*empty)->run(std::string(store_schema()));
    Query wanted = (*empty)->prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema");
    Query found = db_.prepare("SELECT 1 FROM sqlite_schema WHERE type = ? AND name = ? AND tbl_name = ? AND sql IS ?");
    while (wanted.step()) {
      for (int column = 0; column < 3; ++column) found.bind(column + 1, wanted.text(column));
      wanted.is_null(3) ? found.bind_null(4) : found.bind(4, wanted.text(3));
      if (!found.first([](const Query&) {}))
        found_.push_back(fmt::format("the {} {} is not as it should be", wanted.text(0), wanted.text(1)));
    }
  }

  void documents() {
    std::int64_t all = 0, done = 0, changed = 0, miscounted = 0;
    db_.prepare("SELECT count(*) FROM documents").first([&](const Query& row) { all = row.integer(0); });
    Query query = db_.prepare("SELECT id, uri, copy_of, digest, length(text) FROM documents ORDER BY id");
    while (query.step()) {
      const std::int64_t id = query.integer(0);
      if (query.is_null(3) || query.integer(3) != document_digest(db_, id)) {
        if (++changed <= kMost)
          found_.push_back(fmt::format("what is stored of a document has changed: d{} {}", id, query.text(1)));
      }
      if (!countable_is_right(db_, id) && ++miscounted <= kMost)
        found_.push_back(
            fmt::format("what the facts of a document are counted by is wrong: d{} {}", id, query.text(1)));
      offsets(id, query.integer(4), !query.is_null(2));
      if (progress_) progress_(++done, all);
    }
  }

  /// Every offset of the document lies in its text and quotes what is stored.
  void offsets(std::int64_t document, std::int64_t length, bool copy) {
    for (const FactList list : kFactLists) {
      Query& facts =
          db_.cached(fmt::format("SELECT id FROM {} WHERE document = ?1 AND (?3 OR begin < 0 OR end <= begin "
                                 "OR end > ?2)",
                                 table_of(list)));
      facts.bind(1, document);
      facts.bind(2, length);
      facts.bind(3, std::int64_t{copy});
      while (facts.step()) {
        found_.push_back(fmt::format("{}: list {}, id {}", copy ? "a fact of a near copy" : "evidence outside its text",
                                     table_of(list), facts.integer(0)));
      }
    }
    Query& content = db_.cached("SELECT id, content FROM statements WHERE document = ?");
    content.bind(1, document);
    while (content.step()) {
      const auto spans = unpacked_mentions(content.blob(1));
      if (!spans || !are_within(*spans, length))
        found_.push_back(fmt::format("content that its document does not hold: statement {}", content.integer(0)));
    }
    Query& mentions = db_.cached("SELECT id, name, mentions FROM entities WHERE document = ?");
    mentions.bind(1, document);
    while (mentions.step()) {
      const auto spans = unpacked_mentions(mentions.blob(2));
      const auto is_empty = [](const Mention& m) { return m.span.begin >= m.span.end; };
      if (!spans || !are_within(*spans, length) || std::any_of(spans->begin(), spans->end(), is_empty))
        found_.push_back(
            fmt::format("a mention outside its text: entity {} {}", mentions.integer(0), mentions.text(1)));
    }
  }

  static bool are_within(const std::vector<Mention>& spans, std::int64_t length) {
    return std::all_of(spans.begin(), spans.end(), [&](const Mention& m) { return m.span.end <= length; });
  }

  void actors() {
    std::int64_t changed = 0;
    Query query = db_.prepare("SELECT id, name, digest, type, family, given, key FROM actors ORDER BY id");
    while (query.step()) {
      const ActorFamily family = actor_family(query.text(3), query.text(1), is_of_one_document(query.text(6)));
      const bool right_family = family.family == query.text(4) && family.given == query.text(5);
      if (right_family && !query.is_null(2) && query.integer(2) == actor_digest(db_, query.integer(0))) continue;
      if (++changed <= kMost)
        found_.push_back(fmt::format("an actor has changed: actor {}, name {}", query.integer(0), query.text(1)));
    }
    const auto wrong = wrongly_linked_actors(db_);
    for (std::size_t i = 0; i < std::min<std::size_t>(wrong.size(), kMost); ++i)
      found_.push_back(fmt::format("an actor is one with others that it is not one with: actor {}", wrong[i]));
    const auto unlinked = wrong_links(db_);
    for (std::size_t i = 0; i < std::min<std::size_t>(unlinked.size(), kMost); ++i)
      found_.push_back("what is one is not linked as it should be: " + unlinked[i]);
    look("what is counted of an actor is wrong", std::string(wrong_traits_sql()));
    const auto sums = wrong_sums(db_);
    for (std::size_t i = 0; i < std::min<std::size_t>(sums.size(), kMost); ++i)
      found_.push_back("what is counted of facts is wrong: " + sums[i]);
    look("an actor of whom no document speaks",
         "SELECT id AS actor, name FROM actors a WHERE NOT EXISTS (SELECT 1 FROM entities e WHERE e.actor = a.id)");
  }

  Database& db_;
  const Store::Progress& progress_;
  std::vector<std::string> found_;
};

/// The full-text indexes prove themselves; SQLite asks for a connection that may write, though nothing is written.
void check_words(Database& db, std::vector<std::string>& found) {
  for (const char* index : {"documents_text", "issues_text"}) {
    db.run(fmt::format("INSERT INTO {0}({0}, rank) VALUES ('integrity-check', 1)", index));
    if (!db.error()) continue;
    found.push_back(fmt::format("the index {} is not that of its texts: {}", index, db.error()->message));
    db.clear_error();
  }
}

}  // namespace

std::vector<std::string> Store::defects(const Progress& progress) {
  std::vector<std::string> found = Check(*database_, progress).run();
  const auto writer = Database::open(database_->path(), Database::Mode::write);
  if (writer) {
    check_words(**writer, found);
  } else {
    found.push_back("the indexes of words cannot be proved without permission to write: " + writer.error().message);
  }
  return found;
}

}  // namespace dragoman
