#include "text/lazy_library.h"

#include <array>

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("a library that is opened when it is needed gives its functions, or says what is missing") {
  std::array<void*, 2> functions{};
  constexpr std::array kNames = {"cos", "ceil"};
  const LazyLibrary mathematics{"libm.so.6", kNames, functions};
  REQUIRE(load(mathematics));
  REQUIRE(load(mathematics));
  CHECK(reinterpret_cast<double (*)(double)>(functions[1])(2.5) == 3.0);

  std::array<void*, 2> none{};
  const auto absent = load({"libnowhere.so.7", kNames, none});
  REQUIRE_FALSE(absent);
  CHECK(absent.error().kind == ErrorKind::setup);
  CHECK(absent.error().to_string().starts_with("libnowhere.so.7: this library is needed here"));

  constexpr std::array kUnknown = {"cos", "squared_circle"};
  for (int i = 0; i < 2; ++i) {  // it stays unusable
    const auto lacking = load({"libm.so.6", kUnknown, none});
    REQUIRE_FALSE(lacking);
    CHECK(lacking.error().message.find("squared_circle") != std::string::npos);
  }
}
