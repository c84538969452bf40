// The clues of pronouns: all of them have weights, and what is wrong with the file is told with its line.
#include "support/folder.h"
#include "who/antecedent_clue.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::string weight(std::string_view clue, const std::string& person) {
  return "clue: " + std::string(clue) + "\nperson: " + person + "\nseveral: 0.25\nthing: -1\n\n";
}

std::string all_weights_but(AntecedentClue left_out) {
  std::string out;
  for (std::size_t i = 0; i < kAntecedentClueCount; ++i) {
    const auto clue = static_cast<AntecedentClue>(i);
    if (clue != left_out) out += weight(to_string(clue), "1.5");
  }
  return out;
}

const std::string kBounds =
    "pronoun: person\nleast: 0.4\n\npronoun: several\nleast: 0.3\n\npronoun: thing\nleast: 0.5\n\n";

Result<AntecedentWeights> read_weights(const std::string& content) {
  const Folder folder("antecedents");
  return read_antecedents(folder.add("antecedents.txt", content));
}

}  // namespace

TEST_CASE("every clue of an antecedent has a name of its own", "[who]") {
  for (std::size_t i = 0; i < kAntecedentClueCount; ++i) {
    const auto clue = static_cast<AntecedentClue>(i);
    CHECK(antecedent_clue_from(to_string(clue)) == clue);
  }
  CHECK_FALSE(antecedent_clue_from("behind the moon"));
}

TEST_CASE("clues of antecedents are read with a weight for each form of pronoun", "[who]") {
  const auto weights = read_weights(kBounds + all_weights_but(AntecedentClue::governs) + weight("governs", "-0.75"));
  REQUIRE(weights);
  const auto at = static_cast<std::size_t>(AntecedentClue::governs);
  CHECK(weights->clues[static_cast<std::size_t>(PronounForm::person)][at] == -0.75);
  CHECK(weights->clues[static_cast<std::size_t>(PronounForm::several)][at] == 0.25);
  CHECK(weights->clues[static_cast<std::size_t>(PronounForm::thing)][at] == -1);
  CHECK(weights->least == std::array<double, kPronounFormCount>{0.4, 0.3, 0.5});
}

TEST_CASE("an antecedent's clue without weights, or a pronoun without a bound, is an error", "[who]") {
  const auto no_clue = read_weights(kBounds + all_weights_but(AntecedentClue::governs));
  REQUIRE_FALSE(no_clue);
  CHECK(no_clue.error().message.find("clue: governs") != std::string::npos);
  const auto no_bound = read_weights(all_weights_but(AntecedentClue::governs) + weight("governs", "1"));
  REQUIRE_FALSE(no_bound);
  CHECK(no_bound.error().message.find("pronoun: person") != std::string::npos);
  CHECK_FALSE(read_weights(kBounds + weight("behind the moon", "1")));
}
