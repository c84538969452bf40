// Digests of what is stored, by which `dragoman check` finds bytes that have changed.
#pragma once

#include "store/database.h"

#include <cstdint>
#include <string_view>

namespace dragoman {

/// A digest of 64 bits of a row of values. Each step is one-to-one, so that a change of up to eight bytes next to each
/// other always changes it. It proves nothing against somebody who makes up data on purpose.
class Digest {
 public:
  void add(std::int64_t value);
  void add(std::string_view bytes);
  /// All columns of the row that a query stands at, with their kinds.
  void add_row(const Query& row);
  std::int64_t value() const { return static_cast<std::int64_t>(state_); }

 private:
  std::uint64_t state_ = 0x6472616750E5D1CEU;
};

/// Of everything that is stored of one document: its row, text, record, sketch, and the rows that were made of it.
std::int64_t document_digest(Database& database, std::int64_t document);
/// The same of a store of an earlier version.
std::int64_t document_digest_of_version(Database& database, std::int64_t document, int version);

/// Of an actor's row and its names.
std::int64_t actor_digest(Database& database, std::int64_t actor);

}  // namespace dragoman
