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

bool has_own_auxiliary(const Parse& parse, TokenIndex verb) {
  return child_of(parse, verb, Relation::aux) != kNoToken || child_of(parse, verb, Relation::auxpass) != kNoToken;
}

void add_coordinated(const Parse& parse, TokenIndex t, Tokens& out) {
  for (const TokenIndex c : coordinated(parse, t)) {
    if (std::find(out.begin(), out.end(), c) == out.end()) out.push_back(c);
  }
}

// "Ghana and Togo, which have", "Ann and Bo, who both": the clause of a single name or noun is of all that are
// coordinated with it when its verb or "both" says that they are several.
bool says_several(const Parse& parse, TokenIndex verb) {
  if (parse[verb].tag == Tag::vbp) return true;
  for (const TokenIndex c : parse.children(verb)) {
    const Token& t = parse[c];
    const bool auxiliary = t.relation == Relation::aux || t.relation == Relation::auxpass;
    if (auxiliary && (t.tag == Tag::vbp || t.lower == "were")) return true;
    if (t.lower == "both" || t.lower == "each") return true;
  }
  return false;
}

Tokens antecedents(const Parse& parse, TokenIndex verb) {
  const TokenIndex one = antecedent(parse, verb);
  if (one == kNoToken) return {};
  const bool single = parse[one].tag == Tag::nnp || parse[one].tag == Tag::nn;
  const TokenIndex lead = clause_lead(parse, verb);
  if (!single || !says_several(parse, lead)) return {one};
  Tokens all = coordinated(parse, first_conjunct(parse, one));
  std::erase_if(all, [&](TokenIndex t) { return t > lead; });
  return all;
}

/// Children with one of the relations, spread over coordination; relative pronouns stand for their antecedent.
Tokens children_with(const Parse& parse, TokenIndex verb, std::initializer_list<Relation> relations) {
  Tokens out;
  for (const TokenIndex c : parse.children(verb)) {
    if (std::find(relations.begin(), relations.end(), parse[c].relation) == relations.end()) continue;
    if (is_relative_pronoun(parse[c])) {
      const Tokens meant = antecedents(parse, parse[c].relation == Relation::poss ? clause_head(parse, verb) : verb);
      if (!meant.empty()) {
        out.insert(out.end(), meant.begin(), meant.end());
        continue;
      }
    }
    add_coordinated(parse, c, out);
  }
  return out;
}

/// "called her to explain", "received the envoy to discuss": the infinitive is the caller's own.
bool goes_for_itself(const Token& verb) {
  constexpr std::string_view kVerbs[] = {"call", "phone", "telephone", "meet", "visit", "receive", "summon", "host"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), verb.lemma) != std::end(kVerbs);
}

Tokens subjects_within(const Parse& parse, TokenIndex verb, int depth);

/// Who owns a deed that a noun stands for: its possessor, or the subject of the verb whose object it is.
Tokens owners(const Parse& parse, TokenIndex noun, int depth) {
  Tokens out = possessors(parse, noun);
  if (!out.empty()) return out;
  const TokenIndex head = parse[noun].head;
  const Relation r = parse[noun].relation;
  if (head != noun && (r == Relation::dobj || r == Relation::attr) && is_verbal(parse[head])) {
    return subjects_within(parse, head, depth - 1);
  }
  if (r == Relation::pobj && parse[head].head != head && is_verbal(parse[parse[head].head])) {
    return subjects_within(parse, parse[head].head, depth - 1);
  }
  return {};
}

Tokens subjects_within(const Parse& parse, TokenIndex verb, int depth) {
  Tokens out = children_with(parse, verb, {Relation::nsubj, Relation::nsubjpass, Relation::expl});
  if (!out.empty() || depth <= 0) return out;
  const Token& v = parse[verb];
  const TokenIndex head = v.head;
  if (head == verb) return out;
  switch (v.relation) {
    case Relation::conj:
      if (const TokenIndex partner = finite_partner(parse, verb); partner != kNoToken) {
        return subjects_within(parse, partner, depth - 1);
      }
      return is_verbal(parse[head]) ? subjects_within(parse, head, depth - 1) : out;
    case Relation::xcomp:
    case Relation::oprd: {
      Tokens objects = children_with(parse, head, {Relation::dobj, Relation::dative});
      const bool controlled =
          !objects.empty() && parse[objects.front()].begin < v.begin && !goes_for_itself(parse[head]);
      if (controlled && !is_passive(parse, head)) return objects;
      return subjects_within(parse, head, depth - 1);
    }
    case Relation::ccomp:
    case Relation::advcl:
    case Relation::dep:
      // A clause with its own tense and no subject is left open.
      if (v.tag == Tag::vbg || v.tag == Tag::vbn || verb_form(parse, verb).infinitive) {
        return is_verbal(parse[head]) ? subjects_within(parse, head, depth - 1) : out;
      }
      return out;
    case Relation::acomp:  // "are due to meet": of the adjective as of the verb below it
      return is_verbal(parse[head]) ? subjects_within(parse, head, depth - 1) : out;
    case Relation::relcl:
      return verb_form(parse, verb).infinitive ? owners(parse, head, depth) : out;
    case Relation::acl:
      // "expanded its ties, forming partnerships": after a comma it goes with the clause, not with the object.
      if (v.tag == Tag::vbg && verb > 0 && parse[verb - 1].text == "," && parse[head].pos == Pos::noun &&
          parse[head].relation == Relation::dobj && is_verbal(parse[parse[head].head])) {
        return subjects_within(parse, parse[head].head, depth - 1);
      }
      if (v.tag == Tag::vbg || v.tag == Tag::vbn || v.tag == Tag::vbd) return {head};
      return owners(parse, head, depth);
    case Relation::pcomp: {
      const TokenIndex governor = parse[head].head;
      if (governor == head) return out;
      if (!is_verbal(parse[governor])) return owners(parse, governor, depth);
      const std::string_view preposition = parse[head].lower;
      if (preposition == "of" || preposition == "for" || preposition == "from" || preposition == "into") {
        Tokens objects = patients(parse, governor);
        if (!objects.empty()) return objects;
      }
      return subjects_within(parse, governor, depth - 1);
    }
    default:
      return out;
  }
}

/// A verb whose object stands with the next coordinated verb: "condemned and rejected the attack".
TokenIndex object_sharer(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex c : parse.children(verb)) {
    if (parse[c].relation == Relation::conj && is_verbal(parse[c]) && c <= verb + 3 && !has_own_auxiliary(parse, c)) {
      return c;
    }
  }
  return kNoToken;
}

Tokens by_phrase(const Parse& parse, TokenIndex verb) {
  Tokens out;
  for (const TokenIndex c : parse.children(verb)) {
    if (parse[c].relation != Relation::agent) continue;
    for (const TokenIndex p : parse.children(c)) {
      if (parse[p].relation == Relation::pobj) add_coordinated(parse, p, out);
    }
  }
  return out;
}

/// A passive whose "by" phrase stands with the next coordinated one: "were abducted and later killed by rebels"; what
/// has a phrase of its own ("was held on Monday and charged by") shares nothing.
TokenIndex agent_sharer(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex c : parse.children(verb)) {
    if (c < verb) continue;
    const Token& t = parse[c];
    const bool joins = t.relation == Relation::cc || t.relation == Relation::advmod || t.relation == Relation::punct;
    if (joins) continue;
    if (t.relation != Relation::conj || t.tag != Tag::vbn) return kNoToken;
    const bool own =
        child_of(parse, c, Relation::nsubj) != kNoToken || child_of(parse, c, Relation::nsubjpass) != kNoToken;
    if (own) return kNoToken;
    return by_phrase(parse, c).empty() ? agent_sharer(parse, c) : c;
  }
  return kNoToken;
}

// "Both chambers approved on Monday a budget", where the parser takes the sentence for a noun and the verb for
// its participle: a participle of the passive has no object.
bool is_main_verb_of_noun(const Parse& parse, TokenIndex verb) {
  const Token& v = parse[verb];
  if (v.relation != Relation::acl || (v.tag != Tag::vbn && v.tag != Tag::vbd) || parse[v.head].head != v.head ||
      v.head > verb)
    return false;
  if (child_of(parse, verb, Relation::agent) != kNoToken) return false;
  if (v.tag == Tag::vbd) return true;
  const TokenIndex object = child_of(parse, verb, Relation::dobj);
  return object != kNoToken && object > verb;
}

// "with her rivals imprisoned", "Man accused of spying": a participle that has a subject but no auxiliary.
bool is_bare_participle(const Parse& parse, TokenIndex verb) {
  const Token& v = parse[verb];
  if (v.tag != Tag::vbn || child_of(parse, verb, Relation::aux) != kNoToken) return false;
  if (child_of(parse, verb, Relation::nsubj) == kNoToken) return false;
  const TokenIndex with = child_word(parse, verb, "with");
  return (with != kNoToken && parse[with].relation == Relation::mark) || child_word(parse, verb, "of") == verb + 1;
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
  // "said he had ordered them to stay, and called it an affront": behind a comma no second participle.
  const bool perfect = v.tag == Tag::vbd && parse[at].tag == Tag::vbn && parse[at].relation == Relation::ccomp &&
                       v.left_edge > 1 && parse[v.left_edge - 1].relation == Relation::cc &&
                       parse[v.left_edge - 2].text == ",";
  if (!infinitive && !gerund && !perfect) return kNoToken;
  for (int climb = 0; climb < kMaxClimb && parse[at].head != at; ++climb) {
    at = parse[at].head;
    const VerbForm form = is_verbal(parse[at]) ? verb_form(parse, at) : VerbForm{};
    if (form.tense != Tense::none) {
      return parse[at].tag == v.tag || (v.tag == Tag::vbd && parse[at].tag == Tag::vbn) ? at : kNoToken;
    }
  }
  return kNoToken;
}

std::string_view lemma_with_e(const Token& t) {
  const bool cut = t.lemma.size() <= 4 && t.lower.size() == t.lemma.size() + 2 && t.lower.starts_with(t.lemma) &&
                   t.lower.ends_with("ed");
  return cut && is_verbal(t) ? t.lower.substr(0, t.lower.size() - 1) : std::string_view();
}

TokenIndex child_of(const Parse& parse, TokenIndex head, Relation relation) {
  for (const TokenIndex c : parse.children(head)) {
    if (parse[c].relation == relation) return c;
  }
  return kNoToken;
}

TokenIndex child_word(const Parse& parse, TokenIndex head, std::string_view lower) {
  for (const TokenIndex c : parse.children(head)) {
    if (parse[c].lower == lower) return c;
  }
  return kNoToken;
}

bool is_under(const Parse& parse, TokenIndex t, TokenIndex ancestor) {
  if (t < parse[ancestor].left_edge || t > parse[ancestor].right_edge) return false;
  while (t != ancestor && parse[t].head != t) t = parse[t].head;
  return t == ancestor;
}

Tokens coordinated(const Parse& parse, TokenIndex t) {
  Tokens out{t};
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (const TokenIndex c : parse.children(out[i])) {
      if (parse[c].relation == Relation::conj) out.push_back(c);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Tokens closed_list(const Parse& parse, const Tokens& heads) {
  bool shut = false;
  for (std::size_t i = 1; i < heads.size(); ++i) {
    if (parse[heads[i]].relation != Relation::conj) continue;
    bool linked = false;
    const TokenIndex from = std::max(heads[i - 1], heads[i] > 12 ? heads[i] - 12 : 0);
    for (TokenIndex t = from; t < heads[i]; ++t) linked |= parse[t].pos == Pos::cconj;
    if (shut && !linked) return Tokens(heads.begin(), heads.begin() + static_cast<std::ptrdiff_t>(i));
    shut |= linked;
  }
  return heads;
}

TokenIndex first_conjunct(const Parse& parse, TokenIndex t) {
  while (parse[t].relation == Relation::conj && parse[t].head != t) t = parse[t].head;
  return t;
}

Tokens appositions(const Parse& parse, TokenIndex t) {
  Tokens out;
  for (const TokenIndex c : parse.children(t)) {
    if (parse[c].relation == Relation::appos) out.push_back(c);
  }
  return out;
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

bool is_passive(const Parse& parse, TokenIndex verb) {
  const Token& v = parse[verb];
  if (is_main_verb_of_noun(parse, verb)) return false;
  if (v.tag != Tag::vbn && v.tag != Tag::vbd) return false;
  if (child_of(parse, verb, Relation::auxpass) != kNoToken) return true;
  if (child_of(parse, verb, Relation::nsubjpass) != kNoToken) return true;
  // "The board, earlier criticised by Togo": what has its doer in a "by" phrase and no object is passive, whatever the
  // parser took for its subject.
  const bool object = child_of(parse, verb, Relation::dobj) != kNoToken;
  if (!object && child_of(parse, verb, Relation::agent) != kNoToken) return true;
  if (!object && is_bare_participle(parse, verb)) return true;
  if (v.tag != Tag::vbn || child_of(parse, verb, Relation::aux) != kNoToken) {
    // "the resolution adopted Wednesday": a participle all the same, whatever its tag.
    return v.relation == Relation::acl && (child_of(parse, verb, Relation::agent) != kNoToken ||
                                           (v.tag == Tag::vbd && child_of(parse, verb, Relation::dobj) == kNoToken &&
                                            child_of(parse, verb, Relation::nsubj) == kNoToken));
  }
  if (child_of(parse, verb, Relation::nsubj) != kNoToken) return false;
  switch (v.relation) {
    case Relation::acl:
      // "The two sides condemned in the strongest terms the attack": with an object it is the sentence's own verb.
      return parse[v.head].relation != Relation::root || child_of(parse, verb, Relation::dobj) == kNoToken;
    case Relation::advcl:
    case Relation::amod:
      return true;
    case Relation::conj: {
      const TokenIndex head = v.head;
      if (parse[head].tag == Tag::vbn) return is_passive(parse, head);
      return child_of(parse, verb, Relation::agent) != kNoToken;
    }
    default:
      return child_of(parse, verb, Relation::agent) != kNoToken;
  }
}

Tokens surface_subjects(const Parse& parse, TokenIndex verb) {
  Tokens out = subjects_within(parse, verb, kMaxClimb);
  out.erase(std::remove_if(out.begin(), out.end(), [&](TokenIndex t) { return parse[t].relation == Relation::expl; }),
            out.end());
  return out;
}

Tokens agents(const Parse& parse, TokenIndex verb) {
  if (!is_passive(parse, verb)) return surface_subjects(parse, verb);
  Tokens out = by_phrase(parse, verb);
  if (!out.empty()) return out;
  const TokenIndex sharer = agent_sharer(parse, verb);
  return sharer == kNoToken ? out : by_phrase(parse, sharer);
}

Tokens patients(const Parse& parse, TokenIndex verb) {
  if (is_passive(parse, verb)) return surface_subjects(parse, verb);
  Tokens out = children_with(parse, verb, {Relation::dobj});
  if (!out.empty()) return out;
  const Token& v = parse[verb];
  if (v.relation == Relation::relcl) {
    // "the plan Mori proposed": the object is what the clause hangs on.
    bool own_subject = false, relative = false;
    for (const TokenIndex c : parse.children(verb)) {
      own_subject |= parse[c].relation == Relation::nsubj && !is_relative_pronoun(parse[c]);
      relative |= parse[c].tag == Tag::wrb;
      relative |= parse[c].relation == Relation::prep && parse.children(c).empty();
      relative |= parse[c].relation == Relation::ccomp || parse[c].relation == Relation::xcomp;
      for (const TokenIndex p : parse.children(c)) relative |= is_relative_pronoun(parse[p]);
    }
    if (own_subject && !relative) return {v.head};
  }
  const TokenIndex sharer = object_sharer(parse, verb);
  return sharer == kNoToken ? out : children_with(parse, sharer, {Relation::dobj});
}

Tokens datives(const Parse& parse, TokenIndex verb) {
  Tokens out;
  for (const TokenIndex c : parse.children(verb)) {
    if (parse[c].relation != Relation::dative) continue;
    if (parse[c].pos != Pos::adp) {
      add_coordinated(parse, c, out);
      continue;
    }
    for (const TokenIndex p : parse.children(c)) {
      if (parse[p].relation == Relation::pobj) add_coordinated(parse, p, out);
    }
  }
  return out;
}

Tokens attributes(const Parse& parse, TokenIndex verb) {
  return children_with(parse, verb, {Relation::attr, Relation::oprd, Relation::acomp});
}

Tokens obliques(const Parse& parse, TokenIndex head, std::string_view preposition, bool through_object) {
  Tokens out;
  const auto add_of = [&](TokenIndex governor) {
    for (const TokenIndex c : parse.children(governor)) {
      const Relation r = parse[c].relation;
      if ((r != Relation::prep && r != Relation::agent && r != Relation::dative) || parse[c].lower != preposition) {
        continue;
      }
      for (const TokenIndex p : parse.children(c)) {
        // "talks with visiting President Lula", where the parser takes the participle for a verb.
        if (parse[p].relation == Relation::pcomp && p == c + 1 && is_visiting(parse[p])) {
          const TokenIndex guest = child_of(parse, p, Relation::dobj);
          if (guest != kNoToken) add_coordinated(parse, guest, out);
          continue;
        }
        if (parse[p].relation != Relation::pobj) continue;
        if (is_relative_pronoun(parse[p])) {
          const TokenIndex a = antecedent(parse, clause_head(parse, governor));
          if (a != kNoToken) {
            out.push_back(a);
            continue;
          }
        }
        add_coordinated(parse, p, out);
      }
    }
  };
  add_of(head);
  if (through_object) {
    for (const TokenIndex c : parse.children(head)) {
      if (parse[c].relation == Relation::dobj || parse[c].relation == Relation::attr) add_of(c);
    }
  }
  return out;
}

Tokens complements(const Parse& parse, TokenIndex verb) {
  Tokens out;
  for (const TokenIndex c : parse.children(verb)) {
    const Relation r = parse[c].relation;
    if (r == Relation::xcomp || r == Relation::ccomp) {
      for (const TokenIndex v : coordinated(parse, c)) {
        // "has urged them to stop and offered": no infinitive is coordinated with a participle or the past.
        const bool other = parse[c].tag == Tag::vb && (parse[v].tag == Tag::vbd || parse[v].tag == Tag::vbn);
        if (!other || has_own_auxiliary(parse, v)) out.push_back(v);
      }
    } else if (r == Relation::prep) {
      for (const TokenIndex p : parse.children(c)) {
        if (parse[p].relation == Relation::pcomp) out.push_back(p);
      }
    }
  }
  return out;
}

VerbForm verb_form(const Parse& parse, TokenIndex verb) {
  VerbForm form;
  const Token& v = parse[verb];
  form.passive = is_passive(parse, verb);
  bool auxiliary = false;
  const auto set_tense = [&](const Token& t) {
    if (form.tense != Tense::none) return;
    if (t.tag == Tag::vbd) form.tense = Tense::past;
    if (t.tag == Tag::vbp || t.tag == Tag::vbz) form.tense = Tense::present;
  };
  const auto read = [&](TokenIndex c) {
    const Token& t = parse[c];
    if (t.tag == Tag::to) {
      form.infinitive = true;
      return;
    }
    auxiliary = true;
    if (t.tag == Tag::md) {
      if (t.lemma == "will" || t.lemma == "shall" || t.lower == "'ll" || t.lower == "wo") {
        // "would" has the lemma "would" or "will" by model; its form tells it apart.
        if (t.lower == "would" || t.lower == "should" || t.lower == "'d") {
          form.modal = c;
        } else {
          form.tense = Tense::future;
        }
      } else {
        form.modal = c;
      }
      return;
    }
    if (t.lemma == "have" && v.tag != Tag::vb) form.perfect = true;
    if (t.lemma == "be" && v.tag == Tag::vbg) form.progressive = true;
    set_tense(t);
  };
  for (const TokenIndex c : parse.children(verb)) {
    if (c < verb && (parse[c].relation == Relation::aux || parse[c].relation == Relation::auxpass)) read(c);
  }
  if (!auxiliary && !form.infinitive) {
    // Coordinated verbs share auxiliaries: "will meet and discuss", "has met and urged", "to meet and discuss".
    if (v.relation == Relation::conj && v.head < verb && is_verbal(parse[v.head]) &&
        (v.tag == Tag::vb || v.tag == Tag::vbn || v.tag == Tag::vbg) &&
        child_of(parse, verb, Relation::nsubj) == kNoToken) {
      TokenIndex head = v.head;
      for (int i = 0; i < kMaxClimb; ++i) {
        if (has_own_auxiliary(parse, head) || parse[head].relation != Relation::conj || !is_verbal(parse[head])) break;
        head = parse[head].head;
      }
      const bool same = parse[head].tag == v.tag || (v.tag == Tag::vb && parse[head].tag == Tag::vb);
      if (same) {
        for (const TokenIndex c : parse.children(head)) {
          if (c < head && (parse[c].relation == Relation::aux || parse[c].relation == Relation::auxpass)) read(c);
        }
      }
    }
  }
  if (!auxiliary && !form.infinitive) {
    set_tense(v);
    form.participle = v.tag == Tag::vbg || v.tag == Tag::vbn;
    form.imperative = v.tag == Tag::vb && v.head == verb && child_of(parse, verb, Relation::nsubj) == kNoToken;
  }
  return form;
}

bool is_negated(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex c : parse.children(verb)) {
    const Relation r = parse[c].relation;
    if (r == Relation::neg) return true;
    if (r == Relation::advmod && (parse[c].lower == "never" || parse[c].lower == "hardly")) return true;
    if (r == Relation::aux || r == Relation::auxpass || r == Relation::advmod) {
      if (child_of(parse, c, Relation::neg) != kNoToken) return true;
    }
    if (r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::dobj || r == Relation::attr) {
      const TokenIndex det = child_of(parse, c, Relation::det);
      if (det != kNoToken && parse[det].lower == "no") return true;
      if (parse[c].lower == "nobody" || parse[c].lower == "none" || parse[c].lower == "nothing") return true;
    }
  }
  const Token& v = parse[verb];
  if (v.relation == Relation::pcomp && parse[v.head].lower == "without") return true;
  return v.relation == Relation::conj && v.tag == Tag::vb && v.head < verb && !has_own_auxiliary(parse, verb) &&
         is_verbal(parse[v.head]) && parse[v.head].tag == Tag::vb &&
         child_of(parse, v.head, Relation::neg) != kNoToken && child_word(parse, v.head, "or") != kNoToken;
}

Tokens possessors(const Parse& parse, TokenIndex noun) {
  return children_with(parse, noun, {Relation::poss});
}

Tokens premodifiers(const Parse& parse, TokenIndex noun) {
  Tokens out;
  for (const TokenIndex c : parse.children(noun)) {
    const Relation r = parse[c].relation;
    if (c < noun && (r == Relation::amod || r == Relation::compound || r == Relation::nmod)) out.push_back(c);
  }
  return out;
}

TokenSpan core_phrase(const Parse& parse, TokenIndex noun) {
  TokenIndex begin = noun;
  for (const TokenIndex c : parse.children(noun)) {
    if (c > noun) break;
    switch (parse[c].relation) {
      case Relation::det:
      case Relation::predet:
      case Relation::amod:
      case Relation::compound:
      case Relation::nmod:
      case Relation::nummod:
      case Relation::poss:
      case Relation::quantmod:
      case Relation::advmod:
      case Relation::case_:
      case Relation::npadvmod:
        begin = std::min(begin, parse[c].left_edge);
        break;
      default:
        break;
    }
  }
  return trimmed(parse, {begin, noun + 1});
}

TokenSpan noun_phrase(const Parse& parse, TokenIndex noun) {
  TokenSpan span = core_phrase(parse, noun);
  for (const TokenIndex c : parse.children(noun)) {
    if (c > noun && parse[c].relation == Relation::prep && parse[c].lower == "of") {
      span.end = std::max(span.end, parse[c].right_edge + 1);
    }
  }
  return trimmed(parse, span);
}

TokenSpan trimmed(const Parse& parse, TokenSpan span) {
  const auto outer = [&](TokenIndex t) { return parse[t].is_space || parse[t].pos == Pos::punct; };
  while (span.begin + 1 < span.end && outer(span.begin)) ++span.begin;
  while (span.begin + 1 < span.end && outer(span.end - 1)) --span.end;
  return span;
}

TokenSpan subtree(const Parse& parse, TokenIndex t) {
  return trimmed(parse, {parse[t].left_edge, parse[t].right_edge + 1});
}

}  // namespace dragoman
