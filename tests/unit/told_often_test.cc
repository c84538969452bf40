#include "query/told_often.h"

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::vector<std::int64_t> often(Database& db, int least = 2) {
  find_told_often(db, FactList::events);
  Query query = db.prepare("SELECT happening FROM temp.told_often WHERE list = 'events' AND reports >= ? ORDER BY 1");
  query.bind(1, std::int64_t{least});
  return query.integers();
}

/// Each in a document of its own, but for the last.
constexpr const char* kTellings =
    "CREATE TABLE events (id INTEGER PRIMARY KEY, document INTEGER, happening INTEGER NOT NULL); INSERT INTO events "
    "VALUES "
    "(1, 1, 7), (2, 2, 8), (3, 3, 7), (4, 4, 9), (5, 1, 7)";

}  // namespace

TEST_CASE("what several reports tell is known anew when another connection has written", "[query]") {
  const auto path = std::filesystem::temp_directory_path() / "dragoman_told_often.db";
  std::filesystem::remove(path);
  {
    const auto writer = std::move(*Database::open(path, Database::Mode::create));
    writer->run(kTellings);
    const auto reader = std::move(*Database::open(path, Database::Mode::read));
    CHECK(often(*reader) == std::vector<std::int64_t>{7});
    CHECK(often(*reader, 3).empty());  // a document that tells it twice is one report
    writer->run("INSERT INTO events VALUES (6, 5, 9), (7, 6, 9)");
    writer->run("DELETE FROM events WHERE id = 3");
    CHECK(often(*reader) == std::vector<std::int64_t>{9});
    CHECK(often(*reader, 3) == std::vector<std::int64_t>{9});
    CHECK_FALSE(reader->error());
  }
  std::filesystem::remove(path);
}

TEST_CASE("numbers of reports are gone down by in steps that hold ever more happenings", "[query]") {
  const auto path = std::filesystem::temp_directory_path() / "dragoman_levels.db";
  std::filesystem::remove(path);
  {
    const auto db = std::move(*Database::open(path, Database::Mode::create));
    db->run(kTellings);
    db->run(
        "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 129) INSERT INTO events SELECT i, "
        "i, "
        "i % 10 FROM n");  // three more reports of each
    CHECK(levels_of_reports(*db, FactList::events, 2, 1) == std::vector<int>{5, 3, 2});
    CHECK(levels_of_reports(*db, FactList::events, 2, 2) == std::vector<int>{4, 2});
    CHECK(levels_of_reports(*db, FactList::events, 2, 99) == std::vector<int>{2});
    CHECK(levels_of_reports(*db, FactList::events, 4, 1) == std::vector<int>{5, 4});
    CHECK_FALSE(db->error());
  }
  std::filesystem::remove(path);
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
