// A corpus: many documents with what they say, in one SQLite file (docs/store.md).
//
//   auto store = Store::open("corpus.db", Store::Mode::create);
//   if (!store) complain(store.error());
//   if (auto error = (*store)->begin()) …
//   (*store)->put(document, record, generator, sketch);
//   if (auto error = (*store)->commit()) …
//
// What lies between begin and commit is stored whole or not at all, whatever ends the program. Readers are never
// blocked by a writer. Two stores with the same documents added in the same order hold the same rows.
#pragma once

#include "dragoman/document.h"
#include "dragoman/record.h"
#include "store/database.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

class Store {
 public:
  enum class Mode { read, create };

  /// Number of the schema that this program writes.
  static constexpr int kVersion = 1;

  /// Errors (kind setup): no such file, no store, a store of another version, no permission.
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, Mode mode);

  struct Known {
    std::int64_t id = 0;
    std::string sha, generator;
    bool copy = false;
  };
  /// The document that is stored under the uri.
  std::optional<Known> find(std::string_view uri);

  /// Calls `use` for each document that is no copy, in order of id.
  void each_sketch(const std::function<void(std::int64_t id, std::string_view uri, std::string_view sketch)>& use);

  std::optional<Error> begin();
  std::optional<Error> commit();
  void roll_back();

  /// Stores a document with its facts; one with the same uri is replaced, its facts with it.
  std::int64_t put(const Document& document, const Record& record, const Generator& generator, std::string_view sketch);
  /// Stores a near copy of the document `of`.
  std::int64_t put_copy(const Document& document, std::int64_t of, const Generator& generator);

  /// What is wrong with the store, in words; nothing when all offsets quote their texts and all references resolve.
  std::vector<std::string> defects();

  Database& database() { return *database_; }

 private:
  explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  static Result<std::unique_ptr<Store>> try_open(const std::filesystem::path& path, Mode mode, bool& busy);
  std::optional<Error> prepare_version(Mode mode);
  std::int64_t put_document(const Document& document, const DocumentInfo& info, const Generator& generator,
                            std::optional<std::int64_t> copy_of, std::string_view sketch);

  std::unique_ptr<Database> database_;
};

/// "0.1.0, en_core_web_md 3.8.0, sha256:…".
std::string to_string(const Generator& generator);

/// The statements that make an empty store (src/store/schema.sql).
std::string_view store_schema();

}  // namespace dragoman
