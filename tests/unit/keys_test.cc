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
  CHECK(folded("Sergey Lavrov") == "sergey lavrov");
  CHECK(folded("Müller-Otto, A.") == "muller otto a");
  CHECK(folded("Côte d’Ivoire") == "cote divoire");
  CHECK(folded("U.N. Security Council") == "un security council");
  CHECK(folded("Lech Wałęsa") == folded("lech wałęsa"));
  CHECK(folded("東京 ") == "東京");
  CHECK(folded("") == "");
  CHECK(folded("\xFF") == "\xFF");
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
  CHECK(names_of(entity("Ana Müller", EntityType::person, "BRA")) == std::vector<std::string>{"ana muller", "muller"});
  CHECK(names_of(entity("Peru", EntityType::country, "PER")) == std::vector<std::string>{"per", "peru"});
}

TEST_CASE("equal parts make one happening", "[store]") {
  CHECK(happening_of({"AGREE", "a;b"}) == happening_of({"AGREE", "a;b"}));
  CHECK(happening_of({"AGREE", "a;b"}) != happening_of({"AGREE", "a", "b"}));
}
