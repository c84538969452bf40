#include "who/dateline.h"

#include <algorithm>

namespace dragoman {

TokenSpan dateline_tokens(const Story& story) {
  const auto& zones = story.record.document.boilerplate;
  const auto zone =
      std::find_if(zones.begin(), zones.end(), [](const Boilerplate& z) { return z.why == BoilerplateKind::dateline; });
  if (zone == zones.end()) return {};
  TokenSpan tokens;
  const auto begin_of = [&](TokenIndex t) { return story.text.code_point(story.parse[t].begin); };
  while (tokens.begin < story.parse.size() && begin_of(tokens.begin) < zone->span.begin) ++tokens.begin;
  tokens.end = tokens.begin;
  while (tokens.end < story.parse.size() && begin_of(tokens.end) < zone->span.end) ++tokens.end;
  return tokens;
}

}  // namespace dragoman
