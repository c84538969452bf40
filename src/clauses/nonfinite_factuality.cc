// Factuality of infinitives, participles and gerunds.
#include "clauses/event_status.h"
#include "clauses/factuality.h"
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

// "would like to thank", "wish to express": who says so does it.
std::optional<Factuality> FactualityReader::of_performative(TokenIndex v, int depth) const {
  const auto known = lexicon_.performatives.find(parse_[v].lemma);
  const TokenIndex head = parse_[v].head;
  if (known == lexicon_.performatives.end() || !lexicon_.wishes.contains(parse_[head].lemma)) return std::nullopt;
  // "wants Chile to thank them": what somebody else is to do; but "let me thank them"
  for (const TokenIndex other : {child_of(parse_, v, Relation::nsubj), child_of(parse_, head, Relation::dobj)}) {
    const bool speaker = other != kNoToken && (parse_[other].lower == "me" || parse_[other].lower == "us");
    if (other != kNoToken && other < v && !speaker) return std::nullopt;
  }
  if (has_condition(head) || of(head, depth + 1).status == EventStatus::denied) return std::nullopt;
  return Factuality{known->second, false, false, head};
}

// "tried to persuade", "an effort to discredit": words that are spoken in trying are spoken.
std::optional<Factuality> FactualityReader::of_attempt(TokenIndex v, TokenIndex above, int depth) const {
  const auto known = lexicon_.attempted.find(parse_[v].lemma);
  if (known == lexicon_.attempted.end() || !lexicon_.attempts.contains(parse_[above].lemma)) return std::nullopt;
  Factuality out = of(above, depth + 1);
  if (out.status == EventStatus::ongoing) out.status = known->second;
  out.governor = above;
  return out;
}

// "issued a letter condemning the raid": when the clause of the noun was.
bool FactualityReader::is_of_past(TokenIndex noun) const {
  const TokenIndex clause = clause_head(parse_, noun);
  if (!is_verbal(parse_[clause])) return false;
  const VerbForm form = verb_form(parse_, clause);
  const bool made = parse_[noun].relation == Relation::dobj;  // "has issued a statement asking"
  return form.tense == Tense::past || (made && form.perfect && form.modal == kNoToken);
}

// "has yet to apologise", "is yet to sign".
bool FactualityReader::is_yet_to(TokenIndex above, TokenIndex v) const {
  if (parse_[above].lemma != "have" && parse_[above].lemma != "be") return false;
  for (TokenIndex t = above + 1; t < v; ++t) {
    if (parse_[t].lower == "yet") return parse_[t + 1].tag == Tag::to;
  }
  return false;
}

// "is going to visit": the future in another form.
bool FactualityReader::is_going_to(TokenIndex v) const {
  if (parse_[v].lower != "going") return false;
  const auto children = parse_.children(v);
  return std::any_of(children.begin(), children.end(),
                     [&](TokenIndex c) { return parse_[c].relation == Relation::aux && parse_[c].lemma == "be"; });
}

// "asked for talks rather than sending troops": the one is done in place of the other.
bool FactualityReader::is_preferred(TokenIndex done, TokenIndex other) const {
  const TokenIndex than = child_word(parse_, done, "than");
  return than != kNoToken && than < other && parse_[than].relation == Relation::cc &&
         parse_[than - 1].lower == "rather";
}

// An infinitive, a participle or a gerund: what it stands under decides.
Factuality FactualityReader::of_nonfinite(TokenIndex v, int depth) const {
  const TokenIndex head = parse_[v].head;
  const bool to = verb_form(parse_, v).infinitive;
  const bool infinitive = to || parse_[v].tag == Tag::vb;
  if (head == v) {  // "Chile to host summit", as headlines have it
    return {to ? EventStatus::planned : infinitive ? EventStatus::requested : EventStatus::happened};
  }
  switch (parse_[v].relation) {
    case Relation::conj:
      if (is_preferred(head, v)) return {EventStatus::denied, false, false, head};
      return of(head, depth + 1);
    case Relation::xcomp:
    case Relation::ccomp:
    case Relation::oprd:
    case Relation::acomp:
    case Relation::csubj:
      return infinitive ? of_infinitive_below(v, depth) : of_gerund_below(v, depth);
    case Relation::acl:
    case Relation::relcl:
      return infinitive ? of_infinitive_on_noun(v, depth) : of_participle_on_noun(v, depth);
    case Relation::advcl:
      if (infinitive) return of_purpose_clause(v, depth);
      if (is_condition(v)) return {EventStatus::conditional};  // "if asked by Uganda"
      return parse_[v].tag == Tag::vbg ? of(head, depth + 1) : Factuality{};
    case Relation::pcomp:
    case Relation::pobj:
      return below_preposition(head, v, false, depth);
    default:
      return {infinitive ? EventStatus::hoped : EventStatus::happened, false, infinitive};
  }
}

// "the minister is to meet", "the aim is to meet"
Factuality FactualityReader::of_infinitive_below_be(TokenIndex v, int depth) const {
  const TokenIndex head = parse_[v].head;
  const TokenIndex subject = child_of(parse_, head, Relation::nsubj);
  if (subject != kNoToken) {
    if (const Signature* signature = lexicon_.find(parse_, subject, kInfinitive))
      return governed(subject, *signature, depth);
    if (parse_[subject].pos == Pos::noun && verb_form(parse_, v).infinitive && parse_[v].relation == Relation::csubj)
      return {EventStatus::hoped};
  }
  Factuality out = of(head, depth + 1);
  if (is_fact(out.status)) out.status = EventStatus::planned;
  out.governor = head;
  return out;
}

Factuality FactualityReader::of_infinitive_below(TokenIndex v, int depth) const {
  const TokenIndex head = parse_[v].head;
  if (is_yet_to(head, v)) return {EventStatus::denied, false, false, head};
  if (parse_[head].lemma == "be") return of_infinitive_below_be(v, depth);
  if (is_going_to(head)) {
    Factuality out = of(head, depth + 1);
    if (is_fact(out.status)) out.status = EventStatus::planned;
    return out;
  }
  if (const auto done = of_performative(v, depth)) return *done;
  if (const auto done = of_attempt(v, head, depth)) return *done;
  if (const Signature* signature = lexicon_.find(parse_, head, kInfinitive)) return governed(head, *signature, depth);
  Factuality out = of(head, depth + 1);
  const auto purpose = lexicon_.purposes.find(parse_[head].lemma);
  out.status = farther(out.status, purpose == lexicon_.purposes.end() ? EventStatus::hoped : purpose->second);
  out.governor = head;
  return out;
}

Factuality FactualityReader::of_gerund_below(TokenIndex v, int depth) const {
  const TokenIndex head = parse_[v].head;
  const Signature* signature = lexicon_.find(parse_, head, kGerund);
  return signature != nullptr ? governed(head, *signature, depth) : of(head, depth + 1);
}

// "a bill banning", "an order barring", "ships carrying"
Factuality FactualityReader::of_participle_on_noun(TokenIndex v, int depth) const {
  const TokenIndex noun = parse_[v].head;
  const bool doing = parse_[v].tag == Tag::vbg;
  const Signature* signature = doing ? lexicon_.find(parse_, noun, kParticiple) : nullptr;
  if (signature != nullptr) return governed(noun, *signature, depth);
  return {doing && !is_of_past(noun) ? EventStatus::ongoing : EventStatus::happened};
}

// "the plan to attack", "the first leader to visit", "the latest country to join"
Factuality FactualityReader::of_infinitive_on_noun(TokenIndex v, int depth) const {
  const TokenIndex noun = parse_[v].head;
  const bool day = parse_[noun].name == NameType::date || parse_[noun].name == NameType::time;
  if (const auto expressed = lexicon_.expressed.find(parse_[v].lemma); day && expressed != lexicon_.expressed.end()) {
    const TokenIndex clause = clause_head(parse_, noun);  // "blocked the road on Monday to protest"
    Factuality out = clause == v ? Factuality{} : of(clause, depth + 1);
    out.status = farther(out.status, expressed->second);
    return out;
  }
  if (const auto done = of_attempt(v, noun, depth)) return *done;
  if (const Signature* signature = lexicon_.find(parse_, noun, kInfinitive)) return governed(noun, *signature, depth);
  for (const TokenIndex c : parse_.children(noun)) {
    if (c < noun && (parse_[c].name == NameType::ordinal || parse_[c].lower == "only" || parse_[c].lower == "last" ||
                     parse_[c].lower == "latest"))
      return of(noun, depth + 1);
  }
  return {EventStatus::hoped, false, true, noun};
}

// "bought ships to attack", and what the parser takes for a purpose: "it is impossible for them to attack", "went on to
// attack".
Factuality FactualityReader::of_purpose_clause(TokenIndex v, int depth) const {
  const TokenIndex head = parse_[v].head;
  if (const TokenIndex adjective = child_of(parse_, head, Relation::acomp); adjective != kNoToken) {
    if (const Signature* signature = lexicon_.find(parse_, adjective, kInfinitive))
      return governed(adjective, *signature, depth);
  }
  if (child_of(parse_, head, Relation::prt) == v - 2 && parse_[v - 1].tag == Tag::to) {
    if (const Signature* signature = lexicon_.find(parse_, head, kInfinitive)) return governed(head, *signature, depth);
  }
  Factuality out = of(head, depth + 1);
  out.governor = head;
  if (const auto expressed = lexicon_.expressed.find(parse_[v].lemma); expressed != lexicon_.expressed.end()) {
    out.status = farther(out.status, expressed->second);
    return out;
  }
  const auto purpose = lexicon_.purposes.find(parse_[head].lemma);
  out.purpose = purpose == lexicon_.purposes.end();
  out.status = farther(out.status, out.purpose ? EventStatus::hoped : purpose->second);
  return out;
}

}  // namespace dragoman
