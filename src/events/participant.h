// What fills a slot of an event: an entity, a place that is named for the people there, or people who are only
// described.
#pragma once

#include "dragoman/record.h"
#include "language/parse.h"

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

namespace dragoman {

/// "shelled Haifa", "aid to Idlib", "beat two onlookers": a place or a description stands here until the event is sure,
/// and then an entity is made of the people. No number stands for either, so that neither is ever looked up among the
/// entities.
class Participant {
 public:
  static Participant of_entity(Index e) { return Participant(EntityAt{e}); }
  static Participant of_place(Index p) { return Participant(PlaceAt{p}); }
  static Participant of_description(TokenIndex head) { return Participant(DescribedAt{head}); }

  /// Its index in record.entities; nothing for others.
  std::optional<Index> entity() const {
    const auto* at = std::get_if<EntityAt>(&is_);
    return at == nullptr ? std::nullopt : std::optional(at->index);
  }
  /// Its index in record.places; nothing when it is an entity.
  std::optional<Index> place() const {
    const auto* at = std::get_if<PlaceAt>(&is_);
    return at == nullptr ? std::nullopt : std::optional(at->index);
  }

  /// The noun that describes them; nothing for others.
  std::optional<TokenIndex> description() const {
    const auto* at = std::get_if<DescribedAt>(&is_);
    return at == nullptr ? std::nullopt : std::optional(at->head);
  }

  bool operator==(const Participant&) const = default;

 private:
  struct EntityAt {
    Index index;
    bool operator==(const EntityAt&) const = default;
  };
  struct PlaceAt {
    Index index;
    bool operator==(const PlaceAt&) const = default;
  };

  struct DescribedAt {
    TokenIndex head;
    bool operator==(const DescribedAt&) const = default;
  };

  explicit Participant(EntityAt e) : is_(e) {}
  explicit Participant(PlaceAt p) : is_(p) {}
  explicit Participant(DescribedAt d) : is_(d) {}

  std::variant<EntityAt, PlaceAt, DescribedAt> is_;
};

using Participants = std::vector<Participant>;

inline Participants participants_of(const std::vector<Index>& entities) {
  Participants out;
  std::transform(entities.begin(), entities.end(), std::back_inserter(out), Participant::of_entity);
  return out;
}

}  // namespace dragoman
