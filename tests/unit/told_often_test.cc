#include "query/told_often.h"

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::vector<std::int64_t> often(Database& db) {
  find_told_often(db, FactList::events);
  return db.prepare("SELECT fact FROM temp.told_often WHERE list = 'events' AND tellings >= 2 ORDER BY fact").integers();
}

}  // namespace

TEST_CASE("what several reports tell is known anew when another connection has written", "[query]") {
  const auto path = std::filesystem::temp_directory_path() / "dragoman_told_often.db";
  std::filesystem::remove(path);
  {
    const auto writer = std::move(*Database::open(path, Database::Mode::create));
    writer->run("CREATE TABLE events (id INTEGER PRIMARY KEY, happening INTEGER NOT NULL)");
    writer->run("INSERT INTO events VALUES (1, 7), (2, 8), (3, 7), (4, 9)");
    const auto reader = std::move(*Database::open(path, Database::Mode::read));
    CHECK(often(*reader) == std::vector<std::int64_t>{1, 3});
    CHECK(often(*reader) == std::vector<std::int64_t>{1, 3});
    writer->run("INSERT INTO events VALUES (5, 9)");
    writer->run("DELETE FROM events WHERE id = 3");
    CHECK(often(*reader) == std::vector<std::int64_t>{4, 5});
    CHECK_FALSE(reader->error());
  }
  std::filesystem::remove(path);
}
