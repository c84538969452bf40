#include "program/terminal.h"

#include <catch2/catch.hpp>

namespace dragoman {
namespace {

TEST_CASE("Progress says documents, words a second, what was set aside and the time left") {
  CHECK(progress_line({200, 80'000, 3}, 20, 0.5) ==
        "[##########          ]  50 %, 200 documents, 10 a second, 4000 words a second, 3 set aside, 20 s left");
  CHECK(progress_line({200}, 20, -1) == "200 documents, 10 a second");
  CHECK(progress_line({10, 0, 1}, 100, 0.25) ==
        "[#####               ]  25 %, 10 documents, 0 a second, 1 set aside, 5 min left");
  CHECK(progress_line({10}, 1000, 0.1).ends_with(", 2 h 30 min left"));
  CHECK(progress_line({10}, 10, 2).starts_with("[####################] 100 %"));
}

}  // namespace
}  // namespace dragoman
