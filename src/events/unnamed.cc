#include "events/unnamed.h"

#include "events/journeys.h"
#include "language/syntax.h"
#include "story/members.h"
#include "who/names.h"
#include "who/told_apart.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dragoman {

namespace {

// "recalled its ambassador to Lisbon", "called off a trip to Lisbon", "flew to Lisbon": a capital stands for its
// government. The recipient is the country, if the story speaks of it.
bool is_of_states(EventType type) {
  return type == EventType::sanction || type == EventType::reject || type == EventType::consult;
}

}  // namespace

// What is done by deeds and not by words: its frames take places themselves.
bool UnnamedParties::is_of_deeds(const EventFrame& frame) const {
  return lexicon_.scale(*frame.type).places;
}

// Whether the slot holds those whom one judges or asks something of: "sued", "thanked", "railed against".
bool UnnamedParties::is_judged(const EventFrame& frame, const Slot& slot) {
  const bool words =
      frame.type == EventType::accuse || frame.type == EventType::request || frame.type == EventType::support;
  if (slot.kind != Slot::Kind::preposition) return words;
  if (frame.type == EventType::support && slot.preposition == "with") return true;  // "sided with the city"
  return words && (slot.preposition == "on" || slot.preposition == "upon" || slot.preposition == "against" ||
                   slot.preposition == "at");
}

// Whether the slot links a verb to whom it is aimed at, and not to a place, a time or a cause.
bool UnnamedParties::is_aimed(const Slot& slot) const {
  if (slot.kind == Slot::Kind::object || slot.kind == Slot::Kind::dative) return true;
  return slot.kind == Slot::Kind::preposition && lexicon_.aims.contains(slot.preposition);
}

Index UnnamedParties::entity_of(const Participant& party, EventType type) {
  if (const auto entity = party.entity()) return *entity;
  if (const auto head = party.description()) return described(*head);
  const Index place = *party.place();
  std::optional<Index> state;
  if (is_of_states(type)) state = named_country(story_.record.entities, story_.record.places[place].country);
  if (!state && type == EventType::consult) state = host_at(place);
  return state ? *state : people_of(place);
}

void UnnamedParties::forget_from(Index first) {
  std::vector<Entity>& entities = story_.record.entities;
  if (entities.size() <= first) return;
  std::erase_if(described_, [&](const auto& entry) { return entry.second >= first; });
  entities.erase(entities.begin() + static_cast<std::ptrdiff_t>(first), entities.end());
}

Index UnnamedParties::add_for_place(Index place, std::string name, EntityType type) {
  const Place& where = story_.record.places[place];
  Entity entity;
  entity.name = std::move(name);
  entity.type = type;
  entity.country = entity.code = where.country;
  for (const Span& span : where.mentions) entity.mentions.push_back({span, MentionKind::metonym});
  story_.record.entities.push_back(std::move(entity));
  return static_cast<Index>(story_.record.entities.size()) - 1;
}

// The people of a place, as an entity of its own.
Index UnnamedParties::people_of(Index place) {
  const auto known = people_.find(place);
  if (known != people_.end()) return known->second;
  const Index people = add_for_place(place, story_.record.places[place].name, EntityType::group);
  people_.emplace(place, people);
  return people;
}

// "flew to Lisbon": a guest of the country whose seat that is, though the story does not name it.
std::optional<Index> UnnamedParties::host_at(Index place) {
  const WhoLexicon& who = *story_.lexicon.who;
  const auto known = who.country_by_code.find(story_.record.places[place].country);
  if (known == who.country_by_code.end() || !is_seat_of_government(story_, place)) return std::nullopt;
  return add_for_place(place, who.known[known->second].name, EntityType::country);
}

// "two onlookers", "the wounded": an entity without a name of its own.
Index UnnamedParties::described(TokenIndex head) {
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
    // "30 were hurt, and one was killed"
    const bool counted =
        parse_[head].pos == Pos::num && first == head && last == head && arguments_.counts_people(head);
    if (counted) people.name += " " + counted_noun(head);
    const bool people_told = arguments_.is_description(head) || arguments_.is_those_who(head) ||
                             lexicon_.anybodies.contains(parse_[head].lower);
    people.type = !people_told                  ? EntityType::organisation  // "a military base"
                  : parse_[head].tag == Tag::nn ? EntityType::person
                                                : EntityType::group;
    people.anonymous = true;
    people.mentions.push_back({story_.span(phrase), MentionKind::title});
    story_.record.entities.push_back(std::move(people));
  }
  return known->second;
}

// What a number without a noun counts: in "14 sailors were killed and 30 were hurt" sailors, else people.
std::string UnnamedParties::counted_noun(TokenIndex number) const {
  if (parse_[number].lower == "one" || parse_[number].lower == "1") return "person";
  const TokenIndex verb = parse_[number].head;
  const auto is_subject = [](Relation r) { return r == Relation::nsubj || r == Relation::nsubjpass; };
  const auto same_slot = [&](TokenIndex other) {
    const Relation a = parse_[number].relation, b = parse_[other].relation;
    return a == b || (is_subject(a) && is_subject(b));
  };
  if (parse_[verb].relation == Relation::conj && is_verbal(parse_[verb])) {
    for (const TokenIndex other : parse_.children(parse_[verb].head)) {
      const bool plural = parse_[other].tag == Tag::nns && child_of(parse_, other, Relation::nummod) != kNoToken;
      if (other < number && plural && same_slot(other)) return std::string(parse_[other].lower);
    }
  }
  return "people";
}

bool UnnamedParties::is_determiner(TokenIndex t) const {
  const Relation r = parse_[t].relation;
  return r == Relation::det || r == Relation::nummod || r == Relation::predet || r == Relation::quantmod ||
         r == Relation::poss || r == Relation::advmod || r == Relation::case_ || parse_[t].pos == Pos::num ||
         parse_[t].lower == "several" || parse_[t].lower == "many" || parse_[t].lower == "other";
}

// "were freed by two neighbours", "shoppers shunned the wine": people whom nothing but the noun tells of.
void UnnamedParties::describe_doers(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors) {
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

// "a rebel raid", "the government crackdown", "student protests": by whom, where no phrase of theirs is about.
void UnnamedParties::describe_doers_before(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors) {
  const bool by_force = frame.type == EventType::assault || frame.type == EventType::coerce;
  if (p.kind != PredicateKind::noun || (!by_force && frame.type != EventType::protest)) return;
  if (std::find(frame.actors.begin(), frame.actors.end(), Slot{}) == frame.actors.end()) return;
  const std::vector<NounWay>& ways = story_.lexicon.nouns->of(parse_[p.token].lemma).agent;
  const bool before = std::any_of(ways.begin(), ways.end(), [&](const NounWay& way) {
    const bool kind = way.kind == NounWay::Kind::before || way.kind == NounWay::Kind::people_before;
    return kind && (way.beside.empty() || !obliques(parse_, p.token, way.beside).empty());
  });
  if (!before) return;
  for (const TokenIndex t : premodifiers(parse_, p.token)) {
    const Token& word = parse_[t];
    // The tagger takes "rebel" for an adjective there.
    if ((word.pos != Pos::noun && word.pos != Pos::adj) || story_.mention_at[t] >= 0) continue;
    if (!lexicon_.acting.contains(word.lemma) && (by_force || !lexicon_.protesting.contains(word.lemma))) continue;
    if (!premodifiers(parse_, t).empty()) continue;  // "the anti-government protest", "a Malian army raid"
    if (t > 0 && is_hyphen(parse_[t - 1])) continue;
    if (const auto known = told_just_before(t)) {
      actors.push_back(*known);
      return;
    }
    const bool people = lexicon_.humans.contains(word.lemma);
    Entity doers;
    doers.name = std::string(word.lower) + (people && word.tag != Tag::nns ? "s" : "");
    doers.type = people ? EntityType::group : EntityType::organisation;
    doers.anonymous = true;
    doers.mentions.push_back({story_.span(t, t + 1), MentionKind::title});
    const auto [entry, fresh] = described_.emplace(t, static_cast<Index>(story_.record.entities.size()));
    if (fresh) story_.record.entities.push_back(std::move(doers));
    actors.push_back(entry->second);
    return;
  }
}

// "Rebels seized the town. … A rebel raid": whom the same noun stood for in the last sentences, if it was one and the
// deed's own sentence speaks of no other country.
std::optional<Index> UnnamedParties::told_just_before(TokenIndex noun) const {
  constexpr std::uint32_t kNear = 2;
  constexpr TokenIndex kFar = 150;
  std::optional<Index> found;
  const bool people = lexicon_.humans.contains(parse_[noun].lemma);
  const TokenIndex floor = noun - std::min(noun, kFar);
  for (TokenIndex t = noun; t-- > floor && parse_[t].sentence + kNear >= parse_[noun].sentence;) {
    if (story_.mention_at[t] < 0 || parse_[t].lemma != parse_[noun].lemma) continue;
    if (people && parse_[t].tag != Tag::nns) continue;
    const auto& entities = story_.entities_at(t);
    if (entities.size() != 1 || (found && *found != entities.front())) return std::nullopt;
    found = entities.front();
  }
  return found && speaks_of_another_country(parse_[noun].sentence, *found) ? std::nullopt : found;
}

bool UnnamedParties::speaks_of_another_country(std::uint32_t sentence, Index e) const {
  const std::string_view own = story_.record.entities[e].sure_country();
  const TokenSpan span = parse_.sentences[sentence];
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (story_.place_at[t] >= 0) {
      const std::string& country = story_.record.places[static_cast<std::size_t>(story_.place_at[t])].country;
      if (!country.empty() && country != own) return true;
    }
    for (const Index other : story_.entities_at(t)) {
      const Entity& entity = story_.record.entities[other];
      if (entity.type == EntityType::country && entity.country != own) return true;
    }
  }
  return false;
}

// "Thousands marched", "More than 200 rallied": how many there were is all that is said of them.
bool UnnamedParties::is_crowd(TokenIndex t) const {
  return (parse_[t].pos == Pos::num || lexicon_.crowds.contains(parse_[t].lemma)) && story_.mention_at[t] < 0 &&
         obliques(parse_, t, "of").empty();
}

// "police questioned two teens": people whom nothing but the noun tells of, where it is known who does it.
void UnnamedParties::describe_targets(const EventFrame& frame, const Predicate& p, Participants& recipients) const {
  if (p.kind == PredicateKind::noun) describe_accused(frame, p, recipients);
  if (p.kind != PredicateKind::verb) return;
  for (const Slot& slot : frame.recipients) {
    const bool asked_for = frame.type == EventType::request && slot.preposition == "for";
    if (!is_aimed(slot) && !asked_for) continue;
    for (const TokenIndex t : arguments_.fillers(slot, p)) {
      if (asked_for) {
        if (const auto owner = owner_described(frame, slot, t))
          recipients.push_back(Participant::of_description(*owner));
        continue;
      }
      if (const auto governed = governed_at(t); governed && is_judged(frame, slot)) {
        recipients.push_back(*governed);
      } else if (const auto owner = governed_owner(t); owner && is_judged(frame, slot)) {
        recipients.push_back(*owner);
      } else if (arguments_.is_description(t) || arguments_.is_those_who(t) || is_told_to_act(frame, slot, p, t)) {
        recipients.push_back(Participant::of_description(t));
      } else if (const auto owner = owner_described(frame, slot, t)) {
        recipients.push_back(Participant::of_description(*owner));
      }
      if (!lexicon_.measures.contains(parse_[t].lemma)) continue;
      for (const TokenIndex counted : obliques(parse_, t, "of")) {  // "lobbied dozens of ministers"
        if (arguments_.is_description(counted)) recipients.push_back(Participant::of_description(counted));
      }
    }
    if (!recipients.empty()) return;
  }
}

// "the lawsuit against North Carolina", "criticism of the city of Lagos".
void UnnamedParties::describe_accused(const EventFrame& frame, const Predicate& p, Participants& recipients) const {
  if (frame.type != EventType::accuse) return;
  for (const Slot& slot : frame.recipients) {
    for (const TokenIndex t : arguments_.fillers(slot, p)) {
      const auto governed = governed_at(t);
      if (governed && governed->place()) recipients.push_back(*governed);
    }
    if (!recipients.empty()) return;
  }
}

// "sued North Carolina", "urged the city of Lagos to", "blamed the county": a place that somebody governs stands for
// them where words are aimed at it.
std::optional<Participant> UnnamedParties::governed_at(TokenIndex t) const {
  if (story_.mention_at[t] >= 0) return std::nullopt;
  const auto place = [&](TokenIndex at) {
    return at < story_.place_at.size() && story_.place_at[at] >= 0
               ? std::optional(Participant::of_place(static_cast<Index>(story_.place_at[at])))
               : std::nullopt;
  };
  if (!lexicon_.polities.contains(parse_[t].lemma) || parse_[t].pos != Pos::noun) return place(t);
  const Tokens of = obliques(parse_, t, "of");
  for (const TokenIndex name : of) {
    if (const auto named = place(name)) return named;
  }
  // "demanded a separate state", "blamed the state of the road"
  const bool one_of_many = arguments_.has_indefinite_article(t);
  return one_of_many || !of.empty() ? std::nullopt : std::optional(Participant::of_description(t));
}

// "criticised Lagos's ban", "endorsed the Texas plan", "condemned the decision by the city of Lagos": the place whose
// words or rules are judged.
std::optional<Participant> UnnamedParties::governed_owner(TokenIndex work) const {
  if (parse_[work].pos != Pos::noun || !lexicon_.authored.contains(parse_[work].lemma)) return std::nullopt;
  // "the Paris agreement": where it was made.
  const bool agreed = lexicon_.agreements.contains(parse_[work].lemma);
  const Tokens before = agreed ? Tokens{} : premodifiers(parse_, work);
  for (const Tokens& owners : {possessors(parse_, work), obliques(parse_, work, "by"), before}) {
    for (const TokenIndex owner : owners) {
      if (parse_[owner].name == NameType::date || parse_[owner].name == NameType::time) continue;
      if (const auto governed = governed_at(owner); governed && governed->place()) return governed;
    }
  }
  return std::nullopt;
}

// "seized the orchestra's drums", "appealed for the public's help": whose it is, where only a noun tells of them. Words
// about what somebody has are aimed at people alone.
std::optional<TokenIndex> UnnamedParties::owner_described(const EventFrame& frame, const Slot& slot,
                                                          TokenIndex owned) const {
  const bool taken = frame.type == EventType::coerce && slot.kind == Slot::Kind::object;
  if (parse_[owned].pos != Pos::noun || (!taken && is_of_deeds(frame))) return std::nullopt;
  for (const TokenIndex owner : possessors(parse_, owned)) {
    if (parse_[owner].pos != Pos::noun || story_.mention_at[owner] >= 0 || story_.place_at[owner] >= 0) continue;
    if (parse_[owner].name == NameType::date || parse_[owner].name == NameType::time) continue;
    if (taken || arguments_.is_description(owner)) return owner;
  }
  return std::nullopt;
}

// "urged the winners to wait", "called on shops to open": whoever is told to do something can act, whatever the noun.
bool UnnamedParties::is_told_to_act(const EventFrame& frame, const Slot& slot, const Predicate& p,
                                    TokenIndex noun) const {
  const bool anybody = lexicon_.anybodies.contains(parse_[noun].lower);
  if (frame.type != EventType::request || story_.mention_at[noun] >= 0) return false;
  if (parse_[noun].pos != Pos::noun && !anybody) return false;
  const bool addressed = slot.kind == Slot::Kind::object ? lexicon_.telling.contains(parse_[p.token].lemma)
                                                         : slot.preposition == "on" || slot.preposition == "to";
  if (!addressed) return false;
  const Tokens verbs = arguments_.below(p);
  return std::any_of(verbs.begin(), verbs.end(), [&](TokenIndex v) {
    return v > noun && verb_form(parse_, v).infinitive && !is_passive(parse_, v);
  });
}

// "urged bakers and teachers to wait", where only the teachers are known: those who stand beside them are meant, too.
void UnnamedParties::describe_companions(const EventFrame& frame, const Predicate& p, Participants& recipients) const {
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

}  // namespace dragoman
