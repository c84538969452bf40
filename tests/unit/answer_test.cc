// What a row of an answer shows.
#include "query/answer.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::string parties_of(std::vector<FactPart> parts) {
  Fact fact;
  fact.list = FactList::positions;
  fact.parts = std::move(parts);
  return shown_parties(fact);
}

}  // namespace

TEST_CASE("a position is shown with who voiced it or who says it of another, nobody as both", "[query]") {
  const FactPart kenya{"actor", "Kenya", "KEN"}, paz{"source", "Ana Paz", "PER"}, rojas{"source", "Luis Rojas", "PER"};
  CHECK(parties_of({kenya}) == "Kenya");
  CHECK(parties_of({kenya, {"by", "Kenya", "KEN"}}) == "Kenya");
  CHECK(parties_of({kenya, {"by", "Juma Otieno", "KEN"}}) == "Kenya (Juma Otieno)");
  CHECK(parties_of({kenya, {"by", "Ana Paz", "PER"}, paz}) == "Kenya (according to Ana Paz)");
  CHECK(parties_of({kenya, {"by", "Ana Paz", "PER"}, paz, rojas}) == "Kenya (according to Ana Paz and Luis Rojas)");
  CHECK(parties_of({kenya, {"by", "Juma Otieno", "KEN"}, {"chain", "Lake News", ""}}) ==
        "Kenya (Juma Otieno) (according to Lake News)");
  CHECK(parties_of({kenya, {"chain", "Lake News", ""}, paz, rojas}) ==
        "Kenya (according to Lake News, who cites Ana Paz and Luis Rojas)");
}
