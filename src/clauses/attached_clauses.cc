#include "clauses/attached_clauses.h"

#include "language/syntax.h"

namespace dragoman {

namespace {

constexpr int kNounsAbove = 3;  // how many nouns further up are looked at

// Whether a relative clause leaves its verb's object to the noun that it hangs on: "which Togo filed", "that was
// filed".
bool is_about_its_object(const Parse& parse, TokenIndex verb) {
  if (is_passive(parse, verb)) return true;
  if (child_of(parse, verb, Relation::nsubj) == kNoToken) return false;
  const TokenIndex object = child_of(parse, verb, Relation::dobj);
  return object == kNoToken || (object < verb && (parse[object].tag == Tag::wdt || parse[object].tag == Tag::wp));
}

}  // namespace

void mend_attached_clauses(Parse& parse, const std::function<bool(const Token&, const Token&)>& is_done_to) {
  bool changed = false;
  for (TokenIndex verb = 0; verb < parse.size(); ++verb) {
    const Token& token = parse[verb];
    const bool participle = token.relation == Relation::acl && token.tag == Tag::vbn;
    const bool relative = token.relation == Relation::relcl;
    if ((!participle && !relative) || token.head > verb || !is_about_its_object(parse, verb)) continue;
    TokenIndex noun = token.head;
    if (parse[noun].pos != Pos::propn) continue;  // a name is seldom what a verb with words of its own is done to
    if (relative && child_word(parse, verb, "who") != kNoToken) continue;
    for (int steps = 0; steps < kNounsAbove && !is_done_to(token, parse[noun]); ++steps) {
      const TokenIndex preposition = parse[noun].head;
      if (parse[noun].relation != Relation::pobj || parse[preposition].relation != Relation::prep) break;
      noun = parse[preposition].head;
      if (!is_nominal(parse[noun])) break;
    }
    if (noun == token.head || !is_nominal(parse[noun]) || !is_done_to(token, parse[noun])) continue;
    parse.tokens[verb].head = noun;
    changed = true;
  }
  if (changed) link(parse);
}

}  // namespace dragoman
