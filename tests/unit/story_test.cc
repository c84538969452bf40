// What of a document with several lines is story and what is not.
#include "reader/core.h"
#include "record/names.h"
#include "support/model.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::vector<std::string> set_aside(const Record& record, std::string_view text) {
  std::vector<std::string> zones;
  for (const Boilerplate& zone : record.document.boilerplate) {  // the texts below are ASCII: code points are bytes
    zones.push_back(std::string(to_string(zone.why)) + ": " +
                    std::string(text.substr(zone.span.begin, zone.span.end - zone.span.begin)));
  }
  return zones;
}

}  // namespace

TEST_CASE("bylines, datelines and notices are set aside", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const std::string text =
      "Nine fishermen freed\n"
      "By Nadia Ferreira and Tom Oduya, Staff Writers\n"
      "\n"
      "LUANDA, Angola, May 4, 2012 (Reuters) - Angola freed nine fishermen on Friday.\n"
      "\n"
      "By Sunday they were home.\n"
      "\n"
      "Read more: the fishing grounds\n"
      "\n"
      "(Additional reporting by Ana Lima in Lisbon; editing by Joe Marsh)\n";
  const Record record = read_record(*reader, text);
  CHECK(set_aside(record, text) == std::vector<std::string>{
                                       "byline: By Nadia Ferreira and Tom Oduya, Staff Writers",
                                       "dateline: LUANDA, Angola, May 4, 2012 (Reuters) -",
                                       "navigation: Read more: the fishing grounds",
                                       "byline: (Additional reporting by Ana Lima in Lisbon; editing by Joe Marsh)",
                                   });
  CHECK(record.document.agency == "Reuters");
  CHECK(record.document.published.value == "2012-05-04");
  CHECK(record.document.published.basis == PublishedBasis::dateline);
  for (const Entity& entity : record.entities) {
    INFO(entity.name);
    CHECK((entity.name != "Ana Lima" && entity.name != "Nadia Ferreira"));
  }
}

TEST_CASE("a story's own lines stay", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record = read_record(*reader,
                                    "The port reopened\n\n"
                                    "Ships - most of them small - came in at dawn.\n\n"
                                    "By Monday the last had left.\n\n"
                                    "More work is to be done: the quay must be mended, and print shops rebuilt.\n");
  CHECK(record.document.boilerplate.empty());
}

TEST_CASE("what is said ends with its paragraph", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record = read_record(*reader,
                                    "Kenyan Foreign Minister Ali Wanjiru advised the Ugandan government on Thursday "
                                    "\u201Cnot to fall for this trick.\u201D\n\n"
                                    "Kenya has stated that it never had any part in the fraud.\n");
  REQUIRE(record.statements.size() == 2);
  CHECK(record.statements[0].cue->lemma == "advise");
  CHECK(record.statements[0].content.back().end < 110);
  CHECK(record.statements[1].cue->lemma == "state");
}

TEST_CASE("a quotation may stand in a paragraph of its own", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record =
      read_record(*reader,
                  "Minister Anna Novak opened the dam on Monday.\n\nShe said:\n\n"
                  "\"The dam is safe. You can walk on it. Nobody need worry.\"\n\nThe crowd cheered.\n");
  REQUIRE(record.statements.size() == 1);
  CHECK(record.statements[0].kind == StatementKind::direct);
  CHECK(record.statements[0].content.size() == 1);
  CHECK(record.statements[0].content[0].end - record.statements[0].content[0].begin > 50);
}

TEST_CASE("the lines of a transcript go on with their speakers", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record = read_record(*reader,
                                    "President of Chile Ana Paz: I am glad to see you.\n\n"
                                    "Our trade has grown. Chile supports the lake treaty.\n\n"
                                    "Question: Ms Paz, do you believe that the road can be opened?\n\n"
                                    "Ana Paz: We are ready for it.\n\n"
                                    "The talks ended at noon.\n");
  REQUIRE(record.statements.size() == 2);
  CHECK(record.statements[0].content.size() == 2);
  CHECK(record.statements[1].content.size() == 1);
  CHECK(record.statements[0].speakers == record.statements[1].speakers);
}

TEST_CASE("the answers of an interview are of whom it introduces", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record = read_record(*reader,
                                    "Defence Minister Jan Kowal met the Gazette in Oslo.\n\n"
                                    "Q: Minister, are you worried that the troops will leave?\n\n"
                                    "A: We have been told that they will stay.\n");
  REQUIRE(record.statements.size() == 1);
  REQUIRE(record.statements[0].speakers.size() == 1);
  CHECK(record.entities[record.statements[0].speakers[0]].name == "Jan Kowal");
}

TEST_CASE("whom the questions are about does not answer them", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record =
      read_record(*reader,
                  "The tariff of President Tomas Abela will hurt farmers, says Ana Prins, who teaches law.\n\n"
                  "\"It is a mistake,\" Prins tells the Courier.\n\n"
                  "Q1: Has President Abela betrayed the farmers?\n\n"
                  "A1: The farmers have lost a market.\n\n"
                  "The price of maize will rise.\n\n"
                  "Prins was born in Oslo.\n");
  REQUIRE(record.statements.size() >= 2);
  const Statement& answer = record.statements.back();
  REQUIRE(answer.speakers.size() == 1);
  CHECK(record.entities[answer.speakers[0]].name == "Ana Prins");
  CHECK(answer.content.size() == 2);
}

TEST_CASE("who opens a briefing answers what is asked there, and nobody is called Q", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const Record record =
      read_record(*reader,
                  "Spokeswoman Ana Prins: Good morning. Minister Jan Kowal will fly to Oslo on Friday.\n\n"
                  "Q: On the ferry, the owners said that nobody had called them.\n\n"
                  "A: The consul has called them twice.\n");
  REQUIRE(record.statements.size() == 2);
  for (const Statement& said : record.statements) {
    REQUIRE(said.speakers.size() == 1);
    CHECK(record.entities[said.speakers[0]].name == "Ana Prins");
  }
  for (const Entity& e : record.entities) CHECK(e.name != "Q");
}

TEST_CASE("an interview may have no heads but its questions", "[story]") {
  const ReaderCore* reader = test_reader();
  if (reader == nullptr) return;
  const std::string lead = "Defence Minister Jan Kowal met the Gazette in Oslo.\n\n";
  const std::string answers =
      "Will the bridge open?\n\nI think that it will.\n\nWho pays for it?\n\nWe do.\n\nThe town pays a third.\n\n"
      "When does it open?\n\nMy guess is that it opens in May.\n\n";
  CHECK(read_record(*reader, lead + answers).statements.empty());
  const Record record =
      read_record(*reader, lead + answers + "Are you glad?\n\nI am glad of it.\n\nKowal was born in Bergen.\n");
  REQUIRE(record.statements.size() == 4);
  CHECK(record.statements[1].content.size() == 2);
  for (const Statement& s : record.statements) {
    REQUIRE(s.speakers.size() == 1);
    CHECK(record.entities[s.speakers[0]].name == "Jan Kowal");
    CHECK_FALSE(s.cue);
  }
}
