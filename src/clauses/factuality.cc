#include "clauses/factuality.h"

#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

// How far from having happened; of two that both hold, the farther one counts.
int distance(EventStatus status) {
  switch (status) {
    case EventStatus::happened:
      return 0;
    case EventStatus::ongoing:
      return 1;
    case EventStatus::reported:
      return 2;
    case EventStatus::planned:
      return 3;
    case EventStatus::requested:
    case EventStatus::hoped:
      return 4;
    case EventStatus::conditional:
      return 5;
    case EventStatus::denied:
      return 6;
  }
  return 0;
}

EventStatus farther(EventStatus a, EventStatus b) {
  return distance(b) > distance(a) ? b : a;
}

bool is_fact(EventStatus status) {
  return status == EventStatus::happened || status == EventStatus::ongoing;
}

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

constexpr Link kInfinitive{Link::Kind::infinitive, {}};
constexpr Link kGerund{Link::Kind::gerund, {}};
constexpr Link kParticiple{Link::Kind::participle, {}};
constexpr Link kClause{Link::Kind::clause, {}};
constexpr Link kObject{Link::Kind::object, {}};
constexpr Link kSubject{Link::Kind::subject, {}};

}  // namespace

Factuality FactualityReader::of(TokenIndex t, int depth) const {
  if (depth > kMaxClimb) return {};
  const Token& token = parse_[t];
  if (is_verbal(token)) return of_verb(t, depth);
  if (token.pos == Pos::adj || token.pos == Pos::adv) return of_adjective(t, depth);
  return of_noun(t, depth);
}

Factuality FactualityReader::governed(TokenIndex governor, const Signature& signature, int depth) const {
  return below(governor, of(governor, depth + 1), signature);
}

// What becomes of that which stands below `governor`, when `above` becomes of the governor itself.
Factuality FactualityReader::below(TokenIndex governor, const Factuality& above, const Signature& signature) {
  Factuality out = above;
  if (out.governor == kNoToken || is_fact(above.status)) out.governor = governor;
  if (above.unsaid) return out;
  const bool denied = above.status == EventStatus::denied;
  switch (denied ? signature.denied : signature.affirmed) {
    case Effect::holds:
      if (denied) out.status = EventStatus::happened;
      return out;
    case Effect::fails:
      if (is_fact(above.status) || denied || above.status == EventStatus::planned ||
          above.status == EventStatus::reported) {
        out.status = EventStatus::denied;
      } else {
        out.status = signature.presupposed ? EventStatus::happened : EventStatus::conditional;
      }
      return out;
    case Effect::open:
      out.status = denied ? signature.open : farther(above.status, signature.open);
      return out;
    case Effect::silent:
      out.unsaid = true;
      return out;
  }
  return out;
}

// ---- verbs

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
  if (form.tense == Tense::past || form.perfect) return {by_adverb(v, EventStatus::happened)};
  const Relation r = parse_[v].relation;
  if (r == Relation::advcl || r == Relation::pcomp || r == Relation::ccomp) {  // "when he meets", "until they sign"
    for (const TokenIndex c : parse_.children(v)) {
      if (c > v) break;
      if (parse_[c].relation != Relation::mark && parse_[c].relation != Relation::advmod) continue;
      const auto word = lexicon_.subordinators.find(parse_[c].lower);
      if (word == lexicon_.subordinators.end()) continue;
      if (parse_[c].lower == "when" && is_habit(v)) break;
      return {word->second};
    }
  }
  if (const auto said = of_avowal(v)) return *said;
  return {by_adverb(v, EventStatus::ongoing)};
}

// "we urge", "I condemn", "I must condemn": done by saying so. What we must do is asked of others.
std::optional<Factuality> FactualityReader::of_avowal(TokenIndex v) const {
  const auto known = lexicon_.avowals.find(parse_[v].lemma);
  const bool bound = parse_[v].tag == Tag::vb;
  if (known == lexicon_.avowals.end() || (parse_[v].tag != Tag::vbp && !bound)) return std::nullopt;
  const TokenIndex subject = child_of(parse_, first_conjunct(parse_, v), Relation::nsubj);
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
  if (parse_[head].pos == Pos::noun) {  // "the claim that it had bombed", and no relative clause
    const TokenIndex that = child_word(parse_, lead, "that");
    if (that == kNoToken || parse_[that].relation != Relation::mark) return own;
  }
  TokenIndex governor_of_clause = head;
  const Signature* signature = lexicon_.find(parse_, head, kClause);
  if (const TokenIndex adjective = child_of(parse_, head, Relation::acomp);
      signature == nullptr && adjective != kNoToken && is_verbal(parse_[head])) {  // "it is unlikely that they left"
    signature = lexicon_.find(parse_, adjective, kClause);
    governor_of_clause = adjective;
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

// "would like to thank", "wish to express": who says so does it.
std::optional<Factuality> FactualityReader::of_performative(TokenIndex v, int depth) const {
  const auto known = lexicon_.performatives.find(parse_[v].lemma);
  const TokenIndex head = parse_[v].head;
  if (known == lexicon_.performatives.end() || !lexicon_.wishes.contains(parse_[head].lemma)) return std::nullopt;
  if (has_condition(head) || of(head, depth + 1).status == EventStatus::denied) return std::nullopt;
  return Factuality{known->second, false, false, head};
}

// "issued a letter condemning the raid": when the clause of the noun was.
bool FactualityReader::is_of_past(TokenIndex noun) const {
  const TokenIndex clause = clause_head(parse_, noun);
  return is_verbal(parse_[clause]) && verb_form(parse_, clause).tense == Tense::past;
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

// An infinitive, a participle or a gerund: what it stands under decides.
Factuality FactualityReader::of_nonfinite(TokenIndex v, int depth) const {
  const Token& verb = parse_[v];
  const TokenIndex head = verb.head;
  const bool infinitive = child_word(parse_, v, "to") != kNoToken || verb.tag == Tag::vb;
  if (head == v) {  // "Chile to host summit", as headlines have it
    const bool to = child_word(parse_, v, "to") != kNoToken;
    return {to ? EventStatus::planned : infinitive ? EventStatus::requested : EventStatus::happened};
  }
  const Token& h = parse_[head];
  switch (verb.relation) {
    case Relation::conj:
      return of(head, depth + 1);
    case Relation::xcomp:
    case Relation::ccomp:
    case Relation::oprd:
    case Relation::acomp:
    case Relation::csubj: {
      if (infinitive && is_yet_to(head, v)) return {EventStatus::denied, false, false, head};
      if (infinitive && h.lemma == "be") {  // "the minister is to meet", "the aim is to meet"
        const TokenIndex subject = child_of(parse_, head, Relation::nsubj);
        if (subject != kNoToken) {
          if (const Signature* signature = lexicon_.find(parse_, subject, kInfinitive)) {
            return governed(subject, *signature, depth);
          }
          if (parse_[subject].pos == Pos::noun && child_word(parse_, v, "to") != kNoToken &&
              verb.relation == Relation::csubj)
            return {EventStatus::hoped};
        }
        Factuality out = of(head, depth + 1);
        if (is_fact(out.status)) out.status = EventStatus::planned;
        out.governor = head;
        return out;
      }
      if (infinitive && is_going_to(head)) {
        Factuality out = of(head, depth + 1);
        if (is_fact(out.status)) out.status = EventStatus::planned;
        return out;
      }
      if (infinitive) {
        if (const auto done = of_performative(v, depth)) return *done;
      }
      if (const Signature* signature = lexicon_.find(parse_, head, infinitive ? kInfinitive : kGerund)) {
        return governed(head, *signature, depth);
      }
      Factuality out = of(head, depth + 1);
      if (infinitive) {
        const auto purpose = lexicon_.purposes.find(h.lemma);
        out.status = farther(out.status, purpose == lexicon_.purposes.end() ? EventStatus::hoped : purpose->second);
        out.governor = head;
      }
      return out;
    }
    case Relation::acl:
    case Relation::relcl: {
      if (!infinitive) {
        const Signature* signature = verb.tag == Tag::vbg ? lexicon_.find(parse_, head, kParticiple) : nullptr;
        if (signature != nullptr) return governed(head, *signature, depth);  // "a bill banning", "an order barring"
        return {verb.tag == Tag::vbg && !is_of_past(head) ? EventStatus::ongoing : EventStatus::happened};
      }
      if (const Signature* signature = lexicon_.find(parse_, head, kInfinitive))
        return governed(head, *signature, depth);
      for (const TokenIndex c : parse_.children(head)) {  // "the first leader to visit", "the latest country to join"
        if (c < head && (parse_[c].name == NameType::ordinal || parse_[c].lower == "only" ||
                         parse_[c].lower == "last" || parse_[c].lower == "latest"))
          return of(head, depth + 1);
      }
      return {EventStatus::hoped, false, true, head};
    }
    case Relation::advcl: {
      if (!infinitive && is_condition(v)) return {EventStatus::conditional};  // "if asked by Uganda"
      if (!infinitive) return verb.tag == Tag::vbg ? of(head, depth + 1) : Factuality{};
      if (const TokenIndex adjective = child_of(parse_, head, Relation::acomp); adjective != kNoToken) {
        // "it is impossible for them to attack"
        if (const Signature* signature = lexicon_.find(parse_, adjective, kInfinitive)) {
          return governed(adjective, *signature, depth);
        }
      }
      if (child_of(parse_, head, Relation::prt) == v - 2 && parse_[v - 1].tag == Tag::to) {
        // "went on to attack": what the verb and its particle govern, whatever the parser calls it.
        if (const Signature* signature = lexicon_.find(parse_, head, kInfinitive)) {
          return governed(head, *signature, depth);
        }
      }
      Factuality out = of(head, depth + 1);
      out.governor = head;
      if (const auto purpose = lexicon_.purposes.find(h.lemma); purpose != lexicon_.purposes.end()) {
        out.status = farther(out.status, purpose->second);
        return out;
      }
      out.status = farther(out.status, EventStatus::hoped);
      out.purpose = true;
      return out;
    }
    case Relation::pcomp:
    case Relation::pobj:
      return below_preposition(head, v, false, depth);
    default:
      return {infinitive ? EventStatus::hoped : EventStatus::happened, false, infinitive};
  }
}

Factuality FactualityReader::of_adjective(TokenIndex a, int depth) const {
  const TokenIndex head = parse_[a].head;
  if (head == a) return {};
  switch (parse_[a].relation) {
    case Relation::acomp:
    case Relation::oprd:
    case Relation::conj:
    case Relation::attr:
      return of(head, depth + 1);
    default:
      return {};
  }
}

// ---- nouns

bool FactualityReader::is_definite(TokenIndex noun) const {
  for (const TokenIndex child : parse_.children(noun)) {
    if (child > noun) break;
    const Token& c = parse_[child];
    if (c.relation == Relation::poss) return true;
    if (c.relation == Relation::det &&
        (c.lower == "the" || c.lower == "this" || c.lower == "these" || c.lower == "that" || c.lower == "those"))
      return true;
  }
  return false;
}

// "US raids", "Malian aid": a name before it says whose.
bool FactualityReader::is_somebodys(TokenIndex noun) const {
  const Tokens before = premodifiers(parse_, noun);
  return std::any_of(before.begin(), before.end(), [&](TokenIndex t) {
    const NameType name = parse_[t].name;
    return name == NameType::gpe || name == NameType::norp || name == NameType::org;
  });
}

std::optional<Factuality> FactualityReader::of_own_clause(TokenIndex n, int depth) const {
  if (const auto told = by_clause_on(n, n, depth)) return told;
  // "talks between Chad and Niger planned for May": the parser hangs it on the last name.
  for (const TokenIndex preposition : parse_.children(n)) {
    if (parse_[preposition].relation != Relation::prep || preposition < n) continue;
    const TokenIndex name = child_of(parse_, preposition, Relation::pobj);
    if (name == kNoToken) continue;
    for (const TokenIndex each : coordinated(parse_, name)) {
      if (parse_[each].pos != Pos::propn) continue;
      if (const auto told = by_clause_on(each, n, depth)) return told;
    }
  }
  return std::nullopt;
}

// Of a clause on `noun` that tells of `event`; where the two differ only one in which it is done to the event.
std::optional<Factuality> FactualityReader::by_clause_on(TokenIndex noun, TokenIndex event, int depth) const {
  for (const TokenIndex c : parse_.children(noun)) {
    const Relation r = parse_[c].relation;
    if (c < noun || !is_verbal(parse_[c]) || (r != Relation::acl && r != Relation::relcl)) continue;
    const bool participle = r == Relation::acl && parse_[c].tag == Tag::vbn;
    if (participle) {
      const auto word = lexicon_.modifiers.find(parse_[c].lemma);
      if (word != lexicon_.modifiers.end()) return Factuality{word->second, false, false, c};
    }
    const auto relative = [&](Relation subject) {
      const TokenIndex s = r == Relation::relcl ? child_of(parse_, c, subject) : kNoToken;
      return s != kNoToken && is_relative_pronoun(parse_[s]);
    };
    // "which is to be held"
    const TokenIndex below_be = parse_[c].lemma == "be" ? child_of(parse_, c, Relation::xcomp) : kNoToken;
    const TokenIndex verb = below_be == kNoToken ? c : below_be;
    const bool passive = participle || relative(Relation::nsubjpass) ||
                         (below_be != kNoToken && relative(Relation::nsubj) && is_passive(parse_, below_be));
    const bool does = noun == event && !passive && relative(Relation::nsubj);
    if (!does && !passive) continue;
    const Signature* signature = lexicon_.find(parse_, verb, does ? kSubject : kObject);
    if (signature == nullptr) continue;
    const Factuality own = of(verb, depth + 1);
    if (signature->affirmed == Effect::open || (signature->affirmed == Effect::fails && !is_fact(own.status))) continue;
    const Factuality out = below(verb, own, *signature);
    if (!out.unsaid && !is_fact(out.status)) return out;
  }
  return std::nullopt;
}

Factuality FactualityReader::of_noun(TokenIndex n, int depth) const {
  const Token& noun = parse_[n];
  for (const TokenIndex child : parse_.children(n)) {
    const Relation r = parse_[child].relation;
    if (r != Relation::amod && r != Relation::det && r != Relation::compound) continue;
    const auto word = lexicon_.modifiers.find(parse_[child].lemma);
    if (word != lexicon_.modifiers.end()) return {word->second, false, false, child};
  }
  if (const auto told = of_own_clause(n, depth)) return *told;
  const TokenIndex head = noun.head;
  if (head == n) return {};
  const bool verbal = is_verbal(parse_[head]);
  switch (noun.relation) {
    case Relation::dobj:
    case Relation::nsubjpass:
    case Relation::attr: {
      if (const Signature* signature = lexicon_.find(parse_, head, kObject)) return governed(head, *signature, depth);
      if (!verbal) return {};
      Factuality out = of(head, depth + 1);
      // "may discuss the attack": that it happened is known before it is told.
      if (noun.relation != Relation::attr && is_definite(n) && out.status != EventStatus::planned) return {};
      return out;
    }
    case Relation::nsubj: {
      if (const auto told = by_predicate(head, depth)) return *told;
      const bool known_noun = is_definite(n);
      if (const Signature* signature = lexicon_.find(parse_, head, kSubject)) {
        Factuality out = governed(head, *signature, depth);
        // "the raid was no surprise", "the strike may be illegal": that it happened is known before it is judged.
        const bool judged = known_noun && (child_of(parse_, head, Relation::attr) != kNoToken ||
                                           child_of(parse_, head, Relation::acomp) != kNoToken);
        return judged && !is_fact(out.status) && out.status != EventStatus::planned ? Factuality{} : out;
      }
      Factuality out = verbal ? of(head, depth + 1) : Factuality{};
      // "the attack could bring", "US raids did not bring": known before it is told.
      const bool known = known_noun || (out.status == EventStatus::denied && is_somebodys(n));
      if (out.status == EventStatus::ongoing || (known && out.status != EventStatus::planned))
        out.status = EventStatus::happened;
      return out;
    }
    case Relation::conj:
      return of(head, depth + 1);
    case Relation::pobj:
      return below_preposition(head, n, is_definite(n), depth);
    default:
      return {};
  }
}

// "lashed out at Mali for", "protested against Mali for": somebody is named before the reason.
bool FactualityReader::is_aimed(TokenIndex verb, TokenIndex reason) const {
  const auto children = parse_.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return c > verb && c < reason && parse_[c].relation == Relation::prep &&
           (parse_[c].lower == "at" || parse_[c].lower == "against");
  });
}

// "A strike is inevitable", "the talks are unlikely to take place": what an adjective says of its subject, unless that
// is only what it does: "the strike is likely to hurt exports".
std::optional<Factuality> FactualityReader::by_predicate(TokenIndex verb, int depth) const {
  const TokenIndex adjective = child_of(parse_, verb, Relation::acomp);
  if (adjective == kNoToken || !is_verbal(parse_[verb])) return std::nullopt;
  const Signature* signature = lexicon_.find(parse_, adjective, kSubject);
  if (signature == nullptr) return std::nullopt;
  for (const TokenIndex holder : {adjective, verb}) {
    for (const TokenIndex c : parse_.children(holder)) {
      const Relation r = parse_[c].relation;
      if (c < adjective || (r != Relation::xcomp && r != Relation::advcl && r != Relation::ccomp)) continue;
      if (lexicon_.find(parse_, c, kSubject) == nullptr && !is_passive(parse_, c)) return std::nullopt;
    }
  }
  return governed(adjective, *signature, depth);
}

// A gerund or noun behind a preposition: "without signing", "refrain from attacks", "a call for talks".
Factuality FactualityReader::below_preposition(TokenIndex preposition, TokenIndex t, bool definite, int depth) const {
  const std::string_view w = parse_[preposition].lower;
  const TokenIndex governor = parse_[preposition].head;
  if (governor == preposition) return {};
  const bool gerund = is_verbal(parse_[t]);
  const bool ahead = w == "of" && parse_[governor].lower == "ahead";
  const auto known = lexicon_.prepositions.find(ahead ? std::string_view("ahead of") : w);
  if (known != lexicon_.prepositions.end()) {
    if (gerund && known->second == EventStatus::planned) return of(governor, depth + 1);  // "left before meeting them"
    return {known->second, false, false, preposition};
  }
  const Link link{Link::Kind::preposition, w};
  if (const Signature* signature = lexicon_.find(parse_, governor, link); signature != nullptr && t > governor) {
    // "the goal of the visit" is the visit's, "the goal of a visit" may be to make one.
    const bool owner = w == "of" && definite && !gerund && signature->affirmed == Effect::open;
    if (!owner) return governed(governor, *signature, depth);
  }
  if (gerund) {
    if (w == "by") {  // "will gain by backing them": what is done by doing something to come is to come
      const bool told = !is_verbal(parse_[governor]) || verb_form(parse_, governor).perfect;  // "may have won by lying"
      const Factuality out = told ? Factuality{} : of(governor, depth + 1);
      const EventStatus s = out.status;
      const bool to_come = s == EventStatus::planned || s == EventStatus::conditional || s == EventStatus::requested;
      return to_come && !out.unsaid ? out : Factuality{};
    }
    if (is_verbal(parse_[governor])) {
      if (w == "in" || w == "with" || w == "while") return of(governor, depth + 1);
      if (w == "for" && (!patients(parse_, governor).empty() || is_aimed(governor, preposition)))
        return {};  // "blamed them for holding", "lashed out at them for holding"
    }
    return {EventStatus::hoped, false, true, governor};
  }
  if (definite) return {};
  if (w == "of" && parse_[governor].pos == Pos::noun) return of(governor, depth + 1);  // "a series of raids"
  if (!is_verbal(parse_[governor])) return {};
  // "may lead to clashes": what is not known from before is as uncertain as what it hangs on.
  Factuality out = of(governor, depth + 1);
  if (out.status == EventStatus::ongoing) out.status = EventStatus::happened;
  return out;
}

}  // namespace dragoman
