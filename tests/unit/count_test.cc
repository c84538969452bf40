// Facts counted in stores that hold few facts, or damaged ones.
#include "query/count.h"

#include "store/countable.h"
#include "store/counted.h"
#include "store/shared_happenings.h"
#include "store/store.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace dragoman;

namespace {

/// A store of one document, in which rows are written as they come.
std::unique_ptr<Database> small_store() {
  auto db = std::move(*Database::open(":memory:", Database::Mode::create));
  db->run("PRAGMA foreign_keys = OFF");
  db->run(std::string(store_schema()));
  db->run(
      "INSERT INTO documents(id, uri, sha, basis, generator, text) VALUES (1, 'report', '', 'unknown', '', 'A raid.')");
  return db;
}

void add_event(Database& db, std::int64_t id, const std::string& day) {
  Query& add = db.cached(
      "INSERT INTO events(id, document, number, type, quad, goldstein, score, first_day, last_day, status, lemma, "
      "begin, end, happening) VALUES (?1, 1, ?1, 'ASSAULT', 4, 0, 0, ?2, ?2, 'happened', 'raid', 0, 1, ?1)");
  add.bind(1, id);
  add.bind(2, day);
  add.run();
}

/// The counts of all lists in all ways.
void each_count(Database& db, const Question& question, const std::map<FactList, std::int64_t>& facts) {
  write_all_countable(db);
  write_all_shared_happenings(db);
  for (const FactList list : kFactLists) {
    for (const By by : kCountedBy) {
      if (!can_count(list, by)) continue;
      INFO(table_of(list) << " by " << name_of(by));
      const auto expected = facts.find(list);
      CHECK(count_facts(db, list, by, question).facts == (expected == facts.end() ? 0 : expected->second));
      REQUIRE_FALSE(db.error());
    }
  }
}

}  // namespace

TEST_CASE("facts of some days are counted where there are none and where there is one", "[query]") {
  const auto db = small_store();
  Question since, until, both;
  since.since = both.since = "2010-01-01";
  until.until = both.until = "2030-12-31";
  for (const Question& question : {since, until, both}) each_count(*db, question, {});
  add_event(*db, 1, "2019-05-06");
  for (const Question& question : {since, until, both}) each_count(*db, question, {{FactList::events, 1}});
  since.since = "2019-05-07";
  each_count(*db, since, {});
}

TEST_CASE("a row with a number far above all others is counted, and takes no memory for those between", "[query]") {
  constexpr std::int64_t kFar = std::int64_t{1} << 60;
  const auto db = small_store();
  const auto add_part = [&](std::int64_t fact, std::int64_t actor) {
    Query& add = db->cached(
        "INSERT INTO parts(list, fact, role, number, entity, actor, country) VALUES ('events', ?, 'actor', 1, 1, ?, "
        "'KEN')");
    add.bind(1, fact);
    add.bind(2, actor);
    add.run();
  };
  db->run(fmt::format(
      "INSERT INTO actors(id, key, name, type, one) VALUES (1, 'a', 'Ana Paz', 'person', NULL), (2, 'b', 'A. Paz', "
      "'person', {0}), ({0}, 'c', 'Omar Sy', 'person', NULL), (-5, 'd', 'Jan Holm', 'person', NULL)",
      kFar));
  db->run(fmt::format("INSERT INTO issue_labels(id, folded, documents) VALUES (1, 'fish', 1), ({}, 'water', 1)", kFar));
  db->run(
      fmt::format("INSERT INTO issues(id, document, number, label, of_label) VALUES (1, 1, 1, 'Fish', 1), ({0}, 1, 2, "
                  "'Water', {0})",
                  kFar));
  for (std::int64_t event = 1; event <= 6; ++event) add_event(*db, event, "2019-05-06");
  db->run(fmt::format("UPDATE events SET issue = iif(id < 3, 1, iif(id = 3, {}, 77))", kFar));
  for (const auto& [event, actor] : {std::pair{1, std::int64_t{1}}, {2, 2}, {3, kFar}, {4, -5}, {5, kFar + 7}})
    add_part(event, actor);
  Question question;
  question.statuses = {"happened"};
  const auto counted_by = [&](By by) {
    write_all_countable(*db);
    write_all_shared_happenings(*db);
    std::map<std::string, std::int64_t> found;
    for (const Count& count : count_facts(*db, FactList::events, by, question).counts) found[count.value] = count.facts;
    CHECK_FALSE(db->error());
    return found;
  };
  using Found = std::map<std::string, std::int64_t>;
  CHECK(counted_by(By::actor) == Found{{"Ana Paz", 1}, {"Omar Sy", 2}, {"Jan Holm", 1}});
  CHECK(counted_by(By::issue) == Found{{"Fish", 2}, {"Water", 1}});
  for (const std::int64_t fact : {kFar, std::int64_t{-9}}) {
    db->run(fmt::format("UPDATE events SET id = {} WHERE id = 1", fact));
    db->run(fmt::format("UPDATE parts SET fact = {} WHERE fact = 1", fact));
    CHECK(counted_by(By::actor)["Ana Paz"] == 1);
    CHECK(counted_by(By::issue) == Found{{"Fish", 2}, {"Water", 1}});
    db->run(fmt::format("UPDATE events SET id = 1 WHERE id = {}", fact));
    db->run(fmt::format("UPDATE parts SET fact = 1 WHERE fact = {}", fact));
  }
}
