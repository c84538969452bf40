#include "language/syntax.h"

#include "support/conllu.h"

#include <string>

#include <catch2/catch.hpp>

using namespace dragoman;

namespace {

/// Builds a parse from "form/lemma/TAG/head/relation" words, heads counted from 1, 0 for the root.
struct Sample {
  explicit Sample(const std::string& words) {
    std::string bytes, lines;
    std::size_t at = 0;
    int n = 0;
    while (at < words.size()) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      std::vector<std::string> f;
      for (std::size_t b = at; b <= end;) {
        const std::size_t e = std::min(words.find('/', b), end);
        f.push_back(words.substr(b, e - b));
        b = e + 1;
      }
      at = end + 1;
      if (!bytes.empty()) bytes += ' ';
      const std::size_t begin = bytes.size();
      bytes += f[0];
      const std::string pos = f[2][0] == 'V' ? "VERB" : f[2] == "MD" ? "AUX" : f[2] == "IN" ? "ADP" : "NOUN";
      lines += std::to_string(++n) + "\t" + f[0] + "\t" + f[1] + "\t" + pos + "\t" + f[2] + "\t_\t" + f[3] + "\t" +
               f[4] + "\t_\tTokenRange=" + std::to_string(begin) + ":" + std::to_string(bytes.size()) + "\n";
    }
    text = std::move(*Text::from_utf8(bytes));
    parse = std::move(*parse_from_conllu(lines, text));
  }
  std::string words(const Tokens& tokens) const {
    std::string out;
    for (const TokenIndex t : tokens) out += (out.empty() ? "" : " ") + std::string(parse[t].text);
    return out;
  }
  Text text;
  Parse parse;
};

}  // namespace

TEST_CASE("coordinated subjects and verbs, active and passive", "[syntax]") {
  const Sample s(
      "Norway/Norway/NNP/4/nsubj and/and/CC/1/cc Sweden/Sweden/NNP/1/conj vetoed/veto/VBD/0/ROOT it/it/PRP/4/dobj "
      "and/and/CC/4/cc were/be/VBD/8/auxpass criticised/criticise/VBN/4/conj by/by/IN/8/agent "
      "France/France/NNP/9/pobj");
  CHECK(s.words(agents(s.parse, 3)) == "Norway Sweden");
  CHECK(s.words(patients(s.parse, 3)) == "it");
  CHECK(s.words(patients(s.parse, 7)) == "Norway Sweden");
  CHECK(s.words(agents(s.parse, 7)) == "France");
  CHECK(is_passive(s.parse, 7));
  CHECK_FALSE(is_passive(s.parse, 3));
}

TEST_CASE("control, gerunds and relative clauses have understood subjects", "[syntax]") {
  const Sample control(
      "Chile/Chile/NNP/2/nsubj agreed/agree/VBD/0/ROOT to/to/TO/4/aux join/join/VB/2/xcomp the/the/DT/6/det "
      "pact/pact/NN/4/dobj");
  CHECK(control.words(agents(control.parse, 3)) == "Chile");
  CHECK(verb_form(control.parse, 3).infinitive);
  const Sample gerund(
      "Oman/Oman/NNP/2/nsubj accused/accuse/VBD/0/ROOT Qatar/Qatar/NNP/2/dobj of/of/IN/2/prep arming/arm/VBG/4/pcomp "
      "rebels/rebel/NNS/5/dobj");
  CHECK(gerund.words(agents(gerund.parse, 4)) == "Qatar");
  const Sample relative(
      "troops/troop/NNS/0/ROOT who/who/WP/3/nsubj seized/seize/VBD/1/relcl towns/town/NNS/3/dobj "
      "held/hold/VBN/4/acl by/by/IN/5/agent rebels/rebel/NNS/6/pobj");
  CHECK(relative.words(agents(relative.parse, 2)) == "troops");
  CHECK(relative.words(patients(relative.parse, 4)) == "towns");
  CHECK(relative.words(agents(relative.parse, 4)) == "rebels");
}

TEST_CASE("tense, modality and negation", "[syntax]") {
  const Sample s(
      "They/they/PRP/4/nsubj will/will/MD/4/aux not/not/RB/4/neg meet/meet/VB/0/ROOT but/but/CC/4/cc "
      "may/may/MD/7/aux talk/talk/VB/4/conj");
  CHECK(verb_form(s.parse, 3).tense == Tense::future);
  CHECK(is_negated(s.parse, 3));
  CHECK(verb_form(s.parse, 6).modal == 5);
  CHECK_FALSE(is_negated(s.parse, 6));
}

TEST_CASE("what has no end is cut into pieces that are trees", "[syntax]") {
  std::string words = "Kenya/Kenya/NNP/2/nsubj met/meet/VBD/0/ROOT Peru/Peru/NNP/2/dobj ;/;/:/2/punct";
  for (int n = 5; n <= 30; ++n) words += " more/more/NN/" + std::to_string(n - 1) + "/conj";
  Sample s(words);
  const auto pieces = [&] {
    std::string out;
    for (const TokenSpan sentence : s.parse.sentences) out += std::to_string(sentence.size()) + " ";
    return out;
  };
  cut_long_sentences(s.parse, 30);
  CHECK(pieces() == "30 ");
  cut_long_sentences(s.parse, 7);
  CHECK(pieces() == "4 7 7 7 5 ");  // at the semicolon first
  std::size_t roots = 0;
  for (TokenIndex t = 0; t < s.parse.size(); ++t) {
    const TokenSpan sentence = s.parse.sentences[s.parse[t].sentence];
    CHECK(sentence.contains(t));
    CHECK(sentence.contains(s.parse[t].head));
    CHECK(sentence.contains(s.parse[t].left_edge));
    CHECK(sentence.contains(s.parse[t].right_edge));
    if (s.parse[t].head == t) ++roots;
  }
  CHECK(roots == s.parse.sentences.size());
}

TEST_CASE("the rest of a sentence can be parsed anew", "[syntax]") {
  // "LIMA - Paz met him. He left" with the dateline as subject; the last sentence moves by one token.
  std::string lines;
  const std::string bytes = "LIMA - Paz met him. He left";
  const auto text = Text::from_utf8(bytes);
  const auto row = [](int n, const char* form, const char* pos, const char* tag, int head, const char* relation,
                      int begin, int end) {
    return std::to_string(n) + "\t" + form + "\t" + form + "\t" + pos + "\t" + tag + "\t_\t" + std::to_string(head) +
           "\t" + relation + "\t_\tTokenRange=" + std::to_string(begin) + ":" + std::to_string(end) + "\n";
  };
  lines = row(1, "LIMA", "PROPN", "NNP", 4, "nsubj", 0, 4) + row(2, "-", "PUNCT", "HYPH", 1, "punct", 5, 6) +
          row(3, "Paz", "PROPN", "NNP", 1, "appos", 7, 10) + row(4, "met", "VERB", "VBD", 0, "ROOT", 11, 14) +
          row(5, "him", "PRON", "PRP", 4, "dobj", 15, 18) + row(6, ".", "PUNCT", ".", 4, "punct", 18, 19) + "\n" +
          row(1, "He", "PRON", "PRP", 2, "nsubj", 20, 22) + row(2, "left", "VERB", "VBD", 0, "ROOT", 23, 27);
  Parse parse = std::move(*parse_from_conllu(lines, *text));
  {
    const Sample rest("Paz/Paz/NNP/2/nsubj met/meet/VBD/0/ROOT him./he/PRP/2/dobj");
    RestReplacement replacement(parse, *text);
    replacement.replace(2, rest.parse);
    replacement.finish();
  }
  REQUIRE(parse.size() == 7);
  REQUIRE(parse.sentences.size() == 3);
  CHECK(parse.sentences[1] == TokenSpan{2, 5});
  CHECK(parse[0].head == 0);
  CHECK(parse[2].relation == Relation::nsubj);
  CHECK(parse[2].head == 3);
  CHECK(parse[3].lemma == "meet");
  CHECK(parse[4].text == "him.");
  CHECK(parse[5].head == 6);
  CHECK(parse[6].text == "left");
  for (TokenIndex t = 0; t < parse.size(); ++t) CHECK(parse.sentences[parse[t].sentence].contains(parse[t].head));
}

TEST_CASE("a relative clause of several is of all that are coordinated", "[syntax]") {
  const Sample s(
      "Ghana/Ghana/NNP/7/nsubj and/and/CC/1/cc Togo/Togo/NNP/1/conj which/which/WDT/6/nsubj have/have/VBP/6/aux "
      "gone/go/VBN/3/relcl sent/send/VBD/0/ROOT aid/aid/NN/7/dobj");
  CHECK(s.words(agents(s.parse, 5)) == "Ghana Togo");
  const Sample one(
      "Ghana/Ghana/NNP/7/nsubj and/and/CC/1/cc Togo/Togo/NNP/1/conj which/which/WDT/6/nsubj has/have/VBZ/6/aux "
      "gone/go/VBN/3/relcl sent/send/VBD/0/ROOT aid/aid/NN/7/dobj");
  CHECK(s.words(agents(one.parse, 5)) == "Togo");
}

TEST_CASE("coordinated passives share the phrase of the last, unless they have one of their own", "[syntax]") {
  const Sample s(
      "They/they/PRP/3/nsubjpass were/be/VBD/3/auxpass seized/seize/VBN/0/ROOT and/and/CC/3/cc killed/kill/VBN/3/conj "
      "by/by/IN/5/agent rebels/rebel/NNS/6/pobj");
  CHECK(s.words(agents(s.parse, 2)) == "rebels");
  const Sample own(
      "They/they/PRP/3/nsubjpass were/be/VBD/3/auxpass seized/seize/VBN/0/ROOT in/in/IN/3/prep Oslo/Oslo/NNP/4/pobj "
      "and/and/CC/3/cc charged/charge/VBN/3/conj by/by/IN/7/agent police/police/NNS/8/pobj");
  CHECK(agents(own.parse, 2).empty());
}

TEST_CASE("what has its doer in a by phrase and no object is passive", "[syntax]") {
  const Sample s("Togo/Togo/NNP/2/nsubj criticised/criticise/VBD/0/ROOT by/by/IN/2/agent Ghana/Ghana/NNP/3/pobj");
  CHECK(is_passive(s.parse, 1));
  CHECK(s.words(agents(s.parse, 1)) == "Ghana");
  CHECK(s.words(patients(s.parse, 1)) == "Togo");
}
