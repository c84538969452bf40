// Whom what is agreed, refused or asked for would touch: the parties of the deeds below an act and of its purpose.
#include "events/arguments.h"
#include "events/token_lists.h"
#include "story/members.h"

#include <algorithm>

namespace dragoman {

namespace {

// "promised to ask parliament", "promised to catch the smugglers": nothing is promised to those whom the deed is for.
bool nothing_promised(const EventFrame& deed) {
  return deed.type == EventType::request || deed.is_suffered() || deed.type == EventType::accuse ||
         deed.type == EventType::sanction;
}

// "approved a motion to hire Paz", and not "passed a motion that urges Paz": what a paper decides for somebody.
bool helps(const EventFrame& deed) {
  return deed.type == EventType::agree || deed.type == EventType::support || deed.type == EventType::concede ||
         deed.type == EventType::aid || deed.type == EventType::cooperate;
}

// "refused to condemn Mali", "declined to disown the league": who is spared is refused nothing.
bool spares(const EventFrame& deed) {
  return deed.type == EventType::accuse || deed.type == EventType::reject || deed.type == EventType::sanction ||
         deed.type == EventType::coerce || deed.type == EventType::assault || deed.type == EventType::threaten ||
         deed.type == EventType::protest;
}

}  // namespace

// "agreed to provide Kenya with aircraft" → Kenya. Not whom a promise would hurt ("promised to catch the smugglers"),
// nor what stands beside a deed that is no event.
PartyList Arguments::of_complement(const EventFrame& above, const Predicate& p, Steps left, bool places) const {
  PartyList out(places);
  if (left.complements <= 0) return out;
  --left.complements;
  Tokens verbs = below(p);
  if (verbs.empty() && p.kind == PredicateKind::verb) {  // "expressed its readiness to share its maps with Peru"
    for (const TokenIndex named : named_by(above, p)) {
      if (parse_[named].pos == Pos::noun) verbs = below(predicate_at(named));
    }
    if (verbs.empty() && above.type == EventType::support) verbs = content_of_paper(p.token);
  }
  const bool promised = above.type == EventType::agree || above.type == EventType::concede;
  for (const TokenIndex verb : verbs) {
    // "after meeting Paz, proposed": what comes before is not what is asked for.
    if (above.type == EventType::request && (verb < p.token || is_to_be_done(verb))) continue;
    const Predicate q = predicate_at(verb);
    if (const EventFrame* frame = frame_of(q); frame != nullptr && frame->is_event()) {
      if (promised && nothing_promised(*frame)) continue;
      if (above.type == EventType::reject && spares(*frame)) continue;
      if (above.type == EventType::support && !helps(*frame)) continue;
      add_of_deed_below(out, *frame, q, left);
    } else if (q.kind == PredicateKind::verb) {
      add_of_verb_below(out, above, q, left);
    }
    if (above.type == EventType::reject && q.kind == PredicateKind::verb) add_refused(out, verb, left);
  }
  return out;
}

// "approved a motion to hire Paz", "passed a resolution accepting a bid from Petrox": what the paper decides.
Tokens Arguments::content_of_paper(TokenIndex verb) const {
  Tokens out;
  for (const TokenIndex paper : patients(parse_, verb)) {
    if (parse_[paper].pos != Pos::noun || !lexicon_.authored.contains(parse_[paper].lemma)) continue;
    for (const TokenIndex c : parse_.children(paper)) {
      if (c < paper || parse_[c].relation != Relation::acl) continue;
      if (parse_[c].tag == Tag::vbg || verb_form(parse_, c).infinitive) out.push_back(c);
    }
  }
  return out;
}

void Arguments::add_of_deed_below(PartyList& out, const EventFrame& frame, const Predicate& q, Steps left) const {
  const std::vector<Slot>& slots = frame.recipients.empty() ? frame.partners : frame.recipients;
  out.add(fill(slots, frame, q, left, out.takes_places()));
  if (frame.type == EventType::request)  // "threatened to push for the expulsion of"
    add_carried(out, obliques(parse_, q.token, "for"), left);
  if (out.empty() && frame.type == EventType::aid) out = of_purpose(frame, q, left.deeds, out.takes_places());
  if (out.empty() && frame.type == EventType::aid) add_within(out, q.token, 4);
}

// Of a verb that is no event, those beside it: the surest place first.
void Arguments::add_of_verb_below(PartyList& out, const EventFrame& above, const Predicate& q, Steps left) const {
  const TokenIndex verb = q.token;
  const bool promised = above.type == EventType::agree || above.type == EventType::concede;
  for (const TokenIndex head : datives(parse_, verb)) add_mention_to(out, head);
  const bool threatened = above.type == EventType::threaten;
  const bool proposed = above.type == EventType::request && parse_[verb].tag == Tag::vbg;
  const bool meant = promised || above.type == EventType::support;
  for (const TokenIndex head : patients(parse_, verb)) {  // "vowed to punish Mali", "proposed merging Petrox"
    if (!out.empty() || head < verb || !is_named_one(head)) continue;
    if (threatened || proposed || (meant && is_another(head))) add_mention_to(out, head);
  }
  if (out.empty() && promised && is_passive(parse_, verb)) {  // "agreed to be bought by Petrox"
    for (const TokenIndex head : agents(parse_, verb)) add_mention_to(out, head);
  }
  // "refused to let Reyes go", "offered to help Togo rebuild the port"
  const bool helps = lexicon_.helping.contains(parse_[verb].lemma);
  if (out.empty() && (helps || (!promised && lexicon_.letting.contains(parse_[verb].lemma)))) {
    for (const TokenIndex head : acting_below(q)) add_mention_to(out, head);
  }
  for (const TokenIndex helped : helps ? below(q) : Tokens{}) {  // "offered to help finance Togo's port"
    if (!out.empty() || !lexicon_.benefiting.contains(parse_[helped].lemma)) continue;
    for (const TokenIndex head : patients(parse_, helped)) add_party_to(out, head, left.deeds, Behalf::anybody);
  }
  const auto add_named_behind = [&](std::string_view preposition) {
    if (!out.empty()) return;
    for (const TokenIndex head : obliques(parse_, verb, preposition, true)) {
      if (is_named_one(head)) add_mention_to(out, head);
    }
  };
  add_named_behind("with");
  if (!promised) add_named_behind("against");
  if (out.empty() && !promised) {  // "declined to listen to a plea from"
    for (const TokenIndex head : obliques(parse_, verb, "to")) add_party_to(out, head, left.deeds, Behalf::doer);
  }
  for (const TokenIndex object : patients(parse_, verb)) {  // "to provide a guarantee to"
    if (!out.empty() || object < verb) continue;
    for (const TokenIndex head : obliques(parse_, object, "to")) {
      if (is_named_one(head)) add_mention_to(out, head);
    }
  }
  // "agreed to hold talks with", "refused to make concessions to"
  add_carried(out, patients(parse_, verb), left);
  add_carried(out, obliques(parse_, verb, "for"), left);
}

// "agreed to buy Petrox", "vowed to beat Paz", and not "promised to lead the country", "to enlarge its army": somebody
// else than who promises.
bool Arguments::is_another(TokenIndex head) const {
  const Entity* entity = only_entity(head);
  if (entity == nullptr || !possessors(parse_, head).empty()) return false;
  return entity->type == EntityType::person || (entity->type != EntityType::country && has_name(*entity));
}

void Arguments::add_refused(PartyList& out, TokenIndex verb, Steps left) const {
  for (const TokenIndex head : patients(parse_, verb)) {  // "refused to admit Mali"
    if (out.empty() && head > verb && is_named_one(head)) add_mention_to(out, head);
  }
  for (const TokenIndex head : patients(parse_, verb)) {  // "refused to hear Mali's appeal"
    const bool heard = lexicon_.heeding.contains(parse_[verb].lemma) && parse_[head].pos == Pos::noun;
    if (out.empty() && head > verb && heard) add_party_to(out, head, left.deeds, Behalf::anybody);
  }
}

// Whom the deeds that the nouns name are done to, where nobody is known yet.
void Arguments::add_carried(PartyList& list, const Tokens& nouns, Steps left) const {
  for (const TokenIndex t : nouns) {
    const Predicate noun = predicate_at(t);
    if (!list.empty() || noun.kind != PredicateKind::noun) continue;
    if (const EventFrame* carried = frame_of(noun)) {
      list.add(fill(carried->recipients, *carried, noun, left, list.takes_places()));
    }
  }
}

bool Arguments::is_occasion(TokenIndex noun) const {
  if (parse_[noun].pos != Pos::noun) return false;
  const EventFrame* frame = frame_of(predicate_at(noun));
  return frame != nullptr && frame->type == EventType::consult && frame->is_mutual();
}

// Down the objects and the phrases of place and use, never through a verb: "food for schools in eastern Chad" → Chad.
void Arguments::add_within(PartyList& list, TokenIndex head, int depth) const {
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
        if (!list.takes_places() && is_venue(token.lower, p)) continue;
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

// "sued to block a bid", "a suit seeking to block it", "a suit challenging the bid": the verbs of what it is for.
Tokens Arguments::aims_of_suit(const Predicate& p) const {
  Tokens above{p.token}, out;
  if (p.support != kNoToken) above.push_back(p.support);
  if (p.kind == PredicateKind::verb) add_tokens(above, patients(parse_, p.token));
  for (const TokenIndex t : above) {
    for (const TokenIndex c : parse_.children(t)) {
      const Relation r = parse_[c].relation;
      if (c < t || (r != Relation::advcl && r != Relation::xcomp && r != Relation::acl)) continue;
      if (parse_[c].tag != Tag::vbg && !verb_form(parse_, c).infinitive) continue;
      const TokenIndex inner = child_of(parse_, c, Relation::xcomp);  // "seeking to block"
      add_tokens(out, {inner == kNoToken ? c : inner});
    }
  }
  return out;
}

PartyList Arguments::of_purpose(const EventFrame& frame, const Predicate& p, int deeds, bool places) const {
  PartyList out(places);
  if (frame.type == EventType::accuse) {  // "sued to block a bid by Togo": whoever does it, and nobody else about it
    for (const TokenIndex c : aims_of_suit(p)) {
      for (const TokenIndex head : patients(parse_, c)) add_party_to(out, head, deeds, Behalf::answerable);
    }
    return out;
  }
  for (const TokenIndex c : parse_.children(p.token)) {
    const Relation r = parse_[c].relation;
    if ((r != Relation::advcl && r != Relation::xcomp) || !verb_form(parse_, c).infinitive) continue;
    for (const TokenIndex head : patients(parse_, c)) add_party_to(out, head, deeds, Behalf::anybody);
    if (out.empty() && lexicon_.helping.contains(parse_[c].lemma)) {  // "to help Togo rebuild the port"
      for (const TokenIndex head : acting_below(predicate_at(c))) add_mention_to(out, head);
    }
    if (out.empty()) add_within(out, c, 4);
  }
  return out;
}

}  // namespace dragoman
