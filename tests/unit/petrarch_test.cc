// A user's verb dictionary: its notation, its errors, and what it codes.
#include "petrarch/dictionary.h"
#include "petrarch/pattern.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

constexpr const char* kSample = R"(# an own dictionary
&TREATY
+TREATY
+PEACE_ACCORD
+PROTOCOL_

<!-- a comment
of two lines -->
--- SIGN [057] ---
SIGN
INITIAL {INITIALED INITIALING} [0571]   # with its own code
+SIGN_OFF [030]
- * &TREATY (WITH +) [057:057]  ; both ways
- {RELIEF WORKERS} * (IN ^) [---]
- * {OLD &TREATY} [0256]
)";

std::string error_of(std::string_view text) {
  const auto dictionary = PetrarchDictionary::parse(text, "my.txt");
  if (!dictionary) return dictionary.error().to_string();
  return dictionary->faults.empty() ? "none" : dictionary->faults.front().to_string();
}

}  // namespace

TEST_CASE("a PETRARCH dictionary is read with its verbs, synonyms and patterns", "[petrarch]") {
  const auto read = PetrarchDictionary::parse(kSample, "my.txt");
  REQUIRE(read);
  const PetrarchDictionary& d = *read;
  for (const char* form : {"sign", "signs", "signed", "signing", "initial", "initialed", "initialing"}) {
    CHECK(d.verbs.contains(form));
  }
  CHECK(!d.verbs.contains("initials"));  // forms that are given are all
  REQUIRE(d.verbs.at("sign").size() == 2);
  CHECK(d.verbs.at("sign")[0].code.forth == "057");
  CHECK(d.verbs.at("sign")[1].after == std::vector<std::string>{"off"});
  CHECK(d.verbs.at("sign")[1].code.forth == "030");
  CHECK(d.verbs.at("initialed")[0].code.forth == "0571");

  REQUIRE(d.blocks.size() == 1);
  REQUIRE(d.blocks[0].size() == 3);
  const PetrarchPattern& with = d.blocks[0][0];
  CHECK(with.line == 13);
  CHECK(with.code.forth == "057");
  CHECK(with.code.back == "057");
  REQUIRE(with.after.nouns.size() == 1);
  CHECK(with.after.nouns[0].phrases ==
        std::vector<std::vector<std::string>>{{"treaty"}, {"peace", "accord"}, {"protocol_"}});
  REQUIRE(with.after.prepositions.size() == 1);
  CHECK(with.after.prepositions[0].word == "with");
  CHECK(with.after.prepositions[0].elements[0].kind == PetrarchElement::Kind::target);
  const PetrarchPattern& workers = d.blocks[0][1];
  CHECK(workers.code.none());
  CHECK(workers.before.nouns[0].phrases[0] == std::vector<std::string>{"relief", "workers"});
  CHECK(workers.after.prepositions[0].elements[0].kind == PetrarchElement::Kind::anything);
  CHECK(d.blocks[0][2].after.nouns[0].phrases[1] == std::vector<std::string>{"old", "peace", "accord"});
}

TEST_CASE("errors of a PETRARCH dictionary name the line, what was found and what was expected", "[petrarch]") {
  const std::string head = "--- SIGN [057] ---\nSIGN\n";
  CHECK_THAT(error_of(head + "- * &TREATY [057]"),
             Catch::StartsWith("my.txt:3: found &TREATY, which no line before it defines"));
  CHECK_THAT(error_of(head + "- * TREATY"), Catch::StartsWith("my.txt:3: found a pattern without a code"));
  CHECK_THAT(error_of(head + "- TREATY [057]"), Catch::Contains("without \"*\""));
  CHECK_THAT(error_of(head + "- * X * Y [057]"), Catch::Contains("more than one \"*\""));
  CHECK_THAT(error_of(head + "- * (WITH + [057]"), Catch::Contains("found \"(\" without \")\""));
  CHECK_THAT(error_of(head + "- * WITH) [057]"), Catch::Contains("found \")\" without \"(\""));
  CHECK_THAT(error_of(head + "- * {OLD TREATY [057]"), Catch::Contains("found \"{\" without \"}\""));
  CHECK_THAT(error_of(head + "- * () [057]"), Catch::Contains("without a preposition"));
  CHECK_THAT(error_of(head + "- * TREATY [57]"), Catch::StartsWith("my.txt:3: found the code \"57\", expected CAMEO"));
  CHECK_THAT(error_of(head + "- * TREATY [0:057]"), Catch::Contains("found the code \"0\""));
  CHECK_THAT(error_of("--- SIGN [057 ---\n"), Catch::StartsWith("my.txt:1: found"));
  CHECK_THAT(error_of("SIGN [057]\n"), Catch::StartsWith("my.txt:1: found \"SIGN [057]\" before any block"));
  CHECK_THAT(error_of(head + "CALL OFF\n"), Catch::Contains("expected one verb"));
  CHECK_THAT(error_of("<!-- never closed\n" + head), Catch::Contains("has no \"-->\""));
  CHECK_THAT(error_of(""), Catch::Contains("found no verb"));
  CHECK(error_of(head + "~ a (a b SIGN) SAY = a b 057") == "none");
}
