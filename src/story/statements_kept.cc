#include "story/statements_kept.h"

namespace dragoman {

std::vector<std::optional<Index>> keep_statements(Story& story, const std::vector<bool>& stays) {
  std::vector<std::optional<Index>> place;
  place.reserve(stays.size());
  Index kept = 0;
  for (const bool stay : stays) place.push_back(stay ? std::optional(kept++) : std::nullopt);
  const auto keep = [&](auto& list) {
    std::size_t q = 0;
    std::erase_if(list, [&](const auto&) { return !stays[q++]; });
  };
  keep(story.record.statements);
  keep(story.statement_cues);
  keep(story.statement_contents);
  keep(story.statement_relays);
  return place;
}

}  // namespace dragoman
