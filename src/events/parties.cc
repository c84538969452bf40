// Who fills the slots of an entry: those for whom the heads in them stand, without those who only stand there.
#include "events/arguments.h"
#include "story/members.h"

#include <algorithm>
#include <iterator>

namespace dragoman {

namespace {

constexpr int kComplements = 2;  // steps down: "agreed to offer to send"

}  // namespace

// "a complaint filed in Geneva", "the embassy in Beijing": a capital says where, unless it is the people there who
// suffer.
bool Arguments::is_venue(std::string_view preposition, TokenIndex head) const {
  if ((preposition != "in" && preposition != "at") || story_.mention_at[head] < 0) return false;
  return story_.mentions[static_cast<std::size_t>(story_.mention_at[head])].kind == MentionKind::metonym;
}

// "an inquiry by Mali accuses", "Peru's appeal urges", "talks between Mali and Peru failed": who does the one does the
// other.
bool Arguments::is_same_deed(TokenIndex noun, const EventFrame& told) const {
  if (parse_[noun].pos != Pos::noun || story_.mention_at[noun] >= 0) return false;
  const EventFrame* frame = frame_of(predicate_at(noun));
  return frame != nullptr && frame->is_event() && (frame->type == told.type || frame->is_mutual());
}

// "injured 1,000 others outside the embassy", "arrested him in Niger": those who suffer are said, though not by a name
// that is known, and no place stands for them.
bool Arguments::hurts_unnamed(const Predicate& p) const {
  if (p.kind != PredicateKind::verb) return false;
  const Tokens objects = fillers(Slot{Slot::Kind::object, {}}, p);
  return std::any_of(objects.begin(), objects.end(), [&](TokenIndex t) {
    return parse_[t].pos == Pos::pron || parse_[t].pos == Pos::propn || is_description(t);
  });
}

// "investigated the attack on the embassy": whoever suffered it is not accused of it.
bool Arguments::is_about_suffering(const Predicate& p) const {
  if (p.kind != PredicateKind::verb) return false;
  const Tokens objects = patients(parse_, p.token);
  return std::any_of(objects.begin(), objects.end(), [&](TokenIndex t) {
    if (parse_[t].pos != Pos::noun) return false;
    const EventFrame* frame = frame_of(predicate_at(t));
    return frame != nullptr && frame->is_suffered();
  });
}

// "since the workers' strike began and pledged": no deed of force promises or demands anything, nor do its doers by it.
bool Arguments::is_mute(TokenIndex deed, const EventFrame& said) const {
  const bool spoken = said.type == EventType::agree || said.type == EventType::request ||
                      said.type == EventType::accuse || said.type == EventType::reject;
  if (!spoken || parse_[deed].pos != Pos::noun || story_.mention_at[deed] >= 0) return false;
  const EventFrame* frame = frame_of(predicate_at(deed));
  if (frame == nullptr || !frame->is_event()) return false;
  return frame->type == EventType::assault || frame->type == EventType::coerce || frame->type == EventType::mobilize ||
         (frame->type == EventType::protest && said.type == EventType::agree);
}

bool Arguments::tells_to_do(const Predicate& p) const {
  const Tokens verbs = below(p);
  return std::any_of(verbs.begin(), verbs.end(), [&](TokenIndex v) { return verb_form(parse_, v).infinitive; });
}

// "called for an inquiry", "demanded a special prosecutor": who is asked for is not there to be asked.
bool Arguments::is_yet_to_be(TokenIndex head) const {
  const Entity* body = only_entity(head);
  if (body == nullptr || has_name(*body)) return false;
  if (body->type != EntityType::organisation && body->type != EntityType::person) return false;
  return parse_[head].pos == Pos::noun && possessors(parse_, head).empty() && has_indefinite_article(head);
}

// "called for the envoy to be expelled": it is asked of whoever would expel him, and not of him.
bool Arguments::is_asked_about(TokenIndex head, const Predicate& p) const {
  return std::any_of(parse_.children(p.token).begin(), parse_.children(p.token).end(), [&](TokenIndex c) {
    const Relation r = parse_[c].relation;
    return c > head && (r == Relation::xcomp || r == Relation::acl) && verb_form(parse_, c).infinitive &&
           is_passive(parse_, c);
  });
}

// "complained that its members were beaten", "said its forces had failed": nobody is accused by his own people.
bool Arguments::is_doers_own(TokenIndex head, const Predicate& p) const {
  const Tokens owners = possessors(parse_, head), doers = fillers(Slot{}, p);
  return std::any_of(owners.begin(), owners.end(), [&](TokenIndex owner) {
    const Entity* of = only_entity(owner);
    return parse_[owner].pos == Pos::pron && of != nullptr &&
           std::any_of(doers.begin(), doers.end(), [&](TokenIndex t) { return only_entity(t) == of; });
  });
}

bool Arguments::has_indefinite_article(TokenIndex noun) const {
  const TokenIndex article = child_of(parse_, noun, Relation::det);
  return article != kNoToken && (parse_[article].lower == "a" || parse_[article].lower == "an");
}

void Arguments::add_heads(PartyList& list, const Tokens& heads, const Slot& slot, const EventFrame& frame,
                          const Predicate& p, int deeds, bool done_to) const {
  // "proposed the abolition of the senate": what is asked for is asked of whoever does it.
  const bool asks = frame.type == EventType::request && (slot.kind == Slot::Kind::object || slot.preposition == "for");
  // "ordered the Togolese mission to leave": whoever is to do it stands there.
  const bool told = asks && slot.kind == Slot::Kind::object && p.kind == PredicateKind::verb && tells_to_do(p);
  const bool subject = slot.kind == Slot::Kind::subject && !done_to;  // not "the plan of Togo's drew criticism"
  const bool acts = subject && p.kind != PredicateKind::noun;
  const bool judges = frame.type == EventType::accuse || frame.type == EventType::support ||
                      frame.type == EventType::protest;  // "rallied against the removal of Reyes"
  // Of those who are harmed only some may be named.
  const Tokens single = without_counted(heads);
  for (const TokenIndex head : frame.is_suffered() || frame.type == EventType::aid ? single : named_among(single)) {
    if (!list.takes_places() && is_venue(slot.preposition, head)) continue;
    const std::size_t before = list.size();
    // "an agreement of Chile's that allows": what it says is no deed of those who made it.
    const bool says = subject && p.kind == PredicateKind::verb && parse_[head].pos == Pos::noun &&
                      lexicon_.documents.contains(parse_[head].lemma);
    if (subject && p.kind == PredicateKind::verb && is_mute(head, frame)) continue;
    if (asks && !told && is_yet_to_be(head)) continue;
    if (asks && slot.preposition == "for" && is_asked_about(head, p)) continue;
    // "demanded that a panel decide": there is none yet.
    const Entity* body = slot.kind == Slot::Kind::clause ? only_entity(head) : nullptr;
    if (body != nullptr && body->type == EntityType::organisation && is_yet_to_be(head)) continue;
    if (frame.type == EventType::accuse && slot.kind == Slot::Kind::clause && is_doers_own(head, p)) continue;
    // "defended her vote for Paz": her own deed.
    const bool backed = frame.type == EventType::support && slot.kind == Slot::Kind::object && done_to;
    if (backed && parse_[head].pos == Pos::noun && story_.mention_at[head] < 0 && is_doers_own(head, p)) {
      const EventFrame* own = frame_of(predicate_at(head));
      if (lexicon_.authored.contains(parse_[head].lemma) || (own != nullptr && own->is_event())) continue;
    }
    if (is_deed_named_by(frame, slot, head)) continue;
    if (is_arbiter(frame, slot, head)) continue;
    if (says) {
      add_mention_to(list, head);
    } else {
      const Behalf behalf = acts && !is_same_deed(head, frame) ? Behalf::agent
                            : asks && !told                    ? Behalf::doer
                            : done_to && judges                ? Behalf::answerable
                                                               : Behalf::anybody;
      add_party_to(list, head, deeds, behalf);
    }
    if (list.takes_places()) {  // "attacked a military base": what is hit stands for those in it
      const bool pressed = frame.type == EventType::coerce && slot.preposition == "on";  // "cracked down on schools"
      const bool hit = pressed || (frame.type == EventType::assault && slot.preposition != "in");
      if (hit && list.size() == before && lexicon_.targets.contains(parse_[head].lemma)) {
        list.add(Participant::of_description(head));
      }
    }
  }
}

// "two traders, Kofi Mensah and Yaw Boateng": the parser may coordinate those who are counted with their names.
Tokens Arguments::without_counted(const Tokens& heads) const {
  if (heads.size() < 3 || parse_[heads[0]].tag != Tag::nns) return heads;
  const Entity* described = only_entity(heads[0]);
  if (described == nullptr || has_name(*described)) return heads;
  const TokenIndex count = child_of(parse_, heads[0], Relation::nummod);
  constexpr std::string_view kNumbers[] = {"two", "three", "four", "five", "six"};
  if (count == kNoToken || heads.size() - 3 >= std::size(kNumbers) || parse_[count].lower != kNumbers[heads.size() - 3])
    return heads;
  Tokens names(heads.begin() + 1, heads.end());
  const bool people = std::all_of(names.begin(), names.end(), [&](TokenIndex t) {
    const Entity* named = only_entity(t);
    return named != nullptr && has_name(*named) && named->type == EntityType::person;
  });
  return people ? names : heads;
}

// "opened the inquiry": the deed that the entry names with its verb, though the noun may stand for a body elsewhere.
bool Arguments::is_deed_named_by(const EventFrame& frame, const Slot& slot, TokenIndex head) const {
  const Entity* body = only_entity(head);
  if (body == nullptr || body->type != EntityType::organisation || parse_[head].pos != Pos::noun) return false;
  const bool named = std::any_of(frame.conditions.begin(), frame.conditions.end(), [&](const SlotCondition& c) {
    return c.slot == slot && c.names_words() && is_named(c, head);
  });
  if (!named) return false;
  const EventFrame* deed = frame_of({head, PredicateKind::noun, kNoToken});
  return deed != nullptr && deed->is_event();
}

// "complained to the United Nations", "lodged a protest with the court": before whom somebody is accused.
bool Arguments::is_arbiter(const EventFrame& frame, const Slot& slot, TokenIndex head) const {
  const bool addressed = slot.kind == Slot::Kind::dative || slot.preposition == "to" || slot.preposition == "with";
  if (frame.type != EventType::accuse || !addressed) return false;
  const Entity* body = only_entity(head);
  return body != nullptr && (body->code.starts_with("IGO") || body->code.ends_with("JUD"));
}

bool Arguments::is_done_to_each_other(const EventFrame& frame, const Predicate& p) const {
  if (p.kind != PredicateKind::verb || frame.is_mutual()) return false;
  return std::any_of(frame.recipients.begin(), frame.recipients.end(), [&](const Slot& slot) {
    const Tokens heads = fillers(slot, p);
    return std::any_of(heads.begin(), heads.end(), [&](TokenIndex t) {
      // The parser makes either word the head.
      const TokenIndex first = parse_[t].lower == "each" || parse_[t].lower == "one" ? t : t == 0 ? t : t - 1;
      if (first + 1 >= parse_.size()) return false;
      const std::string_view one = parse_[first].lower, other = parse_[first + 1].lower;
      return (one == "each" && other == "other") || (one == "one" && other == "another");
    });
  });
}

// "a bombing in Atlanta", "attacked a market in Lagos": where it was, and nobody who was meant.
void Arguments::drop_scene(PartyList& list, const EventFrame& frame) {
  if (frame.type == EventType::assault) list.drop_places();
}

PartyList Arguments::fill(const std::vector<Slot>& slots, const EventFrame& frame, const Predicate& p, Steps left,
                          bool places) const {
  PartyList out(places);
  for (const Slot& slot : slots) {
    if (slot.kind == Slot::Kind::complement) {
      out = of_complement(frame, p, left, places);
    } else if (slot.kind == Slot::Kind::purpose) {
      out = of_purpose(frame, p, left.deeds, places);
    } else if (slot.kind == Slot::Kind::within) {
      if (places && hurts_unnamed(p)) continue;
      if (frame.type == EventType::accuse && is_about_suffering(p)) continue;
      add_within(out, p.token, 4);
      if (out.empty() && p.support != kNoToken) add_within(out, p.support, 4);
      drop_scene(out, frame);
    } else {
      const bool where = slot.kind == Slot::Kind::preposition && (slot.preposition == "in" || slot.preposition == "at");
      if (where && places && hurts_unnamed(p)) continue;
      for (const Tokens& heads : ways(slot, p)) {
        add_heads(out, heads, slot, frame, p, left.deeds, &slots == &frame.recipients);
        if (where) drop_scene(out, frame);
        if (!out.empty()) return out;
      }
    }
    if (!out.empty()) return out;
  }
  return out;
}

std::vector<Index> Arguments::parties(const std::vector<Slot>& slots, const EventFrame& frame,
                                      const Predicate& p) const {
  return fill(slots, frame, p, {kComplements, kDeeds}, false).entities();
}

Participants Arguments::parties_and_places(const std::vector<Slot>& slots, const EventFrame& frame,
                                           const Predicate& p) const {
  return fill(slots, frame, p, {kComplements, kDeeds}, true).all();
}

}  // namespace dragoman
