#include "events/assertion.h"

#include "clauses/factuality.h"
#include "language/syntax.h"

#include <algorithm>
#include <iterator>

namespace dragoman {

namespace {

bool is_to_come(EventStatus s) {
  return s != EventStatus::happened && s != EventStatus::ongoing;
}

}  // namespace

// Somebody must take part, and nobody is guessed: a verb without its subject tells nothing.
bool Assertion::is_told(const Predicate& p, const EventFrame& frame, EventDraft& d) const {
  Event& e = d.event;
  // "the first such trip in years": the one that was just told.
  if (p.kind == PredicateKind::noun && child_word(parse_, p.token, "such") != kNoToken) return false;
  if (p.kind == PredicateKind::noun && frame.is_mutual() && p.support == kNoToken && e.actors.size() < 2) {
    if (e.actors.empty() && e.type == EventType::consult) of_telling(p.token, e);
    if (!d.definite && e.actors.size() < 2) return false;
    if (e.actors.empty() || owned_by_several(p.token)) {
      const bool several = owned_by_several(p.token);
      e.actors.clear();
      if (several) of_clause(p.token, e);
      if (e.actors.size() < 2) refer_back(p, e);
    }
  }
  // "on the sidelines of the ASEAN summit": whose it is called after is not who met.
  if (p.kind == PredicateKind::noun && frame.is_mutual() && p.support == kNoToken && e.type == EventType::consult &&
      e.actors.size() == 1 && possessors(parse_, p.token).empty() && obliques(parse_, p.token, "of").empty()) {
    return false;
  }
  if (frame.recipient_needed && d.recipients.empty()) return false;
  if (frame.is_mutual() && e.type == EventType::consult && d.recipients.empty() && e.actors.size() == 1) {
    if (!is_we(p, e) && is_alone(e)) return false;
  }
  // "is charged with fraud" goes on, though in the present.
  const bool stands_accused = e.type == EventType::accuse && e.mode == "allege";
  if (e.actors.empty() && is_state(p) && !stands_accused) return false;
  if (e.actors.empty() && is_mishap(p)) return false;
  if (!e.actors.empty()) return true;
  if (d.recipients.empty()) return false;
  if (p.kind == PredicateKind::noun) return e.type == EventType::assault || is_done_to_people(d);
  if (p.kind != PredicateKind::verb || e.type == EventType::consult) return false;
  if (frame.actors.empty()) return true;  // "faces charges", "was invited": the entry has nobody who does it
  // "was agreed in Geneva": somebody agrees, or nobody does.
  return is_passive(parse_, p.token) ? e.type != EventType::agree : e.type == EventType::assault && is_of_violence(p);
}

// "firing that killed three", "the raid left": an act of somebody's who is not named, and no flood.
bool Assertion::is_of_violence(const Predicate& p) const {
  const Tokens subjects = arguments_.fillers(Slot{}, p);
  return std::any_of(subjects.begin(), subjects.end(), [&](TokenIndex s) {
    // "a fire injured two clerks": it burned, and nobody shot.
    const TokenIndex article = child_of(parse_, s, Relation::det);
    const bool counted = article != kNoToken && parse_[article].lower != "the";
    const bool blaze = counted && lexicon_.blazes.contains(parse_[s].lemma);
    return parse_[s].pos == Pos::noun && !blaze && story_.mention_at[s] < 0 &&
           lexicon_.violence.contains(parse_[s].lemma);
  });
}

// "were killed when a bus crashed", "were injured due to the earthquake": what nobody has done.
bool Assertion::is_mishap(const Predicate& p) const {
  if (p.kind != PredicateKind::verb || !lexicon_.harms.contains(parse_[p.token].lemma) || !is_passive(parse_, p.token))
    return false;
  bool mishap = false;
  const TokenIndex end = subtree(parse_, p.token).end;
  for (TokenIndex t = p.token + 1; t < end; ++t) {
    if (parse_[t].pos == Pos::noun && lexicon_.violence.contains(parse_[t].lemma)) return false;
    mishap |= lexicon_.mishaps.contains(parse_[t].lemma);
  }
  return mishap;
}

// "the arrest of a banker", "the release of two sailors": by whoever has the power to, who need not be named.
bool Assertion::is_done_to_people(const EventDraft& d) const {
  constexpr std::string_view kOfPower[] = {"arrest", "deport", "release", "convict", "expel"};
  const bool by_power = d.event.type == EventType::concede ||
                        std::find(std::begin(kOfPower), std::end(kOfPower), d.event.mode) != std::end(kOfPower);
  return by_power && std::any_of(d.recipients.begin(), d.recipients.end(), [&](const Participant& r) {
           if (r.description()) return true;
           if (!r.entity()) return false;
           const EntityType type = story_.record.entities[*r.entity()].type;
           return type == EntityType::person || type == EntityType::group;
         });
}

// "We discussed it", in the mouth of one who met somebody before: both.
bool Assertion::is_we(const Predicate& p, Event& e) const {
  const Tokens subjects = surface_subjects(parse_, p.support == kNoToken ? p.token : p.support);
  if (subjects.size() != 1 || parse_[subjects[0]].lower != "we") return false;
  for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kDraftsBack; ++steps) {
    const std::vector<Index>& before = drafts_[i].event.actors;
    if (before.size() < 2 || is_to_come(drafts_[i].event.status)) continue;
    const Entity& speaker = story_.record.entities[e.actors[0]];
    const bool among = std::any_of(before.begin(), before.end(), [&](Index b) {
      return b == e.actors[0] || (speaker.type == EntityType::country && !speaker.country.empty() &&
                                  story_.record.entities[b].sure_country() == speaker.country);
    });
    if (!among) continue;
    if (!drafts_[i].mutual && drafts_[i].event.type != EventType::agree && drafts_[i].event.type != EventType::support)
      continue;
    e.actors = before;
    return true;
  }
  return false;
}

// One person meets nobody: "Author Ann Smith will discuss her book".
bool Assertion::is_alone(const Event& e) const {
  return e.actors.size() == 1 && story_.record.entities[e.actors[0]].type == EntityType::person;
}

// "is justified", "are armed with rifles": how things are, and nobody's deed.
bool Assertion::is_state(const Predicate& p) const {
  if (p.kind != PredicateKind::verb || !is_passive(parse_, p.token)) return false;
  const VerbForm form = verb_form(parse_, p.token);
  if (form.tense == Tense::present) return !form.perfect && child_word(parse_, p.token, "being") == kNoToken;
  return parse_[p.token].relation == Relation::acomp;
}

// "Will you resign?" asserts nothing.
bool Assertion::is_asked(const Predicate& p) const {
  const TokenSpan sentence = parse_.sentences[parse_[p.token].sentence];
  TokenIndex last = sentence.end;
  while (last > p.token && (parse_[last - 1].is_space || parse_[last - 1].tag == Tag::close_quote)) --last;
  if (last <= p.token || parse_[last - 1].text != "?" || p.kind != PredicateKind::verb) return false;
  const TokenIndex clause = clause_head(parse_, p.token);
  return parse_[clause].head == clause || parse_[clause].relation == Relation::conj;
}

// "the difficulty of resolving the dispute", "talks on concluding a treaty": nobody says that it is done.
bool Assertion::is_only_named(const Predicate& p) const {
  if (p.kind != PredicateKind::verb || parse_[p.token].relation != Relation::pcomp) return false;
  const TokenIndex preposition = parse_[p.token].head;
  if (is_visiting(parse_[p.token]) && parse_[preposition].lower == "with") return true;
  return parse_[parse_[preposition].head].pos == Pos::noun;
}

// "their talks", with whoever "their" seemed to be alone.
bool Assertion::owned_by_several(TokenIndex n) const {
  for (const TokenIndex owner : possessors(parse_, n)) {
    const auto& entities = story_.entities_at(owner);
    if (parse_[owner].lower != "their" || entities.size() > 1) continue;
    if (entities.empty() || story_.record.entities[entities[0]].type != EntityType::group) return true;
  }
  return false;
}

// "At their meeting Ann told Bob": of those whom the clause names.
void Assertion::of_clause(TokenIndex n, Event& e) const {
  if (parse_[n].relation != Relation::pobj) return;
  const TokenIndex clause = clause_head(parse_, n);
  if (!is_verbal(parse_[clause])) return;
  const auto people = [&](const Tokens& heads) {
    for (const TokenIndex head : heads) {
      for (const Index i : story_.entities_at(head)) {
        const bool known = std::find(e.actors.begin(), e.actors.end(), i) != e.actors.end();
        if (!known && story_.record.entities[i].type == EntityType::person) e.actors.push_back(i);
      }
    }
  };
  people(surface_subjects(parse_, clause));
  people(datives(parse_, clause));
  people(obliques(parse_, clause, "to"));
  people(patients(parse_, clause));
  if (e.actors.size() < 2) e.actors.clear();
}

// "In a phone call on Monday Ann told Bob": of whoever tells and whoever is told.
void Assertion::of_telling(TokenIndex n, Event& e) const {
  const TokenIndex preposition = parse_[n].head;
  const bool during = parse_[preposition].lower == "in" || parse_[preposition].lower == "during";
  const TokenIndex verb = parse_[preposition].head;
  if (parse_[n].relation != Relation::pobj || !during || !lexicon_.telling.contains(parse_[verb].lemma)) return;
  if (arguments_.has_indefinite_article(n) && is_verbal(parse_[verb])) of_clause(n, e);
}

// "the talks": of those who last met or agreed; "the coming talks": of those who are to meet.
void Assertion::refer_back(const Predicate& p, Event& e) const {
  const bool coming = is_to_come(FactualityReader(parse_, *story_.lexicon.signatures).of(p.token).status);
  for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kDraftsBack; ++steps) {
    const Event& before = drafts_[i].event;
    if (before.actors.size() < 2 || !(drafts_[i].mutual || before.type == EventType::agree)) continue;
    if (is_to_come(before.status) != coming) continue;
    e.actors = before.actors;
    return;
  }
}

}  // namespace dragoman
