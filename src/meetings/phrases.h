// What stands around the noun or verb of a meeting: who comes to it, which words are its own, when and where it was.
#pragma once

#include "meetings/details.h"
#include "meetings/participants.h"
#include "meetings/standing.h"
#include "meetings/words.h"
#include "story/story.h"

#include <optional>
#include <string>

namespace dragoman {

class MeetingPhrases {
 public:
  MeetingPhrases(const Story& story, const MeetingLexicon& words, const Participants& who, const Details& details,
                 const Standings& standings)
      : story_(story), parse_(story.parse), words_(words), who_(who), details_(details), standings_(standings) {}

  /// The heads of a phrase with "with" that the parser hangs on the verb right behind the noun's phrase.
  Tokens with_right_behind(TokenIndex noun) const;
  /// Those by whom the meeting is attended, as a passive verb beside or behind the noun says.
  Tokens attenders(TokenIndex noun) const;
  /// "held" of "a meeting held in Lima with", or kNoToken.
  TokenIndex held_participle(TokenIndex noun) const;
  /// The verb behind the noun whose subject the meeting is, or kNoToken.
  TokenIndex subject_of(TokenIndex noun) const;
  /// "round" of "round of talks", or kNoToken.
  TokenIndex round_of(TokenIndex noun) const;
  /// The word that "of" links the noun to; the noun itself where there is none.
  TokenIndex above_of(TokenIndex noun) const;
  bool is_theirs(TokenIndex noun) const;
  bool is_pronoun_possessed(TokenIndex noun) const;
  /// The level that the words before the noun name, else that of the noun; empty where neither has one.
  std::string level(TokenIndex noun, const MeetingNoun& word) const;
  std::optional<DateValue> date(TokenIndex noun, TokenIndex light) const;
  /// The words that tell of the meeting: those of the light verb's clause, or the noun's with who takes part, when and
  /// where.
  TokenSpan span(TokenIndex noun, TokenIndex light) const;
  std::optional<Index> place_on_time_or_name(TokenIndex verb) const;
  std::optional<Index> place_behind(TokenIndex noun) const;
  /// Where the journey goes that is made for the meeting, which is the verb's infinitive or the noun behind "for":
  /// "flew to Lima to meet", "travelled to Lima for talks".
  std::optional<Index> place_of_journey(TokenIndex word) const;

 private:
  const Story& story_;
  const Parse& parse_;
  const MeetingLexicon& words_;
  const Participants& who_;
  const Details& details_;
  const Standings& standings_;
};

}  // namespace dragoman
