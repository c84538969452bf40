// What a group without a name is in an event: the people of several countries ("Togolese and Beninese officials"),
// those of one ("people in Mali"), or a thing. A country that the report names in no other way becomes an entity of the
// story.
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

  /// Puts Togo and Benin in the place of "Togolese and Beninese officials", where they do it with each other (`mutual`)
  /// or the name of the group tells of one country alone.
  void apart_by_country(bool mutual, std::vector<Index>& actors);
  /// Puts Mali in the place of "people in Mali".
  void people_of_country(Participants& recipients);
  /// Takes out things, which are no party: "helicopters".
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
