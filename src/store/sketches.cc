#include "store/sketches.h"

#include "store/digest.h"

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

std::uint64_t digest_of(std::int64_t key, std::int64_t document) {
  Digest digest;
  digest.add(key);
  digest.add(document);
  return static_cast<std::uint64_t>(digest.value());
}

void change_bands(Database& db, const char* sql, std::int64_t document, const NearCopies::Sketch& sketch) {
  Query& query = db.cached(sql);
  for (std::size_t band = 0; band < NearCopies::kBands; ++band) {
    query.bind(1, band_key(sketch, band));
    query.bind(2, document);
    query.run();
  }
}

}  // namespace

std::int64_t band_key(const NearCopies::Sketch& sketch, std::size_t band) {
  return static_cast<std::int32_t>(NearCopies::key(sketch, band) >> 32U);
}

void write_sketch(Database& db, std::int64_t document, const NearCopies::Sketch& sketch) {
  Query& add = db.cached("INSERT INTO sketches(document, sketch) VALUES (?, ?)");
  add.bind(1, document);
  add.bind_blob(2, {reinterpret_cast<const char*>(sketch.data()), sizeof sketch});
  add.run();
  change_bands(db, "INSERT OR IGNORE INTO bands(key, document) VALUES (?, ?)", document, sketch);
}

void remove_sketch(Database& db, std::int64_t document) {
  std::optional<NearCopies::Sketch> sketch;
  Query& find = db.cached("SELECT sketch FROM sketches WHERE document = ?");
  find.bind(1, document);
  find.first([&](const Query& row) { sketch = sketch_of(row.blob(0)); });
  if (sketch) change_bands(db, "DELETE FROM bands WHERE key = ? AND document = ?", document, *sketch);
  Query& remove = db.cached("DELETE FROM sketches WHERE document = ?");
  remove.bind(1, document);
  remove.run();
}

// The rows of either side are summed up, so that each table is read once from end to end.
bool bands_are_sound(Database& db) {
  std::uint64_t wanted = 0, found = 0;
  Query sketches = db.prepare("SELECT document, sketch FROM sketches");
  while (sketches.step()) {
    const auto sketch = sketch_of(sketches.blob(1));
    if (!sketch) return false;
    std::array<std::int64_t, NearCopies::kBands> keys{};
    for (std::size_t band = 0; band < keys.size(); ++band) keys[band] = band_key(*sketch, band);
    std::sort(keys.begin(), keys.end());
    const auto* const end = std::unique(keys.begin(), keys.end());  // two bands may have one key
    for (const auto* key = keys.begin(); key != end; ++key) wanted += digest_of(*key, sketches.integer(0));
  }
  Query bands = db.prepare("SELECT key, document FROM bands");
  while (bands.step()) found += digest_of(bands.integer(0), bands.integer(1));
  return wanted == found && !db.error();
}

}  // namespace dragoman
