#include "store/telling_index.h"

#include "store/digest.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace dragoman {

namespace {

constexpr unsigned kBlockBits = 5;    // a block is of 32 days
constexpr unsigned kPartBits = 2;     // four blocks are one part of the index
constexpr std::size_t kSeen = 32;     // of a block of a word
constexpr std::size_t kInCommon = 2;  // words

std::int32_t block_of(std::int32_t day) {
  return day >> kBlockBits;
}

/// List, type, word and part as a number, and behind it the block in the part: the blocks of a word stand together.
std::uint32_t key_of(const IndexedTelling& of, std::uint32_t word, std::int32_t block) {
  constexpr std::uint32_t kBlocks = (1U << kPartBits) - 1;
  Digest digest;
  digest.add(static_cast<std::int64_t>(of.list));
  digest.add(std::int64_t{of.telling.type});
  digest.add(std::int64_t{word});
  digest.add(std::int64_t{block >> kPartBits});
  const auto upper = static_cast<std::uint32_t>(static_cast<std::uint64_t>(digest.value()) >> 32U);
  return (upper & ~kBlocks) | (static_cast<std::uint32_t>(block) & kBlocks);
}

/// The block in its part.
std::int64_t block_of(const KeyPart& part, const KeyEntry& entry) {
  constexpr std::uint32_t kBlocks = (1U << kPartBits) - 1;
  return (part.block << kPartBits) + (entry.key & kBlocks);
}

KeyPart part_of(TellingList list, std::int64_t block) {
  return {static_cast<std::int64_t>(list), block >> kPartBits};
}

/// Where it stands itself, if it has a day.
KeyPart own_part(const IndexedTelling& of) {
  return part_of(of.list, block_of(*of.telling.day()));
}

/// The place among others under a key: the upper bits of the number, so that the order is nearly always that of the
/// numbers themselves, and behind them the day in its block.
std::int32_t rank_of(const IndexedTelling& of) {
  constexpr std::uint32_t kDays = (1U << kBlockBits) - 1;
  const auto upper = static_cast<std::uint32_t>(static_cast<std::uint64_t>(of.own) >> 32U);
  return static_cast<std::int32_t>((upper & ~kDays) | (static_cast<std::uint32_t>(*of.telling.day()) & kDays));
}

/// The day of a telling that stands in a block.
std::int32_t day_of(const KeyEntry& entry, std::int32_t block) {
  constexpr std::int32_t kDays = (1 << kBlockBits) - 1;
  return (block << kBlockBits) + (entry.rank & kDays);
}

/// Takes out the entries behind the first `before` of those that are told of a day too far away from another.
void remove_far(std::vector<KeyEntry>& found, std::size_t before, std::int32_t block, std::int32_t day) {
  const auto from = found.begin() + static_cast<std::ptrdiff_t>(before);
  const auto is_far = [&](const KeyEntry& entry) { return std::abs(day_of(entry, block) - day) > kMostDaysBetween; };
  found.erase(std::remove_if(from, found.end(), is_far), found.end());
}

/// What stands in the index of it, all in the part of its day.
std::vector<KeyEntry> entries_of(const IndexedTelling& of) {
  std::vector<KeyEntry> entries;
  if (const auto day = of.telling.day()) {
    for (const std::uint32_t word : of.telling.sought_by())
      entries.push_back({key_of(of, word, block_of(*day)), rank_of(of), of.row});
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

/// Adds the first entries of a key that are below a rank.
void add_first_below(KeyRuns& runs, const KeyPart& part, std::uint32_t key, std::int32_t rank,
                     std::vector<KeyEntry>& found) {
  const std::size_t before = found.size();
  std::size_t sources = 0;
  runs.each_source(part, key, [&](std::span<const KeyEntry> entries) {
    ++sources;
    for (std::size_t i = 0; i < entries.size() && i < kSeen && entries[i].rank < rank; ++i) found.push_back(entries[i]);
  });
  if (sources > 1) std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end());
  found.resize(std::min(found.size(), before + kSeen));
}

/// True where it is among the first under a key.
bool is_seen(KeyRuns& runs, const KeyPart& part, std::uint32_t key, std::int32_t rank) {
  std::size_t before = 0;
  runs.each_source(part, key, [&](std::span<const KeyEntry> entries) {
    before += static_cast<std::size_t>(
        std::partition_point(entries.begin(), entries.end(), [&](const KeyEntry& e) { return e.rank < rank; }) -
        entries.begin());
  });
  return before < kSeen;
}

/// The rows of which there are enough entries, each once. They are counted in a table with at least twice as many
/// places as entries: a row takes the first free place from that which its number gives, the upper bits of its product
/// with kScatter.
std::vector<std::int64_t> in_common(const std::vector<KeyEntry>& entries) {
  constexpr std::uint64_t kScatter = 0x9E3779B97F4A7C15U;  // 2^64 divided by the golden ratio, to spread them evenly
  const int bits = std::bit_width(2 * entries.size() + 1);
  std::vector<std::pair<std::int64_t, std::size_t>> times(std::size_t{1} << static_cast<unsigned>(bits));
  std::vector<std::int64_t> out;
  for (const KeyEntry& entry : entries) {
    const std::int64_t row = entry.fact;
    auto at = static_cast<std::size_t>(static_cast<std::uint64_t>(row) * kScatter >> static_cast<unsigned>(64 - bits));
    while (times[at].second != 0 && times[at].first != row) at = (at + 1) & (times.size() - 1);
    times[at].first = row;
    if (++times[at].second == kInCommon) out.push_back(row);
  }
  return out;
}

std::uint64_t digest_of(const KeyPart& part, const KeyEntry& entry) {
  Digest digest;
  digest.add(part.list);
  digest.add(part.block);
  digest.add(std::int64_t{entry.key});
  digest.add(std::int64_t{entry.rank});
  digest.add(entry.fact);
  return static_cast<std::uint64_t>(digest.value());
}

}  // namespace

void add_to_index(Database& database, const IndexedTelling& of) {
  KeyRuns& runs = KeyRuns::tellings(database);
  for (const KeyEntry& entry : entries_of(of)) runs.add(own_part(of), entry);
}

void remove_from_index(Database& database, const IndexedTelling& of) {
  KeyRuns& runs = KeyRuns::tellings(database);
  for (const KeyEntry& entry : entries_of(of)) runs.remove(own_part(of), entry);
}

void clear_index(Database& database) {
  KeyRuns::tellings(database).clear();
}

bool is_indexed(const IndexedTelling& of) {
  return of.telling.day() && !of.telling.words.empty();
}

std::vector<std::int64_t> seen_by(Database& database, const IndexedTelling& of) {
  const auto day = of.telling.day();
  if (!day) return {};
  KeyRuns& runs = KeyRuns::tellings(database);
  std::vector<KeyEntry> found;
  for (const std::uint32_t word : of.telling.sought_by()) {
    for (std::int32_t block = block_of(*day - kMostDaysBetween); block <= block_of(*day + kMostDaysBetween); ++block) {
      const std::size_t before = found.size();
      add_first_below(runs, part_of(of.list, block), key_of(of, word, block), rank_of(of), found);
      remove_far(found, before, block, *day);
    }
  }
  return in_common(found);
}

std::vector<std::int64_t> seeing(Database& database, const IndexedTelling& of) {
  std::vector<KeyEntry> found;
  const auto day = of.telling.day();
  if (!day) return {};
  KeyRuns& runs = KeyRuns::tellings(database);
  for (const std::uint32_t word : of.telling.sought_by()) {
    if (!is_seen(runs, own_part(of), key_of(of, word, block_of(*day)), rank_of(of))) continue;
    for (std::int32_t block = block_of(*day - kMostDaysBetween); block <= block_of(*day + kMostDaysBetween); ++block) {
      const std::size_t before = found.size();
      runs.each_source(part_of(of.list, block), key_of(of, word, block), [&](std::span<const KeyEntry> entries) {
        for (std::size_t i = entries.size(); i > 0 && entries[i - 1].rank > rank_of(of); --i)
          found.push_back(entries[i - 1]);
      });
      remove_far(found, before, block, *day);
    }
  }
  return in_common(found);
}

std::vector<std::int64_t> hidden_by(Database& database, const IndexedTelling& of) {
  std::vector<std::int64_t> rows;
  KeyRuns& runs = KeyRuns::tellings(database);
  for (const KeyEntry& own : entries_of(of)) {
    const KeyPart part = own_part(of);
    if (!is_seen(runs, part, own.key, own.rank)) continue;
    std::vector<KeyEntry> first;  // one more than are seen
    runs.each_source(part, own.key, [&](std::span<const KeyEntry> entries) {
      first.insert(first.end(), entries.begin(), entries.begin() + std::min(entries.size(), kSeen + 1));
    });
    std::sort(first.begin(), first.end());
    if (first.size() > kSeen) rows.push_back(first[kSeen].fact);
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

std::vector<DayBlock> indexed_blocks(Database& database) {
  std::vector<DayBlock> blocks;
  for (const KeyPart& part : KeyRuns::tellings(database).parts()) {
    for (std::int64_t block = part.block << kPartBits; block >> kPartBits == part.block; ++block)
      blocks.push_back({static_cast<TellingList>(part.list), block});
  }
  return blocks;
}

std::vector<std::int64_t> rows_of(Database& database, const DayBlock& of) {
  const KeyPart part = part_of(of.list, of.block);
  std::vector<std::int64_t> rows;
  std::size_t next = 1024;  // so many are made one each
  const auto make_one_each = [&] {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    next = std::max(next, 2 * rows.size());
  };
  KeyRuns::tellings(database).each_entry(part, [&](const KeyEntry& entry) {
    if (block_of(part, entry) != of.block) return;
    rows.push_back(entry.fact);
    if (rows.size() >= next) make_one_each();
  });
  make_one_each();
  return rows;
}

void keep_around(Database& database, const DayBlock& of) {
  static_assert(kMostDaysBetween <= 1 << kBlockBits);  // nothing further than a block is seen
  const KeyPart first = part_of(of.list, of.block - 1), last = part_of(of.list, of.block + 1);
  KeyRuns::tellings(database).keep_first(
      first.list, first.block, last.block, kSeen,
      [&](const KeyPart& part, const KeyEntry& entry) { return std::abs(block_of(part, entry) - of.block) <= 1; });
}

std::uint64_t index_digest(Database& database) {
  KeyRuns& runs = KeyRuns::tellings(database);
  std::uint64_t sum = runs.are_sound() ? 0 : 1;
  for (const KeyPart& part : runs.parts())
    runs.each_entry(part, [&](const KeyEntry& entry) { sum += digest_of(part, entry); });
  return sum;
}

std::uint64_t index_digest(const IndexedTelling& of) {
  std::uint64_t sum = 0;
  for (const KeyEntry& entry : entries_of(of)) sum += digest_of(own_part(of), entry);
  return sum;
}

}  // namespace dragoman
