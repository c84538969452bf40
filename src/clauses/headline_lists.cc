#include "clauses/headline_lists.h"

#include "clauses/headline_passives.h"
#include "language/syntax.h"
#include "language/take_analysis.h"

#include <string>
#include <vector>

namespace dragoman {

namespace {

constexpr TokenIndex kLongestHeadline = 30;  // tokens
constexpr std::size_t kMostCommas = 3;

// The headline without the line's end.
TokenSpan words_of(const Parse& parse, TokenSpan sentence) {
  while (sentence.end > sentence.begin && parse[sentence.end - 1].is_space) --sentence.end;
  return sentence;
}

std::vector<TokenIndex> inner_commas(const Parse& parse, TokenSpan words) {
  std::vector<TokenIndex> commas;
  for (TokenIndex t = words.begin + 1; t + 1 < words.end; ++t) {
    if (parse[t].text == "," && parse[t].space_after && commas.size() < kMostCommas) commas.push_back(t);
  }
  return commas;
}

// "sign" is a noun for the parser in a few headlines, with a subject and an object all the same.
bool is_finite_root(const Parse& parse, TokenIndex t) {
  const Token& verb = parse[t];
  if (verb.relation != Relation::root) return false;
  if (is_verbal(verb)) return verb.tag != Tag::vbz;  // one who "signs" is not two
  return verb.tag == Tag::nn && child_of(parse, t, Relation::dobj) != kNoToken;
}

// "Peru and Oman" stands there as the subject of the headline's verb.
bool joins_subjects(const Parse& parse, TokenIndex conjunction) {
  if (parse[conjunction].relation != Relation::cc) return false;
  const TokenIndex first = first_conjunct(parse, parse[conjunction].head);
  TokenIndex second = kNoToken;
  for (const TokenIndex c : parse.children(parse[conjunction].head)) {
    if (parse[c].relation == Relation::conj && parse[c].left_edge == conjunction + 1) second = c;
  }
  const auto is_noun = [&](TokenIndex t) { return parse[t].pos == Pos::noun || parse[t].pos == Pos::propn; };
  if (second == kNoToken || !is_noun(first) || !is_noun(second)) return false;
  const bool subject = parse[first].relation == Relation::nsubj || parse[first].relation == Relation::nsubjpass;
  const TokenIndex begin = parse[first].left_edge;
  const bool at_head = begin == 0 || parse[begin - 1].text == ",";
  return subject && at_head && parse[parse[second].right_edge + 1].text != "," &&
         is_finite_root(parse, parse[first].head);
}

std::string with_and(const Parse& parse, const Text& text, TokenSpan words, TokenIndex comma) {
  std::string copy(text.view(parse[words.begin].begin, parse[comma].begin));
  copy += " and";
  copy += text.view(parse[comma].end, parse[words.end - 1].end);
  return copy;
}

// "sign" of the parser's noun is what it has subject and object for: a verb.
void make_verbal(Parse& parse, TokenIndex root) {
  Token& verb = parse.tokens[root];
  if (verb.tag != Tag::nn) return;
  verb.tag = Tag::vbp;
  verb.tag_label = "VBP";
  verb.pos = Pos::verb;
}

bool mend_list(Parse& parse, const Text& text, TokenSpan words, const std::function<Parse(const Text&)>& parsed) {
  for (const TokenIndex comma : inner_commas(parse, words)) {
    const auto copy = Text::from_utf8(with_and(parse, text, words, comma));
    if (!copy) return false;
    Parse reworded = parsed(*copy);
    const TokenIndex conjunction = comma - words.begin;
    if (reworded.size() != words.size() || reworded.sentences.size() != 1) continue;
    if (!joins_subjects(reworded, conjunction)) continue;
    const TokenIndex subject = first_conjunct(reworded, reworded[conjunction].head);
    make_verbal(reworded, reworded[subject].head);
    take_analysis(parse, words.begin, reworded);
    return true;
  }
  return false;
}

}  // namespace

void mend_headline_lists(Parse& parse, const Text& text, const std::function<Parse(const Text&)>& parsed) {
  bool changed = false;
  for (std::size_t s = 0; s < parse.sentences.size(); ++s) {
    if (!is_headline(parse, s)) continue;
    const TokenSpan words = words_of(parse, parse.sentences[s]);
    if (words.size() <= kLongestHeadline && mend_list(parse, text, words, parsed)) changed = true;
  }
  if (changed) link(parse);
}

}  // namespace dragoman
