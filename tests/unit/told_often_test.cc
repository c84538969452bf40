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

/// Tellings by number, each in a document of its own, with the leader that each is one with.
constexpr const char* kTellings =
    "CREATE TABLE tellings (list TEXT, fact INTEGER, document INTEGER, own INTEGER, first INTEGER, one INTEGER, "
    "PRIMARY "
    "KEY (list, fact)) WITHOUT ROWID; CREATE INDEX tellings_one ON tellings(list, one) WHERE one <> own AND first IS "
    "NULL; INSERT INTO tellings VALUES ('events', 1, 1, 7, NULL, 7), ('events', 2, 2, 8, NULL, 8), ('events', 3, 3, 6, "
    "NULL, 7), ('events', 4, 4, 9, NULL, 9), ('events', 5, 1, 7, 1, 7)";

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
    writer->run("INSERT INTO tellings VALUES ('events', 6, 5, 5, NULL, 9), ('events', 7, 6, 4, NULL, 9)");
    writer->run("DELETE FROM tellings WHERE fact = 3");
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
        "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 129) INSERT INTO tellings SELECT "
        "'events', i, i, -i, NULL, i % 10 FROM n");  // ten more happenings of four reports each, but for 7: five
    CHECK(levels_of_reports(*db, FactList::events, 2, 1) == std::vector<int>{5, 4, 2});
    CHECK(levels_of_reports(*db, FactList::events, 2, 3) == std::vector<int>{4, 2});
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
