#include "reader/expect.h"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace dragoman;

namespace {

/// "Canada and Kenya agreed on Friday." with two countries, an event and a time.
struct Sample {
  Text text = *Text::from_utf8("Canada and Kenya agreed on Friday.");
  Record record;

  Sample() {
    for (const auto& [name, country, span] : {std::tuple{"Canada", "CAN", Span{0, 6}}, {"Kenya", "KEN", {11, 16}}}) {
      Entity e;
      e.name = name;
      e.type = EntityType::country;
      e.country = country;
      e.mentions = {{span, MentionKind::name}};
      record.entities.push_back(e);
    }
    Event event;
    event.type = EventType::agree;
    event.cameo = "030";
    event.actors = {0, 1};
    event.trigger = {{17, 23}, "agree"};
    event.evidence = {0, {0, 34}};
    record.events.push_back(event);
    record.times.push_back({{27, 33}, TimeType::date, "2019-05-10", ""});
  }

  bool met(const std::string& line) const {
    auto expectation = parse_expectation(line, "x:1");
    INFO(line);
    if (!expectation) FAIL(expectation.error().to_string());
    return !why_unmet(*expectation, record, text);
  }
};

std::unique_ptr<StanzaFile> file_of(const std::string& bytes) {
  const auto path = std::filesystem::temp_directory_path() / ("dragoman-expect-" + std::to_string(getpid()) + ".txt");
  std::ofstream(path) << bytes;
  auto file = read_stanzas(path);
  std::filesystem::remove(path);
  REQUIRE(file);
  (*file)->path = "cases.txt";
  return std::move(*file);
}

}  // namespace

TEST_CASE("an expectation is met by an item that has all its fields", "[expect]") {
  const Sample s;
  for (const auto* line :
       {"event: type=AGREE actors=Kenya,Canada status=happened", "event: cameo=03 recipients=none",
        "entity: name=kenya", "event: evidence~\"Kenya agreed\" lemma=agree", "event: actors~Kenya",
        "time: text=Friday value=2019-05-10", "event: type=\"REJECT|AGREE\"", "no-event: type=AGREE actors=Canada",
        "no-statement:", "entity: mention=Canada", "no-event: type=REJECT", "entity: country=CAN anonymous=false",
        "document: basis=unknown published=none"}) {
    CHECK(s.met(line));
  }
  for (const auto* line : {"event: type=AGREE actors=Canada", "event: actors=Canada,Canada", "event: recipients=Kenya",
                           "event: type=AGREE actors=none", "no-event: type=AGREE", "statement: kind=direct",
                           "time: text=Friday value=2019-05-17", "event: cameo=031", "event: evidence~treaty"}) {
    CHECK_FALSE(s.met(line));
  }
}

TEST_CASE("a failure shows what was found", "[expect]") {
  const Sample s;
  auto expectation = parse_expectation("event: type=REJECT", "x:1");
  REQUIRE(expectation);
  const auto why = why_unmet(*expectation, s.record, s.text);
  REQUIRE(why);
  CHECK(why->find("type=AGREE") != std::string::npos);
  CHECK(why->find("actors=Canada,Kenya") != std::string::npos);
}

TEST_CASE("an expectation that cannot be read is an error", "[expect]") {
  for (const auto* line : {"evnt: type=AGREE", "event type=AGREE", "event: kind=direct", "event: type", "event: =AGREE",
                           "event: type=", "event: theme=\"open talks"}) {
    INFO(line);
    CHECK_FALSE(parse_expectation(line, "x:1"));
  }
}

TEST_CASE("cases are stanzas that begin with a text", "[expect]") {
  auto cases =
      read_cases(*file_of("# talks\ntext: Canada agreed.\n  It did.\npublished: 2019-05-11\n"
                          "event: type=AGREE\nno-event: type=REJECT\n\ntext: B.\nno-time: value=2019\n"));
  REQUIRE(cases);
  REQUIRE(cases->size() == 2);
  CHECK((*cases)[0].where == "cases.txt:2");
  CHECK((*cases)[0].document.text.starts_with("Canada agreed."));
  CHECK((*cases)[0].document.published == "2019-05-11");
  CHECK((*cases)[0].expectations.size() == 2);
  CHECK((*cases)[1].expectations[0].none);
  for (const auto* bad : {"event: type=AGREE\n", "text: A.\n", "text: A.\npublished: Friday\nevent: type=AGREE\n",
                          "text: A.\nevent: kind=x\n"}) {
    INFO(bad);
    CHECK_FALSE(read_cases(*file_of(bad)));
  }
}

TEST_CASE("examples of lexicon entries are cases when something is expected of them", "[expect]") {
  auto cases =
      read_examples(*file_of("verb: agree\nexample: A one.\nexample: A two.\nexpect: event: type=AGREE\n"
                             "expect: no-event: type=REJECT\n\nverb: hope\nexample: A three.\n"));
  REQUIRE(cases);
  REQUIRE(cases->size() == 1);
  CHECK((*cases)[0].document.text == "A two.");
  CHECK((*cases)[0].expectations.size() == 2);
  CHECK_FALSE(read_examples(*file_of("verb: agree\nexpect: event: type=AGREE\n")));
}
