// How sure an item is: the weights of its clues, and what is too doubtful to be stated.
#include "confidence/weights.h"
#include "support/model.h"

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("clues add up to a chance", "[confidence]") {
  ListWeights weights;
  weights.clues = {{"carried by: a verb", 2.0}, {"status: denied", -3.0}};
  CHECK(weights.chance({}) == Approx(.5));
  CHECK(weights.chance({"carried by: a verb"}) == Approx(.8808).margin(.0001));
  CHECK(weights.chance({"carried by: a verb", "status: denied"}) == Approx(.2689).margin(.0001));
  CHECK(weights.chance({"a clue without a weight"}) == Approx(.5));
}

TEST_CASE("the weights of the lexicon are read, and everything is kept when asked for", "[confidence]") {
  auto weights = ConfidenceWeights::load(DRAGOMAN_SOURCE_DIR "/lexicon/confidence");
  REQUIRE(weights);
  CHECK(weights->events.least > 0);
  CHECK(weights->events.clues.size() > 20);
  weights->keep_doubtful();
  CHECK(weights->events.least == 0);
}
