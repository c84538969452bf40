#include "clauses/headline_plans.h"

#include "clauses/headline_passives.h"
#include "language/hang.h"
#include "language/syntax.h"

namespace dragoman {

namespace {

// "to visit" right behind the noun and without a subject of its own.
bool is_plan_of(const Parse& parse, TokenIndex verb, TokenIndex noun) {
  const Token& v = parse[verb];
  if (verb < noun || v.tag != Tag::vb || (v.relation != Relation::relcl && v.relation != Relation::acl)) return false;
  const TokenIndex to = child_word(parse, verb, "to");
  return to == parse[verb].left_edge && to == noun + 1 && own_subject(parse, verb) == kNoToken;
}

TokenIndex plan_of(const Parse& parse, TokenIndex noun) {
  for (const TokenIndex c : parse.children(noun)) {
    if (is_plan_of(parse, c, noun)) return c;
  }
  return kNoToken;
}

// The verb takes the noun's place; what stood behind it goes along.
void make_root(Parse& parse, TokenIndex verb, TokenIndex noun) {
  for (const TokenIndex c : parse.children(noun)) {
    if (c > verb) parse.tokens[c].head = verb;
  }
  hang(parse.tokens[verb], verb, Relation::root, "ROOT");
  hang(parse.tokens[noun], verb, Relation::nsubj, "nsubj");
}

}  // namespace

void mend_headline_plans(Parse& parse, const std::function<bool(const Token&)>& is_somebody) {
  bool changed = false;
  for (std::size_t s = 0; s < parse.sentences.size(); ++s) {
    if (!is_headline(parse, s)) continue;
    for (TokenIndex noun = parse.sentences[s].begin; noun < parse.sentences[s].end; ++noun) {
      if (parse[noun].relation != Relation::root || !is_nominal(parse[noun]) || !is_somebody(parse[noun])) continue;
      const TokenIndex verb = plan_of(parse, noun);
      if (verb == kNoToken) continue;
      make_root(parse, verb, noun);
      changed = true;
      break;
    }
  }
  if (changed) link(parse);
}

}  // namespace dragoman
