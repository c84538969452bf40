#include "clauses/told_clauses.h"

#include "language/hang.h"
#include "language/syntax.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace dragoman {

namespace {

constexpr int kNounsAbove = 3;  // "in a letter to the head of the council that"

// The "that" of "that the road would close"; kNoToken where it is what the clause does something to, as in "that the
// council read". The parser may make it an object beside the clause's own.
TokenIndex that_before(const Parse& parse, TokenIndex verb) {
  const TokenIndex that = parse[verb].left_edge, subject = child_of(parse, verb, Relation::nsubj);
  const bool passive = child_of(parse, verb, Relation::nsubjpass) != kNoToken;
  if (parse[that].lower != "that" || parse[that].head != verb || that == subject) return kNoToken;
  if (subject == kNoToken && !passive) return kNoToken;
  if (parse[that].relation == Relation::mark) return that;
  const bool object = parse[that].relation == Relation::dobj || parse[that].relation == Relation::dative;
  const auto is_behind = [&](TokenIndex c) { return c > verb && parse[c].relation == Relation::dobj; };
  return object && std::any_of(parse.children(verb).begin(), parse.children(verb).end(), is_behind) ? that : kNoToken;
}

// The message in whose phrase the noun stands, or the noun.
TokenIndex message_above(const Parse& parse, TokenIndex noun, const std::function<bool(const Token&)>& is_message) {
  for (int steps = 0; steps < kNounsAbove && !is_message(parse[noun]); ++steps) {
    const TokenIndex preposition = parse[noun].head;
    if (parse[noun].relation != Relation::pobj || parse[preposition].relation != Relation::prep) return kNoToken;
    noun = parse[preposition].head;
  }
  return is_message(parse[noun]) ? noun : kNoToken;
}

// Of "in a letter", "during an interview", the verb before it; kNoToken for other phrases.
TokenIndex verb_above(const Parse& parse, TokenIndex noun) {
  if (parse[noun].relation != Relation::pobj) return kNoToken;
  const TokenIndex preposition = parse[noun].head, verb = parse[preposition].head;
  constexpr std::string_view kWithin[] = {"in", "during", "at"};
  const bool within = std::find(std::begin(kWithin), std::end(kWithin), parse[preposition].lower) != std::end(kWithin);
  return within && verb < noun && is_verbal(parse[verb]) ? verb : kNoToken;
}

bool has_clause(const Parse& parse, TokenIndex verb) {
  return child_of(parse, verb, Relation::ccomp) != kNoToken || child_of(parse, verb, Relation::xcomp) != kNoToken;
}

}  // namespace

void mend_told_clauses(Parse& parse, const std::function<bool(const Token&, bool)>& tells,
                       const std::function<bool(const Token&)>& is_message) {
  bool changed = false;
  for (TokenIndex clause = 0; clause < parse.size(); ++clause) {
    Token& token = parse.tokens[clause];
    if ((token.relation != Relation::acl && token.relation != Relation::relcl) || token.head > clause) continue;
    const TokenIndex that = that_before(parse, clause);
    const TokenIndex message = that == kNoToken ? kNoToken : message_above(parse, token.head, is_message);
    const TokenIndex verb = message == kNoToken ? kNoToken : verb_above(parse, message);
    if (verb == kNoToken || is_passive(parse, verb) || has_clause(parse, verb)) continue;
    if (!tells(parse[verb], child_of(parse, verb, Relation::dobj) != kNoToken)) continue;
    hang(token, verb, Relation::ccomp, "ccomp");
    hang(parse.tokens[that], clause, Relation::mark, "mark");
    changed = true;
  }
  if (changed) link(parse);
}

}  // namespace dragoman
