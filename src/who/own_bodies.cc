#include "who/own_bodies.h"

#include "language/syntax.h"
#include "who/body_references.h"
#include "who/description_candidates.h"

#include <algorithm>
#include <map>

namespace dragoman {

namespace {

// The person whose own the noun is said to be ("her party"), or kNone.
Index owner_of(const EntityBuilder& b, TokenIndex noun) {
  const TokenIndex owner = child_of(b.parse, noun, Relation::poss);
  if (owner == kNoToken || b.parse[owner].tag != Tag::prp_poss) return EntityBuilder::kNone;
  const auto& whose = b.story.entities_at(owner);
  return whose.size() == 1 && b.entity(whose[0]).type == EntityType::person ? whose[0] : EntityBuilder::kNone;
}

using FirstNames = std::map<Index, const TokenMention*>;

// Where each entity is named first.
FirstNames first_names(const EntityBuilder& b) {
  FirstNames out;
  for (const TokenMention& m : b.story.mentions) {
    if (m.kind == MentionKind::name && m.entities.size() == 1) out.emplace(m.entities[0], &m);
  }
  return out;
}

// The one body of the person's offices that the noun may stand for; kNone where there is none, or more than one.
Index body_of_office(const EntityBuilder& b, const FirstNames& names, Index person, TokenIndex noun) {
  Index found = EntityBuilder::kNone;
  for (const Role& role : b.entity(person).roles) {
    if (!role.of || role.status == RoleStatus::former || *role.of == found) continue;
    const auto name = names.find(*role.of);
    if (name == names.end() || !may_stand_for(b, noun, *name->second)) continue;
    if (found != EntityBuilder::kNone) return EntityBuilder::kNone;
    found = *role.of;
  }
  return found;
}

}  // namespace

std::vector<std::pair<Index, Index>> find_own_bodies(const EntityBuilder& b) {
  const FirstNames names = first_names(b);
  std::map<Index, Index> body_of;  // by entity: the body that all its mentions mean so far, or kNone
  for (const TokenMention& m : b.story.mentions) {
    for (const Index e : m.entities) {
      if (b.entity(e).type != EntityType::organisation || !has_no_name(b, e)) continue;
      const Index person = m.entities.size() == 1 ? owner_of(b, m.head) : EntityBuilder::kNone;
      const bool named_again = m.kind == MentionKind::pronoun || m.kind == MentionKind::possessive;
      if (person == EntityBuilder::kNone && named_again) continue;
      const Index body = person == EntityBuilder::kNone ? person : body_of_office(b, names, person, m.head);
      const auto [known, is_new] = body_of.emplace(e, body);
      if (!is_new && known->second != body) known->second = EntityBuilder::kNone;
    }
  }
  std::vector<std::pair<Index, Index>> out;
  for (const auto& [e, body] : body_of) {
    if (body != EntityBuilder::kNone) out.emplace_back(body, e);
  }
  return out;
}

}  // namespace dragoman
