// What fills a slot of an event: an entity, or a place that is named for the people there.
#pragma once

#include "dragoman/record.h"

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

namespace dragoman {

/// "shelled Haifa", "aid to Idlib": a place stands here until the event is sure, and then an entity is made of its
/// people. No number stands for either, so that a place is never looked up among the entities.
class Participant {
 public:
  static Participant of_entity(Index e) { return Participant(EntityAt{e}); }
  static Participant of_place(Index p) { return Participant(PlaceAt{p}); }

  /// Its index in record.entities; nothing when it is a place.
  std::optional<Index> entity() const {
    const auto* at = std::get_if<EntityAt>(&is_);
    return at == nullptr ? std::nullopt : std::optional(at->index);
  }
  /// Its index in record.places; nothing when it is an entity.
  std::optional<Index> place() const {
    const auto* at = std::get_if<PlaceAt>(&is_);
    return at == nullptr ? std::nullopt : std::optional(at->index);
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

  explicit Participant(EntityAt e) : is_(e) {}
  explicit Participant(PlaceAt p) : is_(p) {}

  std::variant<EntityAt, PlaceAt> is_;
};

using Participants = std::vector<Participant>;

inline Participants participants_of(const std::vector<Index>& entities) {
  Participants out;
  std::transform(entities.begin(), entities.end(), std::back_inserter(out), Participant::of_entity);
  return out;
}

}  // namespace dragoman
