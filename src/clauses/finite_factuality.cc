// Factuality of verbs with a tense of their own, and what their own words say: conditions, modals, adverbs.
#include "clauses/event_status.h"
#include "clauses/factuality.h"
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

// "that Iran leave", "that Iran should leave": asked for; "that Iran left" is told.
bool is_subjunctive(const Parse& parse, TokenIndex v) {
  const VerbForm form = verb_form(parse, v);
  // "that the mayor leave", which the tagger takes for a plural
  const TokenIndex subject = child_of(parse, v, Relation::nsubj);
  if (parse[v].tag == Tag::vbp && subject != kNoToken && coordinated(parse, subject).size() == 1 &&
      (parse[subject].tag == Tag::nn || parse[subject].tag == Tag::nnp)) {
    return true;
  }
  // "demanded that the mayors leave": what is told of would have gone with the past, "that the mayors were leaving"
  const TokenIndex above = parse[clause_lead(parse, v)].head;
  if (parse[v].tag == Tag::vbp && parse[v].lemma != "be" && child_of(parse, v, Relation::aux) == kNoToken &&
      child_word(parse, v, "that") != kNoToken && is_verbal(parse[above]) &&
      verb_form(parse, above).tense == Tense::past && !verb_form(parse, above).perfect) {
    return true;
  }
  if (form.modal != kNoToken) return parse[form.modal].lower == "should";
  return form.tense == Tense::none && !form.participle;
}

}  // namespace

// "was seized and beaten": the second verb has its subject, and what stands before the first, with the first.
bool FactualityReader::shares_subject(TokenIndex verb) const {
  return parse_[verb].relation == Relation::conj && is_verbal(parse_[first_conjunct(parse_, verb)]) &&
         child_of(parse_, verb, Relation::nsubj) == kNoToken && child_of(parse_, verb, Relation::nsubjpass) == kNoToken;
}

// "Had they met", "should they meet"
bool FactualityReader::is_inverted(TokenIndex clause) const {
  TokenIndex subject = child_of(parse_, clause, Relation::nsubj);
  if (subject == kNoToken) subject = child_of(parse_, clause, Relation::nsubjpass);
  const TokenIndex aux = child_of(parse_, clause, Relation::aux);
  if (parse_[clause].relation != Relation::advcl || subject == kNoToken || aux == kNoToken || aux > subject)
    return false;
  return parse_[aux].lower == "had" || parse_[aux].lower == "should";
}

// "if they meet", "if asked"
bool FactualityReader::is_condition(TokenIndex clause) const {
  if (is_inverted(clause)) return true;
  for (const TokenIndex c : parse_.children(clause)) {
    if (parse_[c].relation != Relation::mark) continue;
    const auto word = lexicon_.subordinators.find(parse_[c].lower);
    if (word != lexicon_.subordinators.end() && word->second == EventStatus::conditional) return true;
  }
  return false;
}

bool FactualityReader::has_condition(TokenIndex verb) const {
  if (is_condition(verb)) return true;
  const TokenIndex first = first_conjunct(parse_, verb);  // "if they are caught and charged"
  if (shares_subject(verb) && parse_[first].relation == Relation::advcl && is_condition(first)) return true;
  const VerbForm form = verb_form(parse_, verb);
  if (form.tense == Tense::past && form.modal == kNoToken) return false;  // "left, asking if they could return"
  const auto children = parse_.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](TokenIndex c) { return parse_[c].relation == Relation::advcl && is_condition(c); });
}

// "said it would": the content of something said, in which "would" is the future as it was told.
bool FactualityReader::is_told(TokenIndex v) const {
  const TokenIndex lead = first_conjunct(parse_, clause_head(parse_, v));
  if (parse_[lead].relation != Relation::ccomp || parse_[lead].head == lead) return false;
  const VerbForm above = verb_form(parse_, parse_[lead].head);
  return above.tense == Tense::past || above.tense == Tense::present;
}

// "would ask them to go if they lost": the condition stands at what the verb governs.
bool FactualityReader::has_condition_below(TokenIndex verb, int depth) const {
  if (depth > kMaxClimb) return false;
  for (const TokenIndex c : parse_.children(verb)) {
    if (c < verb || parse_[c].relation != Relation::xcomp) continue;
    const auto clauses = parse_.children(c);
    const bool condition = std::any_of(clauses.begin(), clauses.end(), [&](TokenIndex clause) {
      return parse_[clause].relation == Relation::advcl && is_condition(clause);
    });
    if (condition || has_condition_below(c, depth + 1)) return true;
  }
  return false;
}

// "Some cheer when she calls for peace": what happens whenever the other does, and nothing to come.
bool FactualityReader::is_habit(TokenIndex clause) const {
  const TokenIndex above = parse_[clause].head;
  if (parse_[clause].relation != Relation::advcl || !is_verbal(parse_[above])) return false;
  const VerbForm form = verb_form(parse_, above);
  if (form.tense != Tense::present || form.modal != kNoToken || form.progressive) return false;
  const TokenSpan words = subtree(parse_, clause);
  for (TokenIndex t = words.begin; t < words.end; ++t) {  // "… when she speaks on Thursday"
    if (parse_[t].name == NameType::date || parse_[t].name == NameType::time) return false;
  }
  return true;
}

// "when he meets", "until they sign": the status that the word before the clause gives it.
std::optional<EventStatus> FactualityReader::by_subordinator(TokenIndex v) const {
  const Relation r = parse_[v].relation;
  if (r != Relation::advcl && r != Relation::pcomp && r != Relation::ccomp) return std::nullopt;
  for (const TokenIndex c : parse_.children(v)) {
    if (c > v) break;
    if (parse_[c].relation != Relation::mark && parse_[c].relation != Relation::advmod) continue;
    const auto word = lexicon_.subordinators.find(parse_[c].lower);
    if (word == lexicon_.subordinators.end()) continue;
    const std::string_view w = parse_[c].lower;
    if ((w == "when" || w == "after") && is_habit(v)) return std::nullopt;
    return word->second;
  }
  return std::nullopt;
}

// "said they would stay until it left": to come when it was told, as the present is now.
bool FactualityReader::is_told_as_to_come(TokenIndex clause) const {
  if (parse_[clause].relation != Relation::advcl || by_subordinator(clause) != EventStatus::planned) return false;
  const TokenIndex above = parse_[clause].head;
  const VerbForm form = verb_form(parse_, above);
  return form.modal != kNoToken && parse_[form.modal].lower == "would" && is_told(above);
}

// "Do you think they met?": who is asked may deny it.
bool FactualityReader::is_asked_of_hearer(TokenIndex verb) const {
  const TokenIndex subject = child_of(parse_, verb, Relation::nsubj), aux = child_of(parse_, verb, Relation::aux);
  return subject != kNoToken && parse_[subject].lower == "you" && aux != kNoToken && aux < subject;
}

// "was reportedly killed", "possibly attacked"
EventStatus FactualityReader::by_adverb(TokenIndex v, EventStatus status) const {
  for (const TokenIndex c : parse_.children(v)) {
    if (parse_[c].relation != Relation::advmod) continue;
    const auto word = lexicon_.modifiers.find(parse_[c].lower);
    if (word != lexicon_.modifiers.end()) status = farther(status, word->second);
  }
  // "were allegedly seized and beaten": so is both.
  if (shares_subject(v) && is_fact(status) && by_adverb(first_conjunct(parse_, v), status) == EventStatus::reported)
    return EventStatus::reported;
  return status;
}

Factuality FactualityReader::own_of_finite(TokenIndex v) const {
  const VerbForm form = verb_form(parse_, v);
  const bool negated = is_negated(parse_, v);
  if (has_condition(v)) return {EventStatus::conditional};
  if (form.modal != kNoToken) {
    const std::string_view modal = parse_[form.modal].lower;
    if (modal == "must" && !negated) {
      if (const auto said = of_avowal(v)) return *said;
    }
    // "would rather stay": what somebody likes better
    if (modal == "would" && child_word(parse_, v, "rather") != kNoToken && !negated) return {EventStatus::hoped};
    if (modal == "would" && is_told(v) && !form.perfect && !has_condition_below(v, 0))
      return {negated ? EventStatus::denied : EventStatus::planned};
    const bool chance = modal == "may" || modal == "might";
    if (negated) return {chance ? EventStatus::conditional : EventStatus::denied};
    const bool obliges = modal == "must" || modal == "should" || modal == "ought";
    return {obliges ? EventStatus::requested : EventStatus::conditional};
  }
  if (negated) return {EventStatus::denied};
  if (form.tense == Tense::future) return {EventStatus::planned};
  if (form.tense == Tense::past || form.perfect)
    return {is_told_as_to_come(v) ? EventStatus::planned : by_adverb(v, EventStatus::happened)};
  if (const auto status = by_subordinator(v)) return {*status};
  if (const auto said = of_avowal(v)) return *said;
  return {by_adverb(v, EventStatus::ongoing)};
}

// "we urge", "I condemn", "I must condemn": done by saying so. What we must do is asked of others.
std::optional<Factuality> FactualityReader::of_avowal(TokenIndex v) const {
  const auto known = lexicon_.avowals.find(parse_[v].lemma);
  const bool bound = parse_[v].tag == Tag::vb;
  if (known == lexicon_.avowals.end() || (parse_[v].tag != Tag::vbp && !bound)) return std::nullopt;
  TokenIndex subject = child_of(parse_, v, Relation::nsubj);  // "that is not our view, and I condemn it"
  if (subject == kNoToken) subject = child_of(parse_, first_conjunct(parse_, v), Relation::nsubj);
  if (subject == kNoToken || (parse_[subject].lower != "i" && (bound || parse_[subject].lower != "we")))
    return std::nullopt;
  return Factuality{known->second};
}

// A clause with a tense of its own: what governs it may take it back, or leave it open.
Factuality FactualityReader::finite_in_context(TokenIndex v, Factuality own, int depth) const {
  const TokenIndex lead = clause_lead(parse_, v);
  const TokenIndex head = parse_[lead].head;
  if (head == lead) return own;
  const Relation r = parse_[lead].relation;
  const bool complement = r == Relation::ccomp || r == Relation::acl || r == Relation::csubj;
  const bool claim = r == Relation::relcl && parse_[head].pos == Pos::noun;
  if (!complement && !claim) return own;
  if (claim) {  // "a hint that leads to an arrest", "a bill that bans": as "a hint leading to", "a bill banning"
    const Signature* signature = lexicon_.find(parse_, head, kParticiple);
    const TokenIndex subject = child_of(parse_, lead, Relation::nsubj);
    const VerbForm form = verb_form(parse_, v);
    if (signature != nullptr && subject != kNoToken && is_relative_pronoun(parse_[subject]) &&
        form.tense == Tense::present && form.modal == kNoToken && own.status != EventStatus::denied)
      return governed(head, *signature, depth);
  }
  if (parse_[head].pos == Pos::noun) {  // "the claim that it had bombed", and no relative clause
    const TokenIndex that = child_word(parse_, lead, "that");
    if (that == kNoToken || parse_[that].relation != Relation::mark) return own;
  }
  if (r == Relation::ccomp && is_asked_of_hearer(head)) return {own.status, true, false, head};
  // "did not say why it left", "it is unclear who shot at them": only the one thing is asked for, the rest is known.
  const Tag first = parse_[parse_[lead].left_edge].tag;
  if (complement && (first == Tag::wrb || first == Tag::wp)) return own;
  TokenIndex governor_of_clause = head;
  const Signature* signature = lexicon_.find(parse_, head, kClause);
  if (const TokenIndex adjective = child_of(parse_, head, Relation::acomp);
      signature == nullptr && adjective != kNoToken && is_verbal(parse_[head])) {  // "it is unlikely that they left"
    signature = lexicon_.find(parse_, adjective, kClause);
    governor_of_clause = adjective;
  }
  if (const TokenIndex subject = child_of(parse_, head, Relation::nsubj);
      signature == nullptr && r == Relation::ccomp && parse_[head].lemma == "be" && subject != kNoToken) {
    signature = lexicon_.find(parse_, subject, kClause);  // "the allegation is that they left"
    governor_of_clause = subject;
  }
  if (signature == nullptr) return own;
  if (signature->affirmed == Effect::open && signature->open == EventStatus::requested && !is_subjunctive(parse_, v)) {
    return own;  // "insisted that it had left"
  }
  const Factuality governor = of(governor_of_clause, depth + 1);
  const Factuality above = below(governor_of_clause, governor, *signature);
  if (above.unsaid) return above;
  const bool affirmed = governor.status != EventStatus::denied;
  switch (affirmed ? signature->affirmed : signature->denied) {
    case Effect::holds:
      return own;
    case Effect::fails:
      own.status = own.status == EventStatus::denied ? EventStatus::happened : EventStatus::denied;
      own.governor = governor_of_clause;
      return own;
    case Effect::open:
      if (own.status != EventStatus::denied) own.status = farther(own.status, above.status);
      own.governor = governor_of_clause;
      return own;
    case Effect::silent:
      return above;
  }
  return own;
}

// "The visit saw both sides sign": an infinitive that the tagger takes for a present, which does not go with the past.
const Signature* FactualityReader::of_seeing(TokenIndex v) const {
  const TokenIndex above = parse_[v].head;
  if (parse_[v].relation != Relation::ccomp || parse_[v].tag != Tag::vbp || !is_verbal(parse_[above])) return nullptr;
  if (verb_form(parse_, above).tense != Tense::past || child_of(parse_, v, Relation::mark) != kNoToken) return nullptr;
  if (child_of(parse_, v, Relation::aux) != kNoToken || is_negated(parse_, v)) return nullptr;
  const Signature* signature = lexicon_.find(parse_, above, kInfinitive);
  const bool holds = signature != nullptr && signature->affirmed == Effect::holds;
  return holds && signature->takes(kGerund) ? signature : nullptr;
}

Factuality FactualityReader::of_verb(TokenIndex v, int depth) const {
  const VerbForm form = verb_form(parse_, v);
  if (const Signature* signature = of_seeing(v)) return governed(parse_[v].head, *signature, depth);
  if (form.tense != Tense::none || form.modal != kNoToken) return finite_in_context(v, own_of_finite(v), depth);
  const Relation r = parse_[v].relation;
  if (r == Relation::ccomp && !form.infinitive && !form.participle && parse_[v].tag == Tag::vb) {
    // "demanded that Iran leave": no tense, but a clause.
    if (const Signature* signature = lexicon_.find(parse_, parse_[v].head, kClause)) {
      Factuality out = governed(parse_[v].head, *signature, depth);
      if (is_negated(parse_, v) && !out.unsaid) out.status = EventStatus::denied;
      return out;
    }
  }
  Factuality out = of_nonfinite(v, depth);
  if (is_negated(parse_, v)) {
    out.status = EventStatus::denied;
  } else {
    out.status = by_adverb(v, out.status);
  }
  return out;
}

}  // namespace dragoman
