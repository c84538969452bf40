#include "language/lost_subjects.h"

#include "language/hang.h"
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

bool names_somebody(NameType name) {
  return name == NameType::person || name == NameType::org || name == NameType::norp || name == NameType::gpe;
}

// "urged", "urges": one with a tense, which must have a subject of its own and has none.
bool lacks_subject(const Parse& parse, TokenIndex verb) {
  const Token& v = parse[verb];
  if (v.pos != Pos::verb || (v.tag != Tag::vbd && v.tag != Tag::vbz && v.tag != Tag::vbp)) return false;
  if (v.relation != Relation::root && v.relation != Relation::ccomp) return false;
  for (const TokenIndex c : parse.children(verb)) {
    switch (parse[c].relation) {
      case Relation::nsubj:
      case Relation::nsubjpass:
      case Relation::expl:
      case Relation::csubj:
      case Relation::csubjpass:
        return false;
      default:
        break;
    }
  }
  return true;
}

// Nothing but commas and adverbs stands between what ends before `from` and the verb.
bool leads_to_verb(const Parse& parse, TokenIndex from, TokenIndex verb) {
  for (TokenIndex t = from; t < verb; ++t) {
    const Pos pos = parse[t].pos;
    if (pos != Pos::punct && pos != Pos::adv && pos != Pos::aux && !parse[t].is_space) return false;
  }
  return true;
}

// The subject of a participle that has no tense: "The union - made up of nurses -".
TokenIndex of_participle(const Parse& parse, TokenIndex participle) {
  const Token& p = parse[participle];
  if ((p.relation != Relation::advcl && p.relation != Relation::ccomp) || (p.tag != Tag::vbn && p.tag != Tag::vbg))
    return kNoToken;
  TokenIndex subject = kNoToken;
  for (const TokenIndex c : parse.children(participle)) {
    const Relation r = parse[c].relation;
    if (r == Relation::aux || r == Relation::auxpass || r == Relation::mark) return kNoToken;
    if (r == Relation::nsubj || r == Relation::nsubjpass) subject = c;
  }
  const bool first = subject < participle && parse[subject].left_edge == p.left_edge && is_nominal(parse[subject]);
  return first && parse[subject].pos != Pos::pron ? subject : kNoToken;
}

bool is_behind_comma(const Parse& parse, TokenIndex t) {
  return parse[t].left_edge > 0 && parse[parse[t].left_edge - 1].text == ",";
}

// "Lusaka, Zambia's capital,": which does not act, but whoever is named behind it.
bool is_of_place(const Parse& parse, TokenIndex apposition) {
  if (parse[parse[apposition].head].name != NameType::gpe) return false;
  const Tokens owners = possessors(parse, apposition);
  return owners.empty() || parse[owners.front()].name == NameType::gpe;
}

// Another name of what the phrase names, or a person who is one more of a list without "and".
bool stands_apart(const Parse& parse, TokenIndex t) {
  const Token& token = parse[t];
  if (token.relation == Relation::appos) return true;
  return token.relation == Relation::conj && token.name == NameType::person && is_behind_comma(parse, t);
}

// Whom the phrase of a preposition ends with, behind a comma: "At the session, Ana Paz, a lawyer,".
TokenIndex of_phrase(const Parse& parse, TokenIndex preposition) {
  const Token& phrase = parse[preposition];
  if (phrase.relation != Relation::prep) return kNoToken;
  TokenIndex found = kNoToken;
  bool named = false;
  TokenIndex last = phrase.right_edge;
  while (last > preposition && parse[last].pos == Pos::punct) --last;
  for (TokenIndex t = preposition + 1; t <= last; ++t) {
    if (stands_apart(parse, t) && parse[t].right_edge == last) found = t;
  }
  if (found == kNoToken) return kNoToken;
  for (;;) {  // to the first of those that name one another
    const TokenIndex above = parse[found].head;
    named = named ||
            (names_somebody(parse[found].name) && !(parse[found].name == NameType::gpe && is_of_place(parse, found)));
    if (!stands_apart(parse, above) || !is_behind_comma(parse, above) || is_of_place(parse, above)) break;
    found = above;
  }
  return named && is_behind_comma(parse, found) ? found : kNoToken;
}

// "In May, Ana Paz accused": a name that the parser takes for a time.
bool is_taken_for_time(const Parse& parse, TokenIndex t) {
  if (parse[t].relation != Relation::npadvmod || !names_somebody(parse[t].name)) return false;
  const Token& before = parse[parse[t].left_edge - 1];
  return before.pos == Pos::punct || before.pos == Pos::noun || before.pos == Pos::propn || before.pos == Pos::num;
}

// "In May Peru accused": the name that the parser reads as one with the time before it, which it leaves to the
// preposition.
TokenIndex behind_time(Parse& parse, TokenIndex preposition) {
  const TokenIndex name = child_of(parse, preposition, Relation::pobj);
  if (parse[preposition].relation != Relation::prep || name == kNoToken || parse[name].pos != Pos::propn ||
      parse[name].name == NameType::date)
    return kNoToken;
  const TokenIndex time = preposition + 1;
  const bool one = parse[time].name == NameType::date && parse[time].relation == Relation::compound;
  if (!one || parse[time].head != name || parse[time + 1].name == NameType::date) return kNoToken;
  hang(parse.tokens[time], preposition, Relation::pobj, "pobj");
  return name;
}

// Gives the verb the first subject that is found in what hangs on it before it; false where there is none.
bool give_subject(Parse& parse, TokenIndex verb) {
  for (const TokenIndex child : parse.children(verb)) {
    if (child > verb) break;
    if (!leads_to_verb(parse, parse[child].right_edge + 1, verb)) continue;
    TokenIndex subject = is_taken_for_time(parse, child) ? child : of_phrase(parse, child);
    if (subject == kNoToken) subject = behind_time(parse, child);
    if (subject == kNoToken) {
      subject = of_participle(parse, child);
      if (subject == kNoToken) continue;
      hang(parse.tokens[child], subject, Relation::acl, "acl");
    }
    const bool passive = is_passive(parse, verb);
    hang(parse.tokens[subject], verb, passive ? Relation::nsubjpass : Relation::nsubj, passive ? "nsubjpass" : "nsubj");
    return true;
  }
  return false;
}

// Where the verb with its auxiliaries and adverbs begins.
TokenIndex begin_of_group(const Parse& parse, TokenIndex verb) {
  TokenIndex first = verb;
  for (const TokenIndex child : parse.children(verb)) {
    const Relation r = parse[child].relation;
    const bool within = r == Relation::aux || r == Relation::auxpass || r == Relation::neg || r == Relation::advmod;
    if (child < verb && within) first = std::min(first, parse[child].left_edge);
  }
  return first;
}

bool has_any_subject(const Parse& parse, TokenIndex verb) {
  for (const TokenIndex c : parse.children(verb)) {
    const Relation r = parse[c].relation;
    if (r == Relation::nsubj || r == Relation::nsubjpass || r == Relation::expl || r == Relation::csubj ||
        r == Relation::csubjpass || r == Relation::mark) {
      return true;
    }
  }
  return false;
}

// One with a tense or a modal, of its own or of its auxiliary.
bool is_finite(const Parse& parse, TokenIndex verb) {
  const VerbForm form = verb_form(parse, verb);
  return is_verbal(parse[verb]) && (form.tense != Tense::none || form.modal != kNoToken);
}

// "the roads is", "a boat are": no subject and its verb.
bool agrees(const Parse& parse, TokenIndex subject, TokenIndex finite) {
  const bool many = parse[subject].tag == Tag::nns || parse[subject].tag == Tag::nnps;
  return parse[finite].tag == Tag::vbz ? !many : parse[finite].tag != Tag::vbp || many;
}

// The second of two nouns that end right before the verb, where the first is what the verb above tells of: "They denied
// the charge and the papers reported".
TokenIndex second_of_pair(const Parse& parse, TokenIndex verb, TokenIndex begin) {
  constexpr int kDeep = 6;
  TokenIndex second = kNoToken;
  TokenIndex at = begin - 1;
  for (int i = 0; i < kDeep && second == kNoToken && parse[at].right_edge == begin - 1; ++i, at = parse[at].head) {
    if (parse[at].relation == Relation::conj && is_nominal(parse[at])) second = at;
    if (parse[at].head == at) break;
  }
  if (second == kNoToken || parse[second].left_edge == 0) return kNoToken;
  const Token& link = parse[parse[second].left_edge - 1];
  const TokenIndex first = parse[second].head;
  const Relation r = parse[first].relation;
  const bool told = r == Relation::dobj || r == Relation::pobj || r == Relation::attr || r == Relation::npadvmod ||
                    r == Relation::acomp || r == Relation::advmod;
  if (!told || (link.lower != "and" && link.lower != "but") || link.head != first) return kNoToken;
  const TokenIndex above = parse[verb].head;
  if (above >= first || !is_under(parse, first, above) || !has_any_subject(parse, above)) return kNoToken;
  // "but bread and oil were still sold", "the roof, the wall and the door were new": all are its subjects.
  const Token& before = parse[parse[first].left_edge == 0 ? 0 : parse[first].left_edge - 1];
  int members = 0;
  for (const TokenIndex c : parse.children(first)) members += parse[c].relation == Relation::conj ? 1 : 0;
  return before.pos == Pos::cconj || members != 1 ? kNoToken : second;
}

// "They denied the charge and the papers reported": the subject that the parser coordinates with what the clause before
// told of.
bool give_second_of_pair(Parse& parse, TokenIndex verb) {
  if (parse[verb].relation != Relation::conj || !is_finite(parse, verb) || has_any_subject(parse, verb)) return false;
  if (!is_finite(parse, parse[verb].head)) return false;
  const TokenIndex begin = begin_of_group(parse, verb);
  if (begin == 0 || !is_nominal(parse[begin - 1]) || is_relative_pronoun(parse[begin - 1])) return false;
  const TokenIndex subject = second_of_pair(parse, verb, begin);
  TokenIndex finite = verb;
  for (const TokenIndex c : parse.children(verb)) {
    if (c < finite && (parse[c].relation == Relation::aux || parse[c].relation == Relation::auxpass)) finite = c;
  }
  if (subject == kNoToken || !agrees(parse, subject, finite)) return false;
  const bool passive = is_passive(parse, verb);
  hang(parse.tokens[parse[subject].left_edge - 1], parse[verb].head, Relation::cc, "cc");
  hang(parse.tokens[subject], verb, passive ? Relation::nsubjpass : Relation::nsubj, passive ? "nsubjpass" : "nsubj");
  return true;
}

}  // namespace

void mend_lost_subjects(Parse& parse) {
  bool changed = false;
  for (TokenIndex verb = 1; verb < parse.size(); ++verb) {
    if (lacks_subject(parse, verb) && give_subject(parse, verb)) changed = true;
    if (give_second_of_pair(parse, verb)) changed = true;
  }
  if (changed) link(parse);
}

}  // namespace dragoman
