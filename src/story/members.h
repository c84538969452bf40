// Entities as the record has them: sets of who took part or acted, and the country of a code.
#pragma once

#include "dragoman/record.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace dragoman {

inline bool holds(const std::vector<Index>& members, Index e) {
  return std::find(members.begin(), members.end(), e) != members.end();
}

/// Whether both have one of them.
inline bool share(const std::vector<Index>& a, const std::vector<Index>& b) {
  return std::any_of(a.begin(), a.end(), [&](Index e) { return holds(b, e); });
}

inline std::vector<Index> sorted(std::vector<Index> members) {
  std::sort(members.begin(), members.end());
  return members;
}

/// Whether the text names it: some are only described, "a group of lawyers".
inline bool has_name(const Entity& entity) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [](const Mention& m) { return m.kind == MentionKind::name; });
}

/// A country, or a government and those who serve it.
inline bool acts_for_state(const Entity& entity) {
  return entity.type == EntityType::country || entity.code.ends_with("GOV");
}

/// The first entity that is the country of the code; nothing where none is, or the code is empty.
inline std::optional<Index> named_country(const std::vector<Entity>& entities, std::string_view code) {
  for (Index e = 0; e < entities.size() && !code.empty(); ++e) {
    if (entities[e].type == EntityType::country && entities[e].country == code) return e;
  }
  return std::nullopt;
}

}  // namespace dragoman
