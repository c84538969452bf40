// Who the heads in a slot stand for: the entities of a mention, else those to whom a thing belongs, on whom it is
// imposed or in whose country it stands.
#include "events/arguments.h"

#include <algorithm>

namespace dragoman {

namespace {

void add(std::vector<Index>& list, Index e) {
  if (std::find(list.begin(), list.end(), e) == list.end()) list.push_back(e);
}

// What is done to somebody, who is not the one to answer for it: "condemned the killing of", "demanded the release of".
bool is_suffered(const EventFrame& frame) {
  return frame.type == "ASSAULT" || frame.type == "COERCE" || (frame.type == "RETREAT" && frame.cameo == "0841");
}

}  // namespace

void Arguments::add_mention(std::vector<Index>& list, TokenIndex head) const {
  const std::size_t before = list.size();
  for (const Index e : story_.entities_at(head)) add(list, e);
  if (list.size() == before && parse_[head].pos == Pos::noun && story_.mention_at[head] < 0) {
    for (const TokenIndex name : appositions(parse_, head)) {  // "the gas giant Petrox"
      if (name != head + 1) continue;
      for (const Index e : story_.entities_at(name)) add(list, e);
    }
  }
  if (places_ && story_.mention_at[head] < 0 && head < story_.place_at.size() && story_.place_at[head] >= 0) {
    add(list, kPlace + static_cast<Index>(story_.place_at[head]));
  }
}

// "a complaint filed in Geneva", "the embassy in Beijing": a capital says where, unless it is the people there who
// suffer.
bool Arguments::is_venue(std::string_view preposition, TokenIndex head) const {
  if (places_ || (preposition != "in" && preposition != "at") || story_.mention_at[head] < 0) return false;
  return story_.mentions[static_cast<std::size_t>(story_.mention_at[head])].kind == MentionKind::metonym;
}

void Arguments::add_party(std::vector<Index>& list, TokenIndex head) const {
  if (parse_[head].lower.ends_with("self") || parse_[head].lower.ends_with("selves")) return;
  const std::size_t before = list.size();
  const auto unfilled = [&] { return list.size() == before; };
  for (int step = 0; step < 3; ++step) {
    add_mention(list, head);
    if (!unfilled() || parse_[head].pos == Pos::pron) return;
    if (parse_[head].pos == Pos::noun) {
      // A deed is held against, or credited to, those who do it: "condemned the killing of …" is not aimed at the dead.
      const Predicate deed = predicate_at(head);
      if (const EventFrame* frame = frame_of(deed); frame != nullptr && !frame->is_mutual()) {
        for (const Index e : parties(frame->actors, deed, 0)) add(list, e);
        if (!unfilled() || is_suffered(*frame)) return;
      }
    }
    for (const TokenIndex owner : possessors(parse_, head)) add_mention(list, owner);
    for (const char* preposition : {"by", "of", "from", "with", "between"}) {
      if (!unfilled()) return;
      for (const TokenIndex owner : obliques(parse_, head, preposition)) add_mention(list, owner);
    }
    if (!unfilled()) return;
    for (const TokenIndex owner : premodifiers(parse_, head)) {
      add_mention(list, owner);
      if (!unfilled()) continue;
      for (const TokenIndex inner : premodifiers(parse_, owner)) add_mention(list, inner);
    }
    if (!unfilled()) return;
    for (const TokenIndex c : parse_.children(head)) {  // "an appeal lodged by the union"
      if (parse_[c].relation != Relation::acl || !is_passive(parse_, c)) continue;
      for (const TokenIndex agent : agents(parse_, c)) add_mention(list, agent);
      if (!unfilled()) continue;
      for (const TokenIndex target : obliques(parse_, c, "on")) add_mention(list, target);  // "a ban imposed on"
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
  if (p.kind != PredicateKind::verb || !places_) return false;
  const Tokens objects = fillers(Slot{Slot::Kind::object, {}}, p);
  return std::any_of(objects.begin(), objects.end(), [&](TokenIndex t) {
    const bool count = parse_[t].pos == Pos::num && child_of(parse_, t, Relation::quantmod) == kNoToken &&
                       child_of(parse_, t, Relation::compound) == kNoToken;  // not "$340 million"
    return count || parse_[t].lemma == "other";
  });
}

std::vector<Index> Arguments::parties(const std::vector<Slot>& slots, const Predicate& p, int depth) const {
  std::vector<Index> out;
  for (const Slot& slot : slots) {
    if (slot.kind == Slot::Kind::complement) {
      out = of_complement(p, depth);
    } else if (slot.kind == Slot::Kind::purpose) {
      out = of_purpose(p);
    } else if (slot.kind == Slot::Kind::within) {
      if (hurts_unnamed(p)) continue;
      add_within(out, p.token, 4);
      if (out.empty() && p.support != kNoToken) add_within(out, p.support, 4);
    } else {
      for (const TokenIndex head : fillers(slot, p)) {
        if (is_venue(slot.preposition, head)) continue;
        // "an agreement of Chile's that allows": what it says is no deed of those who made it.
        const bool says = slot.kind == Slot::Kind::subject && p.kind == PredicateKind::verb &&
                          parse_[head].pos == Pos::noun && lexicon_.documents.contains(parse_[head].lemma);
        if (says) {
          add_mention(out, head);
        } else {
          add_party(out, head);
        }
      }
    }
    if (!out.empty()) return out;
  }
  return out;
}

// Whom what is agreed, refused or asked for would touch: "agreed to provide Kenya with aircraft" → Kenya.
std::vector<Index> Arguments::of_complement(const Predicate& p, int depth) const {
  std::vector<Index> out;
  if (depth <= 0) return out;
  for (const TokenIndex verb : below(p)) {
    const Predicate q = predicate_at(verb);
    if (const EventFrame* frame = frame_of(q)) {
      std::vector<Slot> slots = frame->recipients;
      if (slots.empty()) slots = frame->partners;
      for (const Index e : parties(slots, q, depth - 1)) add(out, e);
      if (out.empty() && frame->type == "AID") out = of_purpose(q);
      if (out.empty()) add_within(out, verb, 4);
    } else if (q.kind == PredicateKind::verb) {
      for (const TokenIndex head : datives(parse_, verb)) add_mention(out, head);
      if (out.empty()) {
        for (const TokenIndex head : patients(parse_, verb)) add_mention(out, head);
      }
      for (const char* preposition : {"to", "with", "against"}) {
        if (!out.empty()) break;
        for (const TokenIndex head : obliques(parse_, verb, preposition, true)) add_party(out, head);
      }
      // "agreed to hold talks with", "refused to make concessions to"
      for (const TokenIndex object : patients(parse_, verb)) {
        const Predicate noun = predicate_at(object);
        if (!out.empty() || noun.kind != PredicateKind::noun) continue;
        if (const EventFrame* carried = frame_of(noun)) {
          for (const Index e : parties(carried->recipients, noun, depth - 1)) add(out, e);
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
void Arguments::add_within(std::vector<Index>& list, TokenIndex head, int depth) const {
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
        if (is_venue(token.lower, p)) continue;
        if (is_occasion(p)) continue;  // "failed to agree at a meeting in Lima"
        for (const TokenIndex each : coordinated(parse_, p)) add_mention(list, each);
        if (list.empty()) {
          for (const TokenIndex before : premodifiers(parse_, p)) add_mention(list, before);
          for (const TokenIndex owner : possessors(parse_, p)) add_mention(list, owner);
        }
        if (list.empty()) add_within(list, p, depth - 1);
      }
    }
  }
}

std::vector<Index> Arguments::of_purpose(const Predicate& p) const {
  std::vector<Index> out;
  for (const TokenIndex c : parse_.children(p.token)) {
    const Relation r = parse_[c].relation;
    if ((r != Relation::advcl && r != Relation::xcomp) || !verb_form(parse_, c).infinitive) continue;
    for (const TokenIndex head : patients(parse_, c)) add_party(out, head);
    if (out.empty()) add_within(out, c, 4);
  }
  return out;
}

}  // namespace dragoman
