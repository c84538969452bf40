// The clues for the country that somebody is of: all of them have weights for each kind of entity, and what is missing
// is told.
#include "support/folder.h"
#include "who/home_clue.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

constexpr const char* kForms[] = {"official", "employed", "person", "body", "group"};

std::string with_weights(std::string_view clue, const char* weight) {
  std::string out = "clue: " + std::string(clue) + "\n";
  for (const char* form : kForms) out += std::string(form) + ": " + weight + "\n";
  return out + "\n";
}

std::string all_weights_but(HomeClue left_out) {
  std::string out;
  for (std::size_t i = 0; i < kHomeClueCount; ++i) {
    const auto clue = static_cast<HomeClue>(i);
    if (clue != left_out) out += with_weights(to_string(clue), "1.5");
  }
  return out;
}

std::string bounds() {
  std::string out;
  for (const char* form : kForms) out += "entity: " + std::string(form) + "\nleast: 0.8\n\n";
  return out;
}

Result<HomeWeights> read_weights(const std::string& content) {
  const Folder folder("homes");
  return read_homes(folder.add("homes.txt", content));
}

}  // namespace

TEST_CASE("every clue for a country has a name of its own", "[who]") {
  for (std::size_t i = 0; i < kHomeClueCount; ++i) {
    const auto clue = static_cast<HomeClue>(i);
    CHECK(home_clue_from(to_string(clue)) == clue);
  }
  CHECK_FALSE(home_clue_from("behind the moon"));
}

TEST_CASE("clues for countries are read with a weight for each kind of entity", "[who]") {
  const auto weights = read_weights(bounds() + all_weights_but(HomeClue::share) + with_weights("share", "-0.25"));
  REQUIRE(weights);
  for (std::size_t form = 0; form < kHomeFormCount; ++form) {
    CHECK(weights->clues[form][static_cast<std::size_t>(HomeClue::share)] == -0.25);
    CHECK(weights->clues[form][static_cast<std::size_t>(HomeClue::nobody)] == 1.5);
    CHECK(weights->least[form] == 0.8);
  }
}

TEST_CASE("a country's clue without weights, or a kind of entity without a bound, is an error", "[who]") {
  const auto no_clue = read_weights(bounds() + all_weights_but(HomeClue::share));
  REQUIRE_FALSE(no_clue);
  CHECK(no_clue.error().message.find("clue: share") != std::string::npos);
  const auto no_bound = read_weights("entity: person\nleast: 0.5\n");
  REQUIRE_FALSE(no_bound);
  CHECK(no_bound.error().message.find("entity: official") != std::string::npos);
}
