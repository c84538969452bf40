// Parties whom the text gives no name: the people of a place ("shelled Haifa"), and those whom nothing but a noun tells
// of ("two onlookers", "thousands marched"). Each becomes an entity of the record when an event has it.
#pragma once

#include "events/arguments.h"
#include "events/participant.h"
#include "story/story.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dragoman {

class UnnamedParties {
 public:
  UnnamedParties(Story& story, const Arguments& arguments, const EventLexicon& lexicon)
      : story_(story), parse_(story.parse), arguments_(arguments), lexicon_(lexicon) {}

  /// The entity that the party of such an event is; a place or description is made one, once.
  Index entity_of(const Participant& party, EventType type);
  /// Takes back the entities of descriptions from this number on: those of an event that came to nothing.
  void forget_from(Index first);

  /// Those who do it and are only described, as entities: "were freed by two neighbours", "shoppers shunned the wine".
  void describe_doers(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors);
  /// Those whom a common noun before the deed tells: "a rebel raid", "student protests".
  void describe_doers_before(const EventFrame& frame, const Predicate& p, std::vector<Index>& actors);
  /// Those to whom it is done and who are only described: "police questioned two teens".
  void describe_targets(const EventFrame& frame, const Predicate& p, Participants& recipients) const;
  /// "urged bakers and teachers to wait", where only the teachers are known: those who stand beside them.
  void describe_companions(const EventFrame& frame, const Predicate& p, Participants& recipients) const;

 private:
  /// Adds an entity that is named wherever the place is.
  Index add_for_place(Index place, std::string name, EntityType type);
  Index people_of(Index place);
  std::optional<Index> host_at(Index place);
  Index described(TokenIndex head);
  std::optional<Index> told_just_before(TokenIndex noun) const;
  bool speaks_of_another_country(std::uint32_t sentence, Index e) const;
  std::string counted_noun(TokenIndex number) const;
  bool is_determiner(TokenIndex t) const;
  bool is_aimed(const Slot& slot) const;
  bool is_of_deeds(const EventFrame& frame) const;
  static bool is_judged(const EventFrame& frame, const Slot& slot);
  void describe_accused(const EventFrame& frame, const Predicate& p, Participants& recipients) const;
  std::optional<Participant> governed_at(TokenIndex t) const;
  std::optional<Participant> governed_owner(TokenIndex work) const;
  std::optional<TokenIndex> owner_described(const EventFrame& frame, const Slot& slot, TokenIndex owned) const;
  bool is_crowd(TokenIndex t) const;
  bool is_told_to_act(const EventFrame& frame, const Slot& slot, const Predicate& p, TokenIndex noun) const;

  Story& story_;
  const Parse& parse_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  std::unordered_map<Index, Index> people_;          // of a place → entity
  std::unordered_map<TokenIndex, Index> described_;  // people by the noun alone → entity
};

}  // namespace dragoman
