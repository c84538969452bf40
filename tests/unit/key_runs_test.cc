#include "store/key_runs.h"

#include "store/store.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

constexpr std::uint32_t kKeys = 40, kShift = 24;

using Wanted = std::set<std::pair<KeyPart, KeyEntry>>;

/// True where the index finds under every key what it should, and nothing else.
bool finds(KeyRuns& runs, const Wanted& wanted) {
  for (std::int64_t block = -1; block <= 1; ++block) {
    for (std::uint32_t key = 0; key < kKeys; ++key) {
      Wanted found;
      const KeyPart part{0, block};
      bool in_order = true;
      runs.each_source(part, key << kShift, [&](std::span<const KeyEntry> entries) {
        in_order = in_order && std::is_sorted(entries.begin(), entries.end());
        for (const KeyEntry& entry : entries) in_order = found.insert({part, entry}).second && in_order;
      });
      const auto begin = wanted.lower_bound({part, {key << kShift, INT32_MIN, 0}});
      const auto end = wanted.lower_bound({part, {(key << kShift) + 1, INT32_MIN, 0}});
      if (!in_order || found != Wanted(begin, end)) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("runs of keys find what was added and not taken out, whatever was committed or taken back") {
  auto store = Store::open(":memory:", Store::Mode::create);
  REQUIRE(store);
  Database& db = (*store)->database();
  KeyRuns& runs = KeyRuns::tellings(db);
  std::mt19937 chance(3);
  Wanted wanted;
  for (int transaction = 0; transaction < 40; ++transaction) {
    const Wanted before = wanted;
    REQUIRE_FALSE((*store)->begin());
    const auto all = [](const KeyPart&, const KeyEntry&) { return true; };
    if (transaction % 2 == 0) runs.keep_first(0, -1, 0, SIZE_MAX, all);
    for (unsigned i = chance() % 300; i > 0; --i) {
      const KeyPart part{0, static_cast<std::int64_t>(chance() % 3) - 1};
      const KeyEntry entry{static_cast<std::uint32_t>(chance() % kKeys) << kShift,
                           static_cast<std::int32_t>(chance() % 1000) - 500, std::int64_t{1} << (chance() % 40)};
      if (chance() % 4 != 0) {
        if (wanted.insert({part, entry}).second) runs.add(part, entry);
      } else if (!wanted.empty()) {
        auto at = wanted.lower_bound({part, entry});
        if (at == wanted.end()) at = wanted.begin();
        runs.remove(at->first, at->second);
        wanted.erase(at);
      }
    }
    CHECK(finds(runs, wanted));
    runs.keep_first(0, 0, 1, SIZE_MAX, all);
    CHECK(finds(runs, wanted));
    if (chance() % 5 == 0) {
      (*store)->roll_back();
      wanted = before;
    } else {
      REQUIRE_FALSE((*store)->commit());
    }
    CHECK(finds(runs, wanted));
    runs.forget();
    CHECK(runs.are_sound());
  }
  std::size_t entries = 0, count = 0;
  for (const KeyPart& part : runs.parts()) {
    runs.each_entry(part, [&](const KeyEntry& entry) { entries += wanted.contains({part, entry}) ? 1 : 1000; });
  }
  db.prepare("SELECT count(*) FROM telling_runs").first([&](const Query& row) {
    count = static_cast<std::size_t>(row.integer(0));
  });
  CHECK(entries == wanted.size());
  CHECK(count <= 15);  // in three parts
  db.run("UPDATE telling_runs SET bits = bits + 1");
  runs.forget();
  CHECK_FALSE(runs.are_sound());
}

TEST_CASE("of the keys that are wanted, the first entries are kept, and the part is whole again after a change") {
  auto store = Store::open(":memory:", Store::Mode::create);
  REQUIRE(store);
  KeyRuns& runs = KeyRuns::tellings((*store)->database());
  const KeyPart part{0, 3};
  REQUIRE_FALSE((*store)->begin());
  for (std::int32_t rank = 0; rank < 1000; ++rank) {
    runs.add(part, {7, rank % 2 == 0 ? rank : 2000 - rank, rank});
    runs.add(part, {8, rank, rank});
    if (rank % 100 == 0) runs.write();
  }
  runs.write();
  const auto ranks_of = [&](std::uint32_t key) {
    std::vector<std::int32_t> ranks;
    runs.each_source(part, key, [&](std::span<const KeyEntry> entries) {
      for (const KeyEntry& entry : entries) ranks.push_back(entry.rank);
    });
    std::sort(ranks.begin(), ranks.end());
    return ranks;
  };
  runs.keep_first(0, 3, 4, 3, [](const KeyPart&, const KeyEntry& entry) { return entry.key == 7; });
  CHECK(ranks_of(7) == std::vector<std::int32_t>{0, 2, 4});
  CHECK(ranks_of(8).empty());
  std::size_t entries = 0;
  runs.each_entry(part, [&](const KeyEntry&) { ++entries; });
  CHECK(entries == 2000);
  runs.remove(part, {7, 0, 0});
  CHECK(ranks_of(7).size() == 999);
  CHECK(ranks_of(8).size() == 1000);
}

TEST_CASE("a chunk of keys comes out as it went in, and other bytes do not") {
  const std::vector<KeyEntry> entries = {
      {0, -7, 1}, {5, INT32_MIN, 300}, {5, 9, std::int64_t{1} << 40}, {UINT32_MAX, INT32_MAX, 2}};
  const std::string bytes = packed_entries(entries);
  CHECK(unpacked_entries(bytes) == entries);
  CHECK(unpacked_entries("") == std::vector<KeyEntry>{});
  CHECK_FALSE(unpacked_entries(bytes.substr(0, bytes.size() - 1)));
  CHECK_FALSE(unpacked_entries(std::string(9, '\xFF')));
}
