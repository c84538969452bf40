#include "clauses/noun_arguments.h"

#include "support/conllu.h"

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

/// "Mali's raid on Niger by night", with names at "Mali" and "Niger" and a verb "suffered" above it.
struct Sample {
  Sample() {
    text = std::move(*Text::from_utf8("Chad suffered Mali 's raid on Niger"));
    parse =
        std::move(*parse_from_conllu("1\tChad\tChad\tPROPN\tNNP\t_\t2\tnsubj\t_\tTokenRange=0:4\n"
                                     "2\tsuffered\tsuffer\tVERB\tVBD\t_\t0\tROOT\t_\tTokenRange=5:13\n"
                                     "3\tMali\tMali\tPROPN\tNNP\t_\t5\tposs\t_\tTokenRange=14:18\n"
                                     "4\t's\t's\tPART\tPOS\t_\t3\tcase\t_\tTokenRange=19:21\n"
                                     "5\traid\traid\tNOUN\tNN\t_\t2\tdobj\t_\tTokenRange=22:26\n"
                                     "6\ton\ton\tADP\tIN\t_\t5\tprep\t_\tTokenRange=27:29\n"
                                     "7\tNiger\tNiger\tPROPN\tNNP\t_\t6\tpobj\t_\tTokenRange=30:35\n",
                                     text));
  }
  Text text;
  Parse parse;
};

NounName any_country(TokenIndex) {
  return NounName::country;
}

NounWay way(std::string_view words) {
  const auto read = noun_way(words);
  REQUIRE(read);
  return *read;
}

}  // namespace

TEST_CASE("ways to a noun's arguments are read from words", "[clauses]") {
  CHECK(way("owner").kind == NounWay::Kind::owner);
  CHECK(way("of").preposition == "of");
  CHECK(way("of beside on").beside == "on");
  CHECK(way("people before beside of").kind == NounWay::Kind::people_before);
  CHECK_FALSE(noun_way("of beside"));
  CHECK_FALSE(noun_way("of beside owner"));
  CHECK_FALSE(noun_way("genitive"));
}

TEST_CASE("a noun's arguments stand in the order of its ways", "[clauses]") {
  const Sample s;
  constexpr TokenIndex kChad = 0, kVerb = 1, kMali = 2, kNoun = 4, kNiger = 6;
  NounLexicon lexicon;
  lexicon.nouns["raid"] = {{way("by"), way("owner"), way("verb")}, {way("on"), way("verb")}};
  const NounArgumentReader reader(s.parse, lexicon, any_country);

  CHECK(reader.agents(kNoun, kNoToken) == std::vector<Tokens>{{kMali}});
  CHECK(reader.agents(kNoun, kVerb) == std::vector<Tokens>{{kMali}, {kChad}});
  CHECK(reader.patients(kNoun, kVerb) == std::vector<Tokens>{{kNiger}});

  // Of a verb of undergoing the subject is whom it is done to.
  lexicon.undergoing.emplace("suffer");
  CHECK(reader.agents(kNoun, kVerb) == std::vector<Tokens>{{kMali}});
  CHECK(reader.patients(kNoun, kVerb) == std::vector<Tokens>{{kNiger}, {kChad}});
}

TEST_CASE("a way beside another counts only where that one stands", "[clauses]") {
  const Sample s;
  constexpr TokenIndex kNoun = 4, kMali = 2;
  NounLexicon lexicon;
  lexicon.nouns["raid"] = {{way("owner beside by"), way("other owner")}, {way("state owner beside on")}};
  const NounArgumentReader reader(s.parse, lexicon, any_country);
  CHECK(reader.agents(kNoun, kNoToken).empty());
  CHECK(reader.patients(kNoun, kNoToken) == std::vector<Tokens>{{kMali}});
}
