// What fills a slot of an event: an entity, a place that is named for the people there, or people who are only
// described.
#pragma once

#include "dragoman/record.h"
#include "language/parse.h"

#include <algorithm>
#include <iterator>
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

/// The parties that were found so far, each once, in the order in which they were found.
class PartyList {
 public:
  /// `places`: it takes named places too, for their people ("shelled Haifa"), and people who are only described.
  explicit PartyList(bool places) : places_(places) {}
  /// Of entities alone; these are found already.
  explicit PartyList(const std::vector<Index>& entities) : all_(participants_of(entities)) {}

  void add(const Participant& p) {
    if (std::find(all_.begin(), all_.end(), p) == all_.end()) all_.push_back(p);
  }
  void add(const PartyList& others) {
    for (const Participant& p : others.all_) add(p);
  }
  void drop_places() {
    std::erase_if(all_, [](const Participant& p) { return p.place().has_value(); });
  }

  bool takes_places() const { return places_; }
  bool empty() const { return all_.empty(); }
  std::size_t size() const { return all_.size(); }
  const Participants& all() const { return all_; }
  /// Those that are entities.
  std::vector<Index> entities() const {
    std::vector<Index> out;
    for (const Participant& p : all_) {
      if (const auto e = p.entity()) out.push_back(*e);
    }
    return out;
  }

 private:
  bool places_ = false;
  Participants all_;
};

}  // namespace dragoman
