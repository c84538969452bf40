// CAMEO actor codes, in the codebook's order: the country, then the role, then what the lexicon knows of the one. A
// user's own dictionaries go before.
#include "language/syntax.h"
#include "who/builder.h"
#include "who/context.h"
#include "who/user_actors.h"

namespace dragoman {

namespace {

std::string own_code(const Entity& e, const EntityBuilder::Note& note) {
  if (e.type == EntityType::country) return e.country;
  if (note.known_code.empty()) return e.country + note.sector;
  // A sector alone is that of the body's country, where it has one.
  const bool sector =
      note.known_code.size() == 3 && note.known_code != "IGO" && note.known_code != "NGO" && note.known_code != "MNC";
  return sector ? e.country + note.known_code : note.known_code;
}

// The title of a role's office: "director" of "legal director".
const Title* title_of(const WhoLexicon& who, const Role& role) {
  const Title* found = nullptr;
  for (const Title& title : who.titles) {
    if (role.title.ends_with(title.name) && (found == nullptr || title.name.size() > found->name.size()))
      found = &title;
  }
  return found;
}

// What the code of a body says beside its country, where it is no state's: "REBHTH" of "YEMREBHTH", "IGOUNO".
std::string role_of_body(const Entity& body, const EntityBuilder::Note& note) {
  constexpr std::size_t kRole = 3;  // letters
  if (body.type != EntityType::organisation && body.type != EntityType::group) return {};
  std::string code = own_code(body, note);
  if (!body.country.empty() && code.starts_with(body.country)) code.erase(0, body.country.size());
  return is_of_state(code.substr(0, kRole)) ? std::string() : code;
}

// "the rebels' negotiator", "the director of the Rivers Alliance", "the United Nations envoy": whoever serves a body
// that is no state's is of its kind, unless another office makes him a state's. So is the leader of any but a party
// (its chairman, who leads nothing else, is the party's), and rebels are so in any office.
std::string code_of_service(const EntityBuilder& b, Index person) {
  const Entity& e = b.entity(person);
  std::string code;
  for (const Role& role : e.roles) {
    if (e.type != EntityType::person || role.status != RoleStatus::current) continue;
    const bool commands = role.sector == "MIL" || role.sector == "ELI";
    const bool chairs = role.sector == "LEG";  // a parliament, or any other body
    if (role.sector != b.notes[person].sector || (role.sector != "GOV" && !chairs && !commands)) continue;
    const std::string of = role.of ? role_of_body(b.entity(*role.of), b.notes[*role.of]) : std::string();
    const Title* title = of.empty() ? nullptr : title_of(b.who, role);
    const bool is_rebel = commands && of.starts_with("REB");
    const bool keeps_own = role.sector == "MIL" || (commands && of.starts_with("PTY"));
    if (title == nullptr || !(is_rebel || (title->serves && !keeps_own))) return {};
    if (code.empty()) code = of;
  }
  return code.empty() || code.starts_with("IGO") ? code : e.country + code;
}

// "the rebels of the Ifora Front", "Ifora Front rebels": a body by whose name it could be a party has taken up arms.
void arm_rebels(EntityBuilder& b) {
  for (const TokenMention& m : b.story.mentions) {
    if (m.entities.size() != 1 || b.notes[m.entities[0]].sector != "REB" || !b.entity(m.entities[0]).anonymous)
      continue;
    Tokens bodies = obliques(b.parse, m.head, "of");
    for (const TokenIndex t : premodifiers(b.parse, m.head)) bodies.push_back(t);
    for (const TokenIndex t : bodies) {
      const auto& there = b.story.entities_at(t);
      if (there.size() != 1 || b.entity(there[0]).type != EntityType::organisation) continue;
      EntityBuilder::Note& note = b.notes[there[0]];
      if (note.sector == "PTY" && note.known_code.empty()) note.sector = "REB";
    }
  }
}

// The code of the first of the entity's names that the user's dictionary has, on the day of the report.
std::string users_code(const EntityBuilder& b, const UserActors& user, Index entity,
                       const std::vector<std::vector<std::string>>& names) {
  const Published& published = b.story.record.document.published;
  for (const std::string& name : names[entity]) {
    if (const UserActors::Actor* actor = user.find(name)) return actor->code_on(published.value);
  }
  return {};
}

// All names that each entity goes by.
std::vector<std::vector<std::string>> names_of_all(const EntityBuilder& b) {
  std::vector<std::vector<std::string>> names;
  for (const Entity& e : b.story.record.entities) names.push_back({e.name});
  for (const TokenMention& m : b.story.mentions) {
    if (m.kind == MentionKind::name && m.entities.size() == 1) names[m.entities[0]].push_back(b.words(m.span));
  }
  return names;
}

}  // namespace

void set_codes(EntityBuilder& b) {
  arm_rebels(b);
  const UserActors& user = *b.story.lexicon.user;
  const auto names = user.empty() ? std::vector<std::vector<std::string>>{} : names_of_all(b);
  for (Index i = 0; i < b.story.record.entities.size(); ++i) {
    Entity& e = b.entity(i);
    const EntityBuilder::Note& note = b.notes[i];
    e.code = own_code(e, note);
    if (const std::string service = code_of_service(b, i); !service.empty()) e.code = service;
    if (user.empty()) continue;
    if (!note.agent.empty()) {
      e.code = note.agent.front() == '~' ? e.country + note.agent.substr(1)
                                         : note.agent.substr(0, note.agent.size() - 1) + e.country;
    }
    const std::string own = users_code(b, user, i, names);
    if (own.empty()) continue;
    e.code = own;
    if (e.country.empty() && own.size() >= 3 && b.who.country_by_code.contains(own.substr(0, 3))) {
      e.country = own.substr(0, 3);
    }
  }
}

}  // namespace dragoman
