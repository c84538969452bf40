// CAMEO actor codes, in the codebook's order: the country, then the role, then what the lexicon knows of the one. A
// user's own dictionaries go before.
#include "who/builder.h"
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
  const UserActors& user = *b.story.lexicon.user;
  const auto names = user.empty() ? std::vector<std::vector<std::string>>{} : names_of_all(b);
  for (Index i = 0; i < b.story.record.entities.size(); ++i) {
    Entity& e = b.entity(i);
    const EntityBuilder::Note& note = b.notes[i];
    e.code = own_code(e, note);
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
