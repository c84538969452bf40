// Whom a noun stands for: the entities of its mention, else those to whom the thing belongs, on whom it is imposed or
// in whose country it stands.
#include "events/arguments.h"
#include "story/members.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr int kStepsDown = 3;  // "dozens of members of the group"

// What is asked for against somebody: a ban, sanctions, a war.
bool is_imposed(const EventFrame& deed) {
  return deed.type == EventType::coerce || deed.type == EventType::sanction || deed.type == EventType::assault;
}

}  // namespace

void Arguments::add_mention_to(PartyList& list, TokenIndex head) const {
  const std::size_t before = list.size();
  const auto add_named = [&](TokenIndex name) {
    for (const Index e : story_.entities_at(name)) list.add(Participant::of_entity(e));
  };
  const Tokens names = named_beside(head);
  std::for_each(names.begin(), names.end(), add_named);
  if (names.empty()) add_named(head);
  if (list.size() == before && parse_[head].pos == Pos::noun && story_.mention_at[head] < 0) {
    for (const TokenIndex name : appositions(parse_, head)) {  // "the gas giant Petrox"
      if (name > head && parse_[name].left_edge == head + 1) add_named(name);
    }
  }
  if (list.size() == before && story_.mention_at[head] < 0) {
    const Tokens described = described_by(head);
    std::for_each(described.begin(), described.end(), add_named);
  }
  if (list.takes_places()) {
    if (story_.mention_at[head] >= 0) return;
    if (head < story_.place_at.size() && story_.place_at[head] >= 0) {
      list.add(Participant::of_place(static_cast<Index>(story_.place_at[head])));
    } else if (list.size() == before && is_description(head)) {
      list.add(Participant::of_description(head));
    }
  }
}

// "Mali, a country that hosts refugees", "Ana Paz and Li Wen, managers who", "Mali is the state that": whom the noun
// with its clause describes, where they are of its kind.
Tokens Arguments::described_by(TokenIndex noun) const {
  const Token& word = parse_[noun];
  const bool country = lexicon_.realms.contains(word.lemma);
  if (word.pos != Pos::noun || (!country && !lexicon_.humans.contains(word.lemma))) return {};
  Tokens named;
  if (word.relation == Relation::appos && word.head < noun) {
    named = word.tag == Tag::nns ? coordinated(parse_, first_conjunct(parse_, word.head)) : Tokens{word.head};
  } else if (word.relation == Relation::attr && parse_[word.head].lemma == "be") {
    named = surface_subjects(parse_, word.head);
  }
  const bool fits = std::all_of(named.begin(), named.end(), [&](TokenIndex t) {
    const Entity* entity = only_entity(t);
    return t < noun && entity != nullptr && entity->type == (country ? EntityType::country : EntityType::person);
  });
  return fits ? named : Tokens{};
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

// "wounded 20", "200 rallied", and not "destroyed two", which may be drones.
bool Arguments::counts_people(TokenIndex head) const {
  return !lexicon_.harms_things.contains(parse_[parse_[first_conjunct(parse_, head)].head].lemma);
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
  const std::string_view word = parse_[t].lower;
  if (const std::size_t hyphen = word.find('-'); hyphen != std::string_view::npos) {
    if (lexicon_.attitudes.contains(word.substr(0, hyphen))) return true;
  }
  return t > 1 && parse_[t - 1].text == "-" && lexicon_.attitudes.contains(parse_[t - 2].lower);
}

// "a campaign by the Farmers' League": those behind a body that has no name.
void Arguments::add_doers_of_body(PartyList& list, TokenIndex head) const {
  const Entity* body = only_entity(head);
  const bool unnamed = body != nullptr && !has_name(*body) && body->type == EntityType::organisation &&
                       !lexicon_.targets.contains(parse_[head].lemma);
  if (!unnamed) return;
  for (const TokenIndex doer : obliques(parse_, head, "by")) add_mention_to(list, doer);
}

// A deed is held against, or credited to, those who do it: "condemned the killing of …" is not aimed at the dead.
// Whether the deed decides, so that nobody else whom its noun belongs to is meant.
bool Arguments::add_of_deed(PartyList& list, TokenIndex noun, int deeds, Behalf behalf) const {
  const std::size_t before = list.size();
  const auto add_first = [&](const std::vector<Tokens>& ways) {
    for (const Tokens& heads : ways) {
      for (const TokenIndex t : heads) add_mention_to(list, t);
      if (list.size() > before) return true;
    }
    return false;
  };
  const bool judged = behalf == Behalf::answerable || behalf == Behalf::doer;
  const Predicate deed = predicate_at(noun);
  const EventFrame* frame = frame_of(deed);
  const bool event = frame != nullptr && frame->is_event();
  // "called for the removal of Reyes"
  const bool ousts = behalf == Behalf::doer && lexicon_.ousting.contains(parse_[noun].lemma);
  if (ousts && add_first(nouns_.patients(noun, kNoToken))) return true;
  if (event && (!frame->is_mutual() || behalf == Behalf::doer)) {
    list.add(fill(frame->actors, *frame, deed, {0, deeds - 1}, list.takes_places()));
    if (list.size() == before && behalf == Behalf::doer && is_imposed(*frame)) {  // "called for a ban on pilgrims"
      for (const char* preposition : {"on", "against"}) {
        if (list.size() > before) break;
        for (const TokenIndex t : obliques(parse_, noun, preposition)) add_mention_to(list, t);
        for (const TokenIndex t : doers_behind(noun, preposition)) add_mention_to(list, t);
      }
    }
    if (frame->is_mutual()) list.add(fill(frame->partners, *frame, deed, {0, deeds - 1}, list.takes_places()));
    return list.size() > before || frame->is_suffered() || (judged && is_undergone(noun));
  }
  if (!event && story_.lexicon.nouns->nouns.contains(parse_[noun].lemma))
    return add_first(nouns_.agents(noun, kNoToken)) || (judged && is_undergone(noun));
  return false;
}

// "Mali's plan", "strikes by Mali": the first way that leads to somebody.
void Arguments::add_owners(PartyList& list, TokenIndex head, Behalf behalf) const {
  const std::size_t before = list.size();
  for (const TokenIndex owner : possessors(parse_, head)) {
    if (is_persons_own(head, owner) || (behalf == Behalf::agent && is_member(head, owner))) continue;
    add_mention_to(list, owner);
  }
  const bool counts = parse_[head].pos == Pos::num || lexicon_.measures.contains(parse_[head].lemma);
  if (behalf == Behalf::doer && !counts) return;
  for (const char* preposition : {"by", "of", "from", "with", "between"}) {
    if (list.size() > before) return;
    for (const TokenIndex owner : obliques(parse_, head, preposition)) {
      if (behalf != Behalf::agent || !is_member(head, owner)) add_mention_to(list, owner);
    }
  }
}

// "Malian and Chadian strikes", "the Malian-Chadian pact"
void Arguments::add_before_noun(PartyList& list, TokenIndex head, Behalf behalf) const {
  const std::size_t before = list.size();
  for (const TokenIndex owner : premodifiers(parse_, head)) {
    if (is_attitude(owner) || (behalf == Behalf::agent && is_member(head, owner))) continue;
    for (const TokenIndex each : coordinated(parse_, owner)) {
      if (each < head) add_mention_to(list, each);
    }
    const bool named = list.size() > before;
    for (const TokenIndex inner : premodifiers(parse_, owner)) {
      if (!named || is_hyphen(parse_[inner + 1])) add_mention_to(list, inner);
    }
  }
}

// "boats carrying migrants", "an appeal lodged by the union", "a ban imposed on Mali"
void Arguments::add_of_participle(PartyList& list, TokenIndex head) const {
  const std::size_t before = list.size();
  for (const TokenIndex c : parse_.children(head)) {
    if (parse_[c].relation != Relation::acl || !lexicon_.carrying.contains(parse_[c].lower)) continue;
    for (const TokenIndex carried : patients(parse_, c)) add_mention_to(list, carried);
  }
  if (list.size() > before) return;
  for (const TokenIndex c : parse_.children(head)) {
    if (parse_[c].relation != Relation::acl || !is_passive(parse_, c)) continue;
    for (const TokenIndex agent : agents(parse_, c)) add_mention_to(list, agent);
    if (list.size() > before) continue;
    for (const TokenIndex target : obliques(parse_, c, "on")) add_mention_to(list, target);
  }
}

void Arguments::add_party_to(PartyList& list, TokenIndex head, int deeds, Behalf behalf) const {
  if (parse_[head].lower.ends_with("self") || parse_[head].lower.ends_with("selves")) return;
  const std::size_t before = list.size();
  const auto filled = [&] { return list.size() > before; };
  add_doers_of_body(list, head);
  for (int step = 0; step < kStepsDown && !filled(); ++step) {
    const bool of_somebody = !obliques(parse_, head, "of").empty();
    // "praised the presidency of Ana Reyes": its holder.
    const bool held =
        lexicon_.offices.contains(parse_[head].lemma) && (!possessors(parse_, head).empty() || of_somebody);
    if (!held) add_mention_to(list, head);
    const bool counting = lexicon_.measures.contains(parse_[head].lemma) && of_somebody;  // "some of Togo's proposals"
    if (filled() || (parse_[head].pos == Pos::pron && !counting)) return;
    if (behalf == Behalf::agent && !acts_for_owner(head)) return;
    if (deeds > 0 && parse_[head].pos == Pos::noun && add_of_deed(list, head, deeds, behalf)) return;
    add_owners(list, head, behalf);
    const bool counts = parse_[head].pos == Pos::num || lexicon_.measures.contains(parse_[head].lemma);
    if (filled() || (behalf == Behalf::doer && !counts)) return;
    add_before_noun(list, head, behalf);
    if (!filled()) add_of_participle(list, head);
    if (filled()) return;
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

// "a member of the league", "the union's organizers": people of a body's, who are not the body itself; soldiers and
// officials are.
bool Arguments::is_member(TokenIndex head, TokenIndex owner) const {
  const Token& people = parse_[head];
  const Entity* body = only_entity(owner);
  return lexicon_.humans.contains(people.lemma) && !lexicon_.forces.contains(people.lemma) && body != nullptr &&
         body->type != EntityType::country;
}

// "the sentencing of the editor", "Diallo's return": the noun belongs to whom it is done to.
bool Arguments::is_undergone(TokenIndex deed) const {
  const std::vector<NounWay>& ways = story_.lexicon.nouns->of(parse_[deed].lemma).patient;
  const bool owned = std::any_of(ways.begin(), ways.end(), [](const NounWay& way) {
    return way.kind == NounWay::Kind::other_owner || (way.kind == NounWay::Kind::owner && way.beside.empty());
  });
  return owned && !nouns_.patients(deed, kNoToken).empty();
}

void Arguments::add_party_from(std::vector<Index>& list, TokenIndex head, int deeds, Behalf behalf) const {
  PartyList found(list);
  add_party_to(found, head, deeds, behalf);
  list = found.entities();
}

void Arguments::add_mention(std::vector<Index>& list, TokenIndex head) const {
  PartyList found(list);
  add_mention_to(found, head);
  list = found.entities();
}

void Arguments::add_party(std::vector<Index>& list, TokenIndex head) const {
  add_party_from(list, head, kDeeds, Behalf::anybody);
}

void Arguments::add_agent(std::vector<Index>& list, TokenIndex head) const {
  add_party_from(list, head, kDeeds, Behalf::agent);
}

void Arguments::add_direct_party(std::vector<Index>& list, TokenIndex head) const {
  add_party_from(list, head, 0, Behalf::anybody);
}

}  // namespace dragoman
