// Where a report first speaks of each entity alone: looked up, where a walk over all mentions for each question would
// take time that grows with the square of the text.
#pragma once

#include "story/story.h"

#include <optional>
#include <vector>

namespace dragoman {

class FirstHeads {
 public:
  explicit FirstHeads(const Story& story) : story_(story) {}

  /// The head of the first mention that is of the entity and of no other; nothing when there is none. Mentions that
  /// were added at the end since the last question count; none may have been changed or moved.
  std::optional<TokenIndex> of(Index entity) {
    for (; seen_ < story_.mentions.size(); ++seen_) {
      const TokenMention& mention = story_.mentions[seen_];
      if (mention.entities.size() != 1) continue;
      const Index e = mention.entities.front();
      if (e >= heads_.size()) heads_.resize(e + std::size_t{1}, kNoToken);
      if (heads_[e] == kNoToken) heads_[e] = mention.head;
    }
    if (entity >= heads_.size() || heads_[entity] == kNoToken) return std::nullopt;
    return heads_[entity];
  }

 private:
  const Story& story_;
  std::size_t seen_ = 0;           // mentions
  std::vector<TokenIndex> heads_;  // by entity
};

}  // namespace dragoman
