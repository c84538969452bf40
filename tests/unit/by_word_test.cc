#include "text/by_word.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

TEST_CASE("A table of words finds each of many words and no other, and values keep their address") {
  ByWord<int> table;
  REQUIRE(table.find("word") == table.end());
  const auto first = table.try_emplace("", -1).first;
  for (int i = 0; i < 3000; ++i)
    table.emplace(std::string(static_cast<std::size_t>(i % 40), 'x') + std::to_string(i), i);
  REQUIRE(table.size() == 3001);
  REQUIRE(&first->second == &table[""]);
  for (int i = 0; i < 3000; ++i) {
    const std::string word = std::string(static_cast<std::size_t>(i % 40), 'x') + std::to_string(i);
    REQUIRE(table.at(word) == i);
    REQUIRE_FALSE(table.contains(word + "y"));
  }
  REQUIRE_FALSE(table.emplace("x1", 7).second);
  table.insert_or_assign("x1", 7);
  REQUIRE(table.at("x1") == 7);
}

TEST_CASE("A set of words holds each once, in the order in which they came") {
  WordSet words = {"of", "the", "of", "accord"};
  words.insert("the");
  std::string all;
  for (const std::string& word : words) all += word + " ";
  REQUIRE(all == "of the accord ");
  REQUIRE_FALSE(words.contains("off"));
  const WordSet copy = words;
  REQUIRE(copy.contains("accord"));
}
