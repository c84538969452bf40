#include "events/events.h"

#include "clauses/factuality.h"
#include "clauses/headline_passives.h"
#include "events/addressees.h"
#include "events/announced.h"
#include "events/arguments.h"
#include "events/assertion.h"
#include "events/clues.h"
#include "events/demands.h"
#include "events/doers.h"
#include "events/draft.h"
#include "events/frames.h"
#include "events/from_meetings.h"
#include "events/groups.h"
#include "events/journeys.h"
#include "events/told_before.h"
#include "events/unnamed.h"
#include "story/members.h"

#include <algorithm>

namespace dragoman {

namespace {

class Events {
 public:
  explicit Events(Story& story)
      : story_(story),
        parse_(story.parse),
        lexicon_(*story.lexicon.events),
        arguments_(story, lexicon_),
        journeys_(story, arguments_, lexicon_),
        before_(story, arguments_, lexicon_, drafts_),
        announced_(story.parse, arguments_, lexicon_),
        unnamed_(story, arguments_, lexicon_),
        groups_(story, arguments_, lexicon_) {}

  void run() {
    absorbed_.assign(parse_.size(), false);
    for (TokenIndex t = 0; t < parse_.size(); ++t) find(t);
    for (const Found& found : found_) {
      // What is told takes its content with it; what nobody does leaves it to stand for itself.
      const Tokens named = arguments_.named_by(*found.frame, found.predicate);
      if ((named.empty() && !found.frame->absorbs) || (found.frame->is_event() && !draft(found))) continue;
      for (const TokenIndex t : named) absorbed_[t] = true;
      if (found.frame->absorbs) absorb(found);
    }
    for (TokenIndex t = 0; t < parse_.size(); ++t) demand(t);
    for (const Found& found : found_) {
      if (absorbed_[found.predicate.token]) continue;
      if (auto told = draft(found)) keep(found, std::move(*told));
    }
    const std::size_t told = drafts_.size();
    add_meetings(story_, arguments_, absorbed_, drafts_);
    for (std::size_t i = told; i < drafts_.size(); ++i) lexicon_.rate(drafts_[i].event);
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const EventDraft& a, const EventDraft& b) { return a.trigger < b.trigger; });
    set_sources(story_, drafts_);
    set_time_and_place(story_, drafts_);
    set_contexts(story_, lexicon_, drafts_);
    for (EventDraft& d : merged(story_, lexicon_, std::move(drafts_)))
      story_.record.events.push_back(std::move(d.event));
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
    if (verb && arguments_.is_hurt_count(token.head)) return;  // "19 wounded"
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

  // What is only the content of a promise or a refusal.
  void absorb(const Found& found) {
    for (const TokenIndex verb : arguments_.below(found.predicate)) absorb_with_objects(verb);
    absorb_below(found.predicate.token, 3);
    for (const Slot& slot :
         {Slot{Slot::Kind::object, {}}, Slot{Slot::Kind::preposition, "for"}, Slot{Slot::Kind::preposition, "to"}}) {
      for (const TokenIndex head : arguments_.fillers(slot, found.predicate)) {
        if (parse_[head].pos != Pos::noun || head < found.predicate.token) continue;
        absorbed_[head] = true;
        for (const TokenIndex c : parse_.children(head)) {  // "an invitation to attend"
          if (parse_[c].relation == Relation::acl && verb_form(parse_, c).infinitive) absorb_with_objects(c);
        }
      }
    }
  }

  void absorb_with_objects(TokenIndex verb) {
    absorbed_[verb] = true;
    for (const TokenIndex object : patients(parse_, verb)) {
      if (object > verb && parse_[object].pos == Pos::noun) absorbed_[object] = true;
    }
    absorb_below(verb, 3);
  }

  // "agreed to send troops to fight": what it is promised for is promised too.
  void absorb_below(TokenIndex verb, int depth) {
    if (depth == 0) return;
    for (const TokenIndex c : complements(parse_, verb)) absorbed_[c] = true;
    for (const TokenIndex c : parse_.children(verb)) {
      const Relation r = parse_[c].relation;
      if ((r != Relation::advcl && r != Relation::xcomp) || !verb_form(parse_, c).infinitive) continue;
      absorbed_[c] = true;
      absorb_below(c, depth - 1);
    }
  }

  // ---- what they say

  /// Makes entities of the places and descriptions among its recipients, and adds it.
  void keep(const Found& found, EventDraft d) {
    for (const Participant& r : d.recipients) d.event.recipients.push_back(unnamed_.entity_of(r, *found.frame->type));
    drafts_.push_back(std::move(d));
  }

  /// The event that the predicate tells; nothing where it tells of nobody, or does not say that anybody did it.
  std::optional<EventDraft> draft(const Found& found) {
    const std::size_t known = story_.record.entities.size();
    std::optional<EventDraft> told = draft_of(found);
    if (!told) unnamed_.forget_from(static_cast<Index>(known));  // who was described for it alone
    return told;
  }

  std::optional<EventDraft> draft_of(const Found& found) {
    const auto& [p, frame] = found;
    if (!frame->is_event()) return std::nullopt;
    EventDraft d = started(p, *frame);
    Event& e = d.event;
    e.actors = arguments_.parties(frame->actors, *frame, p);
    if (!frame->actors.empty()) find_doers(story_, arguments_, lexicon_, *frame, p, e.actors);
    const bool known = !e.actors.empty();
    if (!known && frame->is_done_by_subject()) unnamed_.describe_doers(*frame, p, e.actors);
    if (e.actors.empty()) unnamed_.describe_doers_before(*frame, p, e.actors);
    if (e.actors.empty() && is_by_unnamed(p)) return std::nullopt;
    find_recipients(p, *frame, known, d.recipients);
    if (e.actors.empty() && e.type == EventType::reject) e.actors = asked_by_object(p);
    const bool led = !e.actors.empty();
    if (d.mutual) join_partners(*frame, p, e);
    groups_.apart_by_country(d.mutual, e.actors);
    // "is meant to help them meet officials": who meets them is not said.
    const bool open = parse_[p.token].relation == Relation::acl;
    const bool half = e.actors.size() < 2 || (e.type == EventType::consult && is_done_by_open_pronoun(p));
    if (!led && !open && d.mutual && p.kind == PredicateKind::verb && half) return std::nullopt;
    if (d.mutual && e.type == EventType::agree && e.actors.size() > 1)
      d.recipients.clear();  // they agree with each other
    if (e.type == EventType::aid || e.type == EventType::agree) groups_.people_of_country(d.recipients);
    if (e.mode == "visit" && !journeys_.settle_hosts(*frame, p, e, d.recipients)) return std::nullopt;
    const bool by_force = e.type == EventType::assault || e.type == EventType::coerce || e.type == EventType::mobilize;
    if (!by_force) groups_.drop_things(d.recipients);
    drop_actors(d);
    find_recipients_around(p, *frame, d);
    const Assertion assertion(story_, arguments_, lexicon_, drafts_);
    if (!assertion.is_told(p, *frame, d) || !assertion.is_asserted(p)) return std::nullopt;
    // "shoppers praised the cakes": of people who are only described it matters what they do to somebody.
    const bool in_crowds = by_force || e.type == EventType::protest || e.type == EventType::retreat;
    if (!known && !e.actors.empty() && d.recipients.empty() && !d.mutual && !in_crowds) return std::nullopt;
    if (e.type == EventType::assault && p.kind == PredicateKind::noun) journeys_.drop_scene(p.token, d.recipients);
    const Factuality fact = factuality(p);
    if (fact.unsaid || fact.purpose) return std::nullopt;
    e.status = fact.status;
    if (e.status == EventStatus::ongoing && is_headline_verb(p)) e.status = EventStatus::happened;
    announced_.settle(*frame, p, d);
    e.theme = theme_of(p);
    lexicon_.rate(e);
    d.span = clause_of(p);
    e.evidence = story_.evidence(d.span);
    e.why = event_clues(story_, arguments_, p, *frame, d, fact);
    return d;
  }

  // What the predicate and its frame say before anybody is looked for.
  EventDraft started(const Predicate& p, const EventFrame& frame) const {
    EventDraft d;
    d.trigger = p.token;
    d.clause = p.support == kNoToken ? p.token : p.support;
    d.mutual = frame.is_mutual();
    if (p.kind == PredicateKind::noun) {
      d.definite = is_definite_noun(parse_, p.token);
      d.background = d.definite && p.support == kNoToken;
    } else {
      d.background = in_aside(p.token) || is_reason(p.token);
    }
    if (p.kind == PredicateKind::verb) {
      d.voiced = verb_form(parse_, p.token).modal != kNoToken && is_negated(parse_, p.token);
      const Tokens objects = patients(parse_, p.token);
      if (!objects.empty()) d.object = objects.front();
      // "launched the attack": told before, as "the attack" alone would be.
      if (d.object != kNoToken && lexicon_.violence.contains(parse_[d.object].lemma))
        d.definite = is_definite_noun(parse_, d.object);
    }
    Event& e = d.event;
    e.type = *frame.type;
    e.mode = frame.mode;
    e.cameo = frame.cameo;
    e.contexts = frame.contexts;
    e.trigger = {story_.span(p.token, p.token + 1), std::string(parse_[p.token].lemma)};
    return d;
  }

  // Those in the frame's own slots. `known`: the actors have a name.
  void find_recipients(const Predicate& p, const EventFrame& frame, bool known, Participants& recipients) const {
    const bool places = lexicon_.scale(*frame.type).places;
    recipients = places ? arguments_.parties_and_places(frame.recipients, frame, p)
                        : participants_of(arguments_.parties(frame.recipients, frame, p));
    if (recipients.empty() && known) {
      unnamed_.describe_targets(frame, p, recipients);
    } else if (!recipients.empty() && !places) {  // in whose slots they are found with the others
      unnamed_.describe_companions(frame, p, recipients);
    }
  }

  // Where the slots hold nobody but the actors: those whom the condition names, of whom the sentences before tell, or
  // who are spoken to.
  void find_recipients_around(const Predicate& p, const EventFrame& frame, EventDraft& d) const {
    Event& e = d.event;
    Participants& recipients = d.recipients;
    // "threatened to shut its ports unless Mali paid": whom the condition names, where the rest names but the
    // threatener.
    constexpr Slot::Kind kProviso = Slot::Kind::proviso;
    const auto proviso = std::find(frame.recipients.begin(), frame.recipients.end(), Slot{kProviso, {}});
    if (recipients.empty() && proviso != frame.recipients.end()) {
      recipients = participants_of(arguments_.parties({*proviso}, frame, p));
      drop_actors(d);
    }
    if (recipients.empty() && !d.mutual) {
      before_.deed_of_object(frame, p, recipients);
      if (recipients.empty()) before_.author_of_object(frame, p, recipients);
      if (recipients.empty()) before_.asker_or_court(frame, p, recipients);
      if (recipients.empty()) recipients = before_.refused_asker(frame, p, e);
      drop_actors(d);
    }
    if (recipients.empty() && arguments_.is_done_to_each_other(frame, p)) recipients = participants_of(e.actors);
    if (e.type == EventType::reject && p.kind == PredicateKind::verb) before_.turn_round(p, e, recipients);
    if (recipients.empty() && !e.actors.empty()) recipients = before_.same_again(frame, p, e.actors);
    if (recipients.empty() && !e.actors.empty() && before_.is_answer(p, e)) recipients = before_.who_began(p, e);
    if (recipients.empty() && p.kind == PredicateKind::verb && is_spoken(frame) && !e.actors.empty()) {
      recipients = participants_of(addressees(story_, arguments_, lexicon_, p.token, e.actors));
    }
    if (recipients.empty() && e.type == EventType::protest) find_protested(p, d.object, recipients);
  }

  static void drop_actors(EventDraft& d) {
    std::erase_if(d.recipients, [&](const Participant& r) { return r.entity() && holds(d.event.actors, *r.entity()); });
  }

  // The words that tell it: its own clause, that of the verb that lends it a subject, or the noun's phrase.
  TokenSpan clause_of(const Predicate& p) const {
    TokenSpan span = p.kind == PredicateKind::verb ? clause_span(parse_, p.token)
                     : p.support != kNoToken       ? clause_span(parse_, p.support)
                                                   : noun_phrase(parse_, p.token);
    while (span.begin < p.token && story_.boilerplate[span.begin]) ++span.begin;
    return span.contains(p.token) ? span : TokenSpan{p.token, p.token + 1};
  }

  // "Chile and Peru sign pact": headlines tell what has happened in the present.
  bool is_headline_verb(const Predicate& p) const {
    if (p.kind != PredicateKind::verb || (parse_[p.token].tag != Tag::vbz && parse_[p.token].tag != Tag::vbp))
      return false;
    return is_headline(parse_, parse_[p.token].sentence) && child_of(parse_, p.token, Relation::aux) == kNoToken;
  }

  Factuality factuality(const Predicate& p) const {
    const FactualityReader reader(parse_, *story_.lexicon.signatures);
    const Factuality own = reader.of(p.token);
    return p.support != kNoToken && own.status == EventStatus::happened && !own.unsaid ? reader.of(p.support) : own;
  }

  // "led an anti-Okoye protest", "marched to demand the resignation of Okoye": whom the crowd is against.
  void find_protested(const Predicate& p, TokenIndex object, Participants& recipients) const {
    std::vector<Index> against;
    const TokenIndex noun = p.kind == PredicateKind::noun ? p.token : object;
    if (noun != kNoToken) {
      for (const TokenIndex t : parse_.children(noun)) {
        const bool opposed =
            t > 1 && t < noun && parse_[t - 1].text == "-" && lexicon_.opposing.contains(parse_[t - 2].lower);
        if (opposed) arguments_.add_mention(against, t);
      }
    }
    recipients = participants_of(against);
    const TokenIndex verb = p.support == kNoToken ? p.token : p.support;
    for (const TokenIndex c : parse_.children(verb)) {
      const Relation r = parse_[c].relation;
      if (!recipients.empty() || c < verb || (r != Relation::advcl && r != Relation::xcomp && r != Relation::acl))
        continue;
      const Predicate purpose = arguments_.predicate_at(c);
      const EventFrame* frame = arguments_.frame_of(purpose);
      if (frame == nullptr || !frame->is_event() || purpose.kind != PredicateKind::verb) continue;
      const bool spoken =
          *frame->type == EventType::request || *frame->type == EventType::accuse || *frame->type == EventType::reject;
      if (spoken && (verb_form(parse_, c).infinitive || parse_[c].tag == Tag::vbg))
        recipients = arguments_.parties_and_places(frame->recipients, *frame, purpose);
    }
  }

  // "were freed by their neighbours": somebody did it whom the record does not have, and without him it would be half.
  bool is_by_unnamed(const Predicate& p) const {
    if (p.kind != PredicateKind::verb || !is_passive(parse_, p.token)) return false;
    const Tokens doers = agents(parse_, p.token);
    return std::any_of(doers.begin(), doers.end(), [&](TokenIndex t) {
      return is_nominal(parse_[t]) && !lexicon_.violence.contains(parse_[t].lemma) && parse_[t].tag != Tag::vbg;
    });
  }

  // "I met Paz and Rojas": whom "I" met is half of it, and they did not meet each other.
  bool is_done_by_open_pronoun(const Predicate& p) const {
    const Tokens subjects = surface_subjects(parse_, p.token);
    return subjects.size() == 1 && parse_[subjects.front()].pos == Pos::pron && story_.mention_at[subjects.front()] < 0;
  }

  void join_partners(const EventFrame& frame, const Predicate& p, Event& e) const {
    for (const Slot& slot : frame.partners) {
      for (const TokenIndex head : closed_list(parse_, arguments_.named_among(arguments_.fillers(slot, p)))) {
        std::vector<Index> named;
        arguments_.add_mention(named, head);
        for (const Index index : named) {
          if (!holds(e.actors, index)) e.actors.push_back(index);
        }
      }
    }
  }

  // "Chad's request to Niger was turned down": by whoever was asked.
  std::vector<Index> asked_by_object(const Predicate& p) const {
    std::vector<Index> out;
    if (p.kind != PredicateKind::verb || !is_passive(parse_, p.token)) return out;
    for (const TokenIndex object : patients(parse_, p.token)) {
      if (parse_[object].pos != Pos::noun || !lexicon_.asking.contains(parse_[object].lemma)) continue;
      for (const TokenIndex t : obliques(parse_, object, "to")) arguments_.add_party(out, t);
    }
    return out;
  }

  // "Russia, which backs the government": the report's own words in a sentence that is somebody else's.
  bool in_aside(TokenIndex verb) const {
    const TokenIndex clause = clause_head(parse_, verb);
    return parse_[clause].relation == Relation::relcl && parse_[parse_[clause].head].pos == Pos::propn;
  }

  // "assailed Ukraine for holding exercises": that it held them is the report's, only the judgement is not.
  bool is_reason(TokenIndex verb) const {
    const TokenIndex preposition = parse_[verb].head;
    return parse_[verb].relation == Relation::pcomp && parse_[preposition].lower == "for" &&
           child_of(parse_, parse_[preposition].head, Relation::dobj) != kNoToken;
  }

  // "said that Japan must": a demand, and what must be done no deed.
  void demand(TokenIndex verb) {
    auto draft = demand_at(story_, arguments_, lexicon_, verb);
    if (!draft) return;
    // "insisted that Mali must": the verb above asks for it already.
    const TokenIndex says = parse_[draft->trigger].head;
    const EventFrame* above = arguments_.frame_of(arguments_.predicate_at(says));
    if (above != nullptr && above->type == EventType::request) return;
    absorbed_[verb] = absorbed_[draft->clause] = true;
    for (const TokenIndex below : parse_.children(verb)) {  // "must stop supporting"
      if (parse_[below].relation == Relation::xcomp) absorbed_[below] = true;
    }
    lexicon_.rate(draft->event);
    drafts_.push_back(std::move(*draft));
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

  Story& story_;
  const Parse& parse_;
  const EventLexicon& lexicon_;
  Arguments arguments_;
  std::vector<Found> found_;
  std::vector<bool> absorbed_;
  EventDrafts drafts_;
  Journeys journeys_;
  ToldBefore before_;
  Announced announced_;
  UnnamedParties unnamed_;
  Groups groups_;
};

}  // namespace

void find_events(Story& story) {
  Events(story).run();
}

}  // namespace dragoman
