#include "store/telling_links.h"

#include "store/telling_words.h"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

Telling telling(std::string_view text, std::vector<std::uint32_t> actors, std::int32_t published) {
  Telling t;
  t.type = 7;
  t.published = published;
  for (const std::uint32_t name : actors) t.actors.push_back({name, 0, 0, TellingParty::Kind::named});
  for (const StemmedWord& word : stemmed_words(text)) {
    std::uint32_t stem = 0;
    for (const char c : word.stem) stem = (stem * 31 + static_cast<unsigned char>(c)) & 0xFFFFFFU;
    t.words.push_back({stem, 1.0, true, false, word.is_number});
  }
  std::sort(t.words.begin(), t.words.end(), [](const TellingWord& a, const TellingWord& b) { return a.stem < b.stem; });
  return t;
}

double of(const LinkClues& clues, LinkClue clue) {
  return clues[static_cast<std::size_t>(clue)];
}

}  // namespace

TEST_CASE("words are compared by their stems", "[store]") {
  CHECK(stem_of("resigned") == stem_of("resigns"));
  CHECK(stem_of("talks") == "talk");
  CHECK(stem_of("gas") == "gas");
  const auto words = stemmed_words("The minister's 1,200 troops, on Monday — Öland and Osters");
  std::vector<std::string> stems;
  for (const StemmedWord& word : words) stems.push_back(word.stem);
  CHECK(stems == std::vector<std::string>{"minist", "1200", "troop", "oland", "oster"});
  CHECK(words[1].is_number);
  CHECK(words[4].is_capital);
}

TEST_CASE("a telling comes out of its bytes as it went in", "[store]") {
  Telling t = telling("pipeline through the gulf", {5, 9}, 17'000);
  t.dated = {16'990, 16'996};
  t.recipients.push_back({3, 4, 6, TellingParty::Kind::country});
  t.issue = {8, 11};
  t.status = Telling::Status::planned;
  t.words[0].of_a_name = true;
  const std::string bytes = packed_telling(t);
  const auto back = unpacked_telling(bytes);
  REQUIRE(back);
  CHECK(packed_telling(*back) == bytes);
  CHECK(back->dated == t.dated);
  CHECK(back->actors.size() == 2);
  CHECK(back->words[0].of_a_name);
  CHECK(*back->day() == 16'996);
  CHECK_FALSE(unpacked_telling(std::string_view(bytes).substr(0, bytes.size() - 1)));
}

TEST_CASE("what excludes that two tellings are one", "[store]") {
  const Telling a = telling("the ferry sank off the cape", {5}, 17'000);
  Telling b = telling("ferry sank off a cape", {5}, 17'003);
  REQUIRE(link_clues(a, b));
  CHECK(of(*link_clues(a, b), LinkClue::same_actors) == 1);
  CHECK(of(*link_clues(a, b), LinkClue::days_between) == Approx(.3));
  CHECK(*link_clues(a, b) == *link_clues(b, a));
  SECTION("another type") {
    b.type = 8;
  }
  SECTION("denied") {
    b.status = Telling::Status::denied;
  }
  SECTION("weeks between") {
    b.published = 17'040;
  }
  SECTION("a day after the other was published") {
    b.dated = {17'002, 17'002};
  }
  SECTION("no day at all") {
    b.published.reset();
  }
  CHECK_FALSE(link_clues(a, b));
}

TEST_CASE("what is still to come may be a plan in one telling and a hope in the other", "[store]") {
  Telling a = telling("the ferry leaves the cape", {5}, 17'000);
  Telling b = a;
  a.status = Telling::Status::planned;
  b.status = Telling::Status::conditional;
  REQUIRE(link_clues(a, b));
  CHECK(of(*link_clues(a, b), LinkClue::both_open) == 1);
  CHECK(of(*link_clues(a, b), LinkClue::planned_and_done) == 0);
  b.status = Telling::Status::done;
  CHECK(of(*link_clues(a, b), LinkClue::both_open) == 0);
  a.status = Telling::Status::requested;
  CHECK_FALSE(link_clues(a, b));
}

TEST_CASE("a week that is told may be the one beside, and a year is no day", "[store]") {
  Telling a = telling("the ferry sank off the cape", {5}, 17'000);
  Telling b = a;
  a.dated = {16'990, 16'996};
  b.dated = {16'999, 16'999};
  CHECK(link_clues(a, b));
  b.dated = {17'001, 17'001};
  CHECK_FALSE(link_clues(a, b));
  a.dated = b.dated = {16'800, 17'164};
  REQUIRE(link_clues(a, b));
  CHECK(of(*link_clues(a, b), LinkClue::both_dated) == 0);
}

TEST_CASE("what nobody is said to have done to two people by name is no one event", "[store]") {
  Telling a = telling("arrested at the ferry terminal", {}, 17'000);
  Telling b = a;
  const auto person = [](std::uint32_t name) {
    return TellingParty{name, 0, 0, TellingParty::Kind::named, static_cast<std::uint16_t>(name)};
  };
  a.recipients = {person(3)};
  b.recipients = {person(7)};
  CHECK_FALSE(link_clues(a, b));
  b.recipients = {person(3), person(7)};
  REQUIRE(link_clues(a, b));
  CHECK(of(*link_clues(a, b), LinkClue::nobody_acts) == 1);
}

TEST_CASE("what one country does to two others is no one event", "[store]") {
  Telling a = telling("accused of sending boats across the border", {}, 17'000);
  Telling b = a;
  const auto country = [](std::uint32_t name) {
    return TellingParty{name, 0, static_cast<std::uint16_t>(name), TellingParty::Kind::country};
  };
  a.actors = b.actors = {country(3)};
  a.recipients = {country(5)};
  b.recipients = {country(7)};
  CHECK_FALSE(link_clues(a, b));
  b.recipients = {country(5), country(7)};
  CHECK(link_clues(a, b));
  b.actors = {country(9)};
  CHECK_FALSE(link_clues(a, b));
}

TEST_CASE("planned and done may be one", "[store]") {
  const Telling a = telling("the ferry sank off the cape", {5}, 17'000);
  Telling b = a;
  b.status = Telling::Status::planned;
  REQUIRE(link_clues(a, b));
  CHECK(of(*link_clues(a, b), LinkClue::planned_and_done) == 1);
}

TEST_CASE("names alone are no agreement in words", "[store]") {
  Telling a = telling("Osters urged Brandt", {5}, 17'000);
  for (TellingWord& word : a.words) word.of_a_name = true;
  const auto clues = link_clues(a, a);
  REQUIRE(clues);
  CHECK_FALSE(words_agree(*clues, TellingList::events));
  const Telling b = telling("reopen the ferry terminal before winter", {5}, 17'000);
  CHECK(words_agree(*link_clues(b, b), TellingList::events));
}

TEST_CASE("a day and two names that both texts tell make one", "[store]") {
  Telling a = telling("reopen the ferry terminal before winter", {5, 6}, 17'000);
  Telling b = telling("visit of which much was said", {6, 5}, 17'001);
  a.dated = b.dated = {17'010, 17'010};
  const auto clues = link_clues(a, b);
  REQUIRE(clues);
  CHECK(of(*clues, LinkClue::same_day_and_parties) == 1);
  CHECK(words_agree(*clues, TellingList::events));
  CHECK(link_score(*clues, TellingList::meetings) >= link_threshold(TellingList::meetings));
  b.actors.pop_back();
  CHECK(of(*link_clues(a, b), LinkClue::same_day_and_parties) == 0);
  b.actors.push_back(a.actors.front());
  b.dated = {17'010, 17'011};
  CHECK(of(*link_clues(a, b), LinkClue::same_day_and_parties) == 0);
}

TEST_CASE("the parts of a score are its reasons", "[store]") {
  const Telling a = telling("reopen the ferry terminal before winter", {5}, 17'000);
  const auto clues = link_clues(a, a);
  REQUIRE(clues);
  CHECK(link_score(*clues, TellingList::statements) >= link_threshold(TellingList::statements));
  CHECK(link_parts(*clues, TellingList::statements).find("words contained 5.00") != std::string::npos);
}
