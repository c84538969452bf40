#include "record/sources.h"

#include <algorithm>

namespace dragoman {

std::optional<Index> voice_of(const Record& record, const Position& position) {
  if (!position.by || *position.by == position.actor) return std::nullopt;
  if (!position.statement) return position.by;
  const auto& speakers = record.statements[*position.statement].speakers;
  if (std::find(speakers.begin(), speakers.end(), *position.by) == speakers.end()) return position.by;
  const Entity& voice = record.entities[*position.by];
  const Entity& holder = record.entities[position.actor];
  const auto& roles = voice.roles;
  const bool office =
      std::any_of(roles.begin(), roles.end(), [&](const Role& role) { return role.of == position.actor; });
  const bool state = holder.type == EntityType::country && voice.country == holder.country;
  const bool alike = !holder.country.empty() && voice.country == holder.country && voice.code == holder.code;
  return office || state || alike ? position.by : std::nullopt;
}

PositionSources sources_of(const Record& record, const Position& position) {
  if (!position.statement) return {};
  const Statement& statement = record.statements[*position.statement];
  const auto voice = voice_of(record, position);
  const auto is_own = [&](Index speaker) { return speaker == position.actor || speaker == voice; };
  PositionSources sources{statement.chain, {}};
  std::erase_if(sources.chain, is_own);
  const bool told = std::none_of(statement.speakers.begin(), statement.speakers.end(), is_own);
  if (told) sources.speakers = statement.speakers;
  return sources;
}

std::vector<std::vector<Index>> outermost_first(const PositionSources& sources) {
  std::vector<std::vector<Index>> out;
  for (const Index e : sources.chain) out.push_back({e});
  if (!sources.speakers.empty()) out.push_back(sources.speakers);
  return out;
}

}  // namespace dragoman
