#include "clauses/for_clauses.h"

#include "language/hang.h"
#include "language/syntax.h"

namespace dragoman {

namespace {

bool asks_for(const Parse& parse, const SignatureLexicon& signatures, TokenIndex head) {
  const Signature* signature = signatures.find(parse, head, {Link::Kind::preposition, "for"});
  return signature != nullptr && signature->affirmed == Effect::open &&
         (signature->open == EventStatus::requested || signature->open == EventStatus::hoped);
}

}  // namespace

void mend_for_clauses(Parse& parse, const SignatureLexicon& signatures) {
  bool changed = false;
  for (TokenIndex mark = 1; mark < parse.size(); ++mark) {
    if (parse[mark].relation != Relation::mark) continue;
    const TokenIndex verb = parse[mark].head, head = parse[verb].head;
    const bool on = parse[mark].lower == "on" || parse[mark].lower == "upon";  // "called on her to leave"
    if (!on && parse[mark].lower != "for") continue;
    const TokenIndex subject = own_subject(parse, verb);
    if (head >= mark || subject == kNoToken || subject < mark || !verb_form(parse, verb).infinitive) continue;
    const Relation r = parse[verb].relation;
    const bool noun = parse[head].pos == Pos::noun && !on;  // "calls for Chile to stop"
    if (!is_verbal(parse[head]) && !noun) continue;
    if (r != Relation::advcl && r != Relation::ccomp && (!on || r != Relation::xcomp) && (!noun || r != Relation::acl))
      continue;
    if (on ? mark != head + 1 : !asks_for(parse, signatures, head)) continue;
    hang(parse.tokens[mark], head, Relation::prep, "prep");
    parse.tokens[mark].pos = Pos::adp;
    hang(parse.tokens[subject], mark, Relation::pobj, "pobj");
    hang(parse.tokens[verb], head, noun ? Relation::acl : Relation::xcomp, noun ? "acl" : "xcomp");
    changed = true;
  }
  if (changed) link(parse);
}

}  // namespace dragoman
