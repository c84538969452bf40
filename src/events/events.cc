#include "events/events.h"

#include "events/arguments.h"
#include "events/draft.h"
#include "events/frames.h"
#include "events/status.h"
#include "lexicon/lexicon.h"

#include <algorithm>

namespace dragoman {

namespace {

class Events {
 public:
  explicit Events(Story& story)
      : story_(story), parse_(story.parse), lexicon_(*story.lexicon.events), arguments_(story, lexicon_) {}

  void run() {
    absorbed_.assign(parse_.size(), false);
    for (TokenIndex t = 0; t < parse_.size(); ++t) find(t);
    for (const Found& found : found_) absorb(found);
    for (const Found& found : found_) {
      if (!absorbed_[found.predicate.token]) draft(found);
    }
    set_sources(story_, drafts_);
    set_time_and_place(story_, drafts_);
    set_contexts(story_, lexicon_, drafts_);
    for (EventDraft& d : merged(story_, std::move(drafts_))) story_.record.events.push_back(std::move(d.event));
  }

 private:
  struct Found {
    Predicate predicate;
    const EventFrame* frame = nullptr;
  };

  // ---- which words carry events

  void find(TokenIndex t) {
    if (story_.boilerplate[t]) return;
    const Token& token = parse_[t];
    const bool verb = is_verbal(token) && token.relation != Relation::amod && token.relation != Relation::aux &&
                      token.relation != Relation::auxpass && token.relation != Relation::compound;
    const bool noun = token.pos == Pos::noun && token.relation != Relation::compound && story_.mention_at[t] < 0;
    const bool adjective =
        token.pos == Pos::adj && (token.relation == Relation::acomp || token.relation == Relation::conj);
    if (!verb && !noun && !adjective) return;
    const PredicateKind kind = verb ? PredicateKind::verb : noun ? PredicateKind::noun : PredicateKind::adjective;
    if (lexicon_.find(kind, token) == nullptr) return;
    const Predicate predicate = arguments_.predicate_at(t);
    const EventFrame* frame = arguments_.frame_of(predicate);
    if (frame == nullptr) return;
    if (verb && lexicon_.light_verbs.contains(token.lemma) && lends_itself(predicate, *frame)) return;
    found_.push_back({predicate, frame});
  }

  // "made an attack": the noun says what was done, unless the frame knows verb and noun together.
  bool lends_itself(const Predicate& p, const EventFrame& frame) const {
    if (!arguments_.named_by(frame, p).empty()) return false;
    for (const TokenIndex object : patients(parse_, p.token)) {
      if (parse_[object].pos != Pos::noun) continue;
      if (arguments_.frame_of(arguments_.predicate_at(object)) != nullptr) return true;
    }
    return false;
  }

  // Words that a frame names ("impose" + "sanctions"), and what is only the content of a promise or a refusal.
  void absorb(const Found& found) {
    for (const TokenIndex t : arguments_.named_by(*found.frame, found.predicate)) absorbed_[t] = true;
    if (!found.frame->absorbs) return;
    for (const TokenIndex verb : arguments_.below(found.predicate)) {
      absorbed_[verb] = true;
      for (const TokenIndex object : patients(parse_, verb)) {
        if (object > verb && parse_[object].pos == Pos::noun) absorbed_[object] = true;
      }
      for (const TokenIndex c : complements(parse_, verb)) absorbed_[c] = true;
    }
    for (const Slot& slot :
         {Slot{Slot::Kind::object, {}}, Slot{Slot::Kind::preposition, "for"}, Slot{Slot::Kind::preposition, "to"}}) {
      for (const TokenIndex head : arguments_.fillers(slot, found.predicate)) {
        if (parse_[head].pos == Pos::noun && head > found.predicate.token) absorbed_[head] = true;
      }
    }
  }

  // ---- what they say

  void draft(const Found& found) {
    const auto& [p, frame] = found;
    EventDraft d;
    d.trigger = p.token;
    d.clause = p.support == kNoToken ? p.token : p.support;
    d.mutual = frame->is_mutual();
    d.definite = p.kind == PredicateKind::noun && is_definite(p.token);
    Event& e = d.event;
    e.type = frame->type;
    e.mode = frame->mode;
    e.cameo = frame->cameo;
    e.contexts = frame->contexts;
    e.trigger = {story_.span(p.token, p.token + 1), std::string(parse_[p.token].lemma)};
    e.actors = arguments_.parties(frame->actors, p);
    if (e.actors.empty()) own_subject(p, e.actors);
    e.recipients = arguments_.parties(frame->recipients, p);
    if (d.mutual) join_partners(*frame, p, e);
    if (e.recipients.empty() && !d.mutual) deed_of_object(*frame, p, e.recipients);
    std::erase_if(e.recipients,
                  [&](Index r) { return std::find(e.actors.begin(), e.actors.end(), r) != e.actors.end(); });
    if (!is_told(p, *frame, d)) return;
    e.status = status_of(story_, lexicon_, p.token);
    if (p.support != kNoToken && e.status == EventStatus::happened) e.status = status_of(story_, lexicon_, p.support);
    refuse(p, e);
    e.theme = theme_of(p);
    rate(e);
    d.span = p.kind == PredicateKind::verb ? clause_span(parse_, p.token)
             : p.support != kNoToken       ? clause_span(parse_, p.support)
                                           : noun_phrase(parse_, p.token);
    if (!d.span.contains(p.token)) d.span = {p.token, p.token + 1};
    e.evidence = story_.evidence(d.span);
    drafts_.push_back(std::move(d));
  }

  // A subject that is no party itself but belongs to one: "Israeli jets bombed".
  void own_subject(const Predicate& p, std::vector<Index>& actors) const {
    if (p.kind == PredicateKind::noun) return;
    for (const TokenIndex head : arguments_.fillers(Slot{}, p)) arguments_.add_party(actors, head);
  }

  void join_partners(const EventFrame& frame, const Predicate& p, Event& e) const {
    for (const Slot& slot : frame.partners) {
      for (const TokenIndex head : arguments_.fillers(slot, p)) {
        for (const Index index : story_.entities_at(head)) {
          if (std::find(e.actors.begin(), e.actors.end(), index) == e.actors.end()) e.actors.push_back(index);
        }
      }
    }
  }

  // "denounced the invasion": it is held against those who invade.
  void deed_of_object(const EventFrame& frame, const Predicate& p, std::vector<Index>& recipients) const {
    for (const Slot& slot : frame.recipients) {
      for (const TokenIndex head : arguments_.fillers(slot, p)) {
        if (parse_[head].pos != Pos::noun || !is_definite(head)) continue;
        for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kBack; ++steps) {
          if (drafts_[i].event.trigger.lemma != parse_[head].lemma) continue;
          recipients = drafts_[i].event.actors;
          return;
        }
      }
    }
  }

  bool is_definite(TokenIndex n) const {
    for (const TokenIndex child : parse_.children(n)) {
      const Token& c = parse_[child];
      if (child > n) break;
      if (c.lower == "the" || c.lower == "this" || c.lower == "these" || c.lower == "that" ||
          c.relation == Relation::poss)
        return true;
    }
    return false;
  }

  // Somebody must take part, and nobody is guessed: a verb without its subject tells nothing.
  bool is_told(const Predicate& p, const EventFrame& frame, EventDraft& d) const {
    Event& e = d.event;
    if (p.kind == PredicateKind::noun && frame.is_mutual() && p.support == kNoToken && e.actors.size() < 2) {
      if (!d.definite) return false;
      if (e.actors.empty()) refer_back(e);
    }
    if (e.actors.empty() && e.recipients.empty()) return false;
    return !e.actors.empty() || p.kind == PredicateKind::noun ||
           (p.kind == PredicateKind::verb && is_passive(parse_, p.token));
  }

  // "the talks": of those who last met or agreed.
  void refer_back(Event& e) const {
    for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kBack; ++steps) {
      if (drafts_[i].event.actors.size() < 2 || !(drafts_[i].mutual || drafts_[i].event.type == "AGREE")) continue;
      e.actors = drafts_[i].event.actors;
      return;
    }
  }

  // "will not release", "would not let": to say no to what helps is a refusal.
  void refuse(const Predicate& p, Event& e) const {
    if (p.kind != PredicateKind::verb || e.status != EventStatus::denied || e.actors.empty()) return;
    const std::string& refusal = lexicon_.types.find(e.type)->second.refusal;
    if (refusal.empty() || !is_negated(parse_, p.token)) return;
    const VerbForm form = verb_form(parse_, p.token);
    const bool wills =
        form.tense == Tense::future ||
        (form.modal != kNoToken && (parse_[form.modal].lower == "would" || parse_[form.modal].lower == "wo"));
    if (!wills) return;
    e.type = "REJECT";
    e.mode.clear();
    e.cameo = refusal;
    e.status = EventStatus::happened;
  }

  void rate(Event& e) const {
    const auto type = lexicon_.types.find(e.type);
    e.quad = type->second.quad;
    const auto mode = lexicon_.modes.find(e.type + " " + e.mode);
    e.score = mode == lexicon_.modes.end() ? type->second.score : mode->second;
    e.goldstein = lexicon_.goldstein_of(e.cameo);
  }

  // The complement as the text has it.
  std::string theme_of(const Predicate& p) const {
    for (const TokenIndex child : parse_.children(p.token)) {
      const Relation r = parse_[child].relation;
      const std::string_view w = parse_[child].lower;
      const bool about = r == Relation::prep && (w == "on" || w == "about" || w == "over" || w == "for");
      if (child < p.token || !(r == Relation::xcomp || r == Relation::ccomp || r == Relation::dobj || about)) continue;
      const TokenSpan span = subtree(parse_, child);
      return std::string(story_.text.view(parse_[span.begin].begin, parse_[span.end - 1].end));
    }
    return {};
  }

  static constexpr std::size_t kBack = 60;  // drafts looked back at

  Story& story_;
  const Parse& parse_;
  const EventLexicon& lexicon_;
  Arguments arguments_;
  std::vector<Found> found_;
  std::vector<bool> absorbed_;
  EventDrafts drafts_;
};

}  // namespace

void find_events(Story& story) {
  Events(story).run();
}

}  // namespace dragoman
