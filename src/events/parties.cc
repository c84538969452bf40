// Who the heads in a slot stand for: the entities of a mention, else those to whom a thing belongs, on whom it is
// imposed or in whose country it stands.
#include "events/arguments.h"

#include <algorithm>
#include <type_traits>

namespace dragoman {

namespace {

template <typename Item>
void add(std::vector<Item>& list, Item e) {
  if (std::find(list.begin(), list.end(), e) == list.end()) list.push_back(e);
}

void add_entity(std::vector<Index>& list, Index e) {
  add(list, e);
}

void add_entity(Participants& list, Index e) {
  add(list, Participant::of_entity(e));
}

template <typename List>
constexpr bool kTakesPlaces = std::is_same_v<List, Participants>;

constexpr int kComplements = 2;  // steps down: "agreed to offer to send"
// Steps from a deed to those who do it, who may be named by another deed. In a parse of damaged text two deeds can
// stand for each other.
constexpr int kDeeds = 4;

// What is done to somebody, who is not the one to answer for it: "condemned the killing of", "demanded the release of".
bool is_suffered(const EventFrame& frame) {
  return frame.type == "ASSAULT" || frame.type == "COERCE" || (frame.type == "RETREAT" && frame.cameo == "0841");
}

}  // namespace

template <typename List>
void Arguments::add_mention_to(List& list, TokenIndex head) const {
  const std::size_t before = list.size();
  for (const Index e : story_.entities_at(head)) add_entity(list, e);
  if (list.size() == before && parse_[head].pos == Pos::noun && story_.mention_at[head] < 0) {
    for (const TokenIndex name : appositions(parse_, head)) {  // "the gas giant Petrox"
      if (name != head + 1) continue;
      for (const Index e : story_.entities_at(name)) add_entity(list, e);
    }
  }
  if constexpr (kTakesPlaces<List>) {
    if (story_.mention_at[head] < 0 && head < story_.place_at.size() && story_.place_at[head] >= 0) {
      add(list, Participant::of_place(static_cast<Index>(story_.place_at[head])));
    }
  }
}

// "a complaint filed in Geneva", "the embassy in Beijing": a capital says where, unless it is the people there who
// suffer.
bool Arguments::is_venue(std::string_view preposition, TokenIndex head) const {
  if ((preposition != "in" && preposition != "at") || story_.mention_at[head] < 0) return false;
  return story_.mentions[static_cast<std::size_t>(story_.mention_at[head])].kind == MentionKind::metonym;
}

template <typename List>
void Arguments::add_party_to(List& list, TokenIndex head, int deeds) const {
  if (parse_[head].lower.ends_with("self") || parse_[head].lower.ends_with("selves")) return;
  const std::size_t before = list.size();
  const auto unfilled = [&] { return list.size() == before; };
  for (int step = 0; step < 3; ++step) {
    add_mention_to(list, head);
    if (!unfilled() || parse_[head].pos == Pos::pron) return;
    if (deeds > 0 && parse_[head].pos == Pos::noun) {
      // A deed is held against, or credited to, those who do it: "condemned the killing of …" is not aimed at the dead.
      const Predicate deed = predicate_at(head);
      if (const EventFrame* frame = frame_of(deed); frame != nullptr && frame->is_event() && !frame->is_mutual()) {
        for (const auto& e : fill<List>(frame->actors, deed, {0, deeds - 1})) add(list, e);
        if (!unfilled() || is_suffered(*frame)) return;
      }
    }
    for (const TokenIndex owner : possessors(parse_, head)) add_mention_to(list, owner);
    for (const char* preposition : {"by", "of", "from", "with", "between"}) {
      if (!unfilled()) return;
      for (const TokenIndex owner : obliques(parse_, head, preposition)) add_mention_to(list, owner);
    }
    if (!unfilled()) return;
    for (const TokenIndex owner : premodifiers(parse_, head)) {
      add_mention_to(list, owner);
      if (!unfilled()) continue;
      for (const TokenIndex inner : premodifiers(parse_, owner)) add_mention_to(list, inner);
    }
    if (!unfilled()) return;
    for (const TokenIndex c : parse_.children(head)) {  // "an appeal lodged by the union"
      if (parse_[c].relation != Relation::acl || !is_passive(parse_, c)) continue;
      for (const TokenIndex agent : agents(parse_, c)) add_mention_to(list, agent);
      if (!unfilled()) continue;
      for (const TokenIndex target : obliques(parse_, c, "on")) add_mention_to(list, target);  // "a ban imposed on"
    }
    if (!unfilled()) return;
    // "dozens of members of the group", "the chairman's plan": one step down the phrase.
    Tokens next = possessors(parse_, head);
    if (next.empty()) next = obliques(parse_, head, "of");
    if (next.empty()) return;
    head = next.front();
  }
}

// "injured 1,000 others outside the embassy": those who suffer are said, though not by a name.
bool Arguments::hurts_unnamed(const Predicate& p) const {
  if (p.kind != PredicateKind::verb) return false;
  const Tokens objects = fillers(Slot{Slot::Kind::object, {}}, p);
  return std::any_of(objects.begin(), objects.end(), [&](TokenIndex t) {
    const bool count = parse_[t].pos == Pos::num && child_of(parse_, t, Relation::quantmod) == kNoToken &&
                       child_of(parse_, t, Relation::compound) == kNoToken;  // not "$340 million"
    return count || parse_[t].lemma == "other";
  });
}

template <typename List>
List Arguments::fill(const std::vector<Slot>& slots, const Predicate& p, Steps left) const {
  List out;
  for (const Slot& slot : slots) {
    if (slot.kind == Slot::Kind::complement) {
      out = of_complement<List>(p, left);
    } else if (slot.kind == Slot::Kind::purpose) {
      out = of_purpose<List>(p, left.deeds);
    } else if (slot.kind == Slot::Kind::within) {
      if (kTakesPlaces<List> && hurts_unnamed(p)) continue;
      add_within(out, p.token, 4);
      if (out.empty() && p.support != kNoToken) add_within(out, p.support, 4);
    } else {
      for (const TokenIndex head : fillers(slot, p)) {
        if (!kTakesPlaces<List> && is_venue(slot.preposition, head)) continue;
        // "an agreement of Chile's that allows": what it says is no deed of those who made it.
        const bool says = slot.kind == Slot::Kind::subject && p.kind == PredicateKind::verb &&
                          parse_[head].pos == Pos::noun && lexicon_.documents.contains(parse_[head].lemma);
        if (says) {
          add_mention_to(out, head);
        } else {
          add_party_to(out, head, left.deeds);
        }
      }
    }
    if (!out.empty()) return out;
  }
  return out;
}

// Whom what is agreed, refused or asked for would touch: "agreed to provide Kenya with aircraft" → Kenya.
template <typename List>
List Arguments::of_complement(const Predicate& p, Steps left) const {
  List out;
  if (left.complements <= 0) return out;
  --left.complements;
  for (const TokenIndex verb : below(p)) {
    const Predicate q = predicate_at(verb);
    if (const EventFrame* frame = frame_of(q); frame != nullptr && frame->is_event()) {
      std::vector<Slot> slots = frame->recipients;
      if (slots.empty()) slots = frame->partners;
      for (const auto& e : fill<List>(slots, q, left)) add(out, e);
      if (out.empty() && frame->type == "AID") out = of_purpose<List>(q, left.deeds);
      if (out.empty()) add_within(out, verb, 4);
    } else if (q.kind == PredicateKind::verb) {
      for (const TokenIndex head : datives(parse_, verb)) add_mention_to(out, head);
      if (out.empty()) {
        for (const TokenIndex head : patients(parse_, verb)) add_mention_to(out, head);
      }
      for (const char* preposition : {"to", "with", "against"}) {
        if (!out.empty()) break;
        for (const TokenIndex head : obliques(parse_, verb, preposition, true)) {
          add_party_to(out, head, left.deeds);
        }
      }
      // "agreed to hold talks with", "refused to make concessions to"
      for (const TokenIndex object : patients(parse_, verb)) {
        const Predicate noun = predicate_at(object);
        if (!out.empty() || noun.kind != PredicateKind::noun) continue;
        if (const EventFrame* carried = frame_of(noun)) {
          for (const auto& e : fill<List>(carried->recipients, noun, left)) add(out, e);
        }
      }
      if (out.empty()) add_within(out, verb, 4);
    }
  }
  return out;
}

bool Arguments::is_occasion(TokenIndex noun) const {
  if (parse_[noun].pos != Pos::noun) return false;
  const EventFrame* frame = frame_of(predicate_at(noun));
  return frame != nullptr && frame->type == "CONSULT" && frame->is_mutual();
}

// Down the objects and the phrases of place and use, never through a verb: "food for schools in eastern Chad" → Chad.
template <typename List>
void Arguments::add_within(List& list, TokenIndex head, int depth) const {
  if (depth == 0) return;
  for (const TokenIndex c : parse_.children(head)) {
    if (!list.empty()) return;
    const Token& token = parse_[c];
    if (token.relation == Relation::dobj || (token.relation == Relation::nsubjpass && depth == 4)) {
      add_within(list, c, depth - 1);
    } else if ((token.relation == Relation::prep || token.relation == Relation::dative) && c > head &&
               lexicon_.places_and_uses.contains(token.lower)) {
      for (const TokenIndex p : parse_.children(c)) {
        if (parse_[p].relation != Relation::pobj) continue;
        if (!kTakesPlaces<List> && is_venue(token.lower, p)) continue;
        if (is_occasion(p)) continue;  // "failed to agree at a meeting in Lima"
        for (const TokenIndex each : coordinated(parse_, p)) add_mention_to(list, each);
        if (list.empty()) {
          for (const TokenIndex before : premodifiers(parse_, p)) add_mention_to(list, before);
          for (const TokenIndex owner : possessors(parse_, p)) add_mention_to(list, owner);
        }
        if (list.empty()) add_within(list, p, depth - 1);
      }
    }
  }
}

template <typename List>
List Arguments::of_purpose(const Predicate& p, int deeds) const {
  List out;
  for (const TokenIndex c : parse_.children(p.token)) {
    const Relation r = parse_[c].relation;
    if ((r != Relation::advcl && r != Relation::xcomp) || !verb_form(parse_, c).infinitive) continue;
    for (const TokenIndex head : patients(parse_, c)) add_party_to(out, head, deeds);
    if (out.empty()) add_within(out, c, 4);
  }
  return out;
}

void Arguments::add_mention(std::vector<Index>& list, TokenIndex head) const {
  add_mention_to(list, head);
}

void Arguments::add_party(std::vector<Index>& list, TokenIndex head) const {
  add_party_to(list, head, kDeeds);
}

void Arguments::add_direct_party(std::vector<Index>& list, TokenIndex head) const {
  add_party_to(list, head, 0);
}

std::vector<Index> Arguments::parties(const std::vector<Slot>& slots, const Predicate& p) const {
  return fill<std::vector<Index>>(slots, p, {kComplements, kDeeds});
}

Participants Arguments::parties_and_places(const std::vector<Slot>& slots, const Predicate& p) const {
  return fill<Participants>(slots, p, {kComplements, kDeeds});
}

}  // namespace dragoman
