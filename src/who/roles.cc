#include "who/roles.h"

#include "language/syntax.h"
#include "text/ascii.h"
#include "who/context.h"
#include "who/office_fields.h"
#include "who/office_owner.h"
#include "who/office_places.h"
#include "who/phrases.h"
#include "who/portfolios.h"
#include "who/role_status.h"
#include "who/title_words.h"
#include "who/user_actors.h"

#include <algorithm>

namespace dragoman {

namespace {

Role* role_of(Entity& e, const std::string& title) {
  const auto role = std::find_if(e.roles.begin(), e.roles.end(), [&](const Role& r) { return r.title == title; });
  return role == e.roles.end() ? nullptr : &*role;
}

bool is_minister_of_something(const Entity& e) {
  return std::any_of(e.roles.begin(), e.roles.end(), [](const Role& r) { return has_portfolio(r.title); });
}

// "Kenya", "the republic", "the whole country", a person: what needs no body to be of.
bool is_a_country_or_person(const EntityBuilder& b, TokenIndex t) {
  if (b.country_at(t) != EntityBuilder::kNone || b.parse[t].pos == Pos::pron) return true;
  const auto noun = b.who.noun_phrases.find(b.parse[t].lower);
  if (noun && b.who.nouns[*noun].name == "country") return true;
  const auto& entities = b.story.entities_at(t);
  if (entities.size() != 1) return false;
  const EntityType type = b.entity(entities[0]).type;
  return type == EntityType::country || type == EntityType::person;
}

// "party" of "party leader Paz", "Lakeside" of "Lakeside Mayor Paz".
TokenIndex word_before(const EntityBuilder& b, TokenSpan title) {
  const Parse& parse = b.parse;
  if (title.begin == 0 || parse.sentences[parse[title.begin].sentence].begin == title.begin) return kNoToken;
  const TokenIndex t = title.begin - 1;
  const Token& token = parse[t];
  if (token.tag == Tag::pos) return t > 0 && !is_a_country_or_person(b, t - 1) ? t - 1 : kNoToken;
  const bool party =
      token.tag == Tag::jj && is_capitalised(token) && !b.who.peoples.find(token.text);            // "Labour leader"
  const bool noun = token.tag == Tag::nn || (token.tag == Tag::jj && body_noun(b, t) != nullptr);  // "junta leader"
  if (!noun && token.tag != Tag::nnp && token.tag != Tag::nnps && !party) return kNoToken;
  if (!token.space_after || is_a_country_or_person(b, t) || is_honorific(b, t)) return kNoToken;
  if (b.who.status_before.find(token.lower) || b.who.title_phrases.find(token.lower)) return kNoToken;
  if (noun && body_noun(b, t) == nullptr) return kNoToken;
  return t;
}

TokenIndex object_behind(const EntityBuilder& b, TokenSpan title) {
  const Parse& parse = b.parse;
  for (const TokenIndex child : parse.children(title.end - 1)) {
    const std::string_view w = parse[child].lower;
    if (parse[child].relation != Relation::prep || child < title.end) continue;
    if (w != "of" && w != "for" && w != "at" && w != "to") continue;
    for (const TokenIndex object : parse.children(child)) {
      if (parse[object].relation == Relation::pobj && !is_a_country_or_person(b, object)) return object;
    }
  }
  return kNoToken;
}

// "deputy " of "deputy national security adviser", "human rights " of "human rights chief": what the lexicon does not
// have with the title.
std::string words_before(const EntityBuilder& b, TokenSpan title) {
  std::string words;
  for (TokenIndex t = in_full(b, title).begin; t < title.begin; ++t) {
    if (b.parse[t].text != "-") words += std::string(b.parse[t].lower) + " ";
  }
  return words;
}

// "chief" of "human rights chief", "magnate" of "casino magnate": the word that the report has for the title, unless it
// tells no more than man from woman.
std::string report_word(const EntityBuilder& b, const Title& title, TokenSpan words) {
  const Token& last = b.parse[words.end - 1];
  const std::string_view w = last.lower;
  const bool of_gender = w.ends_with("man") || w.ends_with("woman") || w.ends_with("person");
  if (words.size() != 1 || last.tag != Tag::nn || of_gender || last.text != last.lower) return title.name;
  return std::string(w);
}

// "presidential candidate", "head coach" of the titles "candidate" and "coach": what the report says more of the office
// in words that the lexicon has for it. Empty where it says no more; ministers have their fields.
std::string qualified_title(const EntityBuilder& b, const Title& title, TokenSpan words) {
  const Token& first = b.parse[words.begin];
  const Token& last = b.parse[words.end - 1];
  const bool singular = last.tag == Tag::nn || last.tag == Tag::nnp;
  if (words.size() < 2 || !singular || title.sector == "LEG" || title.sector == "BUS" || has_portfolio(title.name))
    return {};
  const std::string phrase = ascii_lower(b.words(words));
  if (is_in_capitals(first) || b.who.status_before.find(first.lower)) return {};
  return phrase.ends_with(" " + title.name) && title.name != "minister" ? phrase : std::string();
}

// "marketing director" beside "director" of the same body: the same office in more words.
Role* role_in_other_words(const EntityBuilder& b, Entity& e, const std::string& name, std::optional<Index> of) {
  for (Role& role : e.roles) {
    if (role.of && of && role.of != of) continue;
    if (is_longer_wording(b, role.title, name) || is_with_field(role.title, name)) return &role;
    if (!is_longer_wording(b, name, role.title) && !is_with_field(name, role.title)) continue;
    role.title = name;
    return &role;
  }
  return nullptr;
}

// Whether the country of its bearer is no country of the office: "union president", "the head of the mission".
bool is_within_a_body(const EntityBuilder& b, TokenSpan title, TokenIndex owner, const std::string& country) {
  if (owner == kNoToken) return false;
  if (owner >= title.end || (owner + 1 < title.begin)) return true;
  const ActorNoun* noun = body_noun(b, owner);
  if (noun != nullptr) return !is_of_state(noun->sector);
  return country.empty();
}

// "its" of "its president".
TokenIndex pronoun_before(const EntityBuilder& b, TokenSpan title) {
  const TokenIndex begin = in_full(b, title).begin;
  return begin > 0 && b.parse[begin - 1].lower == "its" ? begin - 1 : kNoToken;
}

// "union president" of a story that has named one union lately: the body whose name ends in the word.
std::optional<Index> body_called(const EntityBuilder& b, TokenIndex owner) {
  constexpr std::uint32_t kNear = 4;
  const bool capital = is_capitalised(b.parse[owner]);
  std::optional<Index> found;
  for (const TokenMention& m : b.story.mentions) {
    if (m.kind != MentionKind::name || m.entities.size() != 1 || m.span.begin > owner) continue;
    if (b.entity(m.entities[0]).type != EntityType::organisation) continue;
    if (!capital && b.parse[m.head].sentence + kNear < b.parse[owner].sentence) continue;
    const std::string_view word = b.parse[owner].lower;
    // "Lakeside" of "Lakeside leader Paz": the Lakeside Party.
    const NamePart* last = b.who.part(b.parse[m.span.end - 1].text);
    const bool begins = capital && m.span.size() == 2 && b.parse[m.span.begin].lower == word && last != nullptr &&
                        last->kind == NamePart::Kind::body && last->sector == "PTY";
    if (b.parse[m.span.end - 1].lower != word && b.parse[m.head].lower != word && !begins) continue;
    if (found && *found != m.entities[0]) return std::nullopt;
    found = m.entities[0];
  }
  return found;
}

// "president" of "president and chief executive", of which no word says whose.
bool is_joined_to_body_title(const EntityBuilder& b, const OfficeWords& office) {
  const Parse& parse = b.parse;
  const TokenIndex and_behind = office.span.end;
  if (!office.country.empty() || and_behind + 1 >= parse.size() || parse[and_behind].lower != "and") return false;
  const auto other = b.who.title_phrases.longest(parse, b.story.text, and_behind + 1);
  return other && b.who.titles[other->value].of_bodies_alone;
}

// "Kenya's UN ambassador", "its EU envoy": a body right before a title of diplomats, and before that whose he is, is
// where he is posted; where only the body stands, "the EU ambassador", he is the body's.
void send_from_state(const EntityBuilder& b, OfficeWords& office) {
  const TokenIndex before = office.span.begin;
  const TokenIndex floor = b.parse.sentences[b.parse[before].sentence].begin;
  if (!office.of || before <= floor || b.story.mention_at[before - 1] < 0) return;
  const TokenMention& body = b.story.mentions[static_cast<std::size_t>(b.story.mention_at[before - 1])];
  if (b.entity(*office.of).type != EntityType::organisation || body.entities != std::vector<Index>{*office.of}) return;
  if (body.span.begin <= floor) return;
  if (b.parse[body.span.begin - 1].tag == Tag::prp_poss) {
    office.of.reset();
    return;
  }
  std::optional<Index> sender;
  const std::string country = country_before(b, body.span.begin, floor, sender);
  if (country.empty() || (sender && b.entity(*sender).type != EntityType::country)) return;
  office.of = sender;
  office.country = country;
}

}  // namespace

TokenIndex owner_of_office(const EntityBuilder& b, TokenSpan title) {
  const TokenIndex behind = object_behind(b, title);
  return behind != kNoToken ? behind : word_before(b, title);
}

void add_role(EntityBuilder& b, Index person, OfficeWords office) {
  const Title& title = b.who.titles[office.title];
  Entity& e = b.entity(person);
  EntityBuilder::Note& note = b.notes[person];
  if (office.of == person) office.of.reset();
  if (title.abroad) send_from_state(b, office);
  // "secretary of state for migration" may be any country's
  const bool of_field = title.has_field && b.parse[office.span.end].lower == "for";
  if (office.country.empty() && !of_field) office.country = title.country;
  const bool in_a_body = office.of && b.entity(*office.of).type == EntityType::organisation;
  const std::string before = words_before(b, office.span);
  std::string own = qualified_title(b, title, office.span);
  if (own.empty()) own = before.empty() ? title.name : report_word(b, title, office.span);
  const bool bare = in_a_body && !title.has_field;
  const bool has_portfolio = title.has_field || title.name.ends_with("minister");
  const FieldInBody field = has_portfolio ? FieldInBody{{}, office.of} : field_in_body(b, office.span, office.of);
  office.of = field.body;
  const std::string name =
      before + (bare || !field.words.empty() ? own + field.words : office_with_portfolio(b, title, own, office.span));
  if (title.name == "minister" && is_minister_of_something(e)) return;  // "Minister Hale" of the education minister
  std::string at_place;
  if (office.country.empty() && !office.of && title.local) at_place = country_of_office_place(b, office.span);
  if (title.local && note.seat.empty()) note.seat = state_of_office(b, office.span);
  if (!title.of_body) office.country = office.country.empty() ? at_place : office.country;
  if (title.of_body && !office.of && office.owner == kNoToken)
    office.owner = owner_of_office(b, in_full(b, office.span));
  const TokenIndex its = title.of_body && !office.of ? pronoun_before(b, office.span) : kNoToken;
  if (office.owner == kNoToken) office.owner = its;
  const bool within = title.of_body && !office.of &&
                      (its != kNoToken || is_joined_to_body_title(b, office) ||
                       is_within_a_body(b, office.span, office.owner, office.country));
  const bool of_anything = title.of_bodies_alone && title.sector.empty();  // "partner", "trustee"
  const bool of_body = office.of ? b.entity(*office.of).type != EntityType::person : office.owner != kNoToken;
  if (of_anything && !of_body) return;
  Role* known = role_of(e, name);
  if (known == nullptr) known = role_in_other_words(b, e, name, office.of);
  if (known != nullptr) {
    if (known->country.empty() && !within) known->country = office.country;
    if (!known->of && known->country.empty()) known->of = office.of;
  } else {
    Role role;
    role.title = name;
    role.sector = title.sector;
    if (!within) role.country = office.country;
    role.of = office.of;
    role.evidence = b.story.evidence(office.evidence);
    const TokenIndex floor = b.parse.sentences[b.parse[office.span.begin].sentence].begin;
    role.status = role_status(b, office.span, floor);
    if (office.status && role.status == RoleStatus::current) role.status = *office.status;
    note.title_words.emplace_back(e.roles.size(), office.span);
    e.roles.push_back(std::move(role));
    if (within) note.offices_in_bodies.push_back({name, office.owner});
  }
  if (e.country.empty()) {
    e.country = office.country.empty() ? at_place : office.country;
  }
  if (note.sector.empty()) note.sector = title.sector;
  if (const auto* agent = b.story.lexicon.user->agent(title.name); agent != nullptr && note.agent.empty()) {
    note.agent = agent->before ? agent->code + "~" : "~" + agent->code;
  }
}

void set_owner(EntityBuilder& b, Index person, Role& role, Index of) {
  const std::string country = b.entity(of).country;
  role.of = of;
  if (role.country.empty()) role.country = country;
  if (b.entity(person).country.empty()) b.entity(person).country = country;
}

void give_superior(EntityBuilder& b, TokenIndex pronoun, Index superior, Index person) {
  if (superior == person || b.entity(superior).anonymous || b.entity(superior).type != EntityType::person) return;
  constexpr TokenIndex kFar = 4;
  for (const auto& [number, words] : b.notes[person].title_words) {
    Role& role = b.entity(person).roles[number];
    if (role.of || words.begin <= pronoun || words.begin > pronoun + kFar) continue;
    const auto title = b.who.title_phrases.longest(b.parse, b.story.text, words.begin);
    if (title && b.who.titles[title->value].serves_people) role.of = superior;
  }
}

void link_owners(EntityBuilder& b) {
  for (Index i = 0; i < b.story.record.entities.size(); ++i) {
    for (const auto& [title, owner] : b.notes[i].offices_in_bodies) {
      Role* role = role_of(b.entity(i), title);
      if (role == nullptr || role->of || owner == kNoToken) continue;
      const auto& there = b.story.entities_at(owner);
      const bool named = there.size() == 1 && b.entity(there[0]).type != EntityType::person;
      const std::optional<Index> of = named ? std::optional(there[0]) : body_called(b, owner);
      if (of) set_owner(b, i, *role, *of);
    }
  }
}

namespace {

// "government" of "government spokesman", "police" of "police spokeswoman".
bool speaks_for_state(const EntityBuilder& b, TokenSpan title) {
  const TokenIndex begin = in_full(b, title).begin;
  if (begin == 0) return false;
  const ActorNoun* noun = body_noun(b, begin - 1);
  return noun != nullptr && !noun->plural && is_of_state(noun->sector);
}

// "Tarim" of "Tarim's former trade minister", "Harbour" of "Harbour opposition leader": a name before it says of what.
bool has_name_before(const EntityBuilder& b, TokenSpan title) {
  const TokenIndex floor = b.parse.sentences[b.parse[title.begin].sentence].begin;
  TokenIndex begin = in_full(b, title).begin;
  while (begin > floor && (b.who.status_before.find(b.parse[begin - 1].lower) || b.parse[begin - 1].text == "-"))
    --begin;
  if (begin == floor) return false;
  const Token& before = b.parse[begin - 1];
  return before.tag == Tag::pos || (is_proper(before) && is_capitalised(before) && !is_honorific(b, begin - 1));
}

// "Senator Ana Paz", "Rep. Ana Paz", who sit in the parliament of their country, though for a part of it; not "state
// Sen. Ana Paz".
bool sits_in_parliament(const EntityBuilder& b, const Title& title, TokenSpan words) {
  const bool sits = title.name == "senator" || title.name == "representative" || title.name == "congressman" ||
                    title.name == "lawmaker";
  if (!sits || title.sector != "LEG") return false;
  const std::string_view before = words.begin > 0 ? b.parse[words.begin - 1].lower : std::string_view();
  return before != "state" && before != "provincial";
}

// "President Ana Paz", "Vice President Ana Paz" before the name, of whom no word says what else she presides over.
bool is_head_of_state(const EntityBuilder& b, const Title& title, TokenSpan words) {
  const TokenIndex begin = in_full(b, words).begin;
  const bool presides = title.sector == "GOV" && title.of_body && title.name.ends_with("president");
  if (!presides || begin != words.begin || !is_capitalised(b.parse[begin])) return false;
  if (b.parse.sentences[b.parse[begin].sentence].begin < begin) {
    const Token& before = b.parse[begin - 1];
    const bool describes = b.who.status_before.find(before.lower) || b.story.mention_at[begin - 1] >= 0;
    const bool capital = is_capitalised(before) && begin - 1 > b.parse.sentences[before.sentence].begin;
    if (before.tag == Tag::prp_poss || before.tag == Tag::nn || !before.space_after) return false;
    if (capital && !describes && !is_honorific(b, begin - 1)) return false;  // "Lakes Parishad President Ana Paz"
  }
  const std::int32_t at = b.story.mention_at[words.end];
  return at >= 0 && b.story.mentions[static_cast<std::size_t>(at)].kind == MentionKind::name;
}

// What no body has but a state: a foreign minister, and whoever speaks in its parliament or for its government.
bool is_of_a_state(const EntityBuilder& b, const Role& role, TokenSpan words) {
  const auto known = b.who.title_phrases.longest(b.parse, b.story.text, words.begin);
  if (!known || known->end != words.end) return false;
  const Title& title = b.who.titles[known->value];
  if (title.name == "spokesman") return speaks_for_state(b, words);
  if (has_name_before(b, words)) return false;
  if (title.name == "speaker") return role.title == title.name;
  if (role.title == title.name && (sits_in_parliament(b, title, words) || is_head_of_state(b, title, words)))
    return true;
  const bool state = title.sector == "GOV" || title.sector == "OPP" || title.sector == "LEG";
  return state && !title.of_body && !title.local && !title.first_name && !title.serves && !title.serves_people;
}

}  // namespace

void give_countries_of_bearers(EntityBuilder& b) {
  for (Index i = 0; i < b.story.record.entities.size(); ++i) {
    Entity& e = b.entity(i);
    if (!e.is_named_person() || e.country.empty()) continue;
    for (const auto& [number, words] : b.notes[i].title_words) {
      if (number >= e.roles.size()) continue;
      Role& role = e.roles[number];
      if (!role.of && role.country.empty() && is_of_a_state(b, role, words)) role.country = e.country;
    }
  }
}

void give_countries_of_superiors(EntityBuilder& b) {
  for (Entity& e : b.story.record.entities) {
    for (Role& role : e.roles) {
      if (!role.of || !role.country.empty() || b.entity(*role.of).type != EntityType::person) continue;
      role.country = b.entity(*role.of).country;
      if (e.country.empty()) e.country = role.country;
    }
  }
}

}  // namespace dragoman
