#include "events/announced.h"

#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

// "will not release", "would not let": to say no to what helps is a refusal.
void Announced::refuse(const EventFrame& frame, const Predicate& p, EventDraft& d) const {
  Event& e = d.event;
  if (p.kind != PredicateKind::verb || e.status != EventStatus::denied || e.actors.empty()) return;
  const std::string& refusal = lexicon_.scale(e.type).refusal;
  if (refusal.empty() || !is_negated(parse_, p.token)) return;
  const VerbForm form = verb_form(parse_, p.token);
  const bool wills =
      form.tense == Tense::future ||
      (form.modal != kNoToken && (parse_[form.modal].lower == "would" || parse_[form.modal].lower == "wo"));
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

// "will bomb", "said it would expel": to announce harm is to threaten.
void Announced::threaten(const Predicate& p, Event& e) const {
  if (p.kind != PredicateKind::verb || e.status != EventStatus::planned || e.actors.empty()) return;
  const std::string& threat = lexicon_.scale(e.type).threat;
  if (threat.empty() || is_passive(parse_, p.token)) return;
  const VerbForm form = verb_form(parse_, p.token);
  if (form.tense != Tense::future && form.modal == kNoToken) return;
  e.type = EventType::threaten;
  e.mode.clear();
  e.cameo = threat;
  e.status = EventStatus::happened;
}

}  // namespace dragoman
