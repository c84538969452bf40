// The clues that names are told apart by: all of them have weights, and what is wrong with them is told with its line.
#include "support/folder.h"
#include "who/clue.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

std::string stanza(std::string_view clue, const std::string& person) {
  return "clue: " + std::string(clue) + "\nperson: " + person + "\nbody: 0.25\nplace: -1\nthing: 0\n\n";
}

std::string all_but(Clue left_out) {
  std::string out;
  for (std::size_t i = 0; i < kClueCount; ++i) {
    if (static_cast<Clue>(i) != left_out) out += stanza(to_string(static_cast<Clue>(i)), "1.5");
  }
  return out;
}

Result<ClueWeights> read(const std::string& content) {
  const Folder folder("clues");
  return read_clues(folder.add("clues.txt", content));
}

}  // namespace

TEST_CASE("every clue has a name of its own", "[who]") {
  for (std::size_t i = 0; i < kClueCount; ++i)
    CHECK(clue_from(to_string(static_cast<Clue>(i))) == static_cast<Clue>(i));
  CHECK_FALSE(clue_from("behind the moon"));
}

TEST_CASE("clues are read with a weight for each reading", "[who]") {
  const auto weights = read(all_but(Clue::speaks) + stanza("speaks", "-0.75"));
  REQUIRE(weights);
  CHECK((*weights)[static_cast<std::size_t>(Clue::speaks)] == std::array<double, kReadingCount>{-0.75, 0.25, -1, 0});
  CHECK((*weights)[static_cast<std::size_t>(Clue::always)][0] == 1.5);
}

TEST_CASE("a clue without weights and weights without a clue are errors", "[who]") {
  CHECK(read(all_but(Clue::speaks)).error().message.find("clue: speaks") != std::string::npos);
  CHECK(read(stanza("behind the moon", "1")).error().message.find("behind the moon") != std::string::npos);
  CHECK(read(stanza("speaks", "much")).error().message.find("\"person: much\", expected a number") != std::string::npos);
}
