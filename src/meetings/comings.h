// What comes to things on a day, and what has to be done until then: "the ban takes effect on July 1", "the firm has
// until Friday to pay", "called a strike for Monday".
#pragma once

#include "language/syntax.h"
#include "meetings/details.h"
#include "meetings/participants.h"
#include "meetings/standing.h"

#include <optional>
#include <string>
#include <vector>

namespace dragoman {

/// Something that is to come, not yet held against the day of publication.
struct Coming {
  std::string what;
  DateValue date;
  TokenSpan span;
  std::vector<Index> participants;
  std::optional<Index> place;
  bool timetable = false;  // told in the present: only what is to come can be meant
};

class Comings {
 public:
  Comings(Story& story, const MeetingLexicon& words)
      : story_(story),
        parse_(story.parse),
        words_(words),
        who_(story, words),
        details_(story, words),
        standings_(story, words) {}

  /// What the verb says that is to come on a day; nothing where it is no verb of that kind.
  std::optional<Coming> of(TokenIndex verb) const;
  /// The thing or body that the verb is said of; kNoToken for a pronoun.
  TokenIndex subject(TokenIndex verb) const;

 private:
  std::optional<Coming> change(TokenIndex verb) const;
  std::optional<Coming> expected(TokenIndex verb) const;
  std::optional<Coming> term(TokenIndex verb) const;
  std::optional<Coming> fixed(TokenIndex verb) const;
  std::optional<Coming> to_be_done(TokenIndex verb) const;
  const ComingVerb* entry(TokenIndex verb) const;
  TokenIndex thing_above(TokenIndex noun, TokenIndex verb) const;
  std::string phrase(TokenIndex noun) const;
  std::string deed(TokenIndex verb) const;
  std::optional<DateValue> date_behind(TokenIndex verb, std::string_view preposition) const;

  Story& story_;
  const Parse& parse_;
  const MeetingLexicon& words_;
  Participants who_;
  Details details_;
  Standings standings_;
};

}  // namespace dragoman
