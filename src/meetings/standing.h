// Whether a meeting or visit is held, planned or cancelled, or none of these.
#pragma once

#include "meetings/draft.h"
#include "story/story.h"

namespace dragoman {

class Standings {
 public:
  Standings(const Story& story, const MeetingLexicon& words) : story_(story), parse_(story.parse), words_(words) {}

  /// Of what the verb says: "met", "will meet", "is to meet"; nothing for "wants to meet".
  Standing of_verb(TokenIndex verb) const;
  /// Of the meeting that the noun names, by the words before it, the verb it hangs on and what links them; `own` when
  /// nothing tells.
  Standing of_noun(TokenIndex noun) const;
  /// What the words before the noun make of it: "upcoming", "possible".
  Standing by_modifiers(TokenIndex noun) const;
  /// The verb on which the meeting hangs as object, subject or goal ("for talks"), if the lexicon knows it.
  TokenIndex light_verb(TokenIndex noun) const;
  /// What the lexicon says of a verb around meetings, where its particle stands with it ("call off"); null for others.
  const MeetingLightVerb* light(TokenIndex verb) const;
  /// Whether the verb tells that somebody leaves for what stands behind "for".
  bool is_departure(TokenIndex verb) const;

 private:
  bool is_habit(TokenIndex verb) const;
  bool is_called_off(TokenIndex noun) const;
  Standing as_argument(TokenIndex noun) const;
  Standing by_light_verb(TokenIndex verb) const;
  Standing of_subject(TokenIndex noun) const;
  Standing in_phrase(TokenIndex noun) const;
  Standing as_goal(TokenIndex noun, TokenIndex verb) const;

  const Story& story_;
  const Parse& parse_;
  const MeetingLexicon& words_;
};

}  // namespace dragoman
