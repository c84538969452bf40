#include "clauses/factuality.h"

#include "clauses/event_status.h"
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

namespace {

// How far from having happened.
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

}  // namespace

EventStatus farther(EventStatus a, EventStatus b) {
  return distance(b) > distance(a) ? b : a;
}

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

Factuality FactualityReader::of_adjective(TokenIndex a, int depth) const {
  const TokenIndex head = parse_[a].head;
  if (depth == 0) {  // "was due in Lima": what is said of the subject was to come
    const Signature* own = lexicon_.find(parse_, a, kSubject);
    if (own != nullptr && own->affirmed == Effect::open) return governed(a, *own, depth);
  }
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

// "lashed out at Mali for", "protested against Mali for": somebody is named before the reason.
bool FactualityReader::is_aimed(TokenIndex verb, TokenIndex reason) const {
  const auto children = parse_.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return c > verb && c < reason && parse_[c].relation == Relation::prep &&
           (parse_[c].lower == "at" || parse_[c].lower == "against");
  });
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
      if (w == "in" || w == "with" || w == "while") {
        const Factuality out = of(governor, depth + 1);
        // "did not answer, with two ministers being accused": a clause of its own
        const bool apart = out.status == EventStatus::denied && own_subject(parse_, t) != kNoToken;
        return apart ? Factuality{} : out;
      }
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
