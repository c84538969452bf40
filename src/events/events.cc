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
#include "events/journeys.h"
#include "events/told_before.h"
#include "story/members.h"
#include "who/pairs.h"
#include "who/told_apart.h"

#include <algorithm>
#include <unordered_map>

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
        first_heads_(story) {}

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

  // The people of a place, as an entity of its own.
  Index people_of(Index place) {
    const auto [known, fresh] = people_.emplace(place, static_cast<Index>(story_.record.entities.size()));
    if (fresh) {
      const Place& p = story_.record.places[place];
      Entity people;
      people.name = p.name;
      people.type = EntityType::group;
      people.country = p.country;
      people.code = p.country;
      for (const Span& span : p.mentions) people.mentions.push_back({span, MentionKind::metonym});
      story_.record.entities.push_back(std::move(people));
    }
    return known->second;
  }

  // "recalled its ambassador to Lisbon", "called off a trip to Lisbon", "visited Lisbon": done to those who govern
  // there.
  static bool is_of_states(EventType type) {
    return type == EventType::sanction || type == EventType::reject || type == EventType::consult;
  }

  // "recalled its ambassador to Lisbon": the country whose capital that is, where it is spoken of.
  Index state_of(Index place) {
    const auto country = named_country(story_.record.entities, story_.record.places[place].country);
    return country ? *country : people_of(place);
  }

  // "two onlookers", "the wounded": an entity without a name of its own.
  Index described(TokenIndex head) {
    const auto [known, fresh] = described_.emplace(head, static_cast<Index>(story_.record.entities.size()));
    if (fresh) {
      const TokenSpan phrase = core_phrase(parse_, head);
      TokenIndex first = phrase.begin;
      while (first < head && is_determiner(first)) ++first;
      Entity people;
      const bool hurt = parse_[head].pos == Pos::num && phrase.end == head + 1 && arguments_.is_hurt_count(head);
      const TokenIndex last = hurt                            ? head + 1
                              : parse_[head].lower == "those" ? subtree(parse_, head).end - 1
                                                              : end_of_description(story_, head) - 1;
      people.name = std::string(story_.text.view(parse_[first].begin, parse_[last].end));
      people.type = !arguments_.is_description(head) && !arguments_.is_those_who(head)
                        ? EntityType::organisation  // "a military base"
                    : parse_[head].tag == Tag::nn ? EntityType::person
                                                  : EntityType::group;
      people.anonymous = true;
      people.mentions.push_back({story_.span(phrase), MentionKind::title});
      story_.record.entities.push_back(std::move(people));
    }
    return known->second;
  }

  bool is_determiner(TokenIndex t) const {
    const Relation r = parse_[t].relation;
    return r == Relation::det || r == Relation::nummod || r == Relation::predet || r == Relation::quantmod ||
           r == Relation::poss || r == Relation::advmod || r == Relation::case_ || parse_[t].pos == Pos::num ||
           parse_[t].lower == "several" || parse_[t].lower == "many" || parse_[t].lower == "other";
  }

  /// Makes entities of the places and descriptions among its recipients, and adds it.
  void keep(const Found& found, EventDraft d) {
    for (const Participant& r : d.recipients) {
      d.event.recipients.push_back(r.entity()                         ? *r.entity()
                                   : r.description()                  ? described(*r.description())
                                   : is_of_states(*found.frame->type) ? state_of(*r.place())
                                                                      : people_of(*r.place()));
    }
    drafts_.push_back(std::move(d));
  }

  /// The event that the predicate tells; nothing where it tells of nobody, or does not say that anybody did it.
  std::optional<EventDraft> draft(const Found& found) {
    std::vector<Entity>& entities = story_.record.entities;
    const std::size_t known = entities.size();
    std::optional<EventDraft> told = draft_of(found);
    if (!told && entities.size() > known) {  // who was described for it alone
      std::erase_if(described_, [&](const auto& entry) { return entry.second >= static_cast<Index>(known); });
      entities.erase(entities.begin() + static_cast<std::ptrdiff_t>(known), entities.end());
    }
    return told;
  }

  std::optional<EventDraft> draft_of(const Found& found) {
    const auto& [p, frame] = found;
    if (!frame->is_event()) return std::nullopt;
    EventDraft d;
    d.trigger = p.token;
    d.clause = p.support == kNoToken ? p.token : p.support;
    d.mutual = frame->is_mutual();
    d.definite = p.kind == PredicateKind::noun && is_definite_noun(parse_, p.token);
    d.background =
        p.kind == PredicateKind::noun ? d.definite && p.support == kNoToken : in_aside(p.token) || is_reason(p.token);
    d.voiced =
        p.kind == PredicateKind::verb && verb_form(parse_, p.token).modal != kNoToken && is_negated(parse_, p.token);
    if (p.kind == PredicateKind::verb) {
      const Tokens objects = patients(parse_, p.token);
      if (!objects.empty()) d.object = objects.front();
      // "launched the attack": told before, as "the attack" alone would be.
      if (d.object != kNoToken && lexicon_.violence.contains(parse_[d.object].lemma))
        d.definite = is_definite_noun(parse_, d.object);
    }
    Event& e = d.event;
    e.type = *frame->type;
    e.mode = frame->mode;
    e.cameo = frame->cameo;
    e.contexts = frame->contexts;
    e.trigger = {story_.span(p.token, p.token + 1), std::string(parse_[p.token].lemma)};
    e.actors = arguments_.parties(frame->actors, *frame, p);
    if (!frame->actors.empty()) find_doers(story_, arguments_, lexicon_, *frame, p, e.actors);
    const bool known = !e.actors.empty();
    if (!known && frame->is_done_by_subject()) describe_doers(*frame, p, e.actors);
    if (e.actors.empty() && is_by_unnamed(p)) return std::nullopt;
    Participants& recipients = d.recipients;
    recipients = lexicon_.scale(*frame->type).places
                     ? arguments_.parties_and_places(frame->recipients, *frame, p)
                     : participants_of(arguments_.parties(frame->recipients, *frame, p));
    if (recipients.empty() && known) {
      describe_targets(*frame, p, recipients);
    } else if (!recipients.empty() &&
               !lexicon_.scale(*frame->type).places) {  // in whose slots they are found with the others
      describe_companions(*frame, p, recipients);
    }
    if (e.actors.empty() && e.type == EventType::reject) e.actors = asked_by_object(p);
    const bool led = !e.actors.empty();
    if (d.mutual) join_partners(*frame, p, e);
    apart_by_country(d.mutual, e.actors);
    // "is meant to help them meet officials": who meets them is not said.
    const bool open = parse_[p.token].relation == Relation::acl;
    const bool half = e.actors.size() < 2 || (e.type == EventType::consult && is_done_by_open_pronoun(p));
    if (!led && !open && d.mutual && p.kind == PredicateKind::verb && half) return std::nullopt;
    if (d.mutual && e.type == EventType::agree && e.actors.size() > 1)
      recipients.clear();  // they agree with each other
    if (e.type == EventType::aid || e.type == EventType::agree) people_of_country(recipients);
    if (e.mode == "visit" && recipients.empty()) journeys_.find_host(p, recipients);
    if (e.mode == "visit") journeys_.drop_own_country(e, recipients);
    if (e.mode == "visit" && recipients.empty() && journeys_.is_at_home(*frame, p, e)) return std::nullopt;
    if (e.mode == "visit" && recipients.empty()) journeys_.find_country_of_town(*frame, p, e, recipients);
    const bool by_force = e.type == EventType::assault || e.type == EventType::coerce || e.type == EventType::mobilize;
    if (!by_force) drop_things(recipients);
    const auto drop_actors = [&] {
      std::erase_if(recipients, [&](const Participant& r) {
        return r.entity() && std::find(e.actors.begin(), e.actors.end(), *r.entity()) != e.actors.end();
      });
    };
    drop_actors();
    // "threatened to shut its ports unless Mali paid": whom the condition names, where the rest names but the
    // threatener.
    constexpr Slot::Kind kProviso = Slot::Kind::proviso;
    const auto proviso = std::find(frame->recipients.begin(), frame->recipients.end(), Slot{kProviso, {}});
    if (recipients.empty() && proviso != frame->recipients.end()) {
      recipients = participants_of(arguments_.parties({*proviso}, *frame, p));
      drop_actors();
    }
    if (recipients.empty() && !d.mutual) {
      before_.deed_of_object(*frame, p, recipients);
      if (recipients.empty()) before_.author_of_object(*frame, p, recipients);
      if (recipients.empty()) before_.asker_or_court(*frame, p, recipients);
      drop_actors();
    }
    if (recipients.empty() && arguments_.is_done_to_each_other(*frame, p)) recipients = participants_of(e.actors);
    if (e.type == EventType::reject && p.kind == PredicateKind::verb) before_.turn_round(p, e, recipients);
    if (recipients.empty() && !e.actors.empty()) recipients = before_.same_again(*frame, p, e.actors);
    if (recipients.empty() && !e.actors.empty() && before_.is_answer(p, e)) recipients = before_.who_began(p, e);
    if (recipients.empty() && p.kind == PredicateKind::verb && is_spoken(*frame) && !e.actors.empty()) {
      recipients = participants_of(addressees(story_, arguments_, lexicon_, p.token, e.actors));
    }
    if (recipients.empty() && e.type == EventType::protest) find_protested(p, d.object, recipients);
    const Assertion assertion(story_, arguments_, lexicon_, drafts_);
    if (!assertion.is_told(p, *frame, d) || !assertion.is_asserted(p)) return std::nullopt;
    // "shoppers praised the cakes": of people who are only described it matters what they do to somebody.
    const bool in_crowds = by_force || e.type == EventType::protest || e.type == EventType::retreat;
    if (!known && !e.actors.empty() && recipients.empty() && !d.mutual && !in_crowds) return std::nullopt;
    if (e.type == EventType::assault && p.kind == PredicateKind::noun) journeys_.drop_scene(p.token, recipients);
    const Factuality fact = factuality(p);
    if (fact.unsaid || fact.purpose) return std::nullopt;
    e.status = fact.status;
    if (e.status == EventStatus::ongoing && is_headline_verb(p)) e.status = EventStatus::happened;
    announced_.refuse(*frame, p, d);
    announced_.promise_not_to(p, e);
    announced_.promise_harm(p, d);
    announced_.threaten(p, d);
    e.theme = theme_of(p);
    lexicon_.rate(e);
    d.span = p.kind == PredicateKind::verb ? clause_span(parse_, p.token)
             : p.support != kNoToken       ? clause_span(parse_, p.support)
                                           : noun_phrase(parse_, p.token);
    while (d.span.begin < p.token && story_.boilerplate[d.span.begin]) ++d.span.begin;
    if (!d.span.contains(p.token)) d.span = {p.token, p.token + 1};
    e.evidence = story_.evidence(d.span);
    e.why = event_clues(story_, arguments_, p, *frame, d, fact);
    return d;
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

  // "were freed by two neighbours", "shoppers shunned the wine": people whom nothing but the noun tells of.
  void describe_doers(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors) {
    const bool noun = p.kind == PredicateKind::noun;
    if (noun) {  // "a lawsuit filed by the widow"
      for (const TokenIndex c : parse_.children(p.token)) {
        if (parse_[c].relation != Relation::acl || !is_passive(parse_, c)) continue;
        for (const TokenIndex t : agents(parse_, c)) {
          if (arguments_.is_description(t)) actors.push_back(described(t));
        }
      }
      if (!actors.empty() || p.support == kNoToken) return;
    }
    if (p.kind == PredicateKind::adjective) return;
    for (const TokenIndex t : agents(parse_, noun ? p.support : p.token)) {
      const bool crowd = frame.type == EventType::protest && is_crowd(t);
      if (crowd || (!noun && arguments_.is_description(t))) actors.push_back(described(t));
      if (noun) continue;
      if (parse_[t].pos != Pos::num && !lexicon_.measures.contains(parse_[t].lemma)) continue;
      for (const TokenIndex counted : obliques(parse_, t, "of")) {  // "three of his aides"
        if (arguments_.is_description(counted)) actors.push_back(described(counted));
      }
    }
  }

  // "Thousands marched", "More than 200 rallied": how many there were is all that is said of them.
  bool is_crowd(TokenIndex t) const {
    return (parse_[t].pos == Pos::num || lexicon_.crowds.contains(parse_[t].lemma)) && story_.mention_at[t] < 0 &&
           obliques(parse_, t, "of").empty();
  }

  // "police questioned two teens": people whom nothing but the noun tells of, where it is known who does it.
  void describe_targets(const EventFrame& frame, const Predicate& p, Participants& recipients) const {
    if (p.kind != PredicateKind::verb) return;
    for (const Slot& slot : frame.recipients) {
      if (!is_aimed(slot)) continue;
      for (const TokenIndex t : arguments_.fillers(slot, p)) {
        if (arguments_.is_description(t) || arguments_.is_those_who(t) || is_told_to_act(frame, slot, p, t))
          recipients.push_back(Participant::of_description(t));
        if (!lexicon_.measures.contains(parse_[t].lemma)) continue;
        for (const TokenIndex counted : obliques(parse_, t, "of")) {  // "lobbied dozens of ministers"
          if (arguments_.is_description(counted)) recipients.push_back(Participant::of_description(counted));
        }
      }
      if (!recipients.empty()) return;
    }
  }

  // "urged the winners to wait", "called on shops to open": whoever is told to do something can act, whatever the noun.
  bool is_told_to_act(const EventFrame& frame, const Slot& slot, const Predicate& p, TokenIndex noun) const {
    if (frame.type != EventType::request || parse_[noun].pos != Pos::noun || story_.mention_at[noun] >= 0) return false;
    const bool addressed = slot.kind == Slot::Kind::object ? lexicon_.telling.contains(parse_[p.token].lemma)
                                                           : slot.preposition == "on" || slot.preposition == "to";
    if (!addressed) return false;
    const Tokens verbs = arguments_.below(p);
    return std::any_of(verbs.begin(), verbs.end(), [&](TokenIndex v) {
      return v > noun && verb_form(parse_, v).infinitive && !is_passive(parse_, v);
    });
  }

  // "urged bakers and teachers to wait", where only the teachers are known: those who stand beside them are meant, too.
  void describe_companions(const EventFrame& frame, const Predicate& p, Participants& recipients) const {
    if (p.kind != PredicateKind::verb) return;
    for (const Slot& slot : frame.recipients) {
      std::vector<Index> known;
      const Tokens heads = arguments_.fillers(slot, p);
      for (const TokenIndex t : heads) arguments_.add_mention(known, t);
      if (known.empty()) continue;
      for (const TokenIndex t : heads) {
        const bool alone = is_aimed(slot) && parse_[t].pos == Pos::noun && story_.mention_at[t] < 0;
        if (alone && arguments_.is_description(t)) recipients.push_back(Participant::of_description(t));
      }
      return;
    }
  }

  // "led an anti-Okoye protest", "marched to demand the resignation of Okoye": whom the crowd is against.
  void find_protested(const Predicate& p, TokenIndex object, Participants& recipients) const {
    std::vector<Index> against;
    const TokenIndex noun = p.kind == PredicateKind::noun ? p.token : object;
    if (noun != kNoToken) {
      for (const TokenIndex t : parse_.children(noun)) {
        const bool opposed = t > 1 && t < noun && parse_[t - 1].text == "-" && parse_[t - 2].lower == "anti";
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

  // "U.S. and Beninese officials", where the mention begins behind "and".
  bool is_named_in_part(Index group) {
    const auto head = first_heads_.of(group);
    if (!head) return false;
    const std::string& name = story_.record.entities[group].name;
    for (const TokenIndex before : premodifiers(parse_, *head)) {
      const Tokens list = coordinated(parse_, before);
      const TokenIndex last = list.back();
      if (list.size() < 2 || last > *head || name.starts_with(parse_[before].text)) continue;
      if (name.starts_with(parse_[last].text)) return true;
    }
    return false;
  }

  // "Togolese and Beninese officials agreed": the two with each other, and with whoever else took part. "Both U.S. and
  // Beninese officials objected": whose name tells of the Beninese alone are of both countries.
  void apart_by_country(bool mutual, std::vector<Index>& actors) {
    std::vector<Index> out;
    for (const Index actor : actors) {
      std::vector<Index> countries;
      if (mutual || is_named_in_part(actor)) countries = sides_of_group(story_, first_heads_, actor);
      if (countries.empty()) countries.push_back(actor);
      for (const Index e : countries) {
        if (!holds(out, e)) out.push_back(e);
      }
    }
    actors = std::move(out);
  }

  // What links a verb to whom it is aimed at, and not to a place, a time or a cause.
  static bool is_aimed(const Slot& slot) {
    if (slot.kind == Slot::Kind::object || slot.kind == Slot::Kind::dative) return true;
    if (slot.kind != Slot::Kind::preposition) return false;
    constexpr std::string_view kAims[] = {"to", "on", "upon", "against", "at", "with", "about", "over"};
    return std::find(std::begin(kAims), std::end(kAims), slot.preposition) != std::end(kAims);
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

  bool stands_for_country(TokenIndex n) const {
    return parse_[n].tag == Tag::nns || parse_[n].lemma == "force" || parse_[n].lemma == "mission";
  }

  // "help for people in Mali", "troops for the force in Mali": the country stands for those of its people who have no
  // name.
  void people_of_country(Participants& recipients) {
    for (Participant& r : recipients) {
      const std::optional<Index> e = r.entity();
      if (!e || !story_.record.entities[*e].anonymous) continue;
      const auto first = first_heads_.of(*e);
      if (!first || !stands_for_country(*first)) continue;
      std::vector<Index> countries;
      for (const TokenIndex place : obliques(parse_, *first, "in")) arguments_.add_mention(countries, place);
      if (countries.empty()) continue;
      r = Participant::of_entity(countries.front());
      for (auto c = countries.begin() + 1; c != countries.end(); ++c) recipients.push_back(Participant::of_entity(*c));
      return;
    }
  }

  void join_partners(const EventFrame& frame, const Predicate& p, Event& e) const {
    for (const Slot& slot : frame.partners) {
      for (const TokenIndex head : closed_list(parse_, arguments_.named_among(arguments_.fillers(slot, p)))) {
        std::vector<Index> named;
        arguments_.add_mention(named, head);
        for (const Index index : named) {
          if (std::find(e.actors.begin(), e.actors.end(), index) == e.actors.end()) e.actors.push_back(index);
        }
      }
    }
  }

  // "refused to let the helicopters land": nobody is refused but those who fly them.
  void drop_things(Participants& recipients) {
    std::erase_if(recipients, [&](const Participant& r) {
      if (!r.entity() || !story_.record.entities[*r.entity()].anonymous) return false;
      const auto head = first_heads_.of(*r.entity());
      return head && lexicon_.things.contains(parse_[*head].lemma);
    });
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
  std::unordered_map<Index, Index> people_;          // of a place → entity
  std::unordered_map<TokenIndex, Index> described_;  // people by the noun alone → entity
  FirstHeads first_heads_;
};

}  // namespace

void find_events(Story& story) {
  Events(story).run();
}

}  // namespace dragoman
