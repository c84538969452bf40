#include "store/store.h"

#include "reader/rooms.h"
#include "store/writer.h"

#include <chrono>
#include <thread>

#include <fmt/format.h>

namespace dragoman {

std::string to_string(const Generator& generator) {
  return generator.version + ", " + generator.model + ", " + generator.lexicon;
}

// While a store is being made by another, SQLite may say that it is locked without waiting: its own journal is
// changing.
Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& path, Mode mode) {
  constexpr int kTries = 200;
  constexpr std::chrono::milliseconds kPause{50};
  for (int attempt = 1;; ++attempt) {
    bool busy = false;
    auto store = try_open(path, mode, busy);
    if (store || !busy || attempt == kTries) return store;
    std::this_thread::sleep_for(kPause);
  }
}

Result<std::unique_ptr<Store>> Store::try_open(const std::filesystem::path& path, Mode mode, bool& busy) {
  auto database = Database::open(path, mode == Mode::create ? Database::Mode::create : Database::Mode::read, &busy);
  if (!database) return database.error();
  std::unique_ptr<Store> store(new Store(std::move(*database)));
  if (auto error = store->prepare_version(mode)) {
    busy = store->database_->is_busy();
    return *error;
  }
  return store;
}

std::optional<Error> Store::prepare_version(Mode mode) {
  constexpr std::int64_t kApplication = 0x44524147;  // "DRAG"
  Database& db = *database_;
  std::int64_t application = 0, version = 0, tables = 0;
  const auto look = [&] {
    db.prepare("PRAGMA application_id").first([&](const Query& row) { application = row.integer(0); });
    db.prepare("PRAGMA user_version").first([&](const Query& row) { version = row.integer(0); });
    db.prepare("SELECT count(*) FROM sqlite_schema").first([&](const Query& row) { tables = row.integer(0); });
  };
  look();
  if (mode == Mode::create && application == 0 && tables == 0 && !db.error()) {
    db.run("PRAGMA journal_mode = WAL");
    db.run("BEGIN IMMEDIATE");
    look();  // another may have made it meanwhile
    if (tables == 0) {
      db.run(std::string(store_schema()));
      db.run(fmt::format("PRAGMA application_id = {}", kApplication));
      db.run(fmt::format("PRAGMA user_version = {}", kVersion));
    }
    db.run("COMMIT");
    look();
  }
  if (db.error()) return db.error();
  std::string name;
  db.prepare("PRAGMA database_list").first([&](const Query& row) { name = row.text(2); });
  if (application != kApplication) {
    return Error{ErrorKind::setup, name, "is a database, but no store of dragoman; name another file"};
  }
  if (version != kVersion) {
    return Error{ErrorKind::setup, name,
                 fmt::format("is a store of version {}, and this program knows version {}: add the documents to a new "
                             "store, or use the program that made it",
                             version, kVersion)};
  }
  if (mode == Mode::create) {
    db.run("PRAGMA synchronous = NORMAL");  // with WAL: a power failure may undo the last batches, never half of one
    db.run("PRAGMA cache_size = -65536");
  }
  return db.error();
}

std::optional<Store::Known> Store::find(std::string_view uri) {
  Query& query = database_->cached("SELECT id, sha, generator, copy_of FROM documents WHERE uri = ?");
  query.bind(1, uri);
  std::optional<Known> known;
  query.first([&](const Query& row) {
    known = Known{row.integer(0), std::string(row.text(1)), std::string(row.text(2)), !row.is_null(3)};
  });
  return known;
}

void Store::each_sketch(
    const std::function<void(std::int64_t id, std::string_view uri, std::string_view sketch)>& use) {
  auto query = database_->prepare("SELECT id, uri, sketch FROM documents WHERE copy_of IS NULL ORDER BY id");
  while (query.step()) use(query.integer(0), query.text(1), query.blob(2));
}

std::optional<Error> Store::begin() {
  database_->run("BEGIN IMMEDIATE");
  return database_->error();
}

std::optional<Error> Store::commit() {
  database_->run("COMMIT");
  return database_->error();
}

void Store::roll_back() {
  database_->clear_error();
  database_->run("ROLLBACK");
  database_->clear_error();
}

std::int64_t Store::put_document(const Document& document, const DocumentInfo& info, const Generator& generator,
                                 std::optional<std::int64_t> copy_of, std::string_view sketch) {
  const auto known = find(document.uri);
  if (known) remove_facts(*database_, known->id);
  Query& query = database_->cached(
      "INSERT INTO documents(uri, sha, text, title, agency, language, link, published, basis, earliest, latest, "
      "copy_of, sketch, generator) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(uri) DO UPDATE SET "
      "sha = excluded.sha, text = excluded.text, title = excluded.title, agency = excluded.agency, language = "
      "excluded.language, link = excluded.link, published = excluded.published, basis = excluded.basis, earliest = "
      "excluded.earliest, latest = excluded.latest, copy_of = excluded.copy_of, sketch = excluded.sketch, generator = "
      "excluded.generator");
  query.bind(1, document.uri);
  query.bind(2, info.id);
  query.bind(3, document.text);
  query.bind_text_or_null(4, document.title);
  query.bind_text_or_null(5, info.agency);
  query.bind_text_or_null(6, document.language);
  query.bind_text_or_null(7, document.link);
  query.bind_text_or_null(8, info.published.value);
  query.bind(9, info.published.basis);
  query.bind_text_or_null(10, info.published.earliest);
  query.bind_text_or_null(11, info.published.latest);
  query.bind(12, copy_of);
  sketch.empty() ? query.bind_null(13) : query.bind_blob(13, sketch);
  query.bind(14, to_string(generator));
  query.run();
  return known ? known->id : database_->last_id();
}

std::int64_t Store::put(const Document& document, const Record& record, const Generator& generator,
                        std::string_view sketch) {
  const std::int64_t id = put_document(document, record.document, generator, std::nullopt, sketch);
  const auto text = Text::from_utf8(document.text);
  write_facts(*database_, id, record, *text);
  return id;
}

std::int64_t Store::put_copy(const Document& document, std::int64_t of, const Generator& generator) {
  return put_document(document, info_of(document), generator, of, {});
}

}  // namespace dragoman
