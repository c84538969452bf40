#include "events/events.h"

#include "events/addressees.h"
#include "events/arguments.h"
#include "events/demands.h"
#include "events/draft.h"
#include "events/frames.h"
#include "events/from_meetings.h"
#include "events/status.h"
#include "lexicon/lexicon.h"

#include <algorithm>
#include <unordered_map>

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
    for (TokenIndex t = 0; t < parse_.size(); ++t) demand(t);
    for (const Found& found : found_) {
      if (!absorbed_[found.predicate.token]) draft(found);
    }
    const std::size_t told = drafts_.size();
    add_meetings(story_, arguments_, absorbed_, drafts_);
    for (std::size_t i = told; i < drafts_.size(); ++i) rate(drafts_[i].event);
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const EventDraft& a, const EventDraft& b) { return a.trigger < b.trigger; });
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
      absorb_below(verb, 3);
    }
    absorb_below(found.predicate.token, 3);
    for (const Slot& slot :
         {Slot{Slot::Kind::object, {}}, Slot{Slot::Kind::preposition, "for"}, Slot{Slot::Kind::preposition, "to"}}) {
      for (const TokenIndex head : arguments_.fillers(slot, found.predicate)) {
        if (parse_[head].pos != Pos::noun || head < found.predicate.token) continue;
        absorbed_[head] = true;
        for (const TokenIndex c : parse_.children(head)) {  // "an invitation to attend"
          if (parse_[c].relation == Relation::acl && verb_form(parse_, c).infinitive) absorbed_[c] = true;
        }
      }
    }
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
  Index entity_of(Index recipient) {
    if (recipient < Arguments::kPlace) return recipient;
    const Index place = recipient - Arguments::kPlace;
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

  // "recalled its ambassador to Lisbon": the country whose capital that is, where it is spoken of.
  Index state_of(Index recipient) {
    if (recipient < Arguments::kPlace) return recipient;
    const std::string& code = story_.record.places[recipient - Arguments::kPlace].country;
    for (Index e = 0; e < story_.record.entities.size() && !code.empty(); ++e) {
      if (story_.record.entities[e].type == EntityType::country && story_.record.entities[e].country == code) return e;
    }
    return entity_of(recipient);
  }

  void draft(const Found& found) {
    const auto& [p, frame] = found;
    if (frame->type.empty()) return;
    EventDraft d;
    d.trigger = p.token;
    d.clause = p.support == kNoToken ? p.token : p.support;
    d.mutual = frame->is_mutual();
    d.definite = p.kind == PredicateKind::noun && is_definite(p.token);
    d.background =
        p.kind == PredicateKind::noun ? d.definite && p.support == kNoToken : in_aside(p.token) || is_reason(p.token);
    d.voiced =
        p.kind == PredicateKind::verb && verb_form(parse_, p.token).modal != kNoToken && is_negated(parse_, p.token);
    if (p.kind == PredicateKind::verb) {
      const Tokens objects = patients(parse_, p.token);
      if (!objects.empty()) d.object = objects.front();
    }
    Event& e = d.event;
    e.type = frame->type;
    e.mode = frame->mode;
    e.cameo = frame->cameo;
    e.contexts = frame->contexts;
    e.trigger = {story_.span(p.token, p.token + 1), std::string(parse_[p.token].lemma)};
    e.actors = arguments_.parties(frame->actors, p);
    if (e.actors.empty()) own_subject(p, e.actors);
    if (p.kind == PredicateKind::noun && e.mode == "visit" && e.actors.empty()) traveller(p, e.actors);
    speaks_for_own(p, e.actors);
    arguments_.admit_places(lexicon_.types.find(frame->type)->second.places);
    e.recipients = arguments_.parties(frame->recipients, p);
    arguments_.admit_places(false);
    const bool led = !e.actors.empty();
    if (d.mutual) join_partners(*frame, p, e);
    // "is meant to help them meet officials": who meets them is not said.
    const bool open = parse_[p.token].relation == Relation::acl;
    if (!led && !open && d.mutual && p.kind == PredicateKind::verb && e.actors.size() < 2) return;
    if (d.mutual && e.type == "AGREE" && e.actors.size() > 1) e.recipients.clear();  // they agree with each other
    if (e.recipients.empty() && !d.mutual) deed_of_object(*frame, p, e.recipients);
    if (e.type == "AID" || e.type == "AGREE") people_of_country(e.recipients);
    std::erase_if(e.recipients,
                  [&](Index r) { return std::find(e.actors.begin(), e.actors.end(), r) != e.actors.end(); });
    if (e.recipients.empty() && p.kind == PredicateKind::verb && is_spoken(*frame) && !e.actors.empty()) {
      e.recipients = addressees(story_, arguments_, lexicon_, p.token, e.actors);
    }
    if (!is_told(p, *frame, d) || is_only_named(p) || is_asked(p)) return;
    for (Index& recipient : e.recipients) recipient = e.type == "SANCTION" ? state_of(recipient) : entity_of(recipient);
    e.status = status_of(story_, lexicon_, p.token);
    if (p.support != kNoToken && e.status == EventStatus::happened) e.status = status_of(story_, lexicon_, p.support);
    refuse(p, e);
    threaten(p, e);
    e.theme = theme_of(p);
    rate(e);
    d.span = p.kind == PredicateKind::verb ? clause_span(parse_, p.token)
             : p.support != kNoToken       ? clause_span(parse_, p.support)
                                           : noun_phrase(parse_, p.token);
    while (d.span.begin < p.token && story_.boilerplate[d.span.begin]) ++d.span.begin;
    if (!d.span.contains(p.token)) d.span = {p.token, p.token + 1};
    e.evidence = story_.evidence(d.span);
    drafts_.push_back(std::move(d));
  }

  bool stands_for_country(TokenIndex n) const {
    return parse_[n].tag == Tag::nns || parse_[n].lemma == "force" || parse_[n].lemma == "mission";
  }

  // "help for people in Mali", "troops for the force in Mali": the country stands for those of its people who have no
  // name.
  void people_of_country(std::vector<Index>& recipients) const {
    for (Index& e : recipients) {
      if (e >= Arguments::kPlace || !story_.record.entities[e].anonymous) continue;
      const auto head = std::find_if(story_.mentions.begin(), story_.mentions.end(), [&](const TokenMention& m) {
        return m.entities.size() == 1 && m.entities[0] == e;
      });
      if (head == story_.mentions.end() || !stands_for_country(head->head)) continue;
      std::vector<Index> countries;
      for (const TokenIndex place : obliques(parse_, head->head, "in")) arguments_.add_mention(countries, place);
      if (countries.empty()) continue;
      e = countries.front();
      recipients.insert(recipients.end(), countries.begin() + 1, countries.end());
      return;
    }
  }

  // "arrived in Oslo after a visit to Bergen": whoever acts in the clause was there.
  void traveller(const Predicate& p, std::vector<Index>& actors) const {
    const TokenIndex preposition = parse_[p.token].head;
    if (parse_[p.token].relation != Relation::pobj || is_definite(p.token) ||
        !is_verbal(parse_[parse_[preposition].head]))
      return;
    const std::string_view w = parse_[preposition].lower;
    if (w != "after" && w != "following" && w != "before" && w != "during" && w != "on" && w != "for") return;
    for (const TokenIndex head : agents(parse_, parse_[preposition].head)) arguments_.add_mention(actors, head);
    std::erase_if(actors, [&](Index e) { return story_.record.entities[e].type == EntityType::country; });
  }

  // "Alves said his government would not let them": he refuses.
  void speaks_for_own(const Predicate& p, std::vector<Index>& actors) const {
    if (p.kind != PredicateKind::verb || actors.size() != 1) return;
    const VerbForm form = verb_form(parse_, p.token);
    const TokenIndex subject = child_of(parse_, p.token, Relation::nsubj);
    const TokenIndex clause = clause_head(parse_, p.token);
    if ((form.modal == kNoToken && form.tense != Tense::future) || subject == kNoToken || clause != p.token) return;
    if (parse_[clause].relation != Relation::ccomp || !lexicon_.realms.contains(parse_[subject].lemma)) return;
    std::vector<Index> owners, speakers;
    for (const TokenIndex owner : possessors(parse_, subject)) {
      if (parse_[owner].pos == Pos::pron) arguments_.add_mention(owners, owner);
    }
    for (const TokenIndex speaker : surface_subjects(parse_, parse_[clause].head))
      arguments_.add_mention(speakers, speaker);
    if (owners.size() == 1 && owners == speakers && story_.record.entities[owners[0]].type == EntityType::person) {
      actors = owners;
    }
  }

  // A subject that is no party itself but belongs to one: "Israeli jets bombed".
  void own_subject(const Predicate& p, std::vector<Index>& actors) const {
    if (p.kind == PredicateKind::noun) return;
    const TokenIndex subject = child_of(parse_, p.token, Relation::nsubj);
    // "an agreement that allows": what it says, and no deed of those who made it.
    if (subject != kNoToken && is_relative_pronoun(parse_[subject])) return;
    if (subject != kNoToken && lexicon_.documents.contains(parse_[subject].lemma)) return;
    for (const TokenIndex head : arguments_.fillers(Slot{}, p)) arguments_.add_party(actors, head);
    if (actors.empty()) of_speaker(p, actors);
    if (actors.empty()) of_author(p.token, actors);
  }

  // "issued a statement condemning", "in a resolution urging": whoever writes it.
  void of_author(TokenIndex verb, std::vector<Index>& actors) const {
    const TokenIndex noun = parse_[verb].head;
    if (parse_[verb].relation != Relation::acl || parse_[verb].tag != Tag::vbg || story_.mention_at[noun] >= 0) return;
    TokenIndex above = parse_[noun].head;
    if (parse_[noun].relation == Relation::pobj && parse_[above].lower == "in")
      above = parse_[above].head;
    else if (parse_[noun].relation != Relation::dobj && parse_[noun].relation != Relation::nsubjpass)
      return;
    if (!is_verbal(parse_[above])) return;
    for (const TokenIndex author : agents(parse_, above)) arguments_.add_mention(actors, author);
  }

  // "The rebels said they would": a pronoun that found nobody is whoever says so.
  void of_speaker(const Predicate& p, std::vector<Index>& actors) const {
    const TokenIndex verb = p.support == kNoToken ? p.token : p.support;
    const Tokens subjects = surface_subjects(parse_, verb);
    if (subjects.empty() || parse_[subjects.front()].pos != Pos::pron ||
        is_relative_pronoun(parse_[subjects.front()])) {
      return;
    }
    const TokenIndex clause = clause_head(parse_, verb);
    if (parse_[clause].relation != Relation::ccomp || !is_verbal(parse_[parse_[clause].head])) return;
    for (const TokenIndex speaker : surface_subjects(parse_, parse_[clause].head)) {
      arguments_.add_mention(actors, speaker);
    }
  }

  void join_partners(const EventFrame& frame, const Predicate& p, Event& e) const {
    for (const Slot& slot : frame.partners) {
      for (const TokenIndex head : closed_list(parse_, named_among(arguments_.fillers(slot, p)))) {
        for (const Index index : story_.entities_at(head)) {
          if (std::find(e.actors.begin(), e.actors.end(), index) == e.actors.end()) e.actors.push_back(index);
        }
      }
    }
  }

  // "with countries including Chile and Peru": those that are named.
  Tokens named_among(const Tokens& heads) const {
    Tokens out;
    for (const TokenIndex head : heads) {
      Tokens named;
      if (parse_[head].tag == Tag::nns) named = obliques(parse_, head, "including");
      if (named.empty() && parse_[head].tag == Tag::nns) named = obliques(parse_, head, "as");  // "such as"
      if (named.empty()) named.push_back(head);
      out.insert(out.end(), named.begin(), named.end());
    }
    return out;
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
      if (e.actors.empty() || owned_by_several(p.token)) {
        const bool several = owned_by_several(p.token);
        e.actors.clear();
        if (several) of_clause(p.token, e);
        if (e.actors.size() < 2) refer_back(p, e);
      }
    }
    if (frame.recipient_needed && e.recipients.empty()) return false;
    if (frame.is_mutual() && e.type == "CONSULT" && e.recipients.empty() && e.actors.size() == 1) {
      if (!is_we(p, e) && is_alone(e)) return false;
    }
    if (e.actors.empty() && is_state(p)) return false;
    if (!e.actors.empty()) return true;
    if (e.recipients.empty()) return false;
    if (p.kind == PredicateKind::noun) return e.type == "ASSAULT";
    if (p.kind != PredicateKind::verb || e.type == "CONSULT") return false;
    // "was agreed in Geneva": somebody agrees, or nobody does.
    return is_passive(parse_, p.token) ? e.type != "AGREE" : e.type == "ASSAULT" && is_of_violence(p.token);
  }

  // "firing that killed three", "the raid left": an act of somebody's who is not named, and no flood.
  bool is_of_violence(TokenIndex verb) const {
    const Tokens subjects = surface_subjects(parse_, verb);
    return std::any_of(subjects.begin(), subjects.end(), [&](TokenIndex s) {
      return parse_[s].pos == Pos::noun && story_.mention_at[s] < 0 && lexicon_.violence.contains(parse_[s].lemma);
    });
  }

  // "We discussed it", in the mouth of one who met somebody before: both.
  bool is_we(const Predicate& p, Event& e) const {
    const Tokens subjects = surface_subjects(parse_, p.support == kNoToken ? p.token : p.support);
    if (subjects.size() != 1 || parse_[subjects[0]].lower != "we") return false;
    for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kBack; ++steps) {
      const std::vector<Index>& before = drafts_[i].event.actors;
      if (before.size() < 2 || is_to_come(drafts_[i].event.status)) continue;
      const Entity& speaker = story_.record.entities[e.actors[0]];
      const bool among = std::any_of(before.begin(), before.end(), [&](Index b) {
        return b == e.actors[0] || (speaker.type == EntityType::country && !speaker.country.empty() &&
                                    story_.record.entities[b].country == speaker.country);
      });
      if (!among) continue;
      if (!drafts_[i].mutual && drafts_[i].event.type != "AGREE" && drafts_[i].event.type != "SUPPORT") continue;
      e.actors = before;
      return true;
    }
    return false;
  }

  // One person meets nobody: "Author Ann Smith will discuss her book".
  bool is_alone(const Event& e) const {
    return e.actors.size() == 1 && story_.record.entities[e.actors[0]].type == EntityType::person;
  }

  // "is justified", "are armed with rifles": how things are, and nobody's deed.
  bool is_state(const Predicate& p) const {
    if (p.kind != PredicateKind::verb || !is_passive(parse_, p.token)) return false;
    const VerbForm form = verb_form(parse_, p.token);
    if (form.tense == Tense::present) return !form.perfect && child_word(parse_, p.token, "being") == kNoToken;
    return parse_[p.token].relation == Relation::acomp;
  }

  // "Will you resign?" asserts nothing.
  bool is_asked(const Predicate& p) const {
    const TokenSpan sentence = parse_.sentences[parse_[p.token].sentence];
    TokenIndex last = sentence.end;
    while (last > p.token && (parse_[last - 1].is_space || parse_[last - 1].tag == Tag::close_quote)) --last;
    if (last <= p.token || parse_[last - 1].text != "?" || p.kind != PredicateKind::verb) return false;
    const TokenIndex clause = clause_head(parse_, p.token);
    return parse_[clause].head == clause || parse_[clause].relation == Relation::conj;
  }

  // "the difficulty of resolving the dispute", "talks on concluding a treaty": nobody says that it is done.
  bool is_only_named(const Predicate& p) const {
    if (p.kind != PredicateKind::verb || parse_[p.token].relation != Relation::pcomp) return false;
    const TokenIndex preposition = parse_[p.token].head;
    if (is_visiting(parse_[p.token]) && parse_[preposition].lower == "with") return true;
    return parse_[parse_[preposition].head].pos == Pos::noun;
  }

  // "their talks", with whoever "their" seemed to be alone.
  bool owned_by_several(TokenIndex n) const {
    for (const TokenIndex owner : possessors(parse_, n)) {
      const auto& entities = story_.entities_at(owner);
      if (parse_[owner].lower != "their" || entities.size() > 1) continue;
      if (entities.empty() || story_.record.entities[entities[0]].type != EntityType::group) return true;
    }
    return false;
  }

  // "At their meeting Ann told Bob": of those whom the clause names.
  void of_clause(TokenIndex n, Event& e) const {
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

  static bool is_to_come(EventStatus s) { return s != EventStatus::happened && s != EventStatus::ongoing; }

  // "the talks": of those who last met or agreed; "the coming talks": of those who are to meet.
  void refer_back(const Predicate& p, Event& e) const {
    const bool coming = is_to_come(status_of(story_, lexicon_, p.token));
    for (std::size_t i = drafts_.size(), steps = 0; i-- > 0 && steps < kBack; ++steps) {
      const Event& before = drafts_[i].event;
      if (before.actors.size() < 2 || !(drafts_[i].mutual || before.type == "AGREE")) continue;
      if (is_to_come(before.status) != coming) continue;
      e.actors = before.actors;
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
    // "would not meet B": one refuses the other.
    if (e.recipients.empty() && e.actors.size() > 1) {
      const std::vector<Index> own = arguments_.parties({Slot{}}, p);
      const auto is_own = [&](Index a) { return std::find(own.begin(), own.end(), a) != own.end(); };
      if (std::any_of(e.actors.begin(), e.actors.end(), is_own)) {
        std::copy_if(e.actors.begin(), e.actors.end(), std::back_inserter(e.recipients),
                     [&](Index a) { return !is_own(a); });
        std::erase_if(e.actors, [&](Index a) { return !is_own(a); });
      }
    }
    e.status = EventStatus::happened;
  }

  // "will bomb", "said it would expel": to announce harm is to threaten.
  void threaten(const Predicate& p, Event& e) const {
    if (p.kind != PredicateKind::verb || e.status != EventStatus::planned || e.actors.empty()) return;
    const std::string& threat = lexicon_.types.find(e.type)->second.threat;
    if (threat.empty() || is_passive(parse_, p.token)) return;
    const VerbForm form = verb_form(parse_, p.token);
    if (form.tense != Tense::future && form.modal == kNoToken) return;
    e.type = "THREATEN";
    e.mode.clear();
    e.cameo = threat;
    e.status = EventStatus::happened;
  }

  // "said that Japan must": a demand, and what must be done no deed.
  void demand(TokenIndex verb) {
    auto draft = demand_at(story_, arguments_, lexicon_, verb);
    if (!draft) return;
    absorbed_[verb] = absorbed_[draft->clause] = true;
    rate(draft->event);
    drafts_.push_back(std::move(*draft));
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
  std::unordered_map<Index, Index> people_;  // of a place → entity
};

}  // namespace

void find_events(Story& story) {
  Events(story).run();
}

}  // namespace dragoman
