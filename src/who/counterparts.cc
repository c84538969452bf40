#include "who/counterparts.h"

#include "language/syntax.h"
#include "who/context.h"
#include "who/office_owner.h"
#include "who/phrases.h"
#include "who/role_status.h"
#include "who/roles.h"
#include "who/title_words.h"

#include <algorithm>
#include <string>

namespace dragoman {

namespace {

// That of the first office holder before it in the sentence, else of the last one in the sentence before; null where
// there is none.
const Role* office_before(const EntityBuilder& b, TokenIndex t, Index but) {
  const auto office_at = [&](TokenIndex s) -> const Role* {
    const auto& entities = b.story.entities_at(s);
    return entities.size() == 1 && entities[0] != but && !b.entity(entities[0]).roles.empty()
               ? &b.entity(entities[0]).roles.front()
               : nullptr;
  };
  const std::uint32_t sentence = b.parse[t].sentence;
  const TokenIndex floor = b.parse.sentences[sentence].begin;
  for (TokenIndex s = floor; s < t; ++s) {
    if (const Role* role = office_at(s)) return role;
  }
  if (sentence == 0) return nullptr;
  for (TokenIndex s = floor; s-- > b.parse.sentences[sentence - 1].begin;) {
    if (const Role* role = office_at(s)) return role;
  }
  return nullptr;
}

// "South Sudan" of "from South Sudan", "in South Sudan" behind the word: empty where there is none. What the parser
// hangs "from" on does not matter.
TokenSpan of_land(const EntityBuilder& b, TokenIndex t) {
  const Parse& parse = b.parse;
  Tokens links;
  if (parse[t + 1].lower == "from" || parse[t + 1].lower == "of") links.push_back(t + 1);
  for (const TokenIndex child : parse.children(t)) {
    if (parse[child].relation == Relation::prep && parse[child].lower == "in") links.push_back(child);
  }
  for (const TokenIndex link : links) {
    const TokenIndex begin = link + (parse[link + 1].lower == "the" ? 2 : 1);
    TokenIndex end = begin;
    if (b.country_at(begin, &end) != EntityBuilder::kNone) return {begin, end};
  }
  return {};
}

// Whose counterpart may be named there: in apposition, behind the word and its country, behind a comma.
Tokens names_beside(const EntityBuilder& b, TokenIndex t, TokenSpan land) {
  const Parse& parse = b.parse;
  Tokens named = appositions(parse, t);
  if (parse[t].relation == Relation::compound || parse[t].relation == Relation::appos) named.push_back(parse[t].head);
  if (land.size() > 0) {
    const Tokens behind = appositions(parse, land.end - 1);
    named.insert(named.end(), behind.begin(), behind.end());
  }
  const TokenIndex end = land.size() > 0 ? land.end : t + 1;
  TokenIndex next = end < parse.size() && parse[end].text == "," ? end + 1 : end;
  if (is_honorific(b, next) && b.story.mention_at[next] < 0) ++next;  // "his Chadian counterpart, Mr. Lund"
  if (next < parse.size() && b.story.mention_at[next] >= 0) {
    named.push_back(b.story.mentions[static_cast<std::size_t>(b.story.mention_at[next])].head);
  }
  return named;
}

void give_office(EntityBuilder& b, TokenIndex t, Index person, const std::string& country, std::optional<Index> of) {
  // "his Fisheries Ministry counterpart": of what office is not said.
  const bool of_ministry = of && b.entity(*of).type == EntityType::organisation && is_of_state(b.notes[*of].sector);
  const Role* role = office_before(b, t, person);
  const auto title = role == nullptr ? std::nullopt : b.who.title_phrases.find(role->title);
  if (title && !of_ministry && b.entity(person).roles.empty()) {
    OfficeWords office;
    office.title = *title;
    office.span = office.evidence = {t, t + 1};
    office.country = country;
    office.of = of;
    add_role(b, person, std::move(office));
  }
  b.give_country(person, country);
}

// Whose predecessor: "Paz" of "Paz's predecessor", else whoever holds an office before "her predecessor".
const Role* office_of_possessor(const EntityBuilder& b, TokenIndex t, Index but) {
  const TokenIndex possessor = child_of(b.parse, t, Relation::poss);
  if (possessor == kNoToken) return nullptr;
  const auto& entities = b.story.entities_at(possessor);
  if (entities.size() == 1 && entities[0] != but && b.entity(entities[0]).type == EntityType::person)
    return b.entity(entities[0]).roles.empty() ? nullptr : &b.entity(entities[0]).roles.front();
  return b.parse[possessor].tag == Tag::prp_poss ? office_before(b, t, but) : nullptr;
}

// "Trade minister Ana Paz blamed her predecessor, Luis Rojas": he has held her office before.
void give_office_of_predecessor(EntityBuilder& b, TokenIndex t) {
  for (const TokenIndex name : names_beside(b, t, {})) {
    const auto entities = b.story.entities_at(name);
    if (entities.size() != 1 || b.entity(entities[0]).type != EntityType::person) continue;
    if (b.entity(entities[0]).anonymous) continue;
    const Role* held = office_of_possessor(b, t, entities[0]);
    if (held == nullptr) return;
    const Role role = *held;
    auto& roles = b.entity(entities[0]).roles;
    const auto known = std::find_if(roles.begin(), roles.end(), [&](const Role& r) { return r.title == role.title; });
    if (known != roles.end()) {
      if (known->status == RoleStatus::current) known->status = RoleStatus::former;
      if (known->country.empty() && !known->of) known->country = role.country, known->of = role.of;
    } else if (roles.empty()) {
      roles.push_back(role);
      roles.back().status = RoleStatus::former;
      roles.back().evidence = b.story.evidence({std::min(t, name), std::max(t, name) + 1});
      if (b.notes[entities[0]].sector.empty()) b.notes[entities[0]].sector = role.sector;
    }
    b.give_country(entities[0], role.country);
    return;
  }
}

}  // namespace

TokenIndex counterpart_begin(const EntityBuilder& b, TokenIndex t) {
  if (b.parse[t].lemma == "counterpart") return t;
  if (b.parse[t].tag != Tag::nn || child_of(b.parse, t, Relation::poss) == kNoToken) return kNoToken;
  for (const TokenIndex begin : {t, t - 1}) {
    const auto noun = b.who.noun_phrases.longest(b.parse, b.story.text, begin);
    if (noun && noun->end == t + 1 && b.who.nouns[noun->value].name == "counterpart") return begin;
  }
  return kNoToken;
}

void find_predecessors(EntityBuilder& b) {
  for (TokenIndex t = 0; t < b.parse.size(); ++t) {
    if (b.parse[t].lemma == "predecessor" && !b.story.boilerplate[t]) give_office_of_predecessor(b, t);
  }
}

void find_counterparts(EntityBuilder& b) {
  for (TokenIndex t = 0; t < b.parse.size(); ++t) {
    const TokenIndex begin = counterpart_begin(b, t);
    if (begin == kNoToken || b.story.boilerplate[t]) continue;
    std::optional<Index> of;
    std::string country = country_before(b, begin, b.parse.sentences[b.parse[t].sentence].begin, of);
    const TokenSpan land = of_land(b, t);
    if (country.empty() && land.size() > 0) country = b.who.known[b.country_at(land.begin)].country;
    if (country.empty() && b.parse[t].lemma != "counterpart") continue;  // "his Senate colleague"
    for (const TokenIndex name : names_beside(b, t, land)) {
      const auto entities = b.story.entities_at(name);
      if (entities.size() != 1 || b.entity(entities[0]).type != EntityType::person) continue;
      give_office(b, t, entities[0], country, of);
      mention_title(b, t, entities);
      break;
    }
  }
}

void find_counterparts_of_pronouns(EntityBuilder& b) {
  for (TokenIndex t = 0; t < b.parse.size(); ++t) {
    const TokenIndex begin = counterpart_begin(b, t);
    if (begin == kNoToken || b.story.boilerplate[t]) continue;
    std::optional<Index> body;  // "his Fisheries Ministry counterpart" holds another office
    const std::string land = country_before(b, begin, b.parse.sentences[b.parse[t].sentence].begin, body);
    const bool of_body = body && b.entity(*body).type == EntityType::organisation;
    if (of_body || (land.empty() && b.parse[t].lemma != "counterpart")) continue;
    const TokenIndex possessor = child_of(b.parse, t, Relation::poss);
    if (possessor == kNoToken || b.parse[possessor].tag != Tag::prp_poss) continue;
    const auto& whose = b.story.entities_at(possessor);
    if (whose.size() != 1 || b.entity(whose[0]).type != EntityType::person) continue;
    const auto& held = b.entity(whose[0]).roles;
    const auto post = std::find_if(held.begin(), held.end(),
                                   [](const Role& role) { return is_post(role) && is_in_office(role.status); });
    if (post == held.end()) continue;
    for (const TokenIndex name : names_beside(b, t, of_land(b, t))) {
      const auto& entities = b.story.entities_at(name);
      if (entities.size() != 1 || entities == whose || !b.entity(entities[0]).is_named_person()) continue;
      Entity& other = b.entity(entities[0]);
      if (!other.roles.empty()) break;
      Role role = *post;
      role.of.reset();
      role.country = other.country;
      role.evidence = b.story.evidence({std::min(t, name), std::max(t, name) + 1});
      other.roles.push_back(std::move(role));
      if (b.notes[entities[0]].sector.empty()) b.notes[entities[0]].sector = post->sector;
      break;
    }
  }
}

}  // namespace dragoman
