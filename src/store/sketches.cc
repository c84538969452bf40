#include "store/sketches.h"

#include "store/digest.h"
#include "store/key_runs.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

namespace dragoman {

namespace {

std::optional<NearCopies::Sketch> sketch_of(std::string_view bytes) {
  NearCopies::Sketch sketch{};
  if (bytes.size() != sizeof sketch) return std::nullopt;
  std::memcpy(sketch.data(), bytes.data(), sizeof sketch);
  return sketch;
}

constexpr KeyPart kPart{};

using BandEntries = std::vector<KeyEntry>;

/// Each once: two bands may have one key.
BandEntries entries_of(const NearCopies::Sketch& sketch, std::int64_t document) {
  BandEntries entries;
  for (std::size_t band = 0; band < NearCopies::kBands; ++band)
    entries.push_back({band_key(sketch, band), 0, document});
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

std::uint64_t digest_of(const KeyEntry& entry) {
  Digest digest;
  digest.add(std::int64_t{entry.key});
  digest.add(std::int64_t{entry.rank});
  digest.add(entry.fact);
  return static_cast<std::uint64_t>(digest.value());
}

void add_bands(Database& db, std::int64_t document, const NearCopies::Sketch& sketch) {
  for (const KeyEntry& entry : entries_of(sketch, document)) KeyRuns::bands(db).add(kPart, entry);
}

}  // namespace

std::uint32_t band_key(const NearCopies::Sketch& sketch, std::size_t band) {
  return static_cast<std::uint32_t>(NearCopies::key(sketch, band) >> 32U);
}

std::vector<std::int64_t> documents_with(Database& db, std::uint32_t key, std::size_t most) {
  std::vector<std::int64_t> documents;
  KeyRuns::bands(db).each_source(kPart, key, [&](std::span<const KeyEntry> entries) {
    for (std::size_t i = 0; i < std::min(entries.size(), most); ++i) documents.push_back(entries[i].fact);
  });
  std::sort(documents.begin(), documents.end());
  if (documents.size() > most) documents.resize(most);
  return documents;
}

void index_sketches(Database& db) {
  KeyRuns::bands(db).clear();
  Query sketches = db.prepare("SELECT document, sketch FROM sketches ORDER BY document");
  while (sketches.step()) {
    if (const auto sketch = sketch_of(sketches.blob(1))) add_bands(db, sketches.integer(0), *sketch);
  }
}

void write_sketch(Database& db, std::int64_t document, const NearCopies::Sketch& sketch) {
  Query& add = db.cached("INSERT INTO sketches(document, sketch) VALUES (?, ?)");
  add.bind(1, document);
  add.bind_blob(2, {reinterpret_cast<const char*>(sketch.data()), sizeof sketch});
  add.run();
  add_bands(db, document, sketch);
}

void remove_sketch(Database& db, std::int64_t document) {
  std::optional<NearCopies::Sketch> sketch;
  Query& find = db.cached("SELECT sketch FROM sketches WHERE document = ?");
  find.bind(1, document);
  find.first([&](const Query& row) { sketch = sketch_of(row.blob(0)); });
  if (sketch) {
    for (const KeyEntry& entry : entries_of(*sketch, document)) KeyRuns::bands(db).remove(kPart, entry);
  }
  Query& remove = db.cached("DELETE FROM sketches WHERE document = ?");
  remove.bind(1, document);
  remove.run();
}

// The entries of either side are summed up, so that each table is read once from end to end.
bool bands_are_sound(Database& db) {
  KeyRuns& runs = KeyRuns::bands(db);
  runs.write();
  if (!runs.are_sound()) return false;
  std::uint64_t wanted = 0, found = 0;
  Query sketches = db.prepare("SELECT document, sketch FROM sketches");
  while (sketches.step()) {
    const auto sketch = sketch_of(sketches.blob(1));
    if (!sketch) return false;
    for (const KeyEntry& entry : entries_of(*sketch, sketches.integer(0))) wanted += digest_of(entry);
  }
  for (const KeyPart& part : runs.parts()) {
    if (part != kPart) return false;
    runs.each_entry(part, [&](const KeyEntry& entry) { found += digest_of(entry); });
  }
  return wanted == found && !db.error();
}

}  // namespace dragoman
