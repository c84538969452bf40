#include "store/telling_index.h"

#include "store/digest.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

constexpr std::int32_t kDaysAround = 21;
constexpr unsigned kBlockBits = 5;    // a block is of 32 days
constexpr std::int64_t kSeen = 32;    // of a block of a word
constexpr std::size_t kInCommon = 2;  // words

std::int32_t block_of(std::int32_t day) {
  return day >> kBlockBits;
}

/// List, type, word and block of days as a number of 32 bits, of which the upper two are the list's own.
std::int64_t key_of(const IndexedTelling& of, std::uint32_t word, std::int32_t block) {
  Digest digest;
  digest.add(static_cast<std::int64_t>(of.list));
  digest.add(std::int64_t{of.telling.type});
  digest.add(std::int64_t{word});
  digest.add(std::int64_t{block});
  const auto key = static_cast<std::uint32_t>(static_cast<std::uint64_t>(digest.value()) >> 34U);
  return static_cast<std::int32_t>(key | static_cast<std::uint32_t>(of.list) << 30U);
}

/// The place among others under a key: short, and the order is nearly always that of the numbers themselves.
std::int64_t rank_of(const IndexedTelling& of) {
  return of.own >> 32;
}

std::vector<std::int64_t> keys_of(const IndexedTelling& of) {
  std::vector<std::int64_t> keys;
  if (const auto day = of.telling.day()) {
    for (const std::uint32_t word : of.telling.sought_by()) keys.push_back(key_of(of, word, block_of(*day)));
  }
  return keys;
}

/// True where it is among the first under a key.
bool is_seen(Database& db, std::int64_t key, std::int64_t rank) {
  Query& before = db.cached("SELECT count(*) FROM (SELECT 1 FROM telling_keys WHERE key = ? AND rank < ? LIMIT ?)");
  before.bind(1, key);
  before.bind(2, rank);
  before.bind(3, kSeen);
  std::int64_t count = 0;
  before.first([&](const Query& row) { count = row.integer(0); });
  return count < kSeen;
}

/// The rows that stand there often enough.
std::vector<std::int64_t> in_common(std::vector<std::int64_t> rows) {
  std::sort(rows.begin(), rows.end());
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t end = i;
    while (end < rows.size() && rows[end] == rows[i]) ++end;
    if (end - i >= kInCommon) out.push_back(rows[i]);
    i = end;
  }
  return out;
}

std::uint64_t digest_of(std::int64_t key, std::int64_t rank, std::int64_t row) {
  Digest digest;
  digest.add(key);
  digest.add(rank);
  digest.add(row);
  return static_cast<std::uint64_t>(digest.value());
}

}  // namespace

void add_to_index(Database& database, const IndexedTelling& of) {
  Query& add = database.cached("INSERT OR IGNORE INTO telling_keys(key, rank, fact) VALUES (?, ?, ?)");
  for (const std::int64_t key : keys_of(of)) {
    add.bind(1, key);
    add.bind(2, rank_of(of));
    add.bind(3, of.row);
    add.run();
  }
}

void remove_from_index(Database& database, const IndexedTelling& of) {
  Query& remove = database.cached("DELETE FROM telling_keys WHERE key = ? AND rank = ? AND fact = ?");
  for (const std::int64_t key : keys_of(of)) {
    remove.bind(1, key);
    remove.bind(2, rank_of(of));
    remove.bind(3, of.row);
    remove.run();
  }
}

void clear_index(Database& database) {
  database.run("DELETE FROM telling_keys");
}

std::vector<std::int64_t> seen_by(Database& database, const IndexedTelling& of) {
  std::vector<std::int64_t> rows;
  const auto day = of.telling.day();
  if (!day) return rows;
  Query& find = database.cached("SELECT fact FROM telling_keys WHERE key = ? AND rank < ? ORDER BY rank LIMIT ?");
  for (const std::uint32_t word : of.telling.sought_by()) {
    for (std::int32_t block = block_of(*day - kDaysAround); block <= block_of(*day + kDaysAround); ++block) {
      find.bind(1, key_of(of, word, block));
      find.bind(2, rank_of(of));
      find.bind(3, kSeen);
      while (find.step()) rows.push_back(find.integer(0));
    }
  }
  return in_common(std::move(rows));
}

std::vector<std::int64_t> seeing(Database& database, const IndexedTelling& of) {
  std::vector<std::int64_t> rows;
  const auto day = of.telling.day();
  if (!day) return rows;
  Query& find = database.cached("SELECT fact FROM telling_keys WHERE key = ? AND rank > ?");
  for (const std::uint32_t word : of.telling.sought_by()) {
    if (!is_seen(database, key_of(of, word, block_of(*day)), rank_of(of))) continue;
    for (std::int32_t block = block_of(*day - kDaysAround); block <= block_of(*day + kDaysAround); ++block) {
      find.bind(1, key_of(of, word, block));
      find.bind(2, rank_of(of));
      while (find.step()) rows.push_back(find.integer(0));
    }
  }
  return in_common(std::move(rows));
}

std::vector<std::int64_t> hidden_by(Database& database, const IndexedTelling& of) {
  std::vector<std::int64_t> rows;
  Query& find = database.cached("SELECT fact FROM telling_keys WHERE key = ? ORDER BY rank LIMIT 1 OFFSET ?");
  for (const std::int64_t key : keys_of(of)) {
    if (!is_seen(database, key, rank_of(of))) continue;
    find.bind(1, key);
    find.bind(2, kSeen);
    find.first([&](const Query& found) { rows.push_back(found.integer(0)); });
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

std::uint64_t index_digest(Database& database) {
  std::uint64_t sum = 0;
  Query stored = database.prepare("SELECT key, rank, fact FROM telling_keys");
  while (stored.step()) sum += digest_of(stored.integer(0), stored.integer(1), stored.integer(2));
  return sum;
}

std::uint64_t index_digest(const IndexedTelling& of) {
  std::vector<std::int64_t> keys = keys_of(of);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::uint64_t sum = 0;
  for (const std::int64_t key : keys) sum += digest_of(key, rank_of(of), of.row);
  return sum;
}

}  // namespace dragoman
