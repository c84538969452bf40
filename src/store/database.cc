#include "store/database.h"

#include "store/spans.h"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <sqlite3.h>

namespace dragoman {

namespace {

/// What a user can do about it.
std::string advice(int code, int system_error) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return "; what was committed before is kept: make room and run the same again";
    case SQLITE_READONLY:
      return "; give write permission for the file and its folder";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "; another program is writing to it: wait for it, then run the same again";
    case SQLITE_NOTADB:
      return "; it is no store: name another file";
    case SQLITE_CORRUPT:
      return "; the file is damaged: `dragoman check` says where; restore it from a copy, or make it anew";
    case SQLITE_IOERR:
      if (system_error == EFBIG) {
        return "; the file may not grow further (ulimit -f): what was committed before is kept: raise the limit and "
               "run "
               "the same again";
      }
      if (system_error == ENOSPC) return "; the disk is full: make room and run the same again";
      return system_error == 0
                 ? "; is the disk in order, and is there room on it?"
                 : fmt::format(" ({}); is the disk in order, and is there room on it?", std::strerror(system_error));
    case SQLITE_CANTOPEN:
      return system_error == 0 ? "" : fmt::format(" ({})", std::strerror(system_error));
    default:
      return "";
  }
}

}  // namespace

void Query::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Query::bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), parameter, value);
}
void Query::bind(int parameter, double value) {
  sqlite3_bind_double(statement_.get(), parameter, value);
}
void Query::bind(int parameter, std::string_view value) {
  sqlite3_bind_text64(statement_.get(), parameter, value.data() == nullptr ? "" : value.data(), value.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Query::bind_blob(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}
void Query::bind_null(int parameter) {
  sqlite3_bind_null(statement_.get(), parameter);
}
void Query::bind_text_or_null(int parameter, std::string_view value) {
  value.empty() ? bind_null(parameter) : bind(parameter, value);
}

bool Query::step() {
  if (!statement_ || database_->error()) return false;
  errno = 0;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  const bool given_up = (code & 0xFF) == SQLITE_INTERRUPT && database_->limit_ != nullptr && database_->limit_->spent();
  if (code != SQLITE_DONE && !given_up) database_->note(code);
  sqlite3_reset(statement_.get());
  return false;
}

void Query::reset() {
  sqlite3_reset(statement_.get());
}

std::vector<std::int64_t> Query::integers() {
  std::vector<std::int64_t> all;
  while (step()) all.push_back(integer(0));
  return all;
}
std::vector<std::string> Query::texts() {
  std::vector<std::string> all;
  while (step()) all.emplace_back(text(0));
  return all;
}

std::int64_t Query::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Query::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}
std::string_view Query::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text == nullptr
             ? std::string_view()
             : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}
std::string_view Query::blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}
bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
Query::Kind Query::kind(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER:
      return Kind::integer;
    case SQLITE_FLOAT:
      return Kind::real;
    case SQLITE_TEXT:
      return Kind::text;
    case SQLITE_BLOB:
      return Kind::blob;
    default:
      return Kind::null;
  }
}
int Query::columns() const {
  return sqlite3_column_count(statement_.get());
}
std::string_view Query::column_name(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path, Mode mode, bool* busy) {
  std::unique_ptr<Database> database(new Database(path.string()));
  const int flags = SQLITE_OPEN_NOMUTEX | (mode == Mode::read    ? SQLITE_OPEN_READONLY
                                           : mode == Mode::write ? SQLITE_OPEN_READWRITE
                                                                 : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  std::error_code code;
  if (mode != Mode::create && !std::filesystem::exists(path, code)) {
    return Error{ErrorKind::setup, path.string(), "does not exist; `dragoman add PATH… --store FILE` makes a store"};
  }
  if (std::filesystem::is_directory(path, code)) {
    return Error{ErrorKind::setup, path.string(), "is a folder; name a file for the store"};
  }
  if (const auto folder = path.parent_path();
      mode == Mode::create && !folder.empty() && !std::filesystem::is_directory(folder, code)) {
    return Error{ErrorKind::setup, path.string(),
                 "cannot be made: there is no folder " + folder.string() + "; make it first"};
  }
  if (const int opened = sqlite3_open_v2(path.c_str(), &database->handle_, flags, nullptr); opened != SQLITE_OK) {
    database->note(opened);
    return *database->error();
  }
  constexpr int kWait = 300'000;  // milliseconds, for another that writes, on however busy a machine
  sqlite3_busy_timeout(database->handle_, kWait);
  sqlite3_extended_result_codes(database->handle_, 1);
  add_span_functions(database->handle_);
  database->run("PRAGMA schema_version");  // reads the head of the file
  if (database->error()) {
    if (busy != nullptr) *busy = database->is_busy();
    return *database->error();
  }
  return database;
}

Database::~Database() {
  cache_.clear();
  sqlite3_close_v2(handle_);
}

void Database::note(int code) {
  if (error_) return;
  const int last_errno = errno;
  busy_ = (code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED;
  const int known = handle_ == nullptr ? 0 : sqlite3_system_errno(handle_);
  const int system_error = known != 0 ? known : last_errno;  // SQLite does not keep it where a commit fails
  const char* text = handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_);
  error_ =
      Error{ErrorKind::setup, path_, std::string("the store cannot be used: ") + text + advice(code, system_error)};
}

Query Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
  if (code != SQLITE_OK) note(code);
  return {this, statement};
}

Query& Database::cached(const std::string& sql) {
  const auto found = cache_.find(sql);
  return found != cache_.end() ? found->second : cache_.emplace(sql, prepare(sql)).first->second;
}

void Database::run(const std::string& sql) {
  if (error_) return;
  errno = 0;
  if (const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) note(code);
}

std::int64_t Database::last_id() const {
  return sqlite3_last_insert_rowid(handle_);
}
std::int64_t Database::changes() const {
  return sqlite3_changes(handle_);
}

StepLimit::StepLimit(Database& database, std::int64_t steps) : database_(database), left_(steps) {
  constexpr int kAtOnce = 10'000;
  database_.limit_ = this;
  sqlite3_progress_handler(
      database_.handle_, kAtOnce,
      [](void* limit) {
        auto& left = static_cast<StepLimit*>(limit)->left_;
        left -= kAtOnce;
        return left <= 0 ? 1 : 0;
      },
      this);
}

StepLimit::~StepLimit() {
  sqlite3_progress_handler(database_.handle_, 0, nullptr, nullptr);
  database_.limit_ = nullptr;
}

}  // namespace dragoman
