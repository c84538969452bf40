// What a person sees of a record.
#include "output/summary.h"

#include "output/dates.h"
#include "output/stance_words.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

class Report {
 public:
  explicit Report(std::string text) : text_(std::move(*Text::from_utf8(std::move(text)))) {
    record.document.uri = "report.txt";
    record.sentences.push_back({0, text_.length()});
  }
  Span span(std::string_view words) const {
    const auto at = static_cast<std::uint32_t>(text_.view().find(words));
    return {text_.code_point(at), text_.code_point(at + static_cast<std::uint32_t>(words.size()))};
  }
  Index entity(const std::string& name, EntityType type, const std::string& country = "") {
    record.entities.push_back({name, type, country, false, {}, country, {}});
    return static_cast<Index>(record.entities.size() - 1);
  }
  std::string summary(int width = 100) const {
    std::string out;
    append_summary(out, record, text_, {width, false});
    return out;
  }

  Record record;

 private:
  Text text_;
};

bool holds(const std::string& all, const std::string& part) {
  if (all.find(part) != std::string::npos) return true;
  UNSCOPED_INFO(all);
  return false;
}

}  // namespace

TEST_CASE("a summary tells who said so, through whom and in which words", "[summary]") {
  Report report("Lake News reported that Kenya told Peru that \"the road\" was open on Friday.");
  const Index news = report.entity("Lake News", EntityType::media);
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index peru = report.entity("Peru", EntityType::country, "PER");
  report.record.issues = {{"road", Index{1}, {}}, {"transport", std::nullopt, {}}, {"friday", std::nullopt, {}}};
  Statement s;
  s.speakers = {kenya};
  s.addressees = {peru};
  s.cue = Trigger{report.span("told"), "tell"};
  s.kind = StatementKind::direct;
  s.content = {report.span("\"the road\" was open")};
  s.chain = {news};
  s.issues = {0};
  s.date = DateValue{"2019-05-10", DateBasis::text};
  report.record.statements.push_back(s);
  report.record.times = {{report.span("Friday"), TimeType::date, "2019-05-10", ""},
                         {report.span("open"), TimeType::duration, "P1D", ""},
                         {report.span("Friday"), TimeType::date, "2019-05-10", ""}};
  const std::string out = report.summary();
  CHECK(holds(out, "About\n  transport: road\n  friday\n"));
  CHECK(
      holds(out, "  Kenya · told Peru, 10 May 2019 · on road · according to Lake News\n      “‘the road’ was open”\n"));
  CHECK(holds(out, "When\n  Friday = 10 May 2019\n  Also: open = P1D\n"));
}

TEST_CASE("a summary parts what happened from what did not, and tells namesakes apart", "[summary]") {
  Report report("The government met the government. It will visit. It said so.");
  const Index one = report.entity("government", EntityType::organisation, "KEN");
  const Index two = report.entity("government", EntityType::organisation, "PER");
  Event met;
  met.type = EventType::consult;
  met.mode = "visit";
  met.actors = {one};
  met.recipients = {two};
  met.evidence = {0, report.span("The government met the government")};
  met.also = {met.evidence};
  Event planned = met;
  planned.status = EventStatus::planned;
  planned.sources = {two, one};
  planned.also.clear();
  planned.evidence = {0, report.span("It will visit")};
  report.record.events = {met, planned};
  const std::string out = report.summary(140);
  CHECK(holds(out,
              "What happened\n  CONSULT (visit)  government (KEN) → government (PER) · told 2 times\n"
              "      “The government met the government”\n"));
  CHECK(holds(out,
              "What is planned, asked for, hoped or denied\n  CONSULT (visit)  government (KEN) → government (PER) "
              "· planned · according to government (PER), who cites government (KEN)\n      “It will visit”\n"));
}

TEST_CASE("a summary shows meetings, positions and what comes next", "[summary]") {
  Report report("Kenya and Peru met in Lima. Kenya claims the lake. A summit follows.");
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index peru = report.entity("Peru", EntityType::country, "PER");
  report.record.places.push_back({"Lima", "PER", -12.05, -77.04, 3936456, {report.span("Lima")}});
  report.record.issues.push_back({"lake", std::nullopt, {}});
  report.record.meetings.push_back({{kenya, peru},
                                    DateValue{"2019-05-10", DateBasis::text},
                                    Index{0},
                                    MeetingStatus::held,
                                    "summit",
                                    "third this year",
                                    {0, report.span("Kenya and Peru met in Lima")}});
  report.record.positions.push_back(
      {kenya, peru, Index{0}, "claims", std::nullopt, {0, report.span("Kenya claims the lake")}});
  report.record.agenda.push_back(
      {"summit", {kenya}, DateValue{"2019-06", DateBasis::text}, std::nullopt, {0, report.span("A summit follows")}});
  const std::string out = report.summary();
  CHECK(holds(out, "Meetings\n  Kenya and Peru, 10 May 2019, Lima · held, summit, third this year\n"));
  CHECK(holds(out, "Who stands where\n  Kenya claims: lake · voiced by Peru\n      “Kenya claims the lake”\n"));
  CHECK(holds(out, "What comes next\n  summit, June 2019 · Kenya\n"));
  CHECK(holds(out, "Where\n  Lima, PER (-12.05, -77.04)\n"));
}

TEST_CASE("dates are written as people write them, and what is no date is not written", "[summary]") {
  CHECK(plain_date("2016-12-03") == "3 December 2016");
  CHECK(plain_date("2016-12-03T09:30") == "3 December 2016");
  CHECK(plain_date("2016-12") == "December 2016");
  CHECK(plain_date("2016") == "2016");
  CHECK(plain_date("2016-12-15/2016-12-16") == "15 December 2016 to 16 December 2016");
  CHECK(plain_date("2022-W29") == "the week of 18 July 2022");
  for (const char* none : {"", "XXXX-WXX-1", "PAST_REF", "2016-13", "2016-12-40", "201", "2016-W99"}) {
    INFO(none);
    CHECK(plain_date(none).empty());
  }
}

TEST_CASE("what is as likely wrong as right stands apart", "[summary]") {
  Report report("Kenya met Peru in Lima. Kenya may have met Chile.");
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index peru = report.entity("Peru", EntityType::country, "PER");
  Event sure;
  sure.type = EventType::consult;
  sure.actors = {kenya, peru};
  sure.evidence = {0, report.span("Kenya met Peru in Lima")};
  sure.confidence = .8;
  Event doubtful = sure;
  doubtful.actors = {kenya};
  doubtful.evidence = {0, report.span("Kenya may have met Chile")};
  doubtful.confidence = .4;
  report.record.events = {sure, doubtful};
  const std::string out = report.summary();
  const std::size_t apart = out.find("Doubtful");
  REQUIRE(apart != std::string::npos);
  CHECK(out.find("Kenya and Peru") < apart);
  CHECK(out.find("Kenya may have met Chile") > apart);
}

TEST_CASE("a stance is the predicate of one holder or of many", "[summary]") {
  CHECK(stance_in_words("opposes", false) == "opposes");
  CHECK(stance_in_words("opposes", true) == "oppose");
  CHECK(stance_in_words("denies", true) == "deny");
  CHECK(stance_in_words("stresses the need", true) == "stress the need");
  CHECK(stance_in_words("does not support", true) == "do not support");
  CHECK(stance_in_words("concerned", false) == "is concerned");
  CHECK(stance_in_words("concerned", true) == "are concerned");
  CHECK(stance_in_words("ratified", true) == "ratified");
}

TEST_CASE("a position that many hold is one line", "[summary]") {
  Report report("Kenya and Peru oppose the ban. Chile opposes the ban.");
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index peru = report.entity("Peru", EntityType::country, "PER");
  const Index chile = report.entity("Chile", EntityType::country, "CHL");
  report.record.issues.push_back({"ban", std::nullopt, {}});
  const Evidence both{0, report.span("Kenya and Peru oppose the ban")};
  report.record.positions.push_back({kenya, std::nullopt, Index{0}, "opposes", std::nullopt, both});
  report.record.positions.push_back({peru, std::nullopt, Index{0}, "opposes", std::nullopt, both});
  report.record.positions.push_back(
      {chile, std::nullopt, Index{0}, "opposes", std::nullopt, {0, report.span("Chile opposes the ban")}});
  const std::string out = report.summary();
  CHECK(holds(out, "  Kenya and Peru oppose: ban\n"));
  CHECK(holds(out, "  Chile opposes: ban\n"));
}
