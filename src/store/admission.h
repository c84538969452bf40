// What is to be done with each document that comes to a store: read it, note it as a near copy of another, or pass it
// over. The index of near copies lives in the store (tables sketches, band_runs and band_keys); in memory are only the
// documents that have been admitted and are not committed yet, so that a document costs the same however many are
// stored.
//
//   const auto decision = admission.decide(document);      // one document after the other, in their order
//   … read the document, put it into the store as `id` …
//   admission.stored(decision, id);
//   … commit the store …
//   admission.committed();
//
// Any thread may call; the decisions of the same documents in the same order are always the same.
#pragma once

#include "articles/near_copies.h"
#include "dragoman/document.h"
#include "store/database.h"

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace dragoman {

class Admission {
 public:
  /// `generator` is what will read the documents (to_string(Generator)); with `recode` those that another has read are
  /// read again. The store exists. Errors as Database::open.
  static Result<std::unique_ptr<Admission>> open(const std::filesystem::path& store, std::string generator,
                                                 bool recode);

  struct Decision {
    enum class Kind : std::uint8_t { read, copy, known };
    Kind kind = Kind::read;
    std::uint64_t number = 0;                  // of this document, unless it is known
    std::optional<NearCopies::Sketch> sketch;  // of one to be read; nothing for a text that is too short
  };
  /// Errors are those of the store.
  Result<Decision> decide(const Document& document);

  /// The document decided on was stored under this id, or, with 0, cannot be read.
  void stored(const Decision& decision, std::int64_t id);
  /// The document of which a copy is one; 0 when that cannot be read.
  std::int64_t original_of(const Decision& copy) const;
  /// What was stored so far is committed.
  void committed();

 private:
  struct Pending {
    std::uint64_t number;
    std::string uri, sha;
    std::optional<NearCopies::Sketch> sketch;
    bool copy = false;
    std::uint64_t original_number = 0;  // of a copy of another that waits, until that is stored
    std::int64_t original = 0;          // of a copy
    bool done = false;
    std::int64_t id = 0;

    bool failed() const { return done && id == 0; }
  };
  struct Found {
    std::int64_t document = 0;  // 0: `pending`
    const Pending* pending = nullptr;
    double similarity = 0;
  };

  Admission(std::unique_ptr<Database> database, std::string generator, bool recode)
      : database_(std::move(database)), generator_(std::move(generator)), recode_(recode) {}
  /// The most similar one; of similarity 0 when there is none.
  Found near(const NearCopies::Sketch& sketch, const std::string& uri);
  std::int64_t id_of(const std::string& uri);

  std::unique_ptr<Database> database_;  // a connection of its own, which sees what is committed
  std::string generator_;
  bool recode_;
  std::deque<Pending> pending_;  // in the order of their numbers
  std::uint64_t next_ = 1;
  mutable std::mutex mutex_;
};

}  // namespace dragoman
