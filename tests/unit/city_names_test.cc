#include "query/names.h"

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("a city is asked for under all its names", "[search]") {
  const auto cities = CityNames::load(std::filesystem::path(DRAGOMAN_SOURCE_DIR) / "lexicon");
  REQUIRE(cities);
  const auto has = [&](const char* typed, const char* name) {
    const auto all = cities->all(typed);
    return std::find(all.begin(), all.end(), name) != all.end();
  };
  CHECK(has("kiev", "kyiv"));
  CHECK(has("kyiv", "kiev"));
  CHECK(has("kiev", "kiev"));
  CHECK(has("lvov", "lviv"));
  CHECK(has("peking", "beijing"));
  CHECK(has("bombay", "mumbai"));
  CHECK(has("rangoon", "yangon"));
  CHECK(has("washington", "washington dc"));
  CHECK_FALSE(has("kiev", "lviv"));
  CHECK(cities->all("nowhere at all") == std::vector<std::string>{"nowhere at all"});
}
