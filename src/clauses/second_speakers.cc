#include "clauses/second_speakers.h"

#include "language/hang.h"
#include "language/syntax.h"

namespace dragoman {

namespace {

// The verb of saying whose content the parser takes the clause for a part of; kNoToken where there is none.
TokenIndex said_above(const Parse& parse, TokenIndex verb, const std::function<bool(const Token&)>& says) {
  TokenIndex told = verb;
  for (int i = 0; i < kMaxClimb && parse[told].relation == Relation::conj; ++i) told = parse[told].head;
  const TokenIndex above = parse[told].head;
  const bool below = parse[told].relation == Relation::ccomp && above < told && told <= verb;
  return below && is_verbal(parse[above]) && says(parse[above]) ? above : kNoToken;
}

// "the ministry said it …", "the envoy told reporters that …", but not "the clerk told him that …", which may be his
// tale, and not "had said", which goes back to what happened before.
bool speaks_for_itself(const Parse& parse, TokenIndex verb) {
  const TokenIndex subject = own_subject(parse, verb), clause = child_of(parse, verb, Relation::ccomp);
  if (subject == kNoToken || subject > verb || clause == kNoToken || clause < verb) return false;
  if (parse[subject].pos == Pos::pron || child_of(parse, verb, Relation::mark) != kNoToken) return false;
  for (const TokenIndex child : parse.children(verb)) {
    if (child < verb && parse[child].tag == Tag::wrb) return false;  // "what he says it costs and how the guild says"
    const bool hearer = parse[child].relation == Relation::dobj || parse[child].relation == Relation::dative;
    if (child > verb && hearer && parse[child].pos == Pos::pron) return false;
  }
  const VerbForm form = verb_form(parse, verb);
  return form.modal == kNoToken && (form.tense == Tense::present || (form.tense == Tense::past && !form.perfect));
}

constexpr TokenIndex kFar = 300;  // tokens from one speaker's verb to the next one's

// The conjunction right before the clause; kNoToken where none stands there.
TokenIndex conjunction_before(const Parse& parse, TokenIndex verb) {
  const TokenIndex first = parse[verb].left_edge;
  return first > 0 && parse[first - 1].pos == Pos::cconj ? first - 1 : kNoToken;
}

bool crosses_quotation(const Parse& parse, TokenIndex from, TokenIndex to) {
  for (TokenIndex t = from; t < to; ++t) {
    if (is_quotation_mark(parse[t])) return true;
  }
  return false;
}

}  // namespace

void mend_second_speakers(Parse& parse, const std::function<bool(const Token& verb)>& says) {
  bool changed = false;
  for (TokenIndex verb = 2; verb < parse.size(); ++verb) {
    const Token& v = parse[verb];
    if (!is_verbal(v) || (v.relation != Relation::conj && v.relation != Relation::ccomp)) continue;
    if (!says(v) || !speaks_for_itself(parse, verb)) continue;
    const TokenIndex saying = said_above(parse, verb, says), link_word = conjunction_before(parse, verb);
    if (saying == kNoToken || link_word == kNoToken || verb - saying > kFar) continue;
    if (crosses_quotation(parse, saying, verb) || is_under(parse, saying, link_word)) continue;
    const TokenIndex told = child_of(parse, saying, Relation::ccomp);
    if (told == kNoToken || told > link_word) continue;
    hang(parse.tokens[link_word], saying, Relation::cc, "cc");
    const TokenIndex comma = link_word - 1;
    if (parse[comma].text == "," && !is_under(parse, saying, comma)) parse.tokens[comma].head = saying;
    hang(parse.tokens[verb], saying, Relation::conj, "conj");
    changed = true;
  }
  if (changed) link(parse);
}

}  // namespace dragoman
