// A corpus: many documents with their records in one SQLite file (docs/store.md).
//
//   auto opened = dragoman::Store::open("corpus.db", dragoman::Store::Mode::create);
//   if (!opened) complain(opened.error());
//   dragoman::Store& store = **opened;
//   if (auto error = store.begin()) …
//   auto id = store.put(document, *record, reader->generator());
//   if (!id) …
//   if (auto error = store.commit()) …
//
// What lies between begin and commit is stored whole or not at all, whatever ends the program. Readers are never
// blocked by a writer. Two stores with the same documents added in the same order hold the same rows. A Store is used
// by one thread at a time; any number of them may be open on one file.
//
// dragoman/query.h asks a store.
#pragma once

#include "dragoman/api.h"
#include "dragoman/document.h"
#include "dragoman/record.h"
#include "dragoman/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

class Database;
struct RemovedFacts;

class DRAGOMAN_API Store {
 public:
  enum class Mode {
    read,    // of a file that is there
    write,   // the same, to change it
    create,  // the file is made where there is none
  };

  /// Number of the schema that this program writes.
  static constexpr int kVersion = 15;

  /// Told of work that takes long: so many documents are done of all.
  using Progress = std::function<void(std::int64_t done, std::int64_t all)>;

  /// A store of an earlier version is first brought to this one, in place and in one piece, whatever the mode: it
  /// answers as before, and `recode` reads its texts again for what the earlier version did not keep. Errors (kind
  /// setup): no such file, no store, a store of a later version, no permission.
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, Mode mode,
                                             const Progress& upgrading = {});
  ~Store();

  /// The version that the store was of before it was opened.
  int version_before() const { return version_before_; }

  std::optional<Error> begin();
  std::optional<Error> commit();
  /// Takes back what was stored since begin.
  void roll_back();

  /// Stores a document with its record; one with the same uri is replaced. Gives its number in the store.
  Result<std::int64_t> put(const Document& document, const Record& record, const Generator& generator);
  /// Stores a near copy of the document `of`, without facts of its own.
  Result<std::int64_t> put_copy(const Document& document, std::int64_t of, const Generator& generator);

  /// Takes a document out with all that was made of it, and the near copies of it, which have no facts of their own.
  /// Gives the names of all that went. Between begin and commit. Errors (kind input): there is none.
  Result<std::vector<std::string>> remove(std::int64_t document);

  /// A document or file that was to be added and is not stored, and why.
  struct SetAside {
    std::string uri;
    std::string why;  // "foreign": in a language that is not read; "no_report": no document; "unreadable"
    std::string message;
  };
  /// Notes it, between begin and commit; what is stored later under that name is no longer set aside.
  void set_aside(const SetAside& what);

  std::int64_t count_documents();

  /// The numbers of the documents that are no near copies, in order.
  std::vector<std::int64_t> originals();

  /// What is stored under a number, and in what state.
  struct Stored {
    std::int64_t id = 0;
    Document document;            // as it was given
    std::string generator;        // to_string() of what read it
    std::int64_t copy_of = 0;     // of a near copy
    bool has_record = false;      // false for near copies, and for what an earlier version stored
    bool text_is_sound = false;   // by its SHA-256
    bool rows_are_sound = false;  // by the digest of all that is stored of it
  };
  /// The first document with a number above this one; nothing after the last.
  std::optional<Stored> next(std::int64_t above);

  /// The record of a document as it was put. Errors (kind input): there is none, or it is damaged.
  Result<Record> record(std::int64_t document);
  /// The same as the JSON that to_json gave for it.
  Result<std::string> record_json(std::int64_t document);

  /// Makes the rows of a document anew from its record, under the numbers that they have; those of a near copy are
  /// taken as they are.
  Result<void> derive(const Stored& document);
  /// Notes that the text of a document is damaged, so that it is stored anew when it is added again.
  Result<void> mark_damaged(std::int64_t document);
  /// Whether the document is there with the name and text that next() gave: another program may have changed it since.
  bool is_as_seen(const Stored& document);
  /// Makes anew what is common to all documents, where it is damaged: the actors, the indexes of words. Changes
  /// nothing in a sound store. Not to be called between begin and commit.
  Result<void> repair_common();

  /// What is wrong with the store, in words, at most a hundred of each kind; empty when every byte that a question can
  /// show is as it was written. The time grows with the store, in proportion. Writers wait meanwhile.
  std::vector<std::string> defects(const Progress& progress = {});

  /// The first error of SQLite; all that is done after one fails.
  const std::optional<Error>& error() const;

  /// For dragoman's own use (src/store/database.h); those who link the library have StoreQuery (dragoman/query.h).
  Database& database() { return *database_; }

 private:
  explicit Store(std::unique_ptr<Database> database);
  static Result<std::unique_ptr<Store>> try_open(const std::filesystem::path& path, Mode mode,
                                                 const Progress& upgrading, bool& busy);
  std::optional<Error> prepare_version(Mode mode, const Progress& upgrading);
  std::int64_t put_document(const Document& document, const DocumentInfo& info, const Generator& generator,
                            std::optional<std::int64_t> copy_of, RemovedFacts& before);
  Result<std::int64_t> put_record(const Document& document, const Record& record, const Generator& generator,
                                  const std::map<std::string, std::vector<std::int64_t>, std::less<>>& numbers);

  std::unique_ptr<Database> database_;
  int version_before_ = kVersion;
};

/// "0.1.0, en_core_web_md 3.8.0, sha256:…".
DRAGOMAN_API std::string to_string(const Generator& generator);

}  // namespace dragoman
