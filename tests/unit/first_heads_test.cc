#include "story/first_heads.h"

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("the first mention of an entity alone is found, also among those that were added since", "[story]") {
  const Document document;
  const auto text = Text::from_utf8("");
  REQUIRE(text);
  const Parse parse;
  Story story(document, *text, parse, {}, nullptr);
  story.mentions = {{{0, 2}, 1, MentionKind::name, {4, 2}},
                    {{3, 5}, 4, MentionKind::name, {2}},
                    {{6, 8}, 7, MentionKind::pronoun, {2}},
                    {{8, 9}, 8, MentionKind::pronoun, {}}};
  FirstHeads heads(story);
  CHECK(heads.of(2) == 4);
  CHECK(!heads.of(4));
  CHECK(!heads.of(9));
  story.mentions.push_back({{9, 10}, 9, MentionKind::title, {9}});
  CHECK(heads.of(9) == 9);
  CHECK(heads.of(2) == 4);
}
