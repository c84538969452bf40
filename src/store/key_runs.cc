#include "store/key_runs.h"

#include "store/varint.h"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr unsigned kChunkBits = 24;                 // of a row's number; the others are the run's
constexpr std::size_t kChunkEntries = 128;          // at the most, where keys are spread evenly
constexpr std::int64_t kFarSmaller = 8;             // times; a run this much larger is left as it is
constexpr std::size_t kMostFresh = 256 * 1024;      // entries in memory
constexpr std::size_t kMostRead = 256 * 1024;       // the same, of chunks
constexpr std::size_t kMostKept = 2 * 1024 * 1024;  // the same, by keep_first

std::int64_t row_of(std::int64_t run, std::int64_t number) {
  return run << kChunkBits | number;
}

/// False for a row that nobody has written: a run has more entries than chunks.
bool may_have(std::int64_t entries, std::int64_t bits) {
  return bits == 0 || (bits > 0 && bits <= std::int64_t{kChunkBits} && entries > (std::int64_t{1} << bits));
}

}  // namespace

std::string packed_entries(std::span<const KeyEntry> entries) {
  constexpr std::size_t kUsualBytes = 10;
  std::string out;
  out.reserve(entries.size() * kUsualBytes);
  std::uint32_t key = 0;
  for (const KeyEntry& entry : entries) {
    put_varint(out, entry.key - key);
    key = entry.key;
    auto rank = static_cast<std::uint32_t>(entry.rank);
    for (std::size_t i = 0; i < sizeof rank; ++i, rank >>= 8U) out.push_back(static_cast<char>(rank & 0xFFU));
    put_varint(out, static_cast<std::uint64_t>(entry.fact));
  }
  return out;
}

std::optional<std::vector<KeyEntry>> unpacked_entries(std::string_view bytes) {
  std::vector<KeyEntry> entries;
  entries.reserve(kChunkEntries);
  std::uint64_t key = 0;
  while (!bytes.empty()) {
    const auto more = take_varint(bytes);
    std::uint32_t rank = 0;
    if (!more || bytes.size() < sizeof rank) return std::nullopt;
    key += *more;
    for (std::size_t i = 0; i < sizeof rank; ++i)
      rank |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    bytes.remove_prefix(sizeof rank);
    const auto fact = take_varint(bytes);
    if (!fact || key >> KeyRuns::kKeyBits != 0) return std::nullopt;
    entries.push_back(
        {static_cast<std::uint32_t>(key), static_cast<std::int32_t>(rank), static_cast<std::int64_t>(*fact)});
  }
  return entries;
}

KeyRuns::KeyRuns(Database& database, std::string_view name) : db_(database) {
  const auto with_name = [&](std::string_view sql) { return fmt::format(fmt::runtime(sql), name); };
  sql_.chunk = with_name("SELECT entries FROM {}_keys WHERE id = ?");
  sql_.runs = with_name("SELECT id, entries, bits FROM {}_runs WHERE list = ? AND block = ? ORDER BY entries, id");
  sql_.set_chunk = with_name("UPDATE {}_keys SET entries = ? WHERE id = ?");
  sql_.last_id = with_name("SELECT max(id) FROM {}_runs");
  sql_.add_chunk = with_name("INSERT INTO {}_keys(id, entries) VALUES (?, ?)");
  sql_.remove_chunks = with_name("DELETE FROM {}_keys WHERE id BETWEEN ? AND ?");
  sql_.remove_run = with_name("DELETE FROM {}_runs WHERE id = ?");
  sql_.add_run = with_name("INSERT INTO {}_runs(id, list, block, bits, entries) VALUES (?, ?, ?, ?, ?)");
  sql_.parts = with_name("SELECT DISTINCT list, block FROM {}_runs ORDER BY list, block");
  sql_.all_runs = with_name("SELECT id, entries, bits FROM {}_runs");
  sql_.all_chunks = with_name("SELECT id, entries FROM {}_keys");
  sql_.clear = with_name("DELETE FROM {0}_keys; DELETE FROM {0}_runs");
}

namespace {

/// The indexes of a store.
struct StoreKeyRuns {
  explicit StoreKeyRuns(Database& database) : tellings(database, "telling"), bands(database, "band") {}
  KeyRuns tellings, bands;
};

}  // namespace

KeyRuns& KeyRuns::tellings(Database& database) {
  return database.beside<StoreKeyRuns>().tellings;
}

KeyRuns& KeyRuns::bands(Database& database) {
  return database.beside<StoreKeyRuns>().bands;
}

void KeyRuns::write_all(Database& database) {
  tellings(database).write();
  bands(database).write();
}

void KeyRuns::forget_all(Database& database) {
  tellings(database).forget();
  bands(database).forget();
}

/// The entries of a chunk as it is written; none where it is missing or damaged.
KeyRuns::Entries KeyRuns::written_chunk(std::int64_t row) {
  Query& find = db_.cached(sql_.chunk);
  find.bind(1, row);
  Entries entries;
  find.first([&](const Query& q) { entries = unpacked_entries(q.blob(0)).value_or(Entries{}); });
  return entries;
}

/// The entries of a run, one after the other.
class KeyRuns::Cursor {
 public:
  Cursor(KeyRuns& runs, const Run& run) : runs_(runs), id_(run.id), bits_(run.bits) {}

  /// Appends those with keys below `end`.
  void take_below(std::uint64_t end, Entries& out) {
    while (true) {
      for (; at_ < entries_.size(); ++at_) {
        if (entries_[at_].key >= end) return;
        out.push_back(entries_[at_]);
      }
      if (number_ >> bits_ != 0 || static_cast<std::uint64_t>(number_) << (kKeyBits - bits_) >= end) return;
      entries_ = runs_.written_chunk(row_of(id_, number_++));
      at_ = 0;
    }
  }

 private:
  KeyRuns& runs_;
  std::int64_t id_;
  unsigned bits_;
  std::int64_t number_ = 0;  // of the next chunk
  Entries entries_;
  std::size_t at_ = 0;
};

std::span<const KeyEntry> KeyRuns::with_key(std::span<const KeyEntry> entries, std::uint32_t key) {
  const auto begin =
      std::partition_point(entries.begin(), entries.end(), [&](const KeyEntry& entry) { return entry.key < key; });
  const auto end = std::partition_point(begin, entries.end(), [&](const KeyEntry& entry) { return entry.key == key; });
  return {begin, end};
}

std::span<const KeyEntry> KeyRuns::with_key(const Kept& kept, std::uint32_t key) {
  const std::size_t start = upper_bits(key, kept.bits), begin = kept.starts[start];
  return with_key(std::span(kept.entries).subspan(begin, kept.starts[start + 1] - begin), key);
}

std::optional<KeyRuns::Kept> KeyRuns::read_first(const KeyPart& of, const Part& part, std::size_t most,
                                                 std::size_t room,
                                                 const std::function<bool(const KeyPart&, const KeyEntry&)>& wanted) {
  constexpr std::size_t kUsual = 4;  // entries that begin with the same bits
  Kept kept;
  std::vector<Cursor> cursors;
  unsigned bits = 0;  // by which the keys are read piece by piece
  for (const Run& run : part.runs) {
    cursors.emplace_back(*this, run);
    bits = std::max(bits, run.bits);
  }
  Entries read;
  for (std::uint64_t number = 0; number < std::uint64_t{1} << bits; ++number) {
    read.clear();
    for (Cursor& cursor : cursors) cursor.take_below((number + 1) << (kKeyBits - bits), read);
    std::sort(read.begin(), read.end());
    std::size_t same = 0;  // entries of this key before it
    for (std::size_t i = 0; i < read.size(); ++i) {
      same = i > 0 && read[i].key == read[i - 1].key ? same + 1 : 0;
      if (same < most && wanted(of, read[i])) kept.entries.push_back(read[i]);
    }
    if (kept.entries.size() > room) return std::nullopt;
  }
  kept.entries.shrink_to_fit();
  kept.bits = static_cast<unsigned>(std::bit_width(kept.entries.size() / kUsual));
  kept.starts.reserve((std::size_t{1} << kept.bits) + 1);
  std::uint32_t at = 0;
  for (std::uint64_t start = 0; start <= std::uint64_t{1} << kept.bits; ++start) {
    while (at < kept.entries.size() && kept.entries[at].key < start << (kKeyBits - kept.bits)) ++at;
    kept.starts.push_back(at);
  }
  return kept;
}

void KeyRuns::keep_first(std::int64_t list, std::int64_t first_block, std::int64_t last_block, std::size_t most,
                         const std::function<bool(const KeyPart&, const KeyEntry&)>& wanted) {
  for (auto& [of, part] : parts_) part.kept.reset();
  forget_chunks();
  std::size_t room = kMostKept;
  for (std::int64_t block = first_block; block <= last_block; ++block) {
    const KeyPart of{list, block};
    Part& part = part_of(of);
    part.kept = read_first(of, part, most, room, wanted);
    if (part.kept) room -= part.kept->entries.size();
  }
}

std::vector<KeyRuns::Run> KeyRuns::runs_of(const KeyPart& of) {
  Query& find = db_.cached(sql_.runs);
  find.bind(1, of.list);
  find.bind(2, of.block);
  std::vector<Run> runs;
  while (find.step()) {
    if (may_have(find.integer(1), find.integer(2)))
      runs.push_back({find.integer(0), find.integer(1), static_cast<unsigned>(find.integer(2)), {}});
  }
  return runs;
}

KeyRuns::Part& KeyRuns::part_of(const KeyPart& of) {
  const auto found = parts_.find(of);
  if (found != parts_.end()) return found->second;
  Part& part = parts_[of];
  part.runs = runs_of(of);
  return part;
}

KeyRuns::Entries& KeyRuns::chunk(Run& run, std::int64_t number) {
  if (run.chunks.empty()) run.chunks.resize(std::size_t{1} << run.bits);
  const auto at = static_cast<std::size_t>(number);
  if (run.chunks[at]) return *run.chunks[at];
  if (read_ > kMostRead) {
    forget_chunks();
    run.chunks.resize(std::size_t{1} << run.bits);
  }
  Entries& entries = run.chunks[at].emplace(written_chunk(row_of(run.id, number)));
  read_ += entries.size() + 1;
  return entries;
}

void KeyRuns::forget_chunks() {
  for (auto& [of, part] : parts_) {
    for (Run& run : part.runs) run.chunks = {};
  }
  read_ = 0;
}

void KeyRuns::add(const KeyPart& part, const KeyEntry& entry) {
  if (fresh_ >= kMostFresh) write();
  Entries& entries = part_of(part).fresh[entry.key];
  const auto at = std::lower_bound(entries.begin(), entries.end(), entry);
  if (at != entries.end() && *at == entry) return;
  entries.insert(at, entry);
  ++fresh_;
}

void KeyRuns::remove(const KeyPart& of, const KeyEntry& entry) {
  Part& part = part_of(of);
  part.kept.reset();
  if (const auto fresh = part.fresh.find(entry.key); fresh != part.fresh.end()) {
    fresh_ -= std::erase(fresh->second, entry);
    if (fresh->second.empty()) part.fresh.erase(fresh);
  }
  for (Run& run : part.runs) {
    const std::int64_t number = number_of(run, entry.key);
    Entries& changed = chunk(run, number);
    const auto at = std::lower_bound(changed.begin(), changed.end(), entry);
    if (at == changed.end() || *at != entry) continue;
    changed.erase(at);
    Query& set = db_.cached(sql_.set_chunk);
    set.bind_blob(1, packed_entries(changed));
    set.bind(2, row_of(run.id, number));
    set.run();
  }
}

void KeyRuns::clear() {
  forget();
  db_.run(sql_.clear);
}

std::int64_t KeyRuns::next_id() {
  if (last_id_ == 0) db_.cached(sql_.last_id).first([&](const Query& row) { last_id_ = row.integer(0); });
  return ++last_id_;
}

void KeyRuns::write() {
  for (auto& [of, part] : parts_) {
    if (!part.fresh.empty()) write(of, part);
  }
  fresh_ = 0;
}

void KeyRuns::write(const KeyPart& of, Part& part) {
  Entries fresh;
  for (const auto& [key, entries] : part.fresh) fresh.insert(fresh.end(), entries.begin(), entries.end());
  std::sort(fresh.begin(), fresh.end());
  part.fresh.clear();
  part.kept.reset();

  Run run{next_id(), static_cast<std::int64_t>(fresh.size()), 0, {}};
  std::vector<Cursor> taken;
  std::size_t smaller = 0;
  for (; smaller < part.runs.size() && part.runs[smaller].entries < kFarSmaller * run.entries; ++smaller) {
    run.entries += std::max<std::int64_t>(0, part.runs[smaller].entries);
    taken.emplace_back(*this, part.runs[smaller]);
  }
  while (run.bits < kChunkBits && (std::int64_t{kChunkEntries} << run.bits) < run.entries) ++run.bits;

  Query& add = db_.cached(sql_.add_chunk);
  auto at = fresh.begin();
  Entries entries;
  run.entries = 0;
  for (std::int64_t number = 0; number < (std::int64_t{1} << run.bits); ++number) {
    const std::uint64_t end = static_cast<std::uint64_t>(number + 1) << (kKeyBits - run.bits);
    entries.clear();
    for (; at != fresh.end() && at->key < end; ++at) entries.push_back(*at);
    for (Cursor& cursor : taken) cursor.take_below(end, entries);
    if (entries.empty()) continue;
    if (!taken.empty()) {
      std::sort(entries.begin(), entries.end());
      entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    }
    add.bind(1, row_of(run.id, number));
    add.bind_blob(2, packed_entries(entries));
    add.run();
    run.entries += static_cast<std::int64_t>(entries.size());
  }
  for (std::size_t i = 0; i < smaller; ++i) {
    Query& remove = db_.cached(sql_.remove_chunks);
    remove.bind(1, row_of(part.runs[i].id, 0));
    remove.bind(2, row_of(part.runs[i].id + 1, 0) - 1);
    remove.run();
    Query& remove_run = db_.cached(sql_.remove_run);
    remove_run.bind(1, part.runs[i].id);
    remove_run.run();
  }
  Query& add_run = db_.cached(sql_.add_run);
  add_run.bind(1, run.id);
  add_run.bind(2, of.list);
  add_run.bind(3, of.block);
  add_run.bind(4, std::int64_t{run.bits});
  add_run.bind(5, run.entries);
  add_run.run();
  part.runs.erase(part.runs.begin(), part.runs.begin() + static_cast<std::ptrdiff_t>(smaller));
  part.runs.insert(part.runs.begin(), std::move(run));
}

void KeyRuns::forget() {
  parts_.clear();
  fresh_ = read_ = 0;
  last_id_ = 0;
}

std::vector<KeyPart> KeyRuns::parts() {
  Query find = db_.prepare(sql_.parts);
  std::vector<KeyPart> all;
  while (find.step()) all.push_back({find.integer(0), find.integer(1)});
  return all;
}

bool KeyRuns::are_sound() {
  std::unordered_map<std::int64_t, unsigned> bits_of;
  Query runs = db_.prepare(sql_.all_runs);
  while (runs.step()) {
    if (!may_have(runs.integer(1), runs.integer(2))) return false;
    bits_of[runs.integer(0)] = static_cast<unsigned>(runs.integer(2));
  }
  Query chunks = db_.prepare(sql_.all_chunks);
  while (chunks.step()) {
    const auto run = bits_of.find(chunks.integer(0) >> kChunkBits);
    const auto entries = unpacked_entries(chunks.blob(1));
    if (run == bits_of.end() || !entries || !std::is_sorted(entries->begin(), entries->end())) return false;
    const auto number = chunks.integer(0) & ((std::int64_t{1} << kChunkBits) - 1);
    for (const KeyEntry& entry : *entries) {
      if (number_of({0, 0, run->second, {}}, entry.key) != number) return false;
    }
  }
  return true;
}

}  // namespace dragoman
