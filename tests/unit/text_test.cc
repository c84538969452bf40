#include "text/text.h"

#include "text/readable_text.h"
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

TEST_CASE("a text without signs for the eye alone knows the way back to the text as given", "[text]") {
  const std::string given =
      "\xC2\xADThe am\xC2\xAD"
      "bassa-\ndor\xE2\x80\x8B met\xC2\xA0us.\xC2\xAD";
  const auto readable = readable_text(given);
  REQUIRE(readable);
  CHECK(readable->text == "The ambassador met us.");
  REQUIRE(readable->length == 22);
  const auto text = Text::from_utf8(given);
  REQUIRE(text);
  const auto as_given = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(readable->text.find(words));
    const auto end = begin + static_cast<std::uint32_t>(words.size());
    return text->view(text->byte(readable->begin_of(begin)), text->byte(readable->end_of(end)));
  };
  CHECK(as_given("The") == "The");
  CHECK(as_given("ambassador") ==
        "am\xC2\xAD"
        "bassa-\ndor");
  CHECK(as_given("met us") == "met\xC2\xA0us");
  CHECK(as_given(".") == ".");
  CHECK(readable->begin_of(22) == 27);
  CHECK(readable->end_of(0) == 0);
  CHECK(!readable_text("nothing to change"));

  const std::string curly =
      "O\xE2\x80\x99Hara hasn\xE2\x80\x99t left: \xE2\x80\x98No.\xE2\x80\x99 A \xE2\x80\x98no\xE2\x80\x99!";
  const auto plain = readable_text(curly);
  REQUIRE(plain);
  CHECK(plain->text == "O\xE2\x80\x99Hara hasn't left: \xE2\x80\x98No.\xE2\x80\x99 A \xE2\x80\x98no\xE2\x80\x99!");
  CHECK(plain->shifts.empty());
  CHECK(!readable_text("\xE2\x80\x99Twas said by the \xE2\x80\x98guild\xE2\x80\x99 and the cooks\xE2\x80\x99 union"));
}

TEST_CASE("the full stop of a short form before a name is not read", "[text]") {
  const ShortForms short_forms{{"Capt", "Brig"}, {"the"}};
  const auto readable = readable_text("Capt. Paz met Brig. Gen. Lund.", short_forms);
  REQUIRE(readable);
  CHECK(readable->text == "Capt Paz met Brig Gen Lund.");
  CHECK(readable->begin_of(5) == 6);
  CHECK(readable->end_of(8) == 9);
  CHECK(!readable_text("He was a Capt. The army knew. Gen. Lund left.", short_forms));
  const auto glued = readable_text("(Capt.Paz)", short_forms);
  REQUIRE(glued);
  CHECK(glued->text == "(Capt Paz)");
}

TEST_CASE("a short form before a country may end its sentence", "[text]") {
  const ShortForms short_forms{{"Capt", "Lt", "Eng"}, {"the", "is", "in", "to"}};
  const auto read = [&](std::string_view text) {
    const auto readable = readable_text(
        text, short_forms, [](std::string_view words) { return words == "Jordan" || words == "New Zealand"; });
    return readable ? readable->text : std::string(text);
  };
  CHECK(read("His rank is Lt. Jordan agreed.") == "His rank is Lt. Jordan agreed.");
  CHECK(read("She rose to Lt. Col. New Zealand agreed.") == "She rose to Lt Col. New Zealand agreed.");
  CHECK(read("He was born in\nEng. Jordan's king knew.") == "He was born in\nEng. Jordan's king knew.");
  CHECK(read("She wrote to Capt. Jordan Lund.") == "She wrote to Capt Jordan Lund.");
  CHECK(read("She wrote to Capt. New Lund.") == "She wrote to Capt New Lund.");
  CHECK(read("Capt. Jordan agreed.") == "Capt Jordan agreed.");
}
