#include "reader/set_aside.h"

#include <stdexcept>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

Result<int> failing_with(int kind) {
  return set_aside_on_failure("report.txt", [kind]() -> Result<int> {
    if (kind == 1) throw std::bad_alloc();
    if (kind == 2) return std::vector<int>(3).at(9);
    if (kind == 3) return Error{ErrorKind::usage, "flag", "is wrong"};
    return 7;
  });
}

}  // namespace

TEST_CASE("what fails inside is an error of the document that names the cause", "[reader]") {
  const auto memory = failing_with(1);
  REQUIRE_FALSE(memory);
  CHECK(memory.error().kind == ErrorKind::input);
  CHECK(memory.error().where == "report.txt");
  CHECK(memory.error().message.find("memory") != std::string::npos);
  const auto fault = failing_with(2);
  REQUIRE_FALSE(fault);
  CHECK(fault.error().kind == ErrorKind::input);
  CHECK(fault.error().where == "report.txt");
  CHECK(fault.error().message.find("vector") != std::string::npos);
}

TEST_CASE("what does not fail inside stays as it is", "[reader]") {
  CHECK(*failing_with(0) == 7);
  CHECK(failing_with(3).error().kind == ErrorKind::usage);
}
