// Facts counted by what is packed of them answer as their rows do.
#include "query/wide_tally.h"

#include "query/tally.h"
#include "store/age_blocks.h"
#include "store/countable.h"
#include "store/shared_happenings.h"
#include "store/store.h"
#include "store/varint.h"

#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace dragoman;

namespace {

/// Forty documents with ten facts of each list, by rules that bring together all there is: facts without a day, a place
/// or anybody, tellings of one happening in one document and in several, actors that are one, issues named twice.
constexpr const char* kRows = R"(
CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
  SELECT i, (i + 9) / 10 AS d, nullif(printf('2019-%02d-%02d', i % 5 + 1, i % 28 + 1), '2019-03-03') AS day FROM n;
INSERT INTO documents(id, uri, sha, agency, basis, generator, text)
  SELECT i, 'r' || i, '', CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN 'Fjord Wire' ELSE 'Baltic Post' END, 'unknown', '', 'A raid.'
  FROM n WHERE i <= 40;
INSERT INTO actors(id, key, name, type, one) SELECT i, 'k' || i, 'Name ' || i, 'person', iif(i % 6 = 0, i - 1, NULL) FROM n WHERE i <= 60;
INSERT INTO places(id, document, number, name, folded, country)
  SELECT i, d, i, 'P', 'p' || i % 7, iif(i % 3 = 0, NULL, 'KEN') FROM n;
INSERT INTO issue_labels(id, folded, documents) SELECT i, 'label ' || i, 1 FROM n WHERE i <= 12;
INSERT INTO issues(id, document, number, label, of_label) SELECT i, d, i, 'l', i % 12 + 1 FROM n;
INSERT INTO events(id, document, number, type, quad, goldstein, score, issue, first_day, last_day, place, status, lemma, begin, end,
                   happening, confidence)
  SELECT i, d, i, CASE i % 3 WHEN 0 THEN 'CONSULT' WHEN 1 THEN 'ACCUSE' ELSE 'AID' END, i % 4 + 1, 0, 0, nullif(i, i / 5 * 5), day,
         iif(i % 11 = 0, '2019-12-31', day), nullif(i, i / 4 * 4), iif(i % 5 = 0, 'planned', 'happened'), 'x', 0, 1,
         iif(i % 4 = 0, i % 60, 1000 + i), CASE WHEN i % 9 > 0 THEN (i % 101) / 100.0 END FROM n;
INSERT INTO meetings(id, document, number, first_day, last_day, place, status, level, begin, end, happening, confidence)
  SELECT i, d, i, day, day, i, 'held', CASE WHEN i % 3 > 0 THEN 'summit' END, 0, 1, i / 3, .123456789 FROM n;
INSERT INTO statements(id, document, number, kind, status, first_day, last_day, place, content, begin, end, confidence)
  SELECT i, d, i, iif(i % 2 = 0, 'direct', 'indirect'), iif(i % 8 = 0, 'denied', 'happened'), day, day, nullif(i, i / 2 * 2), x'', 0, 1, .5
  FROM n;
INSERT INTO statement_issues SELECT i, i FROM n WHERE i % 7 > 0;
INSERT INTO statement_issues SELECT i, i + 12 FROM n WHERE i % 3 = 0 AND i <= 388;
INSERT INTO positions(id, document, number, issue, stance, first_day, last_day, begin, end)
  SELECT i, d, i, i, iif(i % 2 = 0, 'supports', 'opposes'), day, day, 0, 1 FROM n;
INSERT INTO agenda(id, document, number, what, first_day, last_day, begin, end, happening)
  SELECT i, d, i, 'talks', day, day, 0, 1, i / 2 FROM n;
CREATE TEMP TABLE roles_of(list, role, every, step);
INSERT INTO roles_of VALUES ('events', 'actor', 1, 1), ('events', 'actor', 5, 7), ('events', 'recipient', 3, 11), ('events', 'source', 2, 3),
  ('meetings', 'participant', 1, 1), ('meetings', 'participant', 2, 5), ('statements', 'speaker', 1, 2), ('statements', 'addressee', 4, 3),
  ('positions', 'actor', 1, 3), ('positions', 'by', 6, 1), ('agenda', 'participant', 2, 7);
INSERT INTO parts(list, fact, role, number, entity, actor, country)
  SELECT list, i, role, step, 1, i * step % 60 + 1,
         CASE (i * step) % 5 WHEN 0 THEN NULL WHEN 1 THEN 'KEN' WHEN 2 THEN 'PER' WHEN 3 THEN 'NOR' ELSE 'USA' END
  FROM roles_of CROSS JOIN n WHERE i % every = 0;
)";

std::unique_ptr<Database> full_store() {
  auto db = std::move(*Database::open(":memory:", Database::Mode::create));
  db->run("PRAGMA foreign_keys = OFF");
  db->run(std::string(store_schema()));
  db->run(kRows);
  write_all_countable(*db);
  write_all_shared_happenings(*db);
  REQUIRE_FALSE(db->error());
  return db;
}

/// What may be asked of each list.
std::map<std::string, Question> questions(FactList list) {
  std::map<std::string, Question> all;
  all["country"].countries = {"KEN"};
  all["two countries"].countries = {"KEN", "PER"};
  all["nobody's country"].countries = {"FRA"};
  all["since"].since = "2019-02-10";
  all["until"].until = "2019-04-10";
  all["days"].since = "2019-02-10";
  all["days"].until = "2019-04-10";
  all["agency"].agencies = {"Fjord Wire"};
  all["actors"].actors = {Party{"somebody", "", {1, 7, 8, 9}}};
  all["actor and country"].actors = {Party{"somebody", "", {1, 5, 9, 20}}, Party{"NOR", "NOR", {}}};
  all["separate"].separate = true;
  all["separate"].since = "2019-02-10";
  all["sure"].min_confidence = .5;
  all["quad"].quad = 3;
  if (list != FactList::positions && list != FactList::agenda) all["status"].statuses = {"happened", "held"};
  if (list == FactList::events) all["type"].types = {"CONSULT", "AID"};
  if (list == FactList::statements) all["type"].types = {"direct"};
  if (list == FactList::positions) all["type"].types = {"opposes"};
  if (list == FactList::meetings) all["type"].types = {"summit"};
  return all;
}

using Values = std::map<std::string, std::int64_t>;

Values values_of(const WideTally& tally, std::size_t span = 0) {
  Values values;
  for (const auto& [value, facts] : tally.facts) {
    if (facts[span] > 0) values[value] = facts[span];
  }
  return values;
}

constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

template <class Use>
void each_way(Use use) {
  for (const FactList list : kFactLists) {
    for (const By by : kCountedBy) {
      if (can_count(list, by)) use(list, by);
    }
  }
}

}  // namespace

TEST_CASE("what is packed of facts counts as their rows do", "[query]") {
  const auto db = full_store();
  each_way([&](FactList list, By by) {
    for (const auto& [name, question] : questions(list)) {
      INFO(table_of(list) << " by " << static_cast<int>(by) << ", " << name);
      const Tally rows = tally(*db, list, by, question);
      const WideTally packed = tally_wide(*db, list, by, question, kAll);
      CHECK(packed.all[0] == rows.all);
      CHECK(values_of(packed) == Values(rows.facts.begin(), rows.facts.end()));
      CHECK_FALSE(db->error());
    }
  });
}

TEST_CASE("two spans are counted in one pass as each by itself", "[query]") {
  const auto db = full_store();
  each_way([&](FactList list, By by) {
    INFO(table_of(list) << " by " << static_cast<int>(by));
    Question before, after;
    before.until = "2019-02-20";
    after.since = "2019-02-15";
    const WideTally both = compare_wide(*db, list, by, before, after, kAll);
    std::size_t span = 0;
    for (const Question& question : {before, after}) {
      const Tally rows = tally(*db, list, by, question);
      CHECK(both.all[span] == rows.all);
      CHECK(values_of(both, span) == Values(rows.facts.begin(), rows.facts.end()));
      ++span;
    }
  });
}

TEST_CASE("of many values those with most facts are given, with all that have as many", "[query]") {
  const auto db = full_store();
  const Question question = questions(FactList::events)["since"];
  const auto all = values_of(tally_wide(*db, FactList::events, By::actor, question, kAll));
  const auto most = values_of(tally_wide(*db, FactList::events, By::actor, question, 5));
  REQUIRE(most.size() >= 5);
  REQUIRE(most.size() < all.size());
  std::int64_t least = kAll;
  for (const auto& [value, facts] : most) least = std::min(least, facts);
  for (const auto& [value, facts] : all) CHECK(most.contains(value) == (facts >= least));
}

TEST_CASE("wide questions are those whose conditions are packed and let many facts through", "[query]") {
  const auto db = full_store();
  Question country, late, code, place;
  country.countries = {"KEN"};
  late.since = "2019-05-28";
  code.types = {"19"};
  place.places = {"p1"};
  CHECK(is_wide(*db, FactList::events, country));
  CHECK_FALSE(is_wide(*db, FactList::events, late));
  CHECK_FALSE(is_wide(*db, FactList::events, code));
  CHECK_FALSE(is_wide(*db, FactList::events, place));
  CHECK_FALSE(db->error());
}

TEST_CASE("distances of numbers wrap around where no number holds them", "[store]") {
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min(),
                         kMost = std::numeric_limits<std::int64_t>::max();
  STATIC_REQUIRE(distance_from(7, 6) == 1);
  STATIC_REQUIRE(at_distance(kMost, distance_from(kMost, kLeast)) == kLeast);
  STATIC_REQUIRE(at_distance(kLeast, distance_from(kLeast, kMost)) == kMost);
  STATIC_REQUIRE(at_distance(kMost, folded_sign(kMost)) == -2);
}

TEST_CASE("what is packed of facts with the ids and days of a damaged document is read back", "[store]") {
  const auto db = full_store();
  db->run("UPDATE events SET id = 9223372036854775807, first_day = 'a' WHERE id = 61");
  db->run("UPDATE events SET id = -9223372036854775807, last_day = 'b' WHERE id = 62");
  db->run("UPDATE shared_happenings SET facts = x'FFFFFFFFFFFFFFFFFF01FEFFFFFFFFFFFFFFFF01' WHERE happening = 4");
  write_countable(*db, 7);
  CountableFacts facts;
  const std::string packed = countable_of_rows(*db, FactList::events, 7);
  REQUIRE(unpack_countable(packed, facts));
  CHECK(facts.facts.size() == 10);
  CHECK(facts.facts.front().id == -std::numeric_limits<std::int64_t>::max());
  CHECK(facts.facts.back().id == std::numeric_limits<std::int64_t>::max());
  each_shared_fact(*db, FactList::events, [](std::int64_t, std::int64_t) {});
  CHECK_FALSE(db->error());
}

TEST_CASE("damaged bytes of packed facts are known, and never read beyond", "[store]") {
  const auto db = full_store();
  const std::string packed = countable_of_rows(*db, FactList::events, 7);
  CountableFacts facts;
  REQUIRE(unpack_countable(packed, facts));
  CHECK(facts.facts.size() == 10);
  CHECK(facts.facts.front().id == 61);
  CHECK(countable_is_right(*db, 7));
  for (std::size_t length = 0; length < packed.size(); ++length) {
    CHECK_FALSE(unpack_countable(packed.substr(0, length), facts));
    CHECK(facts.facts.empty());
  }
  for (std::size_t at = 0; at < packed.size(); ++at) {
    for (const char byte : {'\0', '\x7F', '\x80', '\xFF'}) {
      std::string other = packed;
      other[at] = byte;
      unpack_countable(other, facts);
      for (const auto& fact : facts.facts) {
        REQUIRE(fact.kind < facts.kinds.size());
        REQUIRE(fact.labels_end <= facts.labels.size());
        REQUIRE(fact.parts_end <= facts.parts.size());
      }
    }
  }
  db->run("UPDATE countable SET facts = x'01' WHERE document = 7 AND list = 0");
  CHECK_FALSE(countable_is_right(*db, 7));
  Question since;
  since.since = "2019-01-01";
  tally_wide(*db, FactList::events, By::actor, since, kAll);  // goes on
  CHECK_FALSE(db->error());
}

TEST_CASE("blocks by age are those that hold rows, whatever number a damaged row has", "[store]") {
  const auto db = full_store();
  for (const std::int64_t id : {std::int64_t{5000}, std::int64_t{1} << 60, std::numeric_limits<std::int64_t>::max()})
    db->run(
        fmt::format("INSERT INTO documents(id, uri, sha, basis, generator, text) VALUES ({0}, 'x{0}', '', "
                    "'unknown', '', '')",
                    id));
  CHECK(db->prepare(kDocumentBlocks).integers() ==
        std::vector<std::int64_t>{0, 1, std::int64_t{1} << 48, std::numeric_limits<std::int64_t>::max() >> 12});
  CHECK(db->prepare(kActorBlocks).integers() == std::vector<std::int64_t>{0});
  db->run("DELETE FROM actors");
  CHECK(db->prepare(kActorBlocks).integers().empty());
  CHECK_FALSE(db->error());
}
