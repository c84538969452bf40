#include "store/rulings.h"

#include "store/store.h"

#include <chrono>
#include <memory>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace dragoman;

namespace {

constexpr int kPeople = 4000;

ActorFamily family(int person, const std::string& given = "a") {
  return {fmt::format("person {:05}", person), given};
}

/// People each in a family of his own, of whom rulings say that those of a hundred are one.
std::unique_ptr<Database> people_with_rulings() {
  auto db = std::move(*Database::open(":memory:", Database::Mode::create));
  db->run("PRAGMA foreign_keys = OFF");
  db->run(std::string(store_schema()));
  for (int i = 0; i < kPeople; ++i) {
    db->run(fmt::format(
        "INSERT INTO actors(id, key, name, type, family, given) VALUES ({0}, '{1:05}', '{1}', 'person', '{2}', 'a')",
        i + 1, i, family(i).family));
    if (i % 100 == 0) continue;
    db->run(fmt::format("INSERT INTO rulings(a, b, same) VALUES ('{:05}', '{:05}', 1)", i - 1, i));
  }
  return db;
}

}  // namespace

TEST_CASE("rulings join families over others between, from whichever one asks", "[store]") {
  const auto db = people_with_rulings();
  db->run("DELETE FROM rulings WHERE a = '00049'");
  db->run("UPDATE actors SET family = 'person 00000', given = 'b' WHERE key = '00001'");
  const RuledActors ruled(*db);
  CHECK_FALSE(db->error());
  std::set<ActorFamily> expected = {family(0, "b")};
  for (int i = 0; i < 50; ++i) {
    if (i != 1) expected.insert(family(i));
  }
  CHECK(ruled.with_related({family(0)}) == expected);
  CHECK(ruled.with_related({family(49)}) == expected);
  expected.insert({family(0, "c"), {"person Paz", "a"}});
  CHECK(ruled.with_related({family(0, "c"), family(20), {"person Paz", "a"}}) == expected);
  CHECK(ruled.with_related({{"person Paz", "a"}}).size() == 1);
  CHECK(ruled.with_related({}).empty());
  CHECK(ruled.relate_others({family(0), family(0, "b")}));
  CHECK_FALSE(ruled.relate_others({{"person Paz", "a"}}));
}

TEST_CASE("rulings within a family relate no other", "[store]") {
  const auto db = people_with_rulings();
  db->run("DELETE FROM rulings WHERE a <> '00000'");
  db->run("UPDATE actors SET family = 'person 00000', given = 'b' WHERE key = '00001'");
  const RuledActors ruled(*db);
  CHECK_FALSE(ruled.relate_others({family(0), family(0, "b")}));
  CHECK(ruled.with_related({family(0)}) == std::set<ActorFamily>{family(0), family(0, "b")});
}

TEST_CASE("families are looked up among many rulings at once", "[store]") {
  const auto db = people_with_rulings();
  const RuledActors ruled(*db);
  const auto begin = std::chrono::steady_clock::now();
  int related = 0;
  for (int i = 0; i < kPeople; ++i) related += ruled.with_related({family(i)}).size() == 100;
  CHECK(related == kPeople);
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < 2.0);
}
