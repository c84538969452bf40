// Indices outside the text: rules look one token on, and at what empty spans begin with.
#include "language/parse.h"
#include "story/story.h"

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("outside the text there is a token without words, head and children", "[parse]") {
  Parse parse;
  parse.tokens.resize(2);
  parse.tokens[1].head = 0;
  parse.sentences = {{0, 2}};
  link(parse);
  for (const TokenIndex outside : {TokenIndex{2}, TokenIndex{3}, kNoToken}) {
    CHECK(parse[outside].text.empty());
    CHECK(parse[outside].pos == Pos::none);
    CHECK(parse[parse[outside].head].head == parse[outside].head);  // who climbs to the root ends there
    CHECK(parse[outside].left_edge > parse[outside].right_edge);
    CHECK(parse.children(outside).empty());
  }
  CHECK(*parse.children(0).begin() == 1);
}

TEST_CASE("what was not set for a token has the value that says so", "[story]") {
  TokenNumbers numbers;
  CHECK(numbers[0] == -1);
  numbers.reset(3);
  numbers.set(1, 5);
  numbers.set(3, 5);  // no token of the text
  CHECK(numbers[0] == -1);
  CHECK(numbers[1] == 5);
  CHECK(numbers[3] == -1);
  CHECK(numbers[kNoToken] == -1);
  numbers.fill({1, 9}, 7);
  CHECK(numbers[2] == 7);
  CHECK(numbers[3] == -1);
}
