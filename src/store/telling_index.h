// By what tellings find each other: each stands under its rarest words, apart by list and type, in blocks of days.
//
// A telling sees those of lower numbers (`own`, the same in every store) that have two of these words in common with it
// and lie around its days. In a block of a word only the telling's first few by number are seen, so that a word that
// everybody uses in those days costs no more than others. Who sees whom follows from the tellings alone, and not from
// the order in which they came.
#pragma once

#include "store/database.h"
#include "store/key_runs.h"
#include "store/telling.h"

#include <cstdint>
#include <vector>

namespace dragoman {

/// A telling's place in the index.
struct IndexedTelling {
  TellingList list = TellingList::events;
  const Telling& telling;
  std::int64_t own = 0, row = 0;
};

/// What is added is found at once, and stands in the store with the end of the transaction (KeyRuns::write_all).
void add_to_index(Database& database, const IndexedTelling& of);
void remove_from_index(Database& database, const IndexedTelling& of);
void clear_index(Database& database);
/// False for a telling without a day or words, which sees nobody and is not seen.
bool is_indexed(const IndexedTelling& of);

/// The rows that it sees.
std::vector<std::int64_t> seen_by(Database& database, const IndexedTelling& of);
/// The rows that see it.
std::vector<std::int64_t> seeing(Database& database, const IndexedTelling& of);
/// The rows that are no longer seen under some word because this one is; before it is removed: that will be seen again.
std::vector<std::int64_t> hidden_by(Database& database, const IndexedTelling& of);

/// A list and a block of days.
struct DayBlock {
  TellingList list = TellingList::events;
  std::int64_t block = 0;
};
/// The blocks that the index may have, in their order, and the rows that stand in one.
std::vector<DayBlock> indexed_blocks(Database& database);
std::vector<std::int64_t> rows_of(Database& database, const DayBlock& of);
/// All tellings of a block will be asked for what they see: `seen_by` of them is answered from memory. The other
/// questions need the whole index, which is there again after a change of it or `KeyRuns::forget_all`.
void keep_around(Database& database, const DayBlock& of);

/// Digests of the index as it stands, and of a telling's part of it: the first is the sum of all the others.
std::uint64_t index_digest(Database& database);
std::uint64_t index_digest(const IndexedTelling& of);

}  // namespace dragoman
