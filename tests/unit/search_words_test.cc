#include "query/search_words.h"

#include "store/database.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

/// Texts in an index as the store has it.
class Index {
 public:
  explicit Index(const std::vector<const char*>& texts)
      : db_(std::move(*Database::open(":memory:", Database::Mode::create))) {
    db_->run("CREATE VIRTUAL TABLE texts USING fts5(text, tokenize=\"unicode61 remove_diacritics 2\")");
    for (const char* text : texts) {
      Query insert = db_->prepare("INSERT INTO texts(text) VALUES (?)");
      insert.bind(1, text);
      insert.run();
    }
  }

  /// Numbers of the texts that are found, from 1.
  std::vector<int> find(const char* typed) {
    Query query = db_->prepare("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid");
    query.bind(1, match_expression(search_terms(typed)));
    std::vector<int> found;
    while (query.step()) found.push_back(static_cast<int>(query.integer(0)));
    INFO(typed);
    CHECK_FALSE(db_->error());
    db_->clear_error();
    return found;
  }

 private:
  std::unique_ptr<Database> db_;
};

}  // namespace

TEST_CASE("texts are found as people type their words", "[search]") {
  Index index({
      "Envoy O'Neill flew to Côte d'Ivoire.",                           // 1
      "Envoy O’Neill left Côte d’Ivoire.",                              // 2
      "The U.S. and the U.N. spoke of North Korea's missiles.",         // 3
      "The UN gave North Korea 3.5bn dollars, or 3.5 billion.",         // 4
      "A cease-fire holds in Łódź, said Søren Ødegård.",                // 5
      "The ceasefire of São Tomé was broken by Müller-Otto of Malmö.",  // 6
      "They gave us 12,500 AT&T telephones - on Monday.",               // 7
      "The sanctions and the sanctioned: nothing else.",                // 8
  });
  struct Asked {
    const char* typed;
    std::vector<int> found;
  };
  const Asked all[] = {
      {"O'Neill", {1, 2}},
      {"O’Neill", {1, 2}},
      {"o'neill's", {1, 2}},
      {"O`Neill", {1, 2}},
      {"Côte d'Ivoire", {1, 2}},
      {"cote d’ivoire", {1, 2}},
      {"COTE D'IVOIRE", {1, 2}},
      {"\"Cote d'Ivoire\"", {1, 2}},
      {"“Côte d’Ivoire”", {1, 2}},
      {"U.S.", {3}},
      {"U.S", {3}},
      {"U.N.", {3, 4}},
      {"UN", {3, 4}},
      {"North Korea's", {3, 4}},
      {"North Korea’s missiles", {3}},
      {"\"North Korea's missiles\"", {3}},
      {"north korea", {3, 4}},
      {"3.5bn", {4}},
      {"$3.5bn", {4}},
      {"3.5 billion", {4}},
      {"3.5", {4}},
      {"cease-fire", {5, 6}},
      {"cease‑fire", {5, 6}},
      {"\"cease fire\"", {5}},
      {"ceasefire", {5, 6}},
      {"oneill", {1, 2}},
      {"ONeill", {1, 2}},
      {"Cote dIvoire", {1, 2}},
      {"envoy AND flew", {1}},
      {"flew OR left", {1, 2}},
      {"envoy NOT left", {1}},
      {"Tome OR Ivoire envoy", {1, 2}},
      {"Łódź", {5}},
      {"Lodz", {5}},
      {"lódź", {5}},
      {"Soren Odegard", {5}},
      {"Søren Ødegård", {5}},
      {"Sao Tome", {6}},
      {"São Tomé", {6}},
      {"Muller-Otto", {6}},
      {"muller otto", {6}},
      {"Malmo", {6}},
      {"12,500", {7}},
      {"12500", {}},
      {"AT&T", {7}},
      {"telephones - Monday", {7}},
      {"sanction*", {8}},
      {"sanction", {}},
      {"\"the sanc*\"", {8}},
      {"envoy -left", {1}},
      {"envoy −left", {1}},
      {"korea -\"North Korea's missiles\"", {4}},
      {"korea -missiles -billion", {}},
      {"envoy \"flew to", {1}},
      {"AND", {3, 8}},
      {"NOT", {}},
      {"envoy OR", {}},
      {"text:envoy", {}},
      {"envoy, O'Neill!", {1, 2}},
      {"(envoy) [flew]", {1}},
      {"envoy ' \" - . * ^ :", {1, 2}},
      {"NEAR(envoy flew)", {}},
      {"fell; DROP TABLE texts; --", {}},
  };
  for (const Asked& asked : all) {
    INFO(asked.typed);
    CHECK(index.find(asked.typed) == asked.found);
  }
}

TEST_CASE("terms are told apart", "[search]") {
  CHECK(search_terms("").empty());
  CHECK(search_terms("\" \" - ' . *").empty());
  CHECK(search_terms("lake LAKE lake").size() == 1);
  REQUIRE(search_terms("-lake").size() == 1);
  CHECK(search_terms("-lake")[0].unwanted);
  CHECK(search_terms("peace - lake").size() == 2);
  CHECK(search_terms("\"gas field\" pipeline").size() == 2);
  CHECK(match_expression(search_terms("zz -yy")) == "((\"zz\")) NOT ((\"yy\"))");
}

TEST_CASE("words are those of the index", "[search]") {
  CHECK(words_as_indexed("O’Neill's Côte d'Ivoire: U.S.!") == "o neill s cote d ivoire u s");
  CHECK(words_as_indexed("Łódź 3.5bn, Straße") == "łodz 3 5bn straße");
  CHECK(words_as_indexed(" – ").empty());
}
