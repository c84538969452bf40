// What a group without a name is in an event: the people of several countries, of one, or a thing. Sides that are made
// entities of are added to the story.
#pragma once

#include "events/arguments.h"
#include "events/participant.h"
#include "story/first_heads.h"
#include "story/story.h"

#include <vector>

namespace dragoman {

class Groups {
 public:
  Groups(Story& story, const Arguments& arguments, const EventLexicon& lexicon)
      : story_(story), parse_(story.parse), arguments_(arguments), lexicon_(lexicon), first_heads_(story) {}

  /// Puts the countries in the place of the people of both.
  void apart_by_country(bool mutual, std::vector<Index>& actors);
  /// Puts the country in the place of its people.
  void people_of_country(Participants& recipients);
  /// Takes out what is no party.
  void drop_things(Participants& recipients);

 private:
  bool is_named_in_part(Index group);

  Story& story_;
  const Parse& parse_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  FirstHeads first_heads_;
};

}  // namespace dragoman
