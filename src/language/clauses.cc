// Clauses: their heads, what is above them, how far they reach (see syntax.h).
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

bool is_clausal(Relation r) {
  switch (r) {
    case Relation::root:
    case Relation::ccomp:
    case Relation::xcomp:
    case Relation::pcomp:
    case Relation::advcl:
    case Relation::acl:
    case Relation::relcl:
    case Relation::csubj:
    case Relation::csubjpass:
    case Relation::parataxis:
      return true;
    default:
      return false;
  }
}

}  // namespace

TokenIndex finite_partner(const Parse& parse, TokenIndex verb) {
  const Token& v = parse[verb];
  if (v.relation != Relation::conj) return kNoToken;
  TokenIndex at = v.head;
  // "vowing to open the files and suggesting …"
  if (v.tag == Tag::vbg && parse[at].tag == Tag::vb && parse[at].relation == Relation::xcomp) {
    return parse[parse[at].head].tag == Tag::vbg ? parse[at].head : kNoToken;
  }
  if (v.tag != Tag::vbd && v.tag != Tag::vbz) return kNoToken;
  const bool infinitive = parse[at].tag == Tag::vb;
  const bool gerund = parse[at].tag == Tag::vbg && parse[at].relation == Relation::pcomp;
  // "said he had ordered them to stay, and called it an affront": behind a comma no second participle; "asked whether
  // they had met and called it an affront": a question is no place for it.
  const bool apart = v.left_edge > 1 && parse[v.left_edge - 1].relation == Relation::cc &&
                     (parse[v.left_edge - 2].text == "," || child_word(parse, at, "whether") != kNoToken);
  const bool perfect = v.tag == Tag::vbd && parse[at].tag == Tag::vbn && parse[at].relation == Relation::ccomp && apart;
  // "rejected the rule, which hurts growers, and called for": a clause in the present is not joined by one in the past.
  const bool relative = v.tag == Tag::vbd && parse[at].relation == Relation::relcl && apart &&
                        (parse[at].tag == Tag::vbz || parse[at].tag == Tag::vbp) &&
                        own_subject(parse, verb) == kNoToken;
  if (!infinitive && !gerund && !perfect && !relative) return kNoToken;
  for (int climb = 0; climb < kMaxClimb && parse[at].head != at; ++climb) {
    at = parse[at].head;
    const VerbForm form = is_verbal(parse[at]) ? verb_form(parse, at) : VerbForm{};
    if (form.tense != Tense::none) {
      return parse[at].tag == v.tag || (v.tag == Tag::vbd && parse[at].tag == Tag::vbn) ? at : kNoToken;
    }
  }
  return kNoToken;
}

TokenIndex antecedent(const Parse& parse, TokenIndex verb) {
  const TokenIndex lead = clause_lead(parse, verb);
  const Relation r = parse[lead].relation;
  if (r != Relation::relcl && r != Relation::acl) return kNoToken;
  const TokenIndex head = parse[lead].head;
  if (r != Relation::relcl || parse[head].pos != Pos::propn || child_word(parse, lead, "that") == kNoToken) return head;
  // "a pact signed by Chile and Peru that allows": no name has a "that" clause.
  TokenIndex above = head;
  for (int i = 0; i < 6 && parse[above].head != above; ++i) {
    above = parse[above].head;
    if (parse[above].pos == Pos::noun) return above;
    if (is_verbal(parse[above]) && parse[above].relation != Relation::acl) break;
  }
  return head;
}

TokenIndex clause_lead(const Parse& parse, TokenIndex verb) {
  for (int i = 0; i < kMaxClimb && parse[verb].relation == Relation::conj && is_verbal(parse[parse[verb].head]); ++i) {
    verb = parse[verb].head;
  }
  return verb;
}

TokenIndex clause_head(const Parse& parse, TokenIndex t) {
  while (parse[t].head != t) {
    const Token& token = parse[t];
    if (is_clausal(token.relation)) return t;
    if (token.relation == Relation::conj && is_verbal(token)) return t;
    t = token.head;
  }
  return t;
}

TokenIndex parent_clause(const Parse& parse, TokenIndex clause) {
  const TokenIndex head = parse[clause].head;
  return head == clause ? kNoToken : clause_head(parse, head);
}

TokenSpan clause_span(const Parse& parse, TokenIndex clause) {
  TokenIndex begin = clause, end = clause + 1;
  for (const TokenIndex c : parse.children(clause)) {
    const Token& t = parse[c];
    switch (t.relation) {
      case Relation::punct:
      case Relation::advcl:
      case Relation::parataxis:
      case Relation::cc:
      case Relation::dep:
      case Relation::mark:
        continue;
      case Relation::conj:
        if (is_verbal(t)) continue;
        break;
      case Relation::relcl:
      case Relation::acl:
        continue;
      case Relation::ccomp:
        if (c < clause) continue;  // a quotation before its cue
        break;
      default:
        break;
    }
    begin = std::min(begin, t.left_edge);
    end = std::max(end, t.right_edge + 1);
  }
  return trimmed(parse, {begin, end});
}

}  // namespace dragoman
