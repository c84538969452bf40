// The clues for two bodies or groups being one: all of them have a weight, and what is missing is told.
#include "support/folder.h"
#include "who/coreference_clue.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::string with_weight(std::string_view clue, const char* weight) {
  return "clue: " + std::string(clue) + "\nweight: " + weight + "\n\n";
}

std::string all_weights_but(CoreferenceClue left_out) {
  std::string out;
  for (std::size_t i = 0; i < kCoreferenceClueCount; ++i) {
    const auto clue = static_cast<CoreferenceClue>(i);
    if (clue != left_out) out += with_weight(to_string(clue), "1.5");
  }
  return out;
}

Result<CoreferenceWeights> read_weights(const std::string& content) {
  const Folder folder("coreference");
  return read_coreference(folder.add("coreference.txt", content));
}

const std::string kBound = "bound: weight\nleast: 0.6\n\n";

}  // namespace

TEST_CASE("every clue for two being one has a name of its own", "[who]") {
  for (std::size_t i = 0; i < kCoreferenceClueCount; ++i) {
    const auto clue = static_cast<CoreferenceClue>(i);
    CHECK(coreference_clue_from(to_string(clue)) == clue);
  }
  CHECK_FALSE(coreference_clue_from("behind the moon"));
}

TEST_CASE("clues for two being one are read with their weights", "[who]") {
  const auto weights = read_weights(kBound + all_weights_but(CoreferenceClue::acronym) + with_weight("acronym", "2.25"));
  REQUIRE(weights);
  CHECK(weights->clues[0][static_cast<std::size_t>(CoreferenceClue::acronym)] == 2.25);
  CHECK(weights->clues[0][static_cast<std::size_t>(CoreferenceClue::nobody)] == 1.5);
  CHECK(weights->least[0] == 0.6);
}

TEST_CASE("a clue for two being one without a weight, or no bound, is an error", "[who]") {
  const auto no_clue = read_weights(kBound + all_weights_but(CoreferenceClue::acronym));
  REQUIRE_FALSE(no_clue);
  CHECK(no_clue.error().message.find("clue: acronym") != std::string::npos);
  const auto no_bound = read_weights(all_weights_but(CoreferenceClue::acronym) + with_weight("acronym", "2"));
  REQUIRE_FALSE(no_bound);
  CHECK(no_bound.error().message.find("bound: weight") != std::string::npos);
}
