#include "program/batches.h"

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("a batch ends when it is full, or when others have waited for long", "[store]") {
  auto store = Store::open(":memory:", Store::Mode::create);
  REQUIRE(store);
  Batches large(**store, std::chrono::hours(1));
  for (int i = 1; i < 256; ++i) {
    REQUIRE_FALSE(large.begin());
    REQUIRE_FALSE(large.end());
    REQUIRE_FALSE(large.pass());
    CHECK_FALSE(large.are_closed());
  }
  CHECK_FALSE(large.end());
  CHECK(large.are_closed());
  CHECK_FALSE(large.pass());  // there is none
  CHECK_FALSE(large.begin());
  CHECK_FALSE(large.end());
  CHECK_FALSE(large.finish({}));

  Batches quick(**store, std::chrono::milliseconds(0));
  REQUIRE_FALSE(quick.begin());
  REQUIRE_FALSE(quick.end());
  CHECK(quick.are_closed());
  CHECK_FALSE(quick.finish({}));
}
