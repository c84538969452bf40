#include "text/text.h"

#include "text/utf8.h"

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("offsets turn from bytes to code points and back", "[text]") {
  std::string s;
  for (int i = 0; i < 300; ++i) s += i % 3 == 0 ? "é" : i % 7 == 0 ? "–" : i % 11 == 0 ? "𝄞" : "x";
  auto text = Text::from_utf8(s);
  REQUIRE(text);
  CHECK(text->length() == 300);
  std::size_t at = 0;
  for (std::uint32_t n = 0; n < 300; ++n) {
    CHECK(text->code_point(static_cast<std::uint32_t>(at)) == n);
    CHECK(text->byte(n) == at);
    next_code_point(s, at);
  }
  CHECK(text->code_point(text->size()) == 300);
  CHECK(text->byte(300) == text->size());
}

TEST_CASE("what is not UTF-8 is refused with its place", "[text]") {
  for (const std::string bad : {"ab\xff", "ab\xc0\x80", "ab\xed\xa0\x80", "ab\xf5\x80\x80\x80", "ab\xe2\x82"}) {
    auto text = Text::from_utf8(bad);
    REQUIRE(!text);
    CHECK(text.error().message.find("byte 2 ") != std::string::npos);
  }
}
