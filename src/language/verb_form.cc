// Tense, voice and negation of a verb (see syntax.h).
#include "language/auxiliary.h"
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

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
  if (v.relation == Relation::pcomp && parse[v.head].lower == "with") return true;
  const TokenIndex with = child_word(parse, verb, "with");
  return (with != kNoToken && parse[with].relation == Relation::mark) || child_word(parse, verb, "of") == verb + 1;
}

// "They marched against a parade by the league": what the parser gives to the verb belongs to the noun behind it.
bool is_by_of_noun(const Parse& parse, TokenIndex verb, TokenIndex by) {
  if (parse[verb].tag != Tag::vbd || child_of(parse, verb, Relation::nsubj) == kNoToken) return false;
  const TokenIndex against = child_word(parse, verb, "against");
  return against != kNoToken && against > verb && parse[against].right_edge + 1 == by;
}

}  // namespace

bool is_passive(const Parse& parse, TokenIndex verb) {
  const Token& v = parse[verb];
  if (v.tag != Tag::vbn && v.tag != Tag::vbd) return false;
  if (is_main_verb_of_noun(parse, verb)) return false;
  const auto has = [&](Relation r) { return child_of(parse, verb, r) != kNoToken; };
  if (has(Relation::auxpass) || has(Relation::nsubjpass)) return true;
  // "The board, earlier criticised by Togo": what has its doer in a "by" phrase and no object is passive, whatever the
  // parser took for its subject.
  const TokenIndex agent = child_of(parse, verb, Relation::agent);
  const bool object = has(Relation::dobj), by = agent != kNoToken && !is_by_of_noun(parse, verb, agent);
  if (!object && (by || is_bare_participle(parse, verb))) return true;
  if (v.tag != Tag::vbn || has(Relation::aux)) {
    // "the resolution adopted Wednesday": a participle all the same, whatever its tag.
    return v.relation == Relation::acl && (by || (v.tag == Tag::vbd && !object && !has(Relation::nsubj)));
  }
  if (has(Relation::nsubj)) return false;
  switch (v.relation) {
    case Relation::acl:
      // "The two sides condemned in the strongest terms the attack": with an object it is the sentence's own verb.
      return parse[v.head].relation != Relation::root || !object;
    case Relation::advcl:
    case Relation::amod:
      return true;
    case Relation::conj:
      // "Both were ministers and accused of fraud": the copula is the auxiliary of what is coordinated with it.
      if (!object && parse[v.head].lemma == "be" && is_verbal(parse[v.head])) return true;
      // "is widely known and seen as": where the parser takes the first for an adjective.
      if (!object && parse[v.head].tag == Tag::vbn && parse[v.head].relation == Relation::acomp) return true;
      return parse[v.head].tag == Tag::vbn ? is_passive(parse, v.head) : by;
    default:
      return by;
  }
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

bool is_supposed(const Parse& parse, TokenIndex verb) {
  const auto& children = parse.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    const std::string_view w = parse[c].lower;
    return parse[c].relation == Relation::mark && (w == "if" || w == "whether" || w == "unless");
  });
}

namespace {

// Between subject and verb, or in front of a verb that stands before its subject: there an adverbial denies the clause.
// "Not far from here they met", "with no warning they met" tell where and how.
bool is_within_clause(const Parse& parse, TokenIndex verb, TokenIndex adverbial) {
  if (adverbial > verb) return false;
  TokenIndex subject = child_of(parse, verb, Relation::nsubj);
  if (subject == kNoToken) subject = child_of(parse, verb, Relation::nsubjpass);
  if (subject == kNoToken || subject < adverbial) return true;
  return std::any_of(parse.children(verb).begin(), parse.children(verb).end(), [&](TokenIndex c) {
    const Relation r = parse[c].relation;
    return c > adverbial && c < subject && (r == Relation::aux || r == Relation::auxpass);
  });
}

// "no longer", "never before", "not even"
bool is_denied_adverb(const Parse& parse, TokenIndex verb, TokenIndex adverb) {
  const TokenIndex denial = child_of(parse, adverb, Relation::neg);
  return denial != kNoToken && (parse[denial].lower == "no" || is_within_clause(parse, verb, adverb));
}

// "at no time", "under no circumstances", "by no means"
bool is_denying_phrase(const Parse& parse, TokenIndex preposition) {
  const std::string_view w = parse[preposition].lower;
  if (parse[preposition].relation != Relation::prep || (preposition > 0 && parse[preposition - 1].text == ","))
    return false;
  if (w != "at" && w != "in" && w != "by" && w != "on" && w != "under") return false;
  const TokenIndex noun = child_of(parse, preposition, Relation::pobj);
  const TokenIndex det = noun == kNoToken ? kNoToken : child_of(parse, noun, Relation::det);
  return det != kNoToken && parse[det].lower == "no";
}

// Nobody and nothing: "no ship", "neither side", "not a ship has left"; "no fewer than ten ships" are ten.
bool is_nobody(const Parse& parse, TokenIndex noun) {
  const TokenIndex det = child_of(parse, noun, Relation::det);
  if (det != kNoToken && parse[det].lower == "neither") return true;
  if (det != kNoToken && parse[det].lower == "no") return parse[det + 2].lower != "than";
  if (child_word(parse, noun, "neither") != kNoToken) return true;  // "neither Chad nor Niger"
  const bool subject = parse[noun].relation == Relation::nsubj || parse[noun].relation == Relation::nsubjpass;
  const TokenIndex denial = subject ? child_of(parse, noun, Relation::neg) : kNoToken;
  if (denial != kNoToken && det == denial + 1 && parse[det].lower == "a") return true;
  return parse[noun].lower == "nobody" || parse[noun].lower == "none" || parse[noun].lower == "nothing";
}

}  // namespace

bool is_negated(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex c : parse.children(verb)) {
    const Relation r = parse[c].relation;
    if (r == Relation::neg) return true;
    if (r == Relation::advmod && (parse[c].lower == "never" || parse[c].lower == "hardly")) return true;
    if (c < verb && parse[c].lower == "neither") return true;
    if ((r == Relation::aux || r == Relation::auxpass) && child_of(parse, c, Relation::neg) != kNoToken) return true;
    if (r == Relation::advmod && is_denied_adverb(parse, verb, c)) return true;
    if (is_denying_phrase(parse, c) && is_within_clause(parse, verb, c)) return true;
    if (r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::dobj || r == Relation::attr) {
      if (is_nobody(parse, c)) return true;
    }
  }
  const Token& v = parse[verb];
  if (v.relation == Relation::pcomp && parse[v.head].lower == "without") return true;
  if (v.relation == Relation::conj && v.head < verb) {  // "did not meet it, nor has it written"
    for (const TokenIndex c : parse.children(v.head)) {
      if (c > v.head && c < verb && parse[c].relation == Relation::cc && parse[c].lower == "nor") return true;
    }
  }
  return v.relation == Relation::conj && v.tag == Tag::vb && v.head < verb && !has_own_auxiliary(parse, verb) &&
         is_verbal(parse[v.head]) && parse[v.head].tag == Tag::vb &&
         child_of(parse, v.head, Relation::neg) != kNoToken && child_word(parse, v.head, "or") != kNoToken;
}

}  // namespace dragoman
