// What a person sees of a record.
#include "output/summary.h"

#include "output/dates.h"
#include "output/main_issues.h"
#include "output/matter_words.h"
#include "output/said_once.h"
#include "output/stance_words.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

class Report {
 public:
  explicit Report(std::string text) : text_(std::move(*Text::from_utf8(std::move(text)))) {
    record.document.uri = "report.txt";
    // A full stop with a blank behind it ends a sentence.
    std::size_t begin = 0;
    for (std::size_t stop = text_.view().find(". "); stop != std::string_view::npos;
         stop = text_.view().find(". ", begin)) {
      record.sentences.push_back({code_point(begin), code_point(stop + 1)});
      begin = stop + 2;
    }
    record.sentences.push_back({code_point(begin), text_.length()});
  }
  Span span(std::string_view words) const {
    const auto at = static_cast<std::uint32_t>(text_.view().find(words));
    return {text_.code_point(at), text_.code_point(at + static_cast<std::uint32_t>(words.size()))};
  }
  Evidence evidence(std::string_view words) const {
    const Span at = span(words);
    const auto sentence = std::find_if(record.sentences.begin(), record.sentences.end(),
                                       [&](Span s) { return s.begin <= at.begin && at.end <= s.end; });
    return {static_cast<Index>(sentence - record.sentences.begin()), at};
  }
  /// Somebody, with a mention where the report first has the words.
  Index entity(const std::string& name, EntityType type, const std::string& country = "",
               const std::string& words = "") {
    Entity& e = record.entities.emplace_back();
    e.name = name;
    e.type = type;
    e.country = e.code = country;
    if (!words.empty()) record.entities.back().mentions.push_back({span(words), MentionKind::name});
    return static_cast<Index>(record.entities.size() - 1);
  }
  std::string summary(int width = 100) const {
    std::string out;
    append_summary(out, record, text_, {width, false, {{"KEN", "Kenya"}, {"PER", "Peru"}}, {"fears"}});
    return out;
  }

  Record record;

 private:
  std::uint32_t code_point(std::size_t byte) const { return text_.code_point(static_cast<std::uint32_t>(byte)); }

  Text text_;
};

bool holds(const std::string& all, const std::string& part) {
  if (all.find(part) != std::string::npos) return true;
  UNSCOPED_INFO(all);
  return false;
}

bool holds_silently(const std::string& all, const std::string& part) {
  return all.find(part) != std::string::npos;
}

Position position(Index actor, std::optional<Index> by, std::optional<Index> issue, std::string stance,
                  const Evidence& evidence) {
  Position p;
  p.actor = actor;
  p.by = by;
  p.issue = issue;
  p.stance = std::move(stance);
  p.evidence = evidence;
  return p;
}

}  // namespace

TEST_CASE("a summary tells who said so, through whom and in which words", "[summary]") {
  Report report("Lake News reported that Kenya told Peru that \"the road\" was open on Friday.");
  const Index news = report.entity("Lake News", EntityType::media);
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index peru = report.entity("Peru", EntityType::country, "PER");
  const Span road = report.span("road");
  report.record.issues = {
      {"road", Index{1}, {road, road}}, {"transport", std::nullopt, {}}, {"order", std::nullopt, {road}}};
  Statement s;
  s.speakers = {kenya};
  s.addressees = {peru};
  s.cue = Trigger{report.span("told"), "tell"};
  s.kind = StatementKind::direct;
  s.content = {report.span("\"the road\" was open")};
  s.chain = {news};
  s.issues = {0, 2};
  s.date = DateValue{"2019-05-10", DateBasis::text};
  report.record.statements.push_back(s);
  report.record.times = {{report.span("Friday"), TimeType::date, "2019-05-10", ""},
                         {report.span("open"), TimeType::duration, "P1D", ""},
                         {report.span("Friday"), TimeType::date, "2019-05-10", ""}};
  const std::string out = report.summary();
  CHECK(holds(out, "About\n  transport: road\n\n"));
  CHECK(holds(out,
              "  Kenya · told Peru, 10 May 2019 · about road · according to Lake News\n      “‘the road’ was open”\n"));
  CHECK(holds(out, "When\n  10 May 2019 (Friday)\n"));
  CHECK(!holds_silently(out, "P1D"));
}

TEST_CASE("a summary parts what happened from what did not, and tells namesakes apart", "[summary]") {
  Report report("The government met the government. It will visit. It said so. They met on Monday, and met again.");
  const Index one = report.entity("government", EntityType::organisation, "KEN");
  const Index two = report.entity("government", EntityType::organisation, "PER");
  Event met;
  met.type = EventType::consult;
  met.mode = "visit";
  met.actors = {one};
  met.recipients = {two};
  met.evidence = report.evidence("The government met the government");
  // Once more in the same sentence, and twice in another.
  met.also = {met.evidence, report.evidence("They met on Monday"), report.evidence("met again")};
  Event planned = met;
  planned.status = EventStatus::planned;
  planned.sources = {two, one};
  planned.also.clear();
  planned.evidence = report.evidence("It will visit");
  report.record.events = {met, planned};
  const std::string out = report.summary(140);
  CHECK(holds(out,
              "What happened\n  CONSULT (visit)  government (Kenya) → government (Peru) · told in 2 sentences\n"
              "      “The government met the government”\n"));
  CHECK(holds(out,
              "What is planned, asked for, hoped or denied\n  CONSULT (visit)  government (Kenya) → government (Peru) "
              "· planned · according to government (Peru), who cites government (Kenya)\n      “It will visit”\n"));
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
                                    report.evidence("Kenya and Peru met in Lima")});
  report.record.positions.push_back(
      position(kenya, peru, Index{0}, "claims", report.evidence("Kenya claims the lake")));
  report.record.agenda.push_back(
      {"summit", {kenya}, DateValue{"2019-06", DateBasis::text}, std::nullopt, report.evidence("A summit follows")});
  report.record.agenda.push_back({"visit to Lima",
                                  {peru},
                                  DateValue{"XXXX-WXX-4", DateBasis::text},
                                  Index{0},
                                  report.evidence("A summit follows")});
  report.record.agenda.push_back({"Kenya-Peru talks",
                                  {kenya, peru},
                                  DateValue{"2020", DateBasis::text},
                                  std::nullopt,
                                  report.evidence("A summit follows")});
  const std::string out = report.summary();
  CHECK(holds(out, "Meetings\n  Kenya and Peru, 10 May 2019, Lima · held, summit, third this year\n"));
  CHECK(holds(out, "Who stands where\n  Kenya claims the lake · voiced by Peru\n      “Kenya claims the lake”\n"));
  CHECK(holds(out, "What comes next\n  summit, June 2019 · Kenya\n"));
  CHECK(holds(out, "  Kenya-Peru talks, 2020\n"));
  CHECK(holds(out, "  visit to Lima, Thursday · Peru\n"));
  CHECK(holds(out, "Where\n  Lima, Peru (-12.05, -77.04)\n"));
}

TEST_CASE("dates are written as people write them, and what is no date is not written", "[summary]") {
  CHECK(plain_date("2016-12-03") == "3 December 2016");
  CHECK(plain_date("2016-12-03T09:30") == "3 December 2016");
  CHECK(plain_date("2016-12") == "December 2016");
  CHECK(plain_date("2016") == "2016");
  CHECK(plain_date("2016-12-15/2016-12-16") == "15 December 2016 to 16 December 2016");
  CHECK(plain_date("2022-W29") == "the week of 18 July 2022");
  CHECK(partial_date("XXXX-WXX-1") == "Monday");
  CHECK(partial_date("XXXX-02-29") == "29 February");
  CHECK(partial_date("XXXX-02") == "February");
  for (const char* none : {"", "2016", "PAST_REF", "XXXX", "XXXX-WXX-9", "XXXX-13"}) CHECK(partial_date(none).empty());
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
  sure.evidence = report.evidence("Kenya met Peru in Lima");
  sure.confidence = .8;
  Event doubtful = sure;
  doubtful.actors = {kenya};
  doubtful.evidence = report.evidence("Kenya may have met Chile");
  doubtful.confidence = .4;
  report.record.events = {sure, doubtful};
  const std::string out = report.summary();
  const std::size_t apart = out.find("Doubtful");
  REQUIRE(apart != std::string::npos);
  CHECK(out.find("Kenya and Peru") < apart);
  CHECK(out.find("Kenya may have met Chile") > apart);
}

TEST_CASE("a stance is the predicate of one holder or of many", "[summary]") {
  CHECK(stance_in_words("opposes", {}) == "opposes");
  CHECK(stance_in_words("opposes", {.many = true}) == "oppose");
  CHECK(stance_in_words("denies", {.many = true}) == "deny");
  CHECK(stance_in_words("stresses the need", {.many = true}) == "stress the need");
  CHECK(stance_in_words("does not support", {.many = true}) == "do not support");
  CHECK(stance_in_words("concerned", {}) == "is concerned");
  CHECK(stance_in_words("concerned", {.many = true}) == "are concerned");
  CHECK(stance_in_words("ratified", {.many = true}) == "ratified");
}

TEST_CASE("a stance is told in the tense of the report", "[summary]") {
  const auto in = [](std::string_view stance, StanceTense tense, bool many = false) {
    return stance_in_words(stance, {.many = many, .tense = tense});
  };
  CHECK(in("opposes", StanceTense::present) == "opposes");
  CHECK(in("opposes", StanceTense::past, true) == "opposed");
  CHECK(in("opposes", StanceTense::perfect) == "has opposed");
  CHECK(in("opposes", StanceTense::perfect, true) == "have opposed");
  CHECK(in("opposes", StanceTense::past_perfect) == "had opposed");
  CHECK(in("opposes", StanceTense::future, true) == "will oppose");
  CHECK(in("opposes", StanceTense::conditional) == "would oppose");
  CHECK(in("calls for", StanceTense::past) == "called for");
  CHECK(in("denies", StanceTense::past) == "denied");
  CHECK(in("seeks", StanceTense::past) == "sought");
  CHECK(in("holds", StanceTense::perfect) == "has held");
  CHECK(in("plans", StanceTense::past) == "planned");
  CHECK(in("prefers", StanceTense::past) == "preferred");
  CHECK(in("fears", StanceTense::past) == "feared");
  CHECK(in("vetoes", StanceTense::past) == "vetoed");
  CHECK(in("admits", StanceTense::past) == "admitted");
  CHECK(in("commits", StanceTense::perfect) == "has committed");
  CHECK(in("limits", StanceTense::past) == "limited");
  CHECK(in("offers", StanceTense::past) == "offered");
  CHECK(in("does not support", StanceTense::past) == "did not support");
  CHECK(in("does not support", StanceTense::perfect, true) == "have not supported");
  CHECK(in("does not support", StanceTense::conditional) == "would not support");
  CHECK(in("concerned", StanceTense::past, true) == "were concerned");
  CHECK(in("concerned", StanceTense::perfect) == "has been concerned");
  CHECK(in("ready", StanceTense::conditional) == "would be ready");
  CHECK(in("not interested", StanceTense::past) == "was not interested");
  CHECK(in("ratified", StanceTense::perfect) == "has ratified");
  CHECK(stance_on_issue("calls it unjust", {.tense = StanceTense::past}, "oil ban", "the oil ban was unjust") ==
        "called the oil ban unjust");
  CHECK(stance_in_list("concerned", std::nullopt) == "concerned");
  CHECK(stance_in_list("concerned", StanceTense::past) == "was concerned");
}

TEST_CASE("a position tells its condition, its day and who says so of another", "[summary]") {
  Report report("Kenya would back the ban in May if Peru did, Chile said.");
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index chile = report.entity("Chile", EntityType::country, "CHL");
  report.record.issues.push_back({"ban", std::nullopt, {}});
  Statement said;
  said.speakers = {chile};
  said.evidence = report.evidence("Kenya would back the ban in May if Peru did, Chile said");
  said.confidence = 1;
  report.record.statements.push_back(said);
  Position p = position(kenya, std::nullopt, Index{0}, "supports", report.evidence("Kenya would back the ban"));
  p.tense = StanceTense::conditional;
  p.condition = report.evidence("if Peru did").span;
  p.date = DateValue{"2019-05", DateBasis::text};
  p.statement = 0;
  report.record.positions.push_back(p);
  CHECK(holds(report.summary(), "  Kenya would support the ban, May 2019 · if Peru did · according to Chile\n"));
}

TEST_CASE("those who say together that another holds a position are told together", "[summary]") {
  Report report("Lake News wrote that Ana Paz and Luis Rojas said Kenya opposes the levy.");
  const Index news = report.entity("Lake News", EntityType::media);
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index paz = report.entity("Ana Paz", EntityType::person, "PER");
  const Index rojas = report.entity("Luis Rojas", EntityType::person, "PER");
  report.record.issues.push_back({"levy", std::nullopt, {}});
  Statement said;
  said.speakers = {paz, rojas};
  said.confidence = 1;
  report.record.statements.push_back(said);
  Position p = position(kenya, paz, Index{0}, "opposes", report.evidence("Kenya opposes the levy"));
  p.statement = 0;
  report.record.positions.push_back(p);
  CHECK(holds(report.summary(), "  Kenya opposes the levy · according to Ana Paz and Luis Rojas\n"));
  report.record.statements[0].chain = {news};
  CHECK(
      holds(report.summary(), "  Kenya opposes the levy · according to Lake News, who cites Ana Paz and Luis Rojas\n"));
}

TEST_CASE("what somebody only fears or hopes is told so", "[summary]") {
  Report report("Kenya feared that Chile would sell the port.");
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index chile = report.entity("Chile", EntityType::country, "CHL");
  const Evidence words = report.evidence("that Chile would sell the port");
  report.record.issues.push_back({"that Chile would sell the port", std::nullopt, {words.span}});
  Position p = position(kenya, std::nullopt, Index{0}, "fears", report.evidence("Kenya feared that Chile would sell"));
  p.tense = StanceTense::past;
  report.record.positions.push_back(p);
  Event event;
  event.type = EventType::cooperate;
  event.actors = {chile};
  event.status = EventStatus::conditional;
  event.trigger = {report.evidence("sell").span, "sell"};
  event.evidence = words;
  report.record.events.push_back(event);
  CHECK(holds(report.summary(), "COOPERATE  Chile · as Kenya feared\n"));
  report.record.positions[0].stance = "praises";  // what is praised is so
  CHECK(holds(report.summary(), "COOPERATE  Chile · conditional\n"));
}

TEST_CASE("a position that many hold is one line", "[summary]") {
  Report report("Kenya and Peru oppose the ban. Chile opposes the ban.");
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN");
  const Index peru = report.entity("Peru", EntityType::country, "PER");
  const Index chile = report.entity("Chile", EntityType::country, "CHL");
  report.record.issues.push_back({"ban", std::nullopt, {}});
  const Evidence both = report.evidence("Kenya and Peru oppose the ban");
  report.record.positions.push_back(position(kenya, std::nullopt, Index{0}, "opposes", both));
  report.record.positions.push_back(position(peru, std::nullopt, Index{0}, "opposes", both));
  report.record.positions.push_back(
      position(chile, std::nullopt, Index{0}, "opposes", report.evidence("Chile opposes the ban")));
  const std::string out = report.summary();
  CHECK(holds(out, "  Kenya and Peru oppose the ban\n"));
  CHECK(holds(out, "  Chile opposes the ban\n"));
}

TEST_CASE("a stance and what it is about are a sentence, with the article and preposition of the report", "[summary]") {
  CHECK(stance_on_issue("supports", {}, "Chad's government", "Peru supports the government") ==
        "supports Chad's government");
  CHECK(stance_on_issue("opposes", {}, "oil ban", "Peru opposes the oil ban") == "opposes the oil ban");
  CHECK(stance_on_issue("opposes", {.many = true}, "oil ban", "they oppose an “oil ban”") == "oppose an oil ban");
  CHECK(stance_on_issue("plans", {}, "to open a port", "it will open a port") == "plans to open a port");
  CHECK(stance_on_issue("concerned", {}, "oil ban", "Peru voiced concern over the oil ban") ==
        "is concerned over the oil ban");
  CHECK(stance_on_issue("stresses the importance", {}, "fair trade", "the importance of fair trade") ==
        "stresses the importance of fair trade");
  CHECK(stance_on_issue("calls it unjust", {.many = true}, "oil ban", "the oil ban, they said, was unjust") ==
        "call the oil ban unjust");
  CHECK(stance_on_issue("concerned", {}, "oil ban", "the oil ban concerned Peru") == "is concerned: oil ban");
  CHECK(stance_on_issue("rejects", {}, "oil ban of 2016", "Peru rejected the oil ban (which Chile likes) of 2016") ==
        "rejects the oil ban of 2016");
  CHECK(stance_on_issue("rejects", {}, "oil ban of 2016", "Peru rejected an oil ban, that of 2016") ==
        "rejects an oil ban of 2016");
  CHECK(stance_on_issue("calls for", {}, "board to step down", "the board should step down, they said") ==
        "calls for the board to step down");
  CHECK(stance_on_issue("opposes", {}, "15 percent tax", "Peru opposes the tax") == "opposes the 15 percent tax");
  CHECK(stance_on_issue("praises", {}, "Ana Paz", "Peru praised her") == "praises Ana Paz");
  CHECK(stance_on_issue("rejects", {}, "oil ban", "Peru turned it down") == "rejects: oil ban");
  CHECK(stance_on_issue("rejects", {}, "ban", "Peru rejects the urban plan") == "rejects: ban");
}

TEST_CASE("many people have a verb in the plural, a body of whatever name one in the singular", "[summary]") {
  Report report("Dockers, the police and Reuters oppose the ban.");
  const Evidence words = report.evidence("Reuters oppose the ban");
  for (const Index holder :
       {report.entity("Dockers", EntityType::organisation), report.entity("police", EntityType::organisation),
        report.entity("members of the union", EntityType::group),
        report.entity("a firm for sails", EntityType::organisation),
        report.entity("Reuters", EntityType::media, "", "Reuters"),
        report.entity("United States", EntityType::country)}) {
    report.record.issues.push_back({"ban", std::nullopt, {}});
    const auto issue = static_cast<Index>(report.record.issues.size() - 1);
    report.record.positions.push_back(position(holder, std::nullopt, issue, "opposes", words));
  }
  const std::string out = report.summary();
  CHECK(holds(out, "  Dockers oppose the ban\n"));
  CHECK(holds(out, "  police oppose the ban\n"));
  CHECK(holds(out, "  members of the union oppose the ban\n"));
  CHECK(holds(out, "  a firm for sails opposes the ban\n"));
  CHECK(holds(out, "  Reuters opposes the ban\n"));
  CHECK(holds(out, "  United States opposes the ban\n"));
}

TEST_CASE("those with a name stand before those without, each with office and country", "[summary]") {
  Report report("Dockers told Ana Paz that Lena Berg of Peru had met the Port Union.");
  const Index dockers = report.entity("dockers", EntityType::group, "KEN");
  const Index peruvians = report.entity("Peruvian dockers", EntityType::group, "PER");
  const Index paz = report.entity("Ana Paz", EntityType::person, "PER", "Ana Paz");
  const Index berg = report.entity("Lena Berg", EntityType::person, "PER", "Lena Berg");
  const Index peru = report.entity("Peru", EntityType::country, "PER", "Peru");
  report.entity("Port Union", EntityType::organisation, "", "Port Union");
  report.entity("crowd", EntityType::group);
  report.record.entities[dockers].anonymous = report.record.entities[peruvians].anonymous = true;
  report.record.entities[paz].roles.push_back({"foreign minister", std::nullopt, "PER", "GOV", {}});
  report.record.entities[berg].roles.push_back({"envoy", peru, "PER", "GOV", {}, RoleStatus::former});
  Statement s;
  s.speakers = {dockers, peruvians, peru};
  s.addressees = {paz, berg};
  s.content = {report.span("had met the Port Union")};
  report.record.statements.push_back(s);
  CHECK(holds(report.summary(),
              "Who\n  Ana Paz — foreign minister, Peru · PER\n  Lena Berg — former envoy of Peru · PER\n"
              "  Countries: Peru\n  Not named: dockers (Kenya), Peruvian dockers\n  Also named: Port Union\n"));
}

TEST_CASE("words that do not name who acts are shown with who does", "[summary]") {
  const std::string far =
      ", which has lost most of its men in eleven months of fighting for the two passes above the river and the mill";
  Report report(
      "Paz named the port of Oru, where the Fifth Brigade burned the mill. The fire was blamed at once on the Sixth "
      "Brigade. The Third Brigade left, burning the mill at "
      "Oru. The Fourth Brigade" +
      far + far + ", withdrew, burning the bridge at Oru.");
  Event e;
  e.type = EventType::assault;
  e.actors = {report.entity("Third Brigade", EntityType::organisation, "", "Third Brigade")};
  e.evidence = report.evidence("burning the mill at Oru");
  report.record.events.push_back(e);
  e.actors = {report.entity("Fourth Brigade", EntityType::organisation, "", "Fourth Brigade")};
  e.evidence = report.evidence("burning the bridge at Oru");
  report.record.events.push_back(e);
  e.actors.clear();
  e.recipients = {report.entity("Sixth Brigade", EntityType::organisation, "", "the Sixth Brigade")};
  e.evidence = report.evidence("blamed at once on the Sixth Brigade");
  report.record.events.push_back(e);
  e.actors = {report.entity("Fifth Brigade", EntityType::organisation, "", "Fifth Brigade")};
  e.evidence = report.evidence("where the Fifth Brigade burned the mill");
  report.record.events.push_back(e);
  const std::string out = report.summary();
  CHECK(holds(out, "“Paz named the port of Oru, where the Fifth Brigade burned the mill”"));
  CHECK(holds(out, "“The fire was blamed at once on the Sixth Brigade”"));
  CHECK(holds(out, "“The Third Brigade left, burning the mill at Oru”"));
  CHECK(holds(out, "“Fourth Brigade … burning the bridge at Oru”"));
}

TEST_CASE("what another line tells is not told again", "[summary]") {
  Report report("Kenya condemned the raid. Lake News said Peru hoped to meet Kenya on Friday.");
  const Index kenya = report.entity("Kenya", EntityType::country, "KEN", "Kenya");
  const Index peru = report.entity("Peru", EntityType::country, "PER", "Peru");
  const Index news = report.entity("Lake News", EntityType::media, "", "Lake News");
  Event condemned;
  condemned.type = EventType::accuse;
  condemned.actors = {kenya};
  condemned.trigger = {report.span("condemned"), "condemn"};
  condemned.evidence = report.evidence("Kenya condemned the raid");
  Event talks;
  talks.type = EventType::consult;
  talks.actors = {kenya, peru};
  talks.status = EventStatus::planned;
  talks.evidence = report.evidence("to meet Kenya on Friday");
  report.record.events = {condemned, talks};
  const auto say = [&](Index who, std::string_view cue, std::string_view content, Index sentence) {
    Statement s;
    s.speakers = {who};
    s.cue = Trigger{report.span(cue), std::string(cue)};
    s.content = {report.span(content)};
    s.evidence = {sentence, report.span(content)};
    report.record.statements.push_back(s);
  };
  say(kenya, "condemned", "the raid", 0);                      // the event says so
  say(news, "said", "Peru hoped to meet Kenya on Friday", 1);  // holds what stands in the next
  say(peru, "hoped", "to meet Kenya on Friday", 1);
  const Evidence words = report.evidence("to meet Kenya on Friday");
  report.record.meetings.push_back({{kenya, peru}, std::nullopt, std::nullopt, MeetingStatus::planned, "", "", words});
  report.record.agenda.push_back({"meeting", {kenya, peru}, std::nullopt, std::nullopt, words});
  const ToldElsewhere elsewhere = told_elsewhere(report.record);
  CHECK(elsewhere.statements == std::vector<bool>{true, false, true});
  CHECK(elsewhere.events == std::vector<bool>{false, true});
  CHECK(elsewhere.meetings == std::vector<bool>{true});

  // A quotation stands, and so does what only a doubtful item tells.
  report.record.statements[0].kind = StatementKind::direct;
  report.record.agenda[0].confidence = .3;
  const ToldElsewhere doubtful = told_elsewhere(report.record);
  CHECK(doubtful.statements == std::vector<bool>{false, false, true});
  CHECK(doubtful.events == std::vector<bool>{false, true});  // the meeting tells it
  CHECK(doubtful.meetings == std::vector<bool>{false});
}

TEST_CASE("a report is about what it names again and again, and not about names, clauses or a word", "[summary]") {
  Report report("Kenya and Peru");
  report.entity("Port Union", EntityType::organisation);
  const Span once = report.span("Kenya");
  report.record.issues = {{"port", std::nullopt, {}},
                          {"port union", Index{0}, {once, once, once}},
                          {"port fees", Index{0}, {once}},
                          {"higher port fees", Index{0}, {once}},
                          {"areas", std::nullopt, {once, once}},
                          {"to lower the fees", Index{0}, {once, once}},
                          {"strike", std::nullopt, {once, once, once, once}},
                          {"strike of the dockers", Index{6}, {once}}};
  report.record.positions.push_back(position(0, std::nullopt, Index{7}, "supports", {0, once}));
  CHECK(main_issues(report.record) == std::vector<Index>{6, 2});
  report.record.positions.clear();
  report.record.issues = {{"port union", std::nullopt, {once, once, once}}, {"areas", std::nullopt, {once}}};
  CHECK(main_issues(report.record) == std::vector<Index>{1});
}

TEST_CASE("a summary says of a statement that was not made that it was not", "[summary]") {
  Report report("Peru did not say that the road was open.");
  Statement s;
  s.speakers = {report.entity("Peru", EntityType::country, "PER", "Peru")};
  s.cue = Trigger{report.span("say"), "say"};
  s.content = {report.span("the road was open")};
  s.status = EventStatus::denied;
  report.record.statements.push_back(s);
  CHECK(holds(report.summary(), "  Peru · did not say\n"));
}

TEST_CASE("a summary says that the register knows who was not named", "[summary]") {
  Report report("Headline here. The foreign minister met President Ana Paz.");
  report.record.document.boilerplate.push_back({report.span("Headline here."), BoilerplateKind::headline});
  const Index minister = report.entity("Luis Rojas", EntityType::person, "PER");
  report.record.entities[minister].mentions.push_back({report.span("The foreign minister"), MentionKind::title});
  const Index president = report.entity("Ana Paz", EntityType::person, "KEN");
  report.record.entities[president].mentions.push_back({report.span("President Ana Paz"), MentionKind::title});
  Event met;
  met.type = EventType::consult;
  met.actors = {minister, president};
  met.evidence = report.evidence("The foreign minister met President Ana Paz");
  report.record.events = {met};
  const std::string out = report.summary(140);
  CHECK(holds(out, "Luis Rojas (by the register) — Peru · PER\n"));
  CHECK(holds(out, "Ana Paz — Kenya · KEN\n"));
  CHECK(holds(out, "CONSULT  Luis Rojas (by the register) and Ana Paz\n"));
  CHECK(holds(out, "  By the register of office holders, not named in the report: Luis Rojas\n"));
  CHECK(holds(out, "\n1 sentence\n"));
}

TEST_CASE("an event is about what the report says it is done to", "[summary]") {
  CHECK(matter_in_words("whaling", "a ban on whaling in the bay") == "a ban on whaling");
  CHECK(matter_in_words("engineers", "the step") == "the step");
  CHECK(matter_in_words("reef borders", "any attempt to move the reef's borders") ==
        "any attempt to move the reef's borders");
  CHECK(matter_in_words("sugar subsidies", "the subsidies") == "sugar subsidies");
  CHECK(matter_in_words("harbour treaty", "the treaties") == "harbour treaty");
  CHECK(matter_in_words("fuel taxes", "the tax") == "fuel taxes");
  CHECK(matter_in_words("reef bank", "the ban on nets") == "the ban on nets");
  CHECK(matter_in_words("reef wardens", "the war at sea") == "the war at sea");
  CHECK(matter_in_words("radio station", "the state of the mast") == "the state of the mast");
  CHECK(matter_in_words("steep levy", "for a steep levy that farmers pay") == "steep levy");
  CHECK(matter_in_words("port", "to open the port") == "port");
  CHECK(matter_in_words("port", "it") == "port");
  CHECK(matter_in_words("port", "") == "port");
}
