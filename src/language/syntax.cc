// Who does what to whom: subjects, objects and the other arguments of a verb (see syntax.h).
#include "language/syntax.h"

#include "language/auxiliary.h"

#include <algorithm>

namespace dragoman {

namespace {

// "Lund, 52, and the father of two, was shot": a noun behind a comma that says more of the name before it.
bool is_aside(const Parse& parse, TokenIndex t, TokenIndex first) {
  if (t == first || parse[first].tag != Tag::nnp || parse[t].tag != Tag::nn) return false;
  const TokenIndex verb = parse[first].head, article = parse[t].left_edge;
  const bool subject = parse[first].relation == Relation::nsubj || parse[first].relation == Relation::nsubjpass;
  if (!subject || article < 2 || parse[article].lower != "the" || parse[article - 2].text != ",") return false;
  if (parse[verb].tag == Tag::vbz) return true;
  for (const TokenIndex c : parse.children(verb)) {
    const Relation r = parse[c].relation;
    if ((r == Relation::aux || r == Relation::auxpass) && (parse[c].tag == Tag::vbz || parse[c].lower == "was"))
      return true;
  }
  return false;
}

void add_coordinated(const Parse& parse, TokenIndex t, Tokens& out) {
  for (const TokenIndex c : coordinated(parse, t)) {
    if (is_aside(parse, c, t)) continue;
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

/// "It was Fiji that condemned": who is meant stands behind the copula.
Tokens clefted(const Parse& parse, TokenIndex verb) {
  const TokenIndex clause = clause_lead(parse, verb), copula = parse[clause].head;
  if (parse[clause].relation != Relation::ccomp || parse[copula].lemma != "be") return {};
  const TokenIndex it = child_of(parse, copula, Relation::nsubj), meant = child_of(parse, copula, Relation::attr);
  if (it == kNoToken || parse[it].lower != "it" || meant == kNoToken || meant > clause) return {};
  return coordinated(parse, meant);
}

/// Children with one of the relations, spread over coordination; relative pronouns stand for their antecedent.
Tokens children_with(const Parse& parse, TokenIndex verb, std::initializer_list<Relation> relations) {
  Tokens out;
  for (const TokenIndex c : parse.children(verb)) {
    if (std::find(relations.begin(), relations.end(), parse[c].relation) == relations.end()) continue;
    // "the sanctions that Mali imposed", where the tagger takes "that" for a conjunction
    if (is_relative_pronoun(parse[c]) || (parse[c].lower == "that" && parse[c].tag == Tag::in)) {
      Tokens meant = antecedents(parse, parse[c].relation == Relation::poss ? clause_head(parse, verb) : verb);
      if (meant.empty()) meant = clefted(parse, verb);
      // "the bank that officials say was robbed"
      const TokenIndex says = parse[clause_lead(parse, verb)].head;
      if (meant.empty() && parse[clause_lead(parse, verb)].relation == Relation::ccomp)
        meant = antecedents(parse, says);
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

bool is_amount(const Token& t) {
  return t.pos == Pos::num || t.pos == Pos::sym || t.name == NameType::date || t.name == NameType::money ||
         t.name == NameType::quantity;
}

/// Who owns a deed that a noun stands for: its possessor, whoever is named behind it ("the refusal of Congress to",
/// "the plan by Chile to"), or the subject of the verb whose object it is.
Tokens owners(const Parse& parse, TokenIndex noun, int depth) {
  Tokens out = possessors(parse, noun);
  const bool says_who = parse[noun].relation == Relation::attr;  // "is the first president of Chile to"
  for (const std::string_view preposition : {"by", "of", "from"}) {
    if (out.empty() && !says_who) out = obliques(parse, noun, preposition);
    if (!out.empty() && is_amount(parse[out.front()])) out.clear();
  }
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

/// The verb of the clause whose subject does what a participle behind a comma tells: "sued in a court, seeking
/// damages"; kNoToken where it tells of the noun before it.
TokenIndex clause_of_participle(const Parse& parse, TokenIndex verb) {
  TokenIndex noun = parse[verb].head;
  if (parse[verb].tag != Tag::vbg || verb == 0 || parse[verb - 1].text != ",") return kNoToken;
  for (int climb = 0; climb < kMaxClimb && parse[noun].pos == Pos::noun; ++climb) {
    const TokenIndex above = parse[noun].head;
    if (parse[noun].relation == Relation::dobj) return is_verbal(parse[above]) ? above : kNoToken;
    if (parse[noun].relation != Relation::pobj || parse[above].relation != Relation::prep) return kNoToken;
    noun = parse[above].head;
    if (is_verbal(parse[noun])) return noun;
  }
  return kNoToken;
}

/// "the first woman to", "the only party to": it is they who do what the infinitive says.
bool is_one_of_a_row(const Parse& parse, TokenIndex noun) {
  if (parse[noun].relation == Relation::attr) return false;  // "she was the first to": she did
  constexpr std::string_view kPlaces[] = {"first", "second", "third", "last", "latest", "only", "next"};
  for (const TokenIndex c : parse.children(noun)) {
    if (c > noun) break;
    if (std::find(std::begin(kPlaces), std::end(kPlaces), parse[c].lower) != std::end(kPlaces)) return true;
  }
  return false;
}

/// "leaders to watch", "calls for Chile to stop": of an infinitive, a participle or a clause on a noun.
Tokens subjects_on_noun(const Parse& parse, TokenIndex verb, int depth) {
  const Token& v = parse[verb];
  const TokenIndex noun = v.head;
  if (v.relation == Relation::relcl) {
    if (!verb_form(parse, verb).infinitive) return {};
  } else {
    // "expanded its ties, forming partnerships", "sued in a court, seeking damages": after a comma it goes with the
    // clause, not with the noun before it.
    if (const TokenIndex clause = clause_of_participle(parse, verb); clause != kNoToken) {
      return subjects_within(parse, clause, depth - 1);
    }
    if (v.tag == Tag::vbg || v.tag == Tag::vbn || v.tag == Tag::vbd) return {noun};
    if (const TokenIndex mark = child_word(parse, noun, "for"); mark != kNoToken && mark < verb) {
      const Tokens named = obliques(parse, noun, "for");
      if (!named.empty() && named.back() < verb && parse[mark].right_edge < verb) return named;
    }
  }
  return is_one_of_a_row(parse, noun) ? Tokens{noun} : owners(parse, noun, depth);
}

/// "accused Iran of arming", "lashed out at Mali for", "left without saying": of a gerund behind a preposition.
Tokens subjects_behind_preposition(const Parse& parse, TokenIndex verb, int depth) {
  const TokenIndex preposition = parse[verb].head;
  const TokenIndex governor = parse[preposition].head;
  if (governor == preposition) return {};
  if (!is_verbal(parse[governor])) return owners(parse, governor, depth);
  const std::string_view w = parse[preposition].lower;
  if (w == "of" || w == "for" || w == "from" || w == "into") {
    Tokens objects = patients(parse, governor);
    if (objects.empty() && w == "for") objects = obliques(parse, governor, "at");
    if (!objects.empty()) return objects;
  }
  return subjects_within(parse, governor, depth - 1);
}

Tokens subjects_within(const Parse& parse, TokenIndex verb, int depth) {
  Tokens out = children_with(parse, verb, {Relation::nsubj, Relation::nsubjpass, Relation::expl});
  // "A former bishop, Lund holds": the name, which the noun before the comma describes.
  const bool two = out.size() == 2 && parse[out[0]].head == verb && parse[out[1]].head == verb;
  if (two && parse[out[0]].tag == Tag::nn && parse[out[1]].tag == Tag::nnp && parse[out[1]].left_edge > 0 &&
      parse[parse[out[1]].left_edge - 1].text == ",") {
    out.erase(out.begin());
  }
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
    case Relation::acl:
      return subjects_on_noun(parse, verb, depth);
    case Relation::pcomp:
      return subjects_behind_preposition(parse, verb, depth);
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

/// The "by" phrase of a passive that stands with the next coordinated one: "were abducted and later killed by rebels";
/// what has a phrase of its own ("was held on Monday and charged by") shares nothing.
Tokens shared_by_phrase(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex c : parse.children(verb)) {
    if (c < verb) continue;
    const Token& t = parse[c];
    const bool joins = t.relation == Relation::cc || t.relation == Relation::advmod || t.relation == Relation::punct;
    if (joins) continue;
    if (t.relation != Relation::conj || t.tag != Tag::vbn) return {};
    if (own_subject(parse, c) != kNoToken) return {};
    Tokens out = by_phrase(parse, c);
    return out.empty() ? shared_by_phrase(parse, c) : out;
  }
  return {};
}

}  // namespace

Tokens surface_subjects(const Parse& parse, TokenIndex verb) {
  Tokens out = subjects_within(parse, verb, kMaxClimb);
  out.erase(std::remove_if(out.begin(), out.end(), [&](TokenIndex t) { return parse[t].relation == Relation::expl; }),
            out.end());
  return out;
}

Tokens agents(const Parse& parse, TokenIndex verb) {
  if (!is_passive(parse, verb)) return surface_subjects(parse, verb);
  Tokens out = by_phrase(parse, verb);
  return out.empty() ? shared_by_phrase(parse, verb) : out;
}

Tokens patients(const Parse& parse, TokenIndex verb) {
  if (is_passive(parse, verb)) return surface_subjects(parse, verb);
  Tokens out = children_with(parse, verb, {Relation::dobj});
  if (out.size() == 1) return out;
  // "met the envoy in Lund, the old capital": what comes behind a comma describes something, and is no second object.
  for (const TokenIndex c : parse.children(verb)) {
    const bool apart =
        parse[c].relation == Relation::dobj && parse[c].left_edge > verb && parse[parse[c].left_edge - 1].text == ",";
    if (apart && !out.empty() && out.front() < c && parse[out.front()].head == verb) {
      std::erase_if(out, [&](TokenIndex t) { return t >= parse[c].left_edge && t <= parse[c].right_edge; });
    }
  }
  if (!out.empty()) return out;
  const TokenIndex next = verb + 1;  // "warned both against"
  if (next < parse.size() && parse[next].lower == "both" && parse[next].head == verb &&
      parse[next].relation == Relation::dep) {
    return {next};
  }
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
  const auto add_objects = [&](TokenIndex phrase, TokenIndex governor) {
    for (const TokenIndex p : parse.children(phrase)) {
      // "talks with visiting President Lula", where the parser takes the participle for a verb.
      if (parse[p].relation == Relation::pcomp && p == phrase + 1 && is_visiting(parse[p])) {
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
  };
  const auto add_of = [&](TokenIndex governor) {
    for (const TokenIndex c : parse.children(governor)) {
      const Relation r = parse[c].relation;
      if ((r != Relation::prep && r != Relation::agent && r != Relation::dative) || parse[c].lower != preposition) {
        continue;
      }
      add_objects(c, governor);
      for (const TokenIndex at : {c, governor, parse[governor].head}) {  // "to A and to B"
        if (at != governor && at == parse[governor].head && parse[governor].relation != Relation::pobj) continue;
        for (const TokenIndex next : parse.children(at)) {
          if (parse[next].relation == Relation::conj && parse[next].lower == preposition) add_objects(next, governor);
          // "with A as well as with B"
          if (at != c || parse[next].relation != Relation::cc) continue;
          for (const TokenIndex second : parse.children(next)) {
            if (second > next && parse[second].relation == Relation::prep && parse[second].lower == preposition)
              add_objects(second, governor);
          }
        }
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

Tokens possessors(const Parse& parse, TokenIndex noun) {
  Tokens owners = children_with(parse, noun, {Relation::poss});
  if (!owners.empty()) return owners;
  // "Mali's reported raid": the parser may take the owner for the subject of the participle.
  for (const TokenIndex participle : parse.children(noun)) {
    if (participle > noun) break;
    if (parse[participle].relation != Relation::amod || parse[participle].tag != Tag::vbn) continue;
    const TokenIndex owner = child_of(parse, participle, Relation::nsubj);
    if (owner == kNoToken || owner + 1 >= parse.size()) continue;
    if (parse[owner + 1].tag == Tag::pos && parse[owner + 1].head == owner) owners.push_back(owner);
  }
  return owners;
}

}  // namespace dragoman
