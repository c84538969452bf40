// SQLite with checked results: a connection, and statements that are prepared once and run often.
//
//   auto rows = database.prepare("SELECT uri FROM documents WHERE id = ?");
//   rows.bind(1, id);
//   while (rows.step()) use(rows.text(0));
//
// An error of SQLite is kept by the connection (Database::error) and ends every loop; callers look at it once, at the
// end of a piece of work.
#pragma once

#include "dragoman/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace dragoman {

class Database;
class StepLimit;

/// A prepared statement. Columns count from 0, parameters from 1.
class Query {
 public:
  Query(Query&&) noexcept = default;
  Query& operator=(Query&&) noexcept = default;

  void bind(int parameter, std::int64_t value);
  void bind(int parameter, double value);
  void bind(int parameter, std::string_view value);
  void bind(int parameter, const char* value) { bind(parameter, std::string_view(value)); }
  void bind_blob(int parameter, std::string_view bytes);
  void bind_null(int parameter);
  /// The text, or NULL when it is empty.
  void bind_text_or_null(int parameter, std::string_view value);
  template <class T>
  void bind(int parameter, const std::optional<T>& value) {
    value ? bind(parameter, *value) : bind_null(parameter);
  }

  /// True when there is a row to look at. After the last, or an error, the statement is ready to be run again.
  bool step();
  /// True when there is a row; its values are copied by `use` and the statement is ready to be run again.
  template <class Use>
  bool first(Use use) {
    if (!step()) return false;
    use(*this);
    reset();
    return true;
  }
  void reset();
  /// Runs a statement that gives no rows.
  void run() {
    while (step()) {
    }
  }

  /// The first column of all rows.
  std::vector<std::int64_t> integers();
  std::vector<std::string> texts();

  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;  // until the next step; empty for NULL
  std::string_view blob(int column) const;
  bool is_null(int column) const;
  enum class Kind : std::uint8_t { null, integer, real, text, blob };
  Kind kind(int column) const;
  int columns() const;
  std::string_view column_name(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Query(Database* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
  Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;  // null when it could not be prepared
};

class Database {
 public:
  enum class Mode { read, write, create };

  /// Opens a file. Errors (kind setup): it is missing, cannot be opened, or is no SQLite database.
  /// `busy`, where given, is set when that is only because another is at work with it.
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& path, Mode mode, bool* busy = nullptr);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& path() const { return path_; }

  Query prepare(std::string_view sql);
  /// The same, kept for the next time; not to be used again while one is at work with it.
  Query& cached(const std::string& sql);
  /// Runs statements that take no parameters and give no rows.
  void run(const std::string& sql);
  std::int64_t last_id() const;
  std::int64_t changes() const;

  /// What a part of the store keeps in memory beside the connection, made of it when it is first asked for.
  template <class T>
  T& beside() {
    std::shared_ptr<void>& kept = beside_[typeid(T)];
    if (!kept) kept = std::make_shared<T>(*this);
    return *static_cast<T*>(kept.get());
  }

  /// The first error since it was last cleared, with what to do.
  const std::optional<Error>& error() const { return error_; }
  void clear_error() { error_.reset(); }
  /// True when the error is that another is at work with the file.
  bool is_busy() const { return busy_; }

 private:
  friend class Query;
  friend class StepLimit;
  explicit Database(std::string path) : path_(std::move(path)) {}
  void note(int code);

  std::string path_;
  sqlite3* handle_ = nullptr;
  std::unordered_map<std::string, Query> cache_;
  std::unordered_map<std::type_index, std::shared_ptr<void>> beside_;
  std::optional<Error> error_;
  bool busy_ = false;
  const StepLimit* limit_ = nullptr;
};

/// While it lives, statements end without an error when they have taken so many steps of SQLite's machine together,
/// some 20 million of which are a second: for work that there is another way to do. One at a time for a connection.
class StepLimit {
 public:
  StepLimit(Database& database, std::int64_t steps);
  ~StepLimit();
  StepLimit(const StepLimit&) = delete;
  StepLimit& operator=(const StepLimit&) = delete;

  bool spent() const { return left_ <= 0; }

 private:
  Database& database_;
  std::int64_t left_;
};

}  // namespace dragoman
