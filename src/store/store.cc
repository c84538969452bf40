#include "store/store.h"

#include "reader/rooms.h"
#include "record/names.h"
#include "record/record_json.h"
#include "record/record_reader.h"
#include "store/digest.h"
#include "store/key_runs.h"
#include "store/packed.h"
#include "store/removal.h"
#include "store/set_aside.h"
#include "store/sketches.h"
#include "store/sums.h"
#include "store/upgrade.h"
#include "store/writer.h"
#include "text/dates.h"
#include "text/sha256.h"

#include <chrono>
#include <thread>

#include <fmt/format.h>

namespace dragoman {

std::string to_string(const Generator& generator) {
  return generator.version + ", " + generator.model + ", " + generator.lexicon;
}

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::~Store() = default;

// While a store is being made by another, SQLite may say that it is locked without waiting: its own journal is
// changing.
Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& path, Mode mode, const Progress& upgrading) {
  constexpr int kTries = 200;
  constexpr std::chrono::milliseconds kPause{50};
  for (int attempt = 1;; ++attempt) {
    bool busy = false;
    auto store = try_open(path, mode, upgrading, busy);
    if (store || !busy || attempt == kTries) return store;
    std::this_thread::sleep_for(kPause);
  }
}

Result<std::unique_ptr<Store>> Store::try_open(const std::filesystem::path& path, Mode mode, const Progress& upgrading,
                                               bool& busy) {
  constexpr std::array kModes = {Database::Mode::read, Database::Mode::write, Database::Mode::create};
  auto database = Database::open(path, kModes[static_cast<std::size_t>(mode)], &busy);
  if (!database) return database.error();
  std::unique_ptr<Store> store(new Store(std::move(*database)));
  if (auto error = store->prepare_version(mode, upgrading)) {
    busy = store->database_->is_busy();
    return *error;
  }
  return store;
}

std::optional<Error> Store::prepare_version(Mode mode, const Progress& upgrading) {
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
      db.run(fmt::format("PRAGMA application_id = {}", kStoreApplication));
      db.run(fmt::format("PRAGMA user_version = {}", kVersion));
    }
    db.run("COMMIT");
    look();
  }
  if (db.error()) return db.error();
  if (application != kStoreApplication) {
    return Error{ErrorKind::setup, db.path(), "is a database, but no store of dragoman; name another file"};
  }
  if (version < 1 || version > kVersion) {
    return Error{ErrorKind::setup, db.path(),
                 fmt::format("is a store of version {}, and this program knows those up to {}: use the program that "
                             "made it, or a later one",
                             version, kVersion)};
  }
  version_before_ = static_cast<int>(version);
  if (version < kVersion) {
    auto writer = Database::open(db.path(), Database::Mode::write);
    const auto failed = !writer ? writer.error() : upgrade_store(**writer, upgrading);
    if (failed) {
      return Error{failed->kind, failed->where,
                   fmt::format("is a store of version {}, which could not be brought to version {}: {}", version,
                               kVersion, failed->message)};
    }
  }
  if (mode != Mode::read) {
    db.run("PRAGMA synchronous = NORMAL");  // with WAL: a power failure may undo the last batches, never half of one
    db.run("PRAGMA cache_size = -16384");   // 16 MB: more is hardly quicker
  }
  return db.error();
}

std::optional<Error> Store::begin() {
  database_->run("BEGIN IMMEDIATE");
  return database_->error();
}

std::optional<Error> Store::commit() {
  settle_sums(*database_);
  KeyRuns::write_all(*database_);
  KeyRuns::forget_all(*database_);
  database_->run("COMMIT");
  return database_->error();
}

void Store::roll_back() {
  database_->clear_error();
  KeyRuns::forget_all(*database_);
  database_->run("ROLLBACK");
  database_->clear_error();
}

const std::optional<Error>& Store::error() const {
  return database_->error();
}

std::int64_t Store::put_document(const Document& document, const DocumentInfo& info, const Generator& generator,
                                 std::optional<std::int64_t> copy_of, RemovedFacts& before) {
  std::int64_t known = 0;
  Query& find = database_->cached("SELECT id FROM documents WHERE uri = ?");
  find.bind(1, document.uri);
  find.first([&](const Query& row) { known = row.integer(0); });
  if (known != 0) before = remove_facts(*database_, known);
  remove_set_aside(*database_, document.uri);
  Query& query = database_->cached(
      "INSERT INTO documents(uri, sha, text, title, agency, language, link, published, basis, earliest, latest, "
      "copy_of, generator, given_agency, given_published, byline) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?) ON CONFLICT(uri) DO UPDATE SET sha = excluded.sha, text = excluded.text, title = excluded.title, agency = "
      "excluded.agency, language = excluded.language, link = excluded.link, published = excluded.published, basis = "
      "excluded.basis, earliest = excluded.earliest, latest = excluded.latest, copy_of = excluded.copy_of, generator = "
      "excluded.generator, given_agency = excluded.given_agency, given_published = excluded.given_published, byline = "
      "excluded.byline");
  query.bind(1, document.uri);
  query.bind(2, info.id);
  query.bind(3, document.text);
  query.bind_text_or_null(4, document.title);
  query.bind_text_or_null(5, info.agency);
  query.bind_text_or_null(6, info.language);
  query.bind_text_or_null(7, document.link);
  query.bind_text_or_null(8, info.published.value);
  query.bind(9, to_string(info.published.basis));
  query.bind_text_or_null(10, info.published.earliest);
  query.bind_text_or_null(11, info.published.latest);
  query.bind(12, copy_of);
  query.bind(13, to_string(generator));
  query.bind_text_or_null(14, document.agency);
  query.bind_text_or_null(15, to_string(moment_of(document.published)));
  query.bind_text_or_null(16, info.byline);
  query.run();
  return known != 0 ? known : database_->last_id();
}

Result<std::int64_t> Store::put(const Document& document, const Record& record, const Generator& generator) {
  return put_record(document, record, generator, {});
}

Result<std::int64_t> Store::put_record(const Document& document, const Record& record, const Generator& generator,
                                       const RowNumbers& numbers) {
  const auto text = Text::from_utf8(document.text);
  if (!text) return text.error();
  RemovedFacts before;
  const std::int64_t id = put_document(document, record.document, generator, std::nullopt, before);
  std::string json;
  append_record_json(json, record, *text, generator);
  Query& keep = database_->cached("INSERT INTO records(document, json) VALUES (?, ?)");
  keep.bind(1, id);
  keep.bind_blob(2, packed(json, document.text));
  keep.run();
  if (const auto sketch = NearCopies::sketch(document.text)) write_sketch(*database_, id, *sketch);
  write_facts(*database_, id, record, *text, numbers);
  link_document(*database_, id, before);
  write_document_digest(*database_, id);
  if (database_->error()) return *database_->error();
  return id;
}

Result<std::int64_t> Store::put_copy(const Document& document, std::int64_t of, const Generator& generator) {
  RemovedFacts before;
  const std::int64_t id = put_document(document, info_of(document), generator, of, before);
  link_document(*database_, id, before);
  write_document_digest(*database_, id);
  if (database_->error()) return *database_->error();
  return id;
}

Result<std::vector<std::string>> Store::remove(std::int64_t document) {
  Query find = database_->prepare("SELECT id, uri FROM documents WHERE id = ?1 OR copy_of = ?1 ORDER BY id = ?1, id");
  find.bind(1, document);
  std::vector<std::int64_t> ids;
  std::vector<std::string> names;
  while (find.step()) {
    ids.push_back(find.integer(0));
    names.emplace_back(find.text(1));
  }
  if (ids.empty() || ids.back() != document)
    return Error{ErrorKind::input, database_->path(), fmt::format("there is no d{} in the store", document)};
  for (const std::int64_t id : ids) {  // copies first: they refer to the document
    auto before = remove_facts(*database_, id);
    Query& remove = database_->cached("DELETE FROM documents WHERE id = ?");
    remove.bind(1, id);
    remove.run();
    link_document(*database_, id, before);
  }
  if (database_->error()) return *database_->error();
  return names;
}

std::int64_t Store::count_documents() {
  std::int64_t count = 0;
  database_->prepare("SELECT count(*) FROM documents").first([&](const Query& row) { count = row.integer(0); });
  return count;
}

std::vector<std::int64_t> Store::originals() {
  return database_->prepare("SELECT id FROM documents WHERE copy_of IS NULL ORDER BY id").integers();
}

std::optional<Store::Stored> Store::next(std::int64_t above) {
  Query& query = database_->cached(
      "SELECT d.id, d.uri, d.title, d.given_agency, d.language, d.link, d.given_published, d.basis, d.generator, "
      "d.copy_of, d.sha, d.digest, r.document, d.text, d.byline FROM documents d LEFT JOIN records r ON r.document = "
      "d.id WHERE "
      "d.id > ? ORDER BY d.id LIMIT 1");
  query.bind(1, above);
  std::optional<Stored> stored;
  std::optional<std::int64_t> digest;
  query.first([&](const Query& row) {
    stored.emplace();
    stored->id = row.integer(0);
    Document& d = stored->document;
    d.uri = row.text(1);
    d.title = row.text(2);
    d.agency = row.text(3);
    d.language = row.text(4);
    d.link = row.text(5);
    d.published = row.text(6);
    d.published_is_metadata = row.text(7) == "metadata";
    stored->generator = row.text(8);
    stored->copy_of = row.integer(9);
    d.text = row.text(13);
    d.byline = row.text(14);
    stored->text_is_sound = sha256_id(d.text) == row.text(10);
    if (!row.is_null(11)) digest = row.integer(11);
    stored->has_record = !row.is_null(12);
  });
  if (stored) stored->rows_are_sound = digest && *digest == document_digest(*database_, stored->id);
  return stored;
}

Result<std::string> Store::record_json(std::int64_t document) {
  Query& query = database_->cached(
      "SELECT r.json, d.text FROM records r JOIN documents d ON d.id = r.document WHERE r.document = ?");
  query.bind(1, document);
  std::optional<Result<std::string>> json;
  query.first([&](const Query& row) { json = unpacked(row.blob(0), row.text(1)); });
  if (database_->error()) return *database_->error();
  const std::string where = fmt::format("{}: the record of d{}", database_->path(), document);
  if (!json)
    return Error{ErrorKind::input, where, "is not kept: there is none of a near copy or of an earlier version"};
  if (!*json) return Error{ErrorKind::input, where, json->error().message};
  return **json;
}

Result<Record> Store::record(std::int64_t document) {
  const auto json = record_json(document);
  if (!json) return json.error();
  auto kept = record_from_json(*json);
  if (!kept) return Error{ErrorKind::input, fmt::format("{}: d{}", database_->path(), document), kept.error().message};
  return std::move(kept->record);
}

bool Store::is_as_seen(const Stored& document) {
  Query& query = database_->cached("SELECT 1 FROM documents WHERE id = ? AND uri = ? AND text = ?");
  query.bind(1, document.id);
  query.bind(2, document.document.uri);
  query.bind(3, document.document.text);
  return query.first([](const Query&) {});
}

Result<void> Store::mark_damaged(std::int64_t document) {
  Query& query = database_->cached("UPDATE documents SET sha = 'damaged' WHERE id = ?");
  query.bind(1, document);
  query.run();
  if (database_->error()) return *database_->error();
  return {};
}

Result<void> Store::derive(const Stored& document) {
  if (document.copy_of == 0) {
    const auto json = record_json(document.id);
    if (!json) return json.error();
    const auto kept = record_from_json(*json);
    if (!kept) return kept.error();
    if (kept->record.document.id != sha256_id(document.document.text))
      return Error{ErrorKind::input, document.document.uri, "the record is of another text"};
    Query& name = database_->cached("UPDATE documents SET uri = ? WHERE id = ?");
    name.bind(1, kept->record.document.uri);
    name.bind(2, document.id);
    name.run();
    Document again = document.document;
    again.uri = kept->record.document.uri;
    again.title = kept->record.document.title;
    again.language = kept->record.document.language;
    const auto put_again = put_record(again, kept->record, kept->generator, row_numbers(*database_, document.id));
    if (!put_again) return put_again.error();
    return {};
  }
  write_document_digest(*database_, document.id);
  if (database_->error()) return *database_->error();
  return {};
}

}  // namespace dragoman
