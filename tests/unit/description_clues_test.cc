// The clues of definite phrases: all of them have weights for people and for bodies, and what is missing is told.
#include "support/folder.h"
#include "who/description_clue.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::string all_weights_but(DescriptionClue left_out) {
  std::string out;
  for (std::size_t i = 0; i < kDescriptionClueCount; ++i) {
    const auto clue = static_cast<DescriptionClue>(i);
    if (clue != left_out) out += "clue: " + std::string(to_string(clue)) + "\nperson: 1.5\nbody: -1\n\n";
  }
  return out;
}

Result<DescriptionWeights> read_weights(const std::string& content) {
  const Folder folder("descriptions");
  return read_descriptions(folder.add("descriptions.txt", content));
}

const std::string kBounds = "phrase: person\nleast: 0.5\n\nphrase: body\nleast: 0.4\n\n";

}  // namespace

TEST_CASE("every clue of a description has a name of its own", "[who]") {
  for (std::size_t i = 0; i < kDescriptionClueCount; ++i) {
    const auto clue = static_cast<DescriptionClue>(i);
    CHECK(description_clue_from(to_string(clue)) == clue);
  }
  CHECK_FALSE(description_clue_from("behind the moon"));
}

TEST_CASE("clues of descriptions are read with a weight for people and one for bodies", "[who]") {
  const auto weights =
      read_weights(kBounds + all_weights_but(DescriptionClue::media) + "clue: media\nperson: 0\nbody: 0.25\n");
  REQUIRE(weights);
  const auto at = static_cast<std::size_t>(DescriptionClue::media);
  CHECK(weights->clues[static_cast<std::size_t>(DescribedForm::person)][at] == 0);
  CHECK(weights->clues[static_cast<std::size_t>(DescribedForm::body)][at] == 0.25);
  CHECK(weights->least == std::array<double, kDescribedFormCount>{0.5, 0.4});
}

TEST_CASE("a description's clue without weights, or a phrase without a bound, is an error", "[who]") {
  const auto no_clue = read_weights(kBounds + all_weights_but(DescriptionClue::media));
  REQUIRE_FALSE(no_clue);
  CHECK(no_clue.error().message.find("clue: media") != std::string::npos);
  const auto no_bound = read_weights("phrase: person\nleast: 0.5\n");
  REQUIRE_FALSE(no_bound);
  CHECK(no_bound.error().message.find("phrase: body") != std::string::npos);
}
