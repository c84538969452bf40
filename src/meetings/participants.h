// Who takes part in a meeting, by the heads of the phrases that name them.
#pragma once

#include "language/syntax.h"
#include "meetings/words.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

class Participants {
 public:
  Participants(Story& story, const MeetingLexicon& words) : story_(story), parse_(story.parse), words_(words) {}

  /// Adds those whom the head names: the name that stands beside it, else its own entities; media and what cannot meet
  /// are left out.
  void add(std::vector<Index>& to, TokenIndex head) const;
  void add(std::vector<Index>& to, const Tokens& heads) const;
  /// Who does what the verb says, also below an adjective: "is due to meet".
  Tokens actors(TokenIndex verb) const;
  /// The same, and people without a name get an entity of their own: "talks with local leaders".
  void add_partners(std::vector<Index>& to, const Tokens& heads);
  /// "the Mori-Ivanov summit": both; "the NATO summit": the body.
  void add_named_before(std::vector<Index>& to, TokenIndex noun) const;

  bool is_person(Index e) const { return story_.record.entities[e].type == EntityType::person; }
  /// Without a name, by a noun for those whom one meets: "a delegation of senators".
  bool is_partner(Index e) const;
  bool is_country(Index e) const { return story_.record.entities[e].type == EntityType::country; }
  /// A body or group, which can meet by itself.
  bool is_collective(Index e) const {
    const EntityType type = story_.record.entities[e].type;
    return type == EntityType::organisation || type == EntityType::group;
  }

 private:
  void add_one(std::vector<Index>& to, Index e) const;
  std::vector<Index> bodies_behind(TokenIndex head) const;
  Tokens leaders_of(TokenIndex head) const;
  Tokens those_sent(TokenIndex verb) const;
  Tokens names_beside(TokenIndex head) const;
  bool is_title(TokenIndex t) const;
  std::optional<Index> by_surname(std::string_view name) const;
  std::optional<Index> unnamed(TokenIndex noun);

  Story& story_;
  const Parse& parse_;
  const MeetingLexicon& words_;
};

}  // namespace dragoman
