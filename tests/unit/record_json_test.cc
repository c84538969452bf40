#include "record/record_json.h"

#include "record/json_writer.h"
#include "record/record_reader.h"
#include "support/schema.h"
#include "text/sha256.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace dragoman;
using nlohmann::json;

namespace {

/// A record with one item in every list and every optional field, over "Müller said “no” to Bern on Friday."
Record full_record() {
  const Evidence evidence{0, {0, 36}};
  Record r;
  r.document.id = sha256_id("x");
  r.document.uri = "a.txt";
  r.document.length = 36;
  r.document.published = {"2016-12-03", PublishedBasis::given, "2016-12-03", "2016-12-03"};
  r.document.boilerplate = {{{35, 36}, BoilerplateKind::other}};
  r.sentences = {{0, 36}};
  Entity speaker;
  speaker.name = "Müller";
  speaker.country = "CHE";
  speaker.roles = {{"minister", 1, "CHE", "GOV", evidence, RoleStatus::former}};
  speaker.mentions = {{{0, 6}, MentionKind::name}};
  Entity country;
  country.name = "Switzerland";
  country.type = EntityType::country;
  country.mentions = {{{20, 24}, MentionKind::metonym}};
  r.entities = {speaker, country};
  r.places = {{"Bern", "CHE", 46.94809, 7.44744, 2661552, {{20, 24}}}};
  r.times = {{{28, 34}, TimeType::date, "2016-12-02", ""}};
  r.issues = {{"trade", std::nullopt, {{12, 16}}}, {"tariffs", 0, {}}};
  Event event;
  event.type = EventType::reject;
  event.quad = 3;
  event.actors = {0};
  event.recipients = {1};
  event.issue = 1;
  event.date = DateValue{"2016-12-02", DateBasis::text};
  event.place = 0;
  event.trigger = {{7, 11}, "say"};
  event.evidence = evidence;
  event.also = {evidence};
  r.events = {event};
  Statement statement;
  statement.speakers = {0};
  statement.speaker_span = Span{0, 6};
  statement.cue = Trigger{{7, 11}, "say"};
  statement.kind = StatementKind::direct;
  statement.content = {{13, 15}};
  statement.chain = {1};
  statement.evidence = evidence;
  r.statements = {statement};
  r.meetings = {{{0, 1}, std::nullopt, 0, MeetingStatus::held, "summit", "", evidence}};
  r.positions = {{0, 1, 1, "opposes", StanceTense::past, Span{7, 11}, event.date, 0, evidence}};
  r.agenda = {{"talks", {0}, DateValue{"XXXX-12-15", DateBasis::text}, std::nullopt, evidence}};
  return r;
}

}  // namespace

TEST_CASE("JSON strings are escaped and keys keep their order", "[record]") {
  std::string out;
  JsonWriter w(out);
  w.open('{').key("b").value("a\"\\\n\x01é").key("a").open('[').value(1).value(-2.5).value(true).null().close(']');
  w.key("empty").open('[').close(']').close('}');
  CHECK(out == "{\"b\":\"a\\\"\\\\\\n\\u0001é\",\"a\":[1,-2.5,true,null],\"empty\":[]}");
}

TEST_CASE("a record with everything in it follows its schema and quotes the text", "[record]") {
  const std::string bytes = "Müller said “no” to Bern on Friday…!";
  auto text = Text::from_utf8(bytes);
  REQUIRE(text);
  REQUIRE(text->length() == 36);
  const Generator generator{"0.1.0", "en_core_web_md 3.8.0", sha256_id("lexicon")};
  std::string out, indented;
  append_record_json(out, full_record(), *text, generator);
  append_record_json(indented, full_record(), *text, generator, 2);
  const json record = json::parse(out);
  CHECK(record == json::parse(indented));
  const json schema = json::parse(record_schema());
  for (const std::string& defect : schema_defects(schema, record)) FAIL_CHECK(defect);
  CHECK(record["entities"][0]["roles"][0]["of"] == "e2");
  CHECK(record["entities"][0]["roles"][0]["status"] == "former");
  CHECK(record["statements"][0]["content"][0]["text"] == "no");
  CHECK(record["places"][0]["mentions"][0]["text"] == "Bern");
  CHECK(record["positions"][0]["statement"] == "q1");
  CHECK(record["issues"][1]["parent"] == "i1");
}

TEST_CASE("a record that is read back and written again is the same bytes", "[record]") {
  const auto text = Text::from_utf8("Müller said “no” to Bern on Friday…!");
  const Generator generator{"0.1.0", "en_core_web_md 3.8.0", sha256_id("lexicon")};
  Record full = full_record();
  full.statements[0].status = EventStatus::denied;
  full.statements[0].act = "promise";
  full.events[0].dictionary = "my.verbs.txt:12";
  full.events[0].goldstein = -0.3;
  full.entities[0].anonymous = true;
  full.entities[0].country_chance = 0.875;
  Record empty;
  empty.document.id = sha256_id("x");
  for (const Record& record : {full, empty}) {
    std::string once, twice;
    append_record_json(once, record, *text, generator);
    const auto kept = record_from_json(once);
    REQUIRE(kept);
    append_record_json(twice, kept->record, *text, kept->generator);
    CHECK(twice == once);
  }
}

TEST_CASE("what is no record is refused", "[record]") {
  const auto text = Text::from_utf8("Müller said “no” to Bern on Friday…!");
  std::string whole;
  append_record_json(whole, full_record(), *text, {});
  const auto refused = [](const json& value, const std::string& message) {
    const auto kept = record_from_json(value.dump());
    REQUIRE(!kept);
    CHECK(kept.error().message.find(message) != std::string::npos);
  };
  CHECK(!record_from_json("{"));
  CHECK(!record_from_json(whole.substr(0, whole.size() / 2)));
  const auto with = [&](const std::string& where, const json& value) {
    json changed = json::parse(whole);
    changed[json::json_pointer(where)] = value;
    return changed;
  };
  refused(with("/schema", "dragoman.record/9"), "expected \"dragoman.record/1\"");
  refused(with("/entities/0/type", "robot"), "\"robot\" is no word of its closed set");
  refused(with("/events/0/type", "SHOUT"), "\"SHOUT\" is no word of its closed set, as \"AGREE\" is");
  refused(with("/statements/0/status", 7), "is no record");
  refused(with("/events/0/actors/0", "e9"), "expected one from \"e1\" to \"e2\"");
  refused(with("/events/0/actors/0", "e"), "is no id");
  refused(with("/positions/0/actor", nullptr), "has no actor");
  refused(with("/times/0/end", 99), "characters 28 to 99 of 36");
  refused(with("/times", nullptr), "\"times\" is no list");
  json without = json::parse(whole);
  without["events"][0].erase("trigger");
  refused(without, "trigger");
}

TEST_CASE("a record made before positions told how they are told follows the schema, and is read", "[record]") {
  const auto text = Text::from_utf8("Müller said “no” to Bern on Friday…!");
  std::string whole;
  append_record_json(whole, full_record(), *text, {"0.1.0", "en_core_web_md 3.8.0", sha256_id("lexicon")});
  json record = json::parse(whole);
  for (const char* field : {"tense", "condition", "date"}) record["positions"][0].erase(field);
  CHECK(schema_defects(json::parse(record_schema()), record).empty());
  const auto kept = record_from_json(record.dump());
  REQUIRE(kept);
  CHECK(!kept->record.positions[0].tense);
  CHECK(!kept->record.positions[0].condition);
}

TEST_CASE("an empty record follows the schema, a wrong one does not", "[record]") {
  auto text = Text::from_utf8("x");
  Record record;
  record.document.id = sha256_id("x");
  std::string out;
  append_record_json(out, record, *text, {});
  const json schema = json::parse(record_schema());
  json value = json::parse(out);
  CHECK(schema_defects(schema, value).empty());
  value["events"].push_back({{"id", "v0"}});
  value["document"]["published"]["basis"] = "guessed";
  value["more"] = 1;
  CHECK(schema_defects(schema, value).size() >= 4);
}

TEST_CASE("SHA-256 gives the published digests", "[text]") {
  CHECK(sha256_id("abc") == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_id("") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  Sha256 pieces;
  for (int i = 0; i < 1000000; i += 125) pieces.update(std::string(125, 'a'));
  CHECK(pieces.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
