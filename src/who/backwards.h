// Going back through the mentions before a word, the nearest first.
#pragma once

#include "language/syntax.h"
#include "who/builder.h"

#include <algorithm>

namespace dragoman {

/// Calls f(mention) for the mentions that begin before `t` and at most `sentences` sentences back, from the nearest on,
/// until it returns true.
template <class F>
void backwards(const EntityBuilder& b, TokenIndex t, std::uint32_t sentences, const F& f) {
  const std::uint32_t here = b.parse[t].sentence;
  constexpr TokenIndex kFar = 2000;  // however long a sentence is
  for (TokenIndex i = t; i-- > 0 && t - i < kFar;) {
    if (b.parse[i].sentence + sentences < here) break;
    const std::int32_t at = b.story.mention_at[i];
    if (at < 0) continue;
    const TokenMention& m = b.story.mentions[static_cast<std::size_t>(at)];
    if (m.span.begin == i && f(m)) return;
  }
}

/// All entities of the coordination that a mention begins, people with people and bodies with bodies: both of "Ortiz
/// and Holm".
inline std::vector<Index> coordinated_entities(const EntityBuilder& b, const TokenMention& m) {
  std::vector<Index> members;
  if (m.entities.empty()) return members;
  const auto is_person = [&](Index e) { return b.entity(e).type == EntityType::person; };
  for (const TokenIndex t : coordinated(b.parse, m.head)) {
    for (const Index e : b.story.entities_at(t)) {
      if (is_person(e) != is_person(m.entities[0])) continue;
      if (std::find(members.begin(), members.end(), e) == members.end()) members.push_back(e);
    }
  }
  return members;
}

/// Whether they are spoken of in the first sentences, before a word.
inline bool is_in_lead(const EntityBuilder& b, const std::vector<Index>& entities, TokenIndex before) {
  constexpr std::size_t kSentences = 2;
  constexpr TokenIndex kWords = 100;
  const auto& sentences = b.parse.sentences;
  const TokenIndex end = std::min({sentences[std::min(kSentences, sentences.size()) - 1].end, kWords, before});
  for (TokenIndex t = 0; t < end; ++t) {
    if (b.story.entities_at(t) == entities) return true;
  }
  return false;
}

inline bool is_subject(const Parse& parse, TokenIndex t) {
  const Relation r = parse[t].relation;
  return r == Relation::nsubj || r == Relation::nsubjpass;
}

}  // namespace dragoman
