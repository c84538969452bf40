// Names go with countries: by their letters and by the parts that they share.
#include "who/name_origins.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

NameOrigins two_countries() {
  NameOrigins origins;
  for (const char* name : {"Kim Do-bin", "Lee Sang-gu", "Park Min-ho", "Kim Hae-jun"}) origins.add(name, "KOR");
  for (const char* name : {"Luis Quispe", "Ana Huamán", "Luis Mamani", "Rosa Quispe"}) origins.add(name, "PER");
  return origins;
}

}  // namespace

TEST_CASE("a name is likelier in the country whose names it looks like", "[who]") {
  const NameOrigins origins = two_countries();
  CHECK(origins.likeness(origins.read("Kim Sang-jun"), "KOR").sum > 0);
  CHECK(origins.likeness(origins.read("Kim Sang-jun"), "KOR").sum >
        origins.likeness(origins.read("Kim Sang-jun"), "PER").sum);
  CHECK(origins.likeness(origins.read("Rosa Huamani"), "PER").mean >
        origins.likeness(origins.read("Rosa Huamani"), "KOR").mean);
}

TEST_CASE("parts of a name count for the countries that have them, accents and case aside", "[who]") {
  NameOrigins origins = two_countries();
  CHECK(origins.likeness(origins.read("Rosa HUAMAN"), "PER").parts == Approx(1));
  CHECK(origins.likeness(origins.read("Rosa Hale"), "PER").parts == Approx(.5));
  CHECK(origins.likeness(origins.read("Rosa Hale"), "KOR").parts == 0);
  NameOrigins shared = two_countries();
  shared.add("Rosa Lima", "CHL");
  CHECK(shared.likeness(shared.read("Rosa Hale"), "PER").parts == Approx(.25));
}

TEST_CASE("the same name counts once for a country, and an unknown country says nothing", "[who]") {
  NameOrigins once = two_countries(), twice = two_countries();
  twice.add("Luis Quispe", "PER");
  CHECK(once.likeness(once.read("Luis Soto"), "PER").sum == twice.likeness(twice.read("Luis Soto"), "PER").sum);
  CHECK(once.likeness(once.read("Luis Soto"), "NOR").sum == 0);
  CHECK(once.likeness(once.read(""), "PER").sum == 0);
}
