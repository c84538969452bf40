// What `add` does with each document when it is read: puts it into the store, in batches, and counts it.
#pragma once

#include "program/batches.h"
#include "reader/core.h"
#include "store/admission.h"
#include "store/store.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace dragoman {

/// One document on its way into the store.
struct Incoming {
  enum class Kind : std::uint8_t { read, copy, known, aside, no_report, failed };
  Kind kind = Kind::read;
  Document document;
  std::string name, message;  // of what is set aside or failed
  std::optional<Error> broken = {};
  Admission::Decision decision = {};
  std::optional<Reading> reading = {};
};

/// Stores documents in their order, and counts them.
class Adding {
 public:
  struct Counts {
    std::size_t seen = 0, words = 0, added = 0, copies = 0, known = 0, aside = 0, failed = 0, no_reports = 0,
                undated = 0;
  };

  /// `longest`: as in Batches.
  Adding(Store& store, Admission& admission, const Generator& generator,
         std::chrono::milliseconds longest = Batches::kLongest)
      : store_(store), admission_(admission), generator_(generator), batches_(store, longest) {}

  /// May find that the document cannot be stored, and say so in it.
  void take(Incoming& item);
  /// Commits what is left, or rolls it back where the store is broken.
  std::optional<Error> finish() { return batches_.finish(broken_); }

  bool is_broken() const { return broken_.has_value(); }
  const Counts& counts() const { return counts_; }

 private:
  bool begin();
  void end();
  void pass();
  void note_committed();
  void note_aside(const Incoming& item);
  void put(Incoming& item);
  void count(const Incoming& item);

  Store& store_;
  Admission& admission_;
  const Generator& generator_;
  Counts counts_;
  Batches batches_;
  std::optional<Error> broken_;
};

}  // namespace dragoman
