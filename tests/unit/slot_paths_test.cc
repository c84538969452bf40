#include "clauses/slot_paths.h"

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("paths to a slot are read from words", "[clauses]") {
  CHECK(slot_path("out of") == SlotPath::out_of);
  CHECK(slot_path("counted object") == SlotPath::counted_object);
  CHECK_FALSE(slot_path("counted"));
  CHECK_FALSE(slot_path(""));
}

TEST_CASE("a preposition without an entry is looked for as prepositions are", "[clauses]") {
  SlotPaths paths;
  paths.prepositions = {SlotPath::phrase, SlotPath::support};
  paths.slots["on"] = {SlotPath::phrase, SlotPath::imposed};
  CHECK(paths.of("on") == std::vector<SlotPath>{SlotPath::phrase, SlotPath::imposed});
  CHECK(paths.of("into") == paths.prepositions);
}
