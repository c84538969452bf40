// Facts counted in stores that hold few facts, or damaged ones.
#include "query/count.h"

#include "store/counted.h"
#include "store/store.h"

#include <map>
#include <memory>
#include <string>

#include <catch2/catch.hpp>

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
