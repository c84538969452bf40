#include "store/keys.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

Entity entity(const std::string& name, EntityType type, const std::string& country) {
  Entity e;
  e.name = name;
  e.type = type;
  e.country = country;
  return e;
}

}  // namespace

TEST_CASE("names are folded as people type them", "[store]") {
  CHECK(search_form("Sergey Lavrov") == "sergey lavrov");
  CHECK(search_form("Müller-Otto, A.") == "muller otto a");
  CHECK(search_form("Côte d’Ivoire") == "cote divoire");
  CHECK(search_form("U.N. Security Council") == "un security council");
  CHECK(search_form("Lech Wałęsa") == search_form("lech wałęsa"));
  CHECK(search_form("St. John's") == "st johns");
  CHECK(search_form("St. John’s") == "st johns");
  CHECK(search_form("東京 ") == "東京");
  CHECK(search_form("") == "");
  CHECK(search_form("\xFF") == "\xFF");
}

TEST_CASE("an actor's key follows from the record alone", "[store]") {
  CHECK(actor_key(entity("Ana Müller", EntityType::person, "BRA")) ==
        actor_key(entity("Ana Muller", EntityType::person, "")));
  CHECK(actor_key(entity("Müller", EntityType::person, "BRA")) !=
        actor_key(entity("Muller", EntityType::person, "DEU")));
  CHECK(actor_key(entity("Burma", EntityType::country, "MMR")) ==
        actor_key(entity("Myanmar", EntityType::country, "MMR")));
  CHECK(actor_key(entity("Reuters", EntityType::media, "GBR")) != actor_key(entity("Reuters", EntityType::person, "")));
  Entity source = entity("official", EntityType::person, "JPN");
  source.anonymous = true;
  CHECK(actor_key(source).empty());
  CHECK(actor_key(entity("St. John's", EntityType::organisation, "CAN")) == "body st johns CAN");
  CHECK(names_of(entity("Ana Müller", EntityType::person, "BRA")) == std::vector<std::string>{"ana muller", "muller"});
  CHECK(names_of(entity("Peru", EntityType::country, "PER")) == std::vector<std::string>{"per", "peru"});
}

TEST_CASE("equal parts make one happening", "[store]") {
  CHECK(happening_of({"AGREE", "a;b"}) == happening_of({"AGREE", "a;b"}));
  CHECK(happening_of({"AGREE", "a;b"}) != happening_of({"AGREE", "a", "b"}));
}
