#include "events/announced.h"

#include "language/syntax.h"
#include "story/members.h"

#include <algorithm>

namespace dragoman {

namespace {

// The "going" of what is going to be done: "is not going to pay".
TokenIndex going_above(const Parse& parse, TokenIndex verb) {
  const TokenIndex head = parse[verb].head;
  const bool to_do = parse[verb].relation == Relation::xcomp && verb_form(parse, verb).infinitive;
  const bool goes = to_do && parse[head].lemma == "go" && verb_form(parse, head).progressive;
  return goes ? head : kNoToken;
}

}  // namespace

// "will not release", "would not let", "is not going to pay", "cannot support": to say no to what helps is a refusal.
void Announced::refuse(const EventFrame& frame, const Predicate& p, EventDraft& d) const {
  Event& e = d.event;
  const TokenIndex verb = p.kind == PredicateKind::verb ? p.token : p.support;  // "will not hold talks"
  if (verb == kNoToken || e.status != EventStatus::denied || e.actors.empty()) return;
  const std::string& refusal = lexicon_.scale(e.type).refusal;
  const TokenIndex going = going_above(parse_, verb);
  if (refusal.empty() || !is_negated(parse_, going == kNoToken ? verb : going)) return;
  const VerbForm form = verb_form(parse_, verb);
  const std::string_view modal = form.modal == kNoToken ? std::string_view{} : parse_[form.modal].lower;
  // "cannot support him", and not "cannot thank him enough"
  const bool cannot = e.type == EventType::support && (modal == "can" || modal == "ca" || modal == "could") &&
                      child_word(parse_, verb, "enough") == kNoToken;
  const bool wills = going != kNoToken || form.tense == Tense::future || modal == "would" || modal == "wo" || cannot;
  if (!wills) return;
  e.type = EventType::reject;
  e.mode.clear();
  e.cameo = refusal;
  // "would not meet B": one refuses the other.
  if (d.recipients.empty() && e.actors.size() > 1) {
    const std::vector<Index> own = arguments_.parties({Slot{}}, frame, p);
    const auto is_own = [&](Index a) { return std::find(own.begin(), own.end(), a) != own.end(); };
    if (std::any_of(e.actors.begin(), e.actors.end(), is_own)) {
      for (const Index a : e.actors) {
        if (!is_own(a)) d.recipients.push_back(Participant::of_entity(a));
      }
      std::erase_if(e.actors, [&](Index a) { return !is_own(a); });
    }
  }
  e.status = EventStatus::happened;
}

// "vowed never to meet", "promised not to sign": whoever promises not to help refuses; "swore not to attack": and
// whoever promises not to harm agrees.
void Announced::promise_not_to(const Predicate& p, Event& e) const {
  if (e.actors.empty() || (e.type != EventType::agree && e.type != EventType::threaten)) return;
  const EventFrame* promise = frame_of_type(p, EventType::agree);
  if (promise == nullptr) return;
  for (const TokenIndex verb : arguments_.below(p)) {
    if (!verb_form(parse_, verb).infinitive || !is_negated(parse_, verb)) continue;
    const EventFrame* promised = arguments_.frame_of(arguments_.predicate_at(verb));
    if (promised == nullptr || !promised->is_event()) continue;
    const std::string& refusal = lexicon_.scale(*promised->type).refusal;
    if (e.type == EventType::agree && refusal.empty()) continue;
    e.cameo = refusal.empty() ? promise->cameo : refusal;
    e.type = refusal.empty() ? EventType::agree : EventType::reject;
    e.mode.clear();
    return;
  }
}

const EventFrame* Announced::frame_of_type(const Predicate& p, EventType type) const {
  const auto* frames = lexicon_.find(p.kind, parse_[p.token]);
  if (frames == nullptr) return nullptr;
  const auto found = std::find_if(frames->begin(), frames->end(), [&](const EventFrame& f) { return f.type == type; });
  return found == frames->end() ? nullptr : &*found;
}

// "vowed to expel the envoy": harm that is promised to nobody is threatened, to whom it would be done.
void Announced::promise_harm(const Predicate& p, EventDraft& d) const {
  Event& e = d.event;
  if ((e.type != EventType::agree && e.type != EventType::threaten) || e.actors.empty() || !d.recipients.empty())
    return;
  const EventFrame* promise = frame_of_type(p, EventType::threaten);
  if (promise == nullptr) return;
  for (const TokenIndex verb : arguments_.below(p)) {
    if (!verb_form(parse_, verb).infinitive || is_negated(parse_, verb)) continue;
    const Predicate below = arguments_.predicate_at(verb);
    const EventFrame* promised = arguments_.frame_of(below);
    if (promised == nullptr || !promised->is_event()) continue;
    const std::string& threat = lexicon_.scale(*promised->type).threat;
    if (threat.empty()) continue;
    std::vector<Index> harmed = arguments_.parties(promised->recipients, *promised, below);
    std::erase_if(harmed, [&](Index r) { return holds(e.actors, r); });
    if (harmed.empty()) continue;
    e.type = EventType::threaten;
    e.mode.clear();
    e.cameo = threat;
    d.recipients = participants_of(harmed);
    return;
  }
}

// "warned that it could close the border": what whoever warns would do.
bool Announced::is_warning(TokenIndex verb) const {
  const TokenIndex clause = clause_head(parse_, verb);
  if (parse_[clause].relation != Relation::ccomp || parse_[parse_[clause].head].lemma != "warn") return false;
  const TokenIndex subject = child_of(parse_, clause, Relation::nsubj);
  return subject != kNoToken && parse_[subject].pos == Pos::pron;
}

// "unless Niger leaves", "if Niger does not leave": the clause on which it depends.
TokenIndex Announced::condition_of(TokenIndex verb) const {
  for (const TokenIndex c : parse_.children(verb)) {
    if (parse_[c].relation != Relation::advcl) continue;
    const TokenIndex mark = child_of(parse_, c, Relation::mark);
    if (mark != kNoToken && (parse_[mark].lower == "if" || parse_[mark].lower == "unless")) return c;
  }
  return kNoToken;
}

// "will bomb", "said it would expel", "will close the border unless": to announce harm is to threaten.
void Announced::threaten(const Predicate& p, EventDraft& d) const {
  Event& e = d.event;
  if (p.kind != PredicateKind::verb || e.actors.empty()) return;
  const VerbForm form = verb_form(parse_, p.token);
  const TokenIndex condition = condition_of(p.token);
  const bool depends =
      e.status == EventStatus::conditional &&
      ((condition != kNoToken && form.tense == Tense::future) || (form.modal != kNoToken && is_warning(p.token)));
  if (e.status != EventStatus::planned && !depends) return;
  const std::string& threat = lexicon_.scale(e.type).threat;
  if (threat.empty() || is_passive(parse_, p.token)) return;
  if (form.tense != Tense::future && form.modal == kNoToken) return;
  e.type = EventType::threaten;
  e.mode.clear();
  e.cameo = threat;
  e.status = EventStatus::happened;
  if (!d.recipients.empty() || condition == kNoToken) return;
  for (const TokenIndex t : surface_subjects(parse_, condition)) {
    std::vector<Index> named;
    arguments_.add_mention(named, t);
    for (const Index r : named) {
      if (!holds(e.actors, r)) d.recipients.push_back(Participant::of_entity(r));
    }
  }
}

}  // namespace dragoman
