// Events in the layouts of POLECAT and ICEWS.
#include "tables/event_data.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

const TableWords& words() {
  static const TableWords kWords = *TableWords::load(std::string(DRAGOMAN_SOURCE_DIR) + "/lexicon/tables");
  return kWords;
}

// Germany and Chad agree; a general of Chad is asked to resign.
Record report(const std::string& day) {
  Record r;
  r.document.id = "sha256:0123456789abcdef";
  r.document.agency = "\"Sahel\"\tWire";
  r.document.language = "en";
  r.document.published.value = "1988-05-04";
  r.sentences = {{0, 10}, {11, 20}};
  r.entities.push_back({"Germany", EntityType::country, "DEU", 1, false, {}, "DEU", {{{0, 7}, MentionKind::name}}});
  r.entities.push_back({"Chad", EntityType::country, "TCD", 1, false, {}, "TCD", {}});
  r.entities.push_back(
      {"Idriss Mahamat", EntityType::person, "TCD", 1, false, {{"general", {}, "TCD", "MIL", {}}}, "TCDMIL", {}});
  r.places.push_back({"Chad", "TCD", 15.0, 19.0, {}, {}});
  Event agreed;
  agreed.type = EventType::agree;
  agreed.cameo = "0312";
  agreed.quad = 1;
  agreed.score = 2.5;
  agreed.goldstein = 5.2;
  agreed.actors = {0, 1};
  agreed.contexts = {"military", "diplomatic"};
  agreed.place = 0;
  if (!day.empty()) agreed.date = DateValue{day, DateBasis::text};
  Event asked = agreed;
  asked.type = EventType::request;
  asked.cameo = "1041";
  asked.actors = {0};
  asked.recipients = {2};
  asked.status = EventStatus::requested;
  asked.evidence.sentence = 1;
  r.events = {agreed, asked};
  return r;
}

struct Table {
  std::vector<std::vector<std::string>> rows;  // the header first
  std::size_t left_out = 0;
  std::string at(std::size_t row, const std::string& column) const {
    const auto found = std::find(rows[0].begin(), rows[0].end(), column);
    REQUIRE(found != rows[0].end());
    return rows.at(row).at(static_cast<std::size_t>(found - rows[0].begin()));
  }
};

Table table(EventLayout layout, const Record& record, bool all = false) {
  const EventData data(layout, words(), nullptr);
  const Text text = *Text::from_utf8("Germany and Chad agreed on a deal.");
  std::string out = data.header();
  Table t;
  t.left_out = data.append(out, record, {"9.9", "", ""}, text, all);
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find('\n', at);
    std::vector<std::string> cells{""};
    for (const char c : out.substr(at, end - at)) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back().push_back(c);
      }
    }
    t.rows.push_back(std::move(cells));
    at = end + 1;
  }
  return t;
}

}  // namespace

TEST_CASE("POLECAT's layout has 40 columns in every row, and None for what is not known", "[event data]") {
  const Table t = table(EventLayout::polecat, report("1988-05-02"));
  REQUIRE(t.rows.size() == 3);  // Germany with Chad and Chad with Germany
  for (const auto& row : t.rows) CHECK(row.size() == 40);
  CHECK(t.at(1, "Event ID") == "0123456789ab-v1-1");
  CHECK(t.at(2, "Event ID") == "0123456789ab-v1-2");
  CHECK(t.at(1, "Event Date") == "1988-05-02");
  CHECK(t.at(1, "Event Type") == "AGREE");
  CHECK(t.at(1, "Event Mode") == "None");
  CHECK(t.at(1, "Quad Code") == "VERBAL COOPERATION");
  CHECK(t.at(1, "Contexts") == "military; diplomatic");
  CHECK(t.at(1, "Actor Name") == "Germany");
  CHECK(t.at(1, "Actor Name Raw") == "Germany");
  CHECK(t.at(1, "Recipient COW") == "483");
  CHECK(t.at(1, "Feature Type") == "PCLI");
  CHECK(t.at(1, "City") == "None");
  CHECK(t.at(1, "Source") == "'Sahel' Wire");
  CHECK(t.at(1, "Story People") == "Idriss Mahamat");
  CHECK(t.at(1, "Version") == "9.9");
  CHECK(t.left_out == 1);
}

TEST_CASE("a state's number is that of the day", "[event data]") {
  CHECK(table(EventLayout::polecat, report("1988-05-02")).at(1, "Actor COW") == "260");
  CHECK(table(EventLayout::polecat, report("1990-10-03")).at(1, "Actor COW") == "255");
  CHECK(table(EventLayout::polecat, report("1991")).at(1, "Event Date") == "1991-01-01");
  CHECK(table(EventLayout::polecat, report("")).at(1, "Event Date") == "1988-05-04");
  CHECK(words().cow("DEU", "") == "255");
  CHECK(words().cow("DEU", "1950-01-01").empty());
  CHECK(words().cow("XYZ", "1990-01-01").empty());
}

TEST_CASE("ICEWS's layout has 20 columns, words for codes and numbers for ids", "[event data]") {
  const Table t = table(EventLayout::icews, report("1988-05-02"), true);
  REQUIRE(t.rows.size() == 4);
  CHECK(t.left_out == 0);
  for (const auto& row : t.rows) CHECK(row.size() == 20);
  CHECK(t.at(1, "Event Text") == "Express intent to cooperate militarily");
  CHECK(t.at(1, "CAMEO Code") == "0312");
  CHECK(t.at(3, "Target Name") == "Idriss Mahamat");
  CHECK(t.at(3, "Target Sectors") == "Military");
  CHECK(t.at(3, "Target Country") == "Chad");
  CHECK(t.at(3, "Sentence Number") == "2");
  CHECK(t.at(1, "City").empty());
  CHECK(t.at(1, "Country") == "Chad");
  CHECK(t.at(1, "Event ID") != t.at(2, "Event ID"));
  CHECK(t.at(1, "Story ID") == t.at(3, "Story ID"));
  for (std::size_t row = 1; row < t.rows.size(); ++row) CHECK(std::stoull(t.at(row, "Event ID")) < (1ULL << 53U));
}

TEST_CASE("a code without a name of its own has that of what it belongs to", "[event data]") {
  CHECK(words().cameo("1311") == "Threaten to reduce or stop aid");
  CHECK(words().cameo("0579") == "Sign formal agreement");
  CHECK(words().cameo("99").empty());
}
