// An index on disk that is made of entries with a number as their key, kept in sorted runs as log-structured merge
// trees keep them. There are two: that of tellings (store/telling_index.h) and that of near copies (store/sketches.h).
//
// Entries are parted by list and block of days. What a transaction adds is held in memory and written at its end as one
// run of each part that it touches; a run takes in those before it that are less than eight times as large, so that a
// part has few runs, and an entry is written a few times, each time beside others, instead of once on a page of its
// own. A run is cut into chunks of equal ranges of keys, each of them one row with some hundred entries.
//
//   KeyRuns& runs = KeyRuns::tellings(database);
//   runs.add({list, block}, {key, rank, fact});
//   runs.each_source({list, block}, key, [](std::span<const KeyEntry> entries) { … });  // in order of rank
//   KeyRuns::write_all(database);   // before COMMIT; forget_all() after ROLLBACK
#pragma once

#include "store/database.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dragoman {

struct KeyEntry {
  std::uint32_t key = 0;
  std::int32_t rank = 0;
  std::int64_t fact = 0;
  auto operator<=>(const KeyEntry&) const = default;
};

/// What entries are parted by: of tellings the list and the days. Near copies have one part.
struct KeyPart {
  std::int64_t list = 0, block = 0;
  auto operator<=>(const KeyPart&) const = default;
};

class KeyRuns {
 public:
  static constexpr unsigned kKeyBits = 32;

  /// Those in the tables `<name>_runs` and `<name>_keys`.
  KeyRuns(Database& database, std::string_view name);
  /// Those of a store; what they hold in memory lasts until the transaction ends.
  static KeyRuns& tellings(Database& database);
  static KeyRuns& bands(Database& database);
  static void write_all(Database& database);
  static void forget_all(Database& database);

  /// The entry must not stand in a written run yet.
  void add(const KeyPart& part, const KeyEntry& entry);
  void remove(const KeyPart& part, const KeyEntry& entry);
  void clear();

  /// Gives `use` the entries of a key: those of each run, and those not written yet, each in their order.
  template <class Use>
  void each_source(const KeyPart& of, std::uint32_t key, Use use) {
    Part& part = part_of(of);
    if (const auto fresh = part.fresh.find(key); fresh != part.fresh.end())
      use(std::span<const KeyEntry>(fresh->second));
    if (part.kept) {
      if (const auto found = with_key(*part.kept, key); !found.empty()) use(found);
      return;
    }
    for (Run& run : part.runs) {
      if (const auto found = with_key(chunk(run, number_of(run, key)), key); !found.empty()) use(found);
    }
  }

  /// Writes what was added; for the end of a transaction.
  void write();
  /// Keeps, of the written entries of the parts of a list between two blocks, the first `most` of each key that is
  /// `wanted`, if they are not too many, so that many questions after such keys are answered quickly. Until the next
  /// call, or a change of the part, `each_source` gives these alone. Of other parts it forgets what was read.
  void keep_first(std::int64_t list, std::int64_t first_block, std::int64_t last_block, std::size_t most,
                  const std::function<bool(const KeyPart&, const KeyEntry&)>& wanted);
  /// Forgets what was added and what was read: the store may be another now.
  void forget();

  /// All parts that have a run, in their order.
  std::vector<KeyPart> parts();
  /// All written entries of a part.
  template <class Use>
  void each_entry(const KeyPart& of, Use use) {
    Part& part = part_of(of);
    for (Run& run : part.runs) {
      for (std::int64_t number = 0; number < (std::int64_t{1} << run.bits); ++number) {
        for (const KeyEntry& entry : chunk(run, number)) use(entry);
      }
    }
  }
  /// True where every chunk belongs to a run, and holds what belongs there in its order.
  bool are_sound();

 private:
  using Entries = std::vector<KeyEntry>;
  struct Run {
    std::int64_t id = 0, entries = 0;
    unsigned bits = 0;                           // of a key, that say in which chunk it is
    std::vector<std::optional<Entries>> chunks;  // those that were read; empty before the first is
  };
  /// Entries of all runs of a part in their order.
  struct Kept {
    Entries entries;
    unsigned bits = 0;                  // of a key
    std::vector<std::uint32_t> starts;  // of the entries whose keys begin with these bits; at last the end
  };
  struct Part {
    std::vector<Run> runs;                             // the smallest first
    std::optional<Kept> kept;                          // by keep_first
    std::unordered_map<std::uint32_t, Entries> fresh;  // by key, in their order
  };
  class Cursor;

  /// So many of its upper bits.
  static std::uint32_t upper_bits(std::uint32_t key, unsigned bits) {
    return static_cast<std::uint32_t>(std::uint64_t{key} >> (kKeyBits - bits));
  }
  static std::int64_t number_of(const Run& run, std::uint32_t key) { return upper_bits(key, run.bits); }
  static std::span<const KeyEntry> with_key(std::span<const KeyEntry> entries, std::uint32_t key);
  static std::span<const KeyEntry> with_key(const Kept& kept, std::uint32_t key);
  /// Reads no more than `room` entries; nothing where there are more.
  std::optional<Kept> read_first(const KeyPart& of, const Part& part, std::size_t most, std::size_t room,
                                 const std::function<bool(const KeyPart&, const KeyEntry&)>& wanted);
  Entries written_chunk(std::int64_t row);
  Part& part_of(const KeyPart& of);
  std::vector<Run> runs_of(const KeyPart& of);
  /// Until the next call.
  Entries& chunk(Run& run, std::int64_t number);
  void forget_chunks();
  void write(const KeyPart& of, Part& part);
  std::int64_t next_id();

  /// What is asked of the tables.
  struct Sql {
    std::string chunk, runs, set_chunk, last_id, add_chunk, remove_chunks, remove_run, add_run, parts, all_runs,
        all_chunks, clear;
  };

  Database& db_;
  Sql sql_;
  std::map<KeyPart, Part> parts_;
  std::size_t fresh_ = 0;  // entries that are not written
  std::size_t read_ = 0;   // entries in chunks that were read
  std::int64_t last_id_ = 0;
};

/// The bytes of a chunk, and back; nothing for other bytes.
std::string packed_entries(std::span<const KeyEntry> entries);
std::optional<std::vector<KeyEntry>> unpacked_entries(std::string_view bytes);

}  // namespace dragoman
