// Who the heads in a slot stand for: the entities of a mention, else those to whom a thing belongs, on whom it is
// imposed or in whose country it stands.
#include "events/arguments.h"

#include <algorithm>
#include <iterator>
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

bool has_name(const Entity& entity) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [](const Mention& m) { return m.kind == MentionKind::name; });
}

// What is done to somebody, who is not the one to answer for it: "condemned the killing of", "demanded the release of".
bool is_suffered(const EventFrame& frame) {
  return frame.type == EventType::assault || frame.type == EventType::coerce ||
         (frame.type == EventType::retreat && frame.cameo == "0841");
}

}  // namespace

template <typename List>
void Arguments::add_mention_to(List& list, TokenIndex head) const {
  const std::size_t before = list.size();
  const auto add_named = [&](TokenIndex name) {
    for (const Index e : story_.entities_at(name)) add_entity(list, e);
  };
  const Tokens names = named_beside(head);
  std::for_each(names.begin(), names.end(), add_named);
  if (names.empty()) add_named(head);
  if (list.size() == before && parse_[head].pos == Pos::noun && story_.mention_at[head] < 0) {
    for (const TokenIndex name : appositions(parse_, head)) {  // "the gas giant Petrox"
      if (name < head || parse_[name].left_edge != head + 1) continue;
      for (const Index e : story_.entities_at(name)) add_entity(list, e);
    }
  }
  if constexpr (kTakesPlaces<List>) {
    if (story_.mention_at[head] >= 0) return;
    if (head < story_.place_at.size() && story_.place_at[head] >= 0) {
      add(list, Participant::of_place(static_cast<Index>(story_.place_at[head])));
    } else if (list.size() == before && is_description(head)) {
      add(list, Participant::of_description(head));
    }
  }
}

// "the largest party, the Liberals, rejected", "two traders, Kofi Mensah and Yaw Boateng,": who is only described is
// whoever the apposition names.
Tokens Arguments::named_beside(TokenIndex head) const {
  const Entity* described = only_entity(head);
  if (described == nullptr || has_name(*described)) return {};
  const auto fits = [&](const Entity* named, EntityType as) {
    return named != nullptr && has_name(*named) && named->type != EntityType::country &&
           (named->type == EntityType::person) == (as == EntityType::person);
  };
  for (const TokenIndex name : appositions(parse_, head)) {
    if (name < head) continue;
    if (fits(only_entity(name), described->type)) return {name};
    const Tokens people = coordinated(parse_, name);
    const bool several = parse_[head].tag == Tag::nns && people.size() > 1;
    if (several && std::all_of(people.begin(), people.end(),
                               [&](TokenIndex t) { return fits(only_entity(t), EntityType::person); }))
      return people;
  }
  return {};
}

// "beat two onlookers", "treated the wounded": people whom nothing but this noun tells of.
bool Arguments::is_description(TokenIndex head) const {
  const Token& token = parse_[head];
  if (token.relation == Relation::compound || token.relation == Relation::amod) return false;
  if (token.lower == "wounded" || token.lower == "injured") return token.pos != Pos::verb;
  return is_hurt_count(head) || is_count(head) || (token.pos == Pos::noun && lexicon_.humans.contains(token.lemma));
}

// "those who hoard rice": people whom the clause tells apart, where it is short enough for a name.
bool Arguments::is_those_who(TokenIndex head) const {
  constexpr std::uint32_t kLongest = 8;
  if (parse_[head].lower != "those" || subtree(parse_, head).size() > kLongest) return false;
  return std::any_of(parse_.children(head).begin(), parse_.children(head).end(), [&](TokenIndex c) {
    return parse_[c].relation == Relation::relcl && child_word(parse_, c, "who") != kNoToken;
  });
}

// "treated 19 wounded"
bool Arguments::is_hurt_count(TokenIndex head) const {
  const TokenIndex next = head + 1;
  return parse_[head].pos == Pos::num && next < parse_.size() && parse_[next].head == head &&
         (parse_[next].lower == "wounded" || parse_[next].lower == "injured");
}

// "killed three and hurt six others", "700 have been arrested"
bool Arguments::is_count(TokenIndex head) const {
  const Token& token = parse_[head];
  if (token.pos != Pos::num && token.lower != "others") return false;
  if (token.pos == Pos::num && token.relation == Relation::conj) return false;  // "200 people in Lagos and 11 in Lomé"
  const TokenIndex verb = parse_[first_conjunct(parse_, head)].head;
  return is_verbal(parse_[verb]) && obliques(parse_, head, "of").empty() &&
         (lexicon_.harms.contains(parse_[verb].lemma) || lexicon_.done_to_people.contains(parse_[verb].lemma));
}

// "a complaint filed in Geneva", "the embassy in Beijing": a capital says where, unless it is the people there who
// suffer.
bool Arguments::is_venue(std::string_view preposition, TokenIndex head) const {
  if ((preposition != "in" && preposition != "at") || story_.mention_at[head] < 0) return false;
  return story_.mentions[static_cast<std::size_t>(story_.mention_at[head])].kind == MentionKind::metonym;
}

// The entity that the head stands for, where it is a single one.
const Entity* Arguments::only_entity(TokenIndex head) const {
  const auto& entities = story_.entities_at(head);
  return entities.size() == 1 ? &story_.record.entities[entities[0]] : nullptr;
}

bool Arguments::is_named_one(TokenIndex head) const {
  const Entity* entity = only_entity(head);
  return entity != nullptr && !entity->anonymous;
}

// "pro-British towns": towards whom something stands, and nobody's own.
bool Arguments::is_attitude(TokenIndex t) const {
  for (const std::string_view prefix : {"pro-", "anti-", "non-"}) {
    if (parse_[t].lower.starts_with(prefix)) return true;
  }
  if (t < 2 || parse_[t - 1].text != "-") return false;
  const std::string_view prefix = parse_[t - 2].lower;
  return prefix == "pro" || prefix == "anti" || prefix == "non";
}

template <typename List>
void Arguments::add_party_to(List& list, TokenIndex head, int deeds, Behalf behalf) const {
  if (parse_[head].lower.ends_with("self") || parse_[head].lower.ends_with("selves")) return;
  const std::size_t before = list.size();
  const auto unfilled = [&] { return list.size() == before; };
  const bool judged = behalf == Behalf::answerable || behalf == Behalf::doer;
  const auto undergone = [&] { return judged && is_undergone(head); };
  for (int step = 0; step < 3; ++step) {
    // "praised the presidency of Ana Reyes": its holder.
    const bool held = lexicon_.offices.contains(parse_[head].lemma) &&
                      (!possessors(parse_, head).empty() || !obliques(parse_, head, "of").empty());
    if (step == 0 && list.size() == before) {  // "a campaign by the Farmers' League"
      const Entity* body = only_entity(head);
      const bool unnamed = body != nullptr && !has_name(*body) && body->type == EntityType::organisation &&
                           !lexicon_.targets.contains(parse_[head].lemma);
      const Tokens doers = unnamed ? obliques(parse_, head, "by") : Tokens{};
      for (const TokenIndex doer : doers) add_mention_to(list, doer);
      if (!unfilled()) return;
    }
    if (!held) add_mention_to(list, head);
    // "some of Togo's proposals"
    const bool counting = lexicon_.measures.contains(parse_[head].lemma) && !obliques(parse_, head, "of").empty();
    if (!unfilled() || (parse_[head].pos == Pos::pron && !counting)) return;
    if (behalf == Behalf::agent && !acts_for_owner(head)) return;
    if (deeds > 0 && parse_[head].pos == Pos::noun) {
      // A deed is held against, or credited to, those who do it: "condemned the killing of …" is not aimed at the dead.
      const Predicate deed = predicate_at(head);
      const EventFrame* frame = frame_of(deed);
      const bool event = frame != nullptr && frame->is_event();
      if (behalf == Behalf::doer &&
          lexicon_.ousting.contains(parse_[head].lemma)) {  // "called for the removal of Reyes"
        for (const Tokens& ousted : nouns_.patients(head, kNoToken)) {
          for (const TokenIndex t : ousted) add_mention_to(list, t);
          if (!unfilled()) return;
        }
      }
      if (event && (!frame->is_mutual() || behalf == Behalf::doer)) {
        for (const auto& e : fill<List>(frame->actors, *frame, deed, {0, deeds - 1})) add(list, e);
        if (!unfilled() || is_suffered(*frame) || undergone()) return;
      } else if (!event && story_.lexicon.nouns->nouns.contains(parse_[head].lemma)) {
        for (const Tokens& heads : nouns_.agents(head, kNoToken)) {
          for (const TokenIndex agent : heads) add_mention_to(list, agent);
          if (!unfilled()) return;
        }
        if (undergone()) return;
      }
    }
    for (const TokenIndex owner : possessors(parse_, head)) {
      if (is_persons_own(head, owner) || (behalf == Behalf::agent && is_member(head, owner))) continue;
      add_mention_to(list, owner);
    }
    const bool counts = parse_[head].pos == Pos::num || lexicon_.measures.contains(parse_[head].lemma);
    if (behalf == Behalf::doer && !counts) return;
    for (const char* preposition : {"by", "of", "from", "with", "between"}) {
      if (!unfilled()) return;
      for (const TokenIndex owner : obliques(parse_, head, preposition)) {
        if (behalf != Behalf::agent || !is_member(head, owner)) add_mention_to(list, owner);
      }
    }
    if (!unfilled()) return;
    for (const TokenIndex owner : premodifiers(parse_, head)) {
      if (is_attitude(owner) || (behalf == Behalf::agent && is_member(head, owner))) continue;
      for (const TokenIndex each : coordinated(parse_, owner)) {  // "Malian and Chadian strikes"
        if (each < head) add_mention_to(list, each);
      }
      const bool named = !unfilled();
      for (const TokenIndex inner : premodifiers(parse_, owner)) {
        const bool pair = parse_[inner + 1].text == "-" || parse_[inner + 1].text == "–";  // "the Malian-Chadian pact"
        if (pair || !named) add_mention_to(list, inner);
      }
    }
    if (!unfilled()) return;
    for (const TokenIndex c : parse_.children(head)) {  // "boats carrying migrants"
      if (parse_[c].relation != Relation::acl || !lexicon_.carrying.contains(parse_[c].lower)) continue;
      for (const TokenIndex carried : patients(parse_, c)) add_mention_to(list, carried);
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
    if (next.empty() || is_persons_own(head, next.front())) return;
    if (behalf == Behalf::agent && is_member(head, next.front())) return;
    head = next.front();
  }
}

// "Paz's dealer", "three of his appointees": people of somebody's, who is another than they.
bool Arguments::is_persons_own(TokenIndex head, TokenIndex owner) const {
  const Entity* person = only_entity(owner);
  return lexicon_.humans.contains(parse_[head].lemma) && person != nullptr && person->type == EntityType::person;
}

// "Malian jets bombed", "three of her aides", "the party's letter": what acts for whom it belongs to, and its words. Of
// other things' effects nobody is the doer: "her defeat hurt the party", "52 percent of them agreed".
bool Arguments::acts_for_owner(TokenIndex head) const {
  const Token& token = parse_[head];
  const auto is = [&](const WordSet& words) { return words.contains(token.lemma) || words.contains(token.lower); };
  if (token.lemma == "percent" || token.lower == "%") return false;
  if (token.pos != Pos::noun && token.pos != Pos::propn) return true;  // "two of", "several of"
  return is(lexicon_.forces) || is(lexicon_.realms) || is(lexicon_.humans) || is(lexicon_.measures) ||
         is(lexicon_.violence) || is(lexicon_.utterances) || is(lexicon_.messages);
}

// "an inquiry by Mali accuses", "Peru's appeal urges", "talks between Mali and Peru failed": who does the one does the
// other.
bool Arguments::is_same_deed(TokenIndex noun, const EventFrame& told) const {
  if (parse_[noun].pos != Pos::noun || story_.mention_at[noun] >= 0) return false;
  const EventFrame* frame = frame_of(predicate_at(noun));
  return frame != nullptr && frame->is_event() && (frame->type == told.type || frame->is_mutual());
}

// "a member of the league", "the union's organizers": people of a body's, who are not the body itself; soldiers and
// officials are.
bool Arguments::is_member(TokenIndex head, TokenIndex owner) const {
  const Token& people = parse_[head];
  const Entity* body = only_entity(owner);
  return lexicon_.humans.contains(people.lemma) && !lexicon_.forces.contains(people.lemma) && body != nullptr &&
         body->type != EntityType::country;
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
    return frame != nullptr && is_suffered(*frame);
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

// "the sentencing of the editor", "Diallo's return": the noun belongs to whom it is done to.
bool Arguments::is_undergone(TokenIndex deed) const {
  const std::vector<NounWay>& ways = story_.lexicon.nouns->of(parse_[deed].lemma).patient;
  const bool owned = std::any_of(ways.begin(), ways.end(), [](const NounWay& way) {
    return way.kind == NounWay::Kind::other_owner || (way.kind == NounWay::Kind::owner && way.beside.empty());
  });
  return owned && !nouns_.patients(deed, kNoToken).empty();
}

bool Arguments::has_indefinite_article(TokenIndex noun) const {
  const TokenIndex article = child_of(parse_, noun, Relation::det);
  return article != kNoToken && (parse_[article].lower == "a" || parse_[article].lower == "an");
}

template <typename List>
void Arguments::add_heads(List& list, const Tokens& heads, const Slot& slot, const EventFrame& frame,
                          const Predicate& p, int deeds, bool done_to) const {
  // "proposed the abolition of the senate": what is asked for is asked of whoever does it.
  const bool asks = frame.type == EventType::request && (slot.kind == Slot::Kind::object || slot.preposition == "for");
  // "ordered the Togolese mission to leave": whoever is to do it stands there.
  const bool told = asks && slot.kind == Slot::Kind::object && p.kind == PredicateKind::verb && tells_to_do(p);
  const bool subject = slot.kind == Slot::Kind::subject && !done_to;  // not "the plan of Togo's drew criticism"
  const bool acts = subject && p.kind != PredicateKind::noun;
  const bool judges = frame.type == EventType::accuse || frame.type == EventType::support;
  // Of those who are harmed only some may be named.
  const Tokens single = without_counted(heads);
  for (const TokenIndex head : is_suffered(frame) || frame.type == EventType::aid ? single : named_among(single)) {
    if (!kTakesPlaces<List> && is_venue(slot.preposition, head)) continue;
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
    if constexpr (kTakesPlaces<List>) {  // "attacked a military base": what is hit stands for those in it
      const bool pressed = frame.type == EventType::coerce && slot.preposition == "on";  // "cracked down on schools"
      const bool hit = pressed || (frame.type == EventType::assault && slot.preposition != "in");
      if (hit && list.size() == before && lexicon_.targets.contains(parse_[head].lemma)) {
        add(list, Participant::of_description(head));
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
template <typename List>
void Arguments::drop_scene(List& list, const EventFrame& frame) {
  if constexpr (kTakesPlaces<List>) {
    if (frame.type == EventType::assault)
      std::erase_if(list, [](const Participant& r) { return r.place().has_value(); });
  }
}

template <typename List>
List Arguments::fill(const std::vector<Slot>& slots, const EventFrame& frame, const Predicate& p, Steps left) const {
  List out;
  for (const Slot& slot : slots) {
    if (slot.kind == Slot::Kind::complement) {
      out = of_complement<List>(frame, p, left);
    } else if (slot.kind == Slot::Kind::purpose) {
      out = of_purpose<List>(p, left.deeds);
    } else if (slot.kind == Slot::Kind::within) {
      if (kTakesPlaces<List> && hurts_unnamed(p)) continue;
      if (frame.type == EventType::accuse && is_about_suffering(p)) continue;
      add_within(out, p.token, 4);
      if (out.empty() && p.support != kNoToken) add_within(out, p.support, 4);
      drop_scene(out, frame);
    } else {
      const bool where = slot.kind == Slot::Kind::preposition && (slot.preposition == "in" || slot.preposition == "at");
      if (where && kTakesPlaces<List> && hurts_unnamed(p)) continue;
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

// Whom what is agreed, refused or asked for would touch: "agreed to provide Kenya with aircraft" → Kenya. Not whom a
// promise would hurt ("promised to catch the smugglers"), nor what stands beside a deed that is no event.
template <typename List>
List Arguments::of_complement(const EventFrame& above, const Predicate& p, Steps left) const {
  List out;
  if (left.complements <= 0) return out;
  --left.complements;
  const bool promised = above.type == EventType::agree || above.type == EventType::concede;
  Tokens verbs = below(p);
  if (verbs.empty() && p.kind == PredicateKind::verb) {  // "expressed its readiness to share its maps with Peru"
    for (const TokenIndex named : named_by(above, p)) {
      if (parse_[named].pos == Pos::noun) verbs = below(predicate_at(named));
    }
  }
  for (const TokenIndex verb : verbs) {
    const Predicate q = predicate_at(verb);
    if (const EventFrame* frame = frame_of(q); frame != nullptr && frame->is_event()) {
      const bool asked = frame->type == EventType::request;  // "promised to ask parliament": it is promised nothing
      if (promised &&
          (asked || is_suffered(*frame) || frame->type == EventType::accuse || frame->type == EventType::sanction))
        continue;
      const std::vector<Slot>& slots = frame->recipients.empty() ? frame->partners : frame->recipients;
      for (const auto& e : fill<List>(slots, *frame, q, left)) add(out, e);
      if (asked) add_carried(out, obliques(parse_, verb, "for"), left);  // "threatened to push for the expulsion of"
      if (out.empty() && frame->type == EventType::aid) out = of_purpose<List>(q, left.deeds);
      if (out.empty() && frame->type == EventType::aid) add_within(out, verb, 4);
    } else if (q.kind == PredicateKind::verb) {
      for (const TokenIndex head : datives(parse_, verb)) add_mention_to(out, head);
      for (const TokenIndex head : patients(parse_, verb)) {  // "vowed to punish Mali"
        if (out.empty() && above.type == EventType::threaten && is_named_one(head)) add_mention_to(out, head);
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
      for (const char* preposition : {"with", "against"}) {
        if (!out.empty() || (promised && std::string_view(preposition) != "with")) continue;
        for (const TokenIndex head : obliques(parse_, verb, preposition, true)) {
          if (is_named_one(head)) add_mention_to(out, head);
        }
      }
      if (out.empty() && !promised) {  // "declined to listen to a plea from"
        for (const TokenIndex head : obliques(parse_, verb, "to")) {
          add_party_to(out, head, left.deeds, Behalf::doer);
        }
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
    if (above.type != EventType::reject || q.kind != PredicateKind::verb) continue;
    for (const TokenIndex head : patients(parse_, verb)) {  // "refused to admit Mali"
      if (out.empty() && head > verb && is_named_one(head)) add_mention_to(out, head);
    }
    for (const TokenIndex head : patients(parse_, verb)) {  // "refused to hear Mali's appeal"
      const bool heard = lexicon_.heeding.contains(parse_[verb].lemma) && parse_[head].pos == Pos::noun;
      if (out.empty() && head > verb && heard) add_party_to(out, head, left.deeds, Behalf::anybody);
    }
  }
  return out;
}

// Whom the deeds that the nouns name are done to, where nobody is known yet.
template <typename List>
void Arguments::add_carried(List& list, const Tokens& nouns, Steps left) const {
  for (const TokenIndex t : nouns) {
    const Predicate noun = predicate_at(t);
    if (!list.empty() || noun.kind != PredicateKind::noun) continue;
    if (const EventFrame* carried = frame_of(noun)) {
      for (const auto& e : fill<List>(carried->recipients, *carried, noun, left)) add(list, e);
    }
  }
}

bool Arguments::is_occasion(TokenIndex noun) const {
  if (parse_[noun].pos != Pos::noun) return false;
  const EventFrame* frame = frame_of(predicate_at(noun));
  return frame != nullptr && frame->type == EventType::consult && frame->is_mutual();
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
    for (const TokenIndex head : patients(parse_, c)) add_party_to(out, head, deeds, Behalf::anybody);
    if (out.empty() && lexicon_.helping.contains(parse_[c].lemma)) {  // "to help Togo rebuild the port"
      for (const TokenIndex head : acting_below(predicate_at(c))) add_mention_to(out, head);
    }
    if (out.empty()) add_within(out, c, 4);
  }
  return out;
}

void Arguments::add_mention(std::vector<Index>& list, TokenIndex head) const {
  add_mention_to(list, head);
}

void Arguments::add_party(std::vector<Index>& list, TokenIndex head) const {
  add_party_to(list, head, kDeeds, Behalf::anybody);
}

void Arguments::add_agent(std::vector<Index>& list, TokenIndex head) const {
  add_party_to(list, head, kDeeds, Behalf::agent);
}

void Arguments::add_direct_party(std::vector<Index>& list, TokenIndex head) const {
  add_party_to(list, head, 0, Behalf::anybody);
}

std::vector<Index> Arguments::parties(const std::vector<Slot>& slots, const EventFrame& frame,
                                      const Predicate& p) const {
  return fill<std::vector<Index>>(slots, frame, p, {kComplements, kDeeds});
}

Participants Arguments::parties_and_places(const std::vector<Slot>& slots, const EventFrame& frame,
                                           const Predicate& p) const {
  return fill<Participants>(slots, frame, p, {kComplements, kDeeds});
}

}  // namespace dragoman
