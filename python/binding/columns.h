// Columns of Arrow, filled row by row: what a table is made of, and how a row is put down.
//
//   Columns events(structure("event", {text("id"), code("status", {"happened", "planned"}), …}));
//   Cells row = events.row();
//   row.text("v1"); row.code("planned"); …; row.end();
//   Batch batch = events.take();   // what was put down since the last time
//
// The layout is Arrow's C data interface (nanoarrow), so that no copy stands between us and pyarrow, polars or DuckDB.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nanoarrow/nanoarrow.hpp>

namespace dragoman::python {

/// A column, or a part of a nested one. Every column may hold nulls.
struct Field {
  enum class Kind : std::uint8_t { text, code, integer, real, boolean, day, list, structure };
  std::string name;
  Kind kind = Kind::text;
  std::vector<Field> parts = {};         // of a structure; the one of a list
  std::vector<std::string> values = {};  // of a code: the dictionary that it points into
};

Field text(std::string name);                                   // UTF-8
Field code(std::string name, std::vector<std::string> values);  // one of a closed set: a dictionary
Field integer(std::string name);                                // 64 bits
Field real(std::string name);                                   // double
Field boolean(std::string name);
Field day(std::string name);  // date32
Field list(std::string name, Field item);
Field structure(std::string name, std::vector<Field> parts);
/// The same with texts in place of dictionaries, for who cannot take these: Spark.
Field plain(Field field);

/// Rows of a table, or its schema: what is handed on. Many may hold it; it is never changed.
struct Batch {
  nanoarrow::UniqueArray array;
};
using BatchPointer = std::shared_ptr<const Batch>;
struct Schema {
  nanoarrow::UniqueSchema schema;
};

/// The parts of one row, or of one structure in it, put down in the order of their fields.
class Cells {
 public:
  Cells(ArrowArray* parent, const Field& field) : parent_(parent), field_(&field) {}

  void null();  // whatever the column holds
  void text(std::string_view value);
  void text_or_null(std::string_view value) { value.empty() ? null() : text(value); }
  /// A null for a value that is none of the set. A text where the column is one.
  void code(std::string_view value);
  void integer(std::int64_t value);
  void real(double value);
  void boolean(bool value);
  void day(std::optional<std::chrono::sys_days> value);
  /// Calls `put(item's cells, item)` for each of a list of structures.
  template <class List, class Put>
  void structures(const List& items, const Put& put) {
    ArrowArray* list = next();
    const Field& item = field_->parts[at_ - 1].parts[0];
    for (const auto& one : items) {
      Cells cells(list->children[0], item);
      put(cells, one);
      cells.end();
    }
    finish(list);
  }
  void texts(const std::vector<std::string>& values);
  /// Calls `put(cells)` for a structure, or puts down a null.
  template <class Put>
  void structure(bool there, const Put& put) {
    if (!there) return null();
    ArrowArray* array = next();
    Cells cells(array, field_->parts[at_ - 1]);
    put(cells);
    cells.end();
  }
  /// The row is whole. A fault of ours when it is not.
  void end();

 private:
  ArrowArray* next();
  static void finish(ArrowArray* array);

  ArrowArray* parent_;
  const Field* field_;
  std::size_t at_ = 0;
};

/// A table that grows.
class Columns {
 public:
  explicit Columns(Field row);
  Cells row() { return {array_.get(), row_}; }
  /// All rows so far; begins anew.
  BatchPointer take();
  std::shared_ptr<const Schema> schema() const { return schema_; }

 private:
  void begin();
  Field row_;
  std::shared_ptr<const Schema> schema_;
  nanoarrow::UniqueArray array_;
};

/// A second ArrowArray over the same memory, which it keeps alive; `out` is to be released by whoever gets it.
void share(const BatchPointer& batch, ArrowArray* out);
/// A stream of batches for whoever asks (pyarrow, polars, DuckDB …); `out` is to be released by whoever gets it.
void stream(const std::shared_ptr<const Schema>& schema, const std::vector<BatchPointer>& batches,
            ArrowArrayStream* out);

}  // namespace dragoman::python
