#include "reader/check.h"
#include "record/defects.h"
#include "record/record_json.h"
#include "support/model.h"
#include "support/schema.h"

#include <algorithm>
#include <ctime>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace dragoman;

namespace {

std::string json_of(const ReaderCore& reader, const Reading& reading) {
  std::string out;
  append_record_json(out, reading.record, *reading.text, reader.generator());
  return out;
}

/// Reads the text and checks that the record is sound and follows the schema; gives its JSON.
std::string read_sound(const ReaderCore& reader, const Document& document, Engine::Workspace& workspace) {
  static const nlohmann::json kSchema = nlohmann::json::parse(record_schema());
  INFO(document.uri);
  const auto reading = reader.read(document, workspace);
  if (!reading) {
    FAIL_CHECK(reading.error().to_string());
    return {};
  }
  for (const std::string& defect : record_defects(reading->record)) FAIL_CHECK(defect);
  std::string json = json_of(reader, *reading);
  for (const std::string& defect : schema_defects(kSchema, nlohmann::json::parse(json))) FAIL_CHECK(defect);
  return json;
}

/// The texts of the cases, in stretches of twenty to a document.
std::vector<Document> documents() {
  const auto cases = load_cases(DRAGOMAN_SOURCE_DIR "/tests/cases");
  REQUIRE(cases);
  std::vector<Document> out;
  for (std::size_t i = 0; i < cases->size(); ++i) {
    if (i % 20 == 0) out.emplace_back().uri = (*cases)[i].where;
    out.back().text += (*cases)[i].document.text + "\n\n";
    out.back().published = (*cases)[i].document.published;
  }
  return out;
}

std::string repeated(std::string_view s, std::size_t times) {
  std::string out;
  out.reserve(s.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += s;
  return out;
}

}  // namespace

TEST_CASE("reports give sound records that follow the schema", "[reader]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  Engine::Workspace workspace;
  for (const Document& document : documents()) {
    const std::string json = read_sound(*reader, document, workspace);
    CHECK(json.find("\"sentences\":[{\"id\":\"s1\"") != std::string::npos);
  }
}

TEST_CASE("a record depends on its document alone, not on what was read before", "[reader]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  Engine::Workspace forwards, backwards;
  std::vector<std::string> first, second;
  const std::vector<Document> all = documents();
  for (const Document& d : all) first.push_back(read_sound(*reader, d, forwards));
  for (auto d = all.rbegin(); d != all.rend(); ++d) second.push_back(read_sound(*reader, *d, backwards));
  std::reverse(second.begin(), second.end());
  CHECK(first == second);
}

TEST_CASE("odd texts are read soundly", "[reader]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  Engine::Workspace workspace;
  const std::vector<std::string> texts = {
      "x",
      ".",
      "\"",
      "“",
      "  He said: ",
      "\n\n\nA\n\n",
      "(((((((",
      "”’»\"''",
      "He said “she said ‘they said «we said \"no\"»’”",
      "\xEF\xBB\xBF"
      "A.",
      "a\r\nb\r\nc",
      "\u2028\u2029\u0085x",
      "Ke\u0301nya \U0001F1F0\U0001F1EA said \U0001F600.",
      "\u202Eyad olleh\u202C said the minister.",
      "said said said said said said",
      "Saturday Saturday Saturday",
      "Mr. Mr. Mr. President Minister of the of the",
      "On 31 February 2016 and on 99/99/9999 and in the year 999999999999999999999, it said.",
      "THE PRIME MINISTER OF JAPAN TOLD THE PRESIDENT OF FRANCE THAT TALKS WOULD RESUME.",
      "1 2 3 4 5 6 7 8 9 10",
      "http://example.org/" + std::string(5000, 'a'),
      std::string(20000, 'x'),
      repeated("- ", 3000)};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Document document;
    document.uri = "odd text " + std::to_string(i);
    document.text = texts[i];
    read_sound(*reader, document, workspace);
    document.published = "2016-12-03";
    read_sound(*reader, document, workspace);
  }
}

TEST_CASE("long texts take time in proportion", "[reader]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  Engine::Workspace workspace;
  const std::vector<std::string> pieces = {
      "The minister of Kenya told his counterpart on Friday that talks with Canada would resume in Nairobi next "
      "month. ",
      "and the envoy of Peru ",
      "“He said ",
      "Minister Ann Smith, ",
      "the deal, the deal, ",
      "officials and ministers and ",
      "according to Kenya, ",
      "Kenya agreed with Peru on the deal, "};
  for (const std::string& piece : pieces) {
    const auto seconds = [&](std::size_t times) {
      Document document;
      document.uri = piece + "× " + std::to_string(times);
      document.text = repeated(piece, times);
      document.published = "2016-12-03";
      const std::clock_t begin = std::clock();  // of the processor: others may be at work on the machine
      const auto reading = reader->read(document, workspace);
      REQUIRE(reading);
      CHECK(record_defects(reading->record).empty());
      return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    const std::size_t times = 40000 / piece.size();
    seconds(times);  // fills the caches
    const double one = seconds(times), eight = seconds(times * 8);
    INFO(piece << ": " << one << " s, eight times as long " << eight << " s");
    CHECK(eight < 8 * 4 * one + 0.5);
  }
}

TEST_CASE("a headline and what it tells of are one event", "[reader]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const auto accusations = [&](std::string text) {
    const Record record = read_record(*reader, std::move(text));
    std::vector<std::pair<std::string, std::size_t>> out;
    for (const Event& e : record.events) {
      if (e.type != EventType::accuse || e.actors.size() != 1) continue;
      CHECK(e.status == EventStatus::happened);
      out.emplace_back(record.entities[e.actors[0]].name, e.also.size());
    }
    return out;
  };
  using Told = std::vector<std::pair<std::string, std::size_t>>;
  CHECK(
      accusations(
          "Ambassador scolds Niger over dam\n\nOve Lund of Norway scolded Niger on Monday for draining the lake.\n") ==
      Told{{"Ove Lund", 1}});
  CHECK(accusations(
            "Norway scolds Chad over dam\n\nOve Lund of Norway scolded Mali on Monday for draining the lake.\n") ==
        Told{{"Norway", 0}, {"Ove Lund", 0}});
}

TEST_CASE("a headline tells of who and whom by country or noun", "[reader]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const auto told_once = [&](std::string text) {
    const Record record = read_record(*reader, std::move(text));
    return record.events.size() == 1 && record.events[0].also.size() == 1;
  };
  CHECK(
      told_once("Kenya expels Ugandan envoy\n\nKenya on Thursday expelled the ambassador of Uganda, Moses Okello.\n"));
  CHECK(told_once("Two envoys expelled by Kenya\n\nThe Kenyan government on Thursday expelled two Ugandan envoys.\n"));
  CHECK(told_once("Peru slams Chile over dam\n\nPeru's foreign minister, Ana Soto, on Tuesday condemned Chile.\n"));
  CHECK(
      told_once("UN council urges Mali to let in aid\n\nThe Security Council on Monday called on the Malian government "
                "to let in aid.\n"));
  CHECK(told_once("Rebels seize Malian town\n\nRebels captured the northern Malian town of Tessit on Tuesday.\n"));
  CHECK(told_once("Teachers protest in Quito\n\nThousands of teachers marched in Quito on Wednesday.\n"));
  CHECK_FALSE(told_once("Kenya expels Ugandan envoy\n\nUganda expelled the Kenyan ambassador on Thursday.\n"));
  CHECK_FALSE(told_once("Peru slams Chile over dam\n\nPeru's foreign minister, Ana Soto, condemned Bolivia.\n"));
}

TEST_CASE("a ministry is of the country of the dateline, not of the headline", "[reader]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record =
      read_record(*reader,
                  "Estonian ferry runs aground off Ventspils\n\nRIGA, Latvia (AP) -- The Interior Ministry said on "
                  "Monday that nobody was hurt.\n");
  std::vector<std::string> countries;
  for (const Entity& e : record.entities) {
    if (e.name == "Interior Ministry") countries.push_back(e.country);
  }
  CHECK(countries == std::vector<std::string>{"LVA"});
}

TEST_CASE("an office that bodies alone have is of no country", "[reader]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record = read_record(
      *reader,
      "Kenya's growers sell to Kenyan shops. Kenya has had rain. Moses Kilonzo, chairman and chief executive officer, "
      "said that Kenya would harvest more. Senator Ruth Njeri agreed.\n");
  std::size_t offices = 0;
  for (const Entity& e : record.entities) {
    for (const Role& role : e.roles) {
      ++offices;
      CHECK(role.country == (role.title == "senator" ? "KEN" : ""));
    }
  }
  CHECK(offices == 3);
}
