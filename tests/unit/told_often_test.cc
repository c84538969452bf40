// How often facts are told, and work with a limit.
#include "query/told_often.h"

#include "store/shared_happenings.h"
#include "store/store.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace dragoman;

namespace {

void add_telling(Database& db, std::int64_t id, std::int64_t document, std::int64_t happening) {
  Query& add = db.cached(
      "INSERT INTO events(id, document, number, type, quad, goldstein, score, status, lemma, begin, end, happening) "
      "VALUES (?1, ?2, ?1, 'ASSAULT', 4, 0, 0, 'happened', 'raid', 0, 1, ?3)");
  add.bind(1, id);
  add.bind(2, document);
  add.bind(3, happening);
  add.run();
}

/// Happenings 7 of two reports, one of which tells it twice, 8 of one, and 9 of one that tells it twice.
std::unique_ptr<Database> told() {
  auto db = std::move(*Database::open(":memory:", Database::Mode::create));
  db->run("PRAGMA foreign_keys = OFF");
  db->run(std::string(store_schema()));
  add_telling(*db, 1, 1, 7);
  add_telling(*db, 2, 2, 8);
  add_telling(*db, 3, 3, 7);
  add_telling(*db, 4, 4, 9);
  add_telling(*db, 5, 1, 7);
  add_telling(*db, 6, 4, 9);
  write_all_shared_happenings(*db);
  return db;
}

std::vector<std::pair<std::int64_t, std::int64_t>> shared(Database& db) {
  std::vector<std::pair<std::int64_t, std::int64_t>> facts;
  each_shared_fact(db, FactList::events,
                   [&](std::int64_t fact, std::int64_t happening) { facts.emplace_back(happening, fact); });
  std::sort(facts.begin(), facts.end());
  return facts;
}

std::vector<std::int64_t> told_by(Database& db, int least) {
  Query query = db.prepare("SELECT happening FROM shared_happenings WHERE list = 'events' AND reports >= ? ORDER BY 1");
  query.bind(1, std::int64_t{least});
  return query.integers();
}

}  // namespace

TEST_CASE("happenings that several facts tell are kept with their facts and reports", "[store]") {
  using Facts = std::vector<std::pair<std::int64_t, std::int64_t>>;
  const auto db = told();
  CHECK(shared(*db) == Facts{{7, 1}, {7, 3}, {7, 5}, {9, 4}, {9, 6}});
  CHECK(told_by(*db, 1) == std::vector<std::int64_t>{7, 9});
  CHECK(told_by(*db, 2) == std::vector<std::int64_t>{7});  // a document that tells it twice is one report
  CHECK(wrong_shared_happenings(*db).empty());

  add_telling(*db, 8, 5, 8);
  db->run("DELETE FROM events WHERE id = 4");
  CHECK(wrong_shared_happenings(*db).size() == 2);
  for (const std::int64_t happening : {8, 9}) write_shared_happening(*db, FactList::events, happening);
  CHECK(shared(*db) == Facts{{7, 1}, {7, 3}, {7, 5}, {8, 2}, {8, 8}});
  CHECK(told_by(*db, 2) == std::vector<std::int64_t>{7, 8});
  CHECK(wrong_shared_happenings(*db).empty());

  db->run("INSERT INTO shared_happenings VALUES ('events', 99, 2, x'0204')");
  CHECK(wrong_shared_happenings(*db).size() == 1);
  CHECK_FALSE(db->error());
}

TEST_CASE("numbers of reports are gone down by in steps that hold ever more happenings", "[query]") {
  const auto db = told();
  for (std::int64_t i = 100; i < 130; ++i) add_telling(*db, i, i, i % 10);  // three more reports of each
  write_all_shared_happenings(*db);
  CHECK(levels_of_reports(*db, FactList::events, 2, 1) == std::vector<int>{5, 3, 2});
  CHECK(levels_of_reports(*db, FactList::events, 2, 2) == std::vector<int>{4, 2});
  CHECK(levels_of_reports(*db, FactList::events, 2, 99) == std::vector<int>{2});
  CHECK(levels_of_reports(*db, FactList::events, 4, 1) == std::vector<int>{5, 4});
  CHECK_FALSE(db->error());
}

TEST_CASE("work ends without an error where it takes more steps than it may", "[query]") {
  const auto path = std::filesystem::temp_directory_path() / "dragoman_steps.db";
  std::filesystem::remove(path);
  {
    const auto db = std::move(*Database::open(path, Database::Mode::create));
    constexpr const char* kLong =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT count(*) FROM n";
    {
      const StepLimit limit(*db, 20'000);
      CHECK(db->prepare(kLong).integers().empty());
      CHECK(limit.spent());
    }
    CHECK_FALSE(db->error());
    CHECK(db->prepare(kLong).integers() == std::vector<std::int64_t>{100'000});
  }
  std::filesystem::remove(path);
}
