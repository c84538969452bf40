// Where journeys lead, and whose guests nobody is.
#pragma once

#include "events/arguments.h"
#include "events/participant.h"
#include "story/story.h"

namespace dragoman {

/// Whether the place is the seat of its country's government: Nairobi.
bool is_seat_of_government(const Story& story, Index place);

class Journeys {
 public:
  Journeys(const Story& story, const Arguments& arguments, const EventLexicon& lexicon)
      : story_(story), parse_(story.parse), arguments_(arguments), lexicon_(lexicon) {}

  /// Settles who is visited; false where nobody is: whoever travels within his own country is nobody's guest.
  bool settle_hosts(const EventFrame& frame, const Predicate& p, const Event& e, Participants& recipients) const;
  /// Takes out the place where a deed happened.
  void drop_scene(TokenIndex noun, Participants& recipients) const;

 private:
  /// Sets the hosts of a visit that a noun tells of, as the journey around it says; none where it does not.
  void find_host(const Predicate& p, Participants& recipients) const;
  /// Sets the country whose town a journey leads to as the host, where the travellers are of another country and the
  /// story names it, or the town is its seat of government.
  void find_country_of_town(const EventFrame& frame, const Predicate& p, const Event& e,
                            Participants& recipients) const;
  /// Takes out the country that the actors are of.
  void drop_own_country(const Event& e, Participants& recipients) const;
  /// Whether all places that the journey leads to lie in the actor's country.
  bool is_at_home(const EventFrame& frame, const Predicate& p, const Event& e) const;

  const Story& story_;
  const Parse& parse_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
};

}  // namespace dragoman
