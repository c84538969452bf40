// What looks back, from one predicate, at the events that were read before it.
#pragma once

#include "events/arguments.h"
#include "events/draft.h"
#include "story/story.h"

namespace dragoman {

/// The common part of those who do; all that it is given outlives it.
class DraftsSoFar {
 public:
  /// `drafts`: those made so far, in the order of their predicates.
  DraftsSoFar(const Story& story, const Arguments& arguments, const EventLexicon& lexicon, const EventDrafts& drafts)
      : story_(story), parse_(story.parse), arguments_(arguments), lexicon_(lexicon), drafts_(drafts) {}

 protected:
  const Story& story_;
  const Parse& parse_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  const EventDrafts& drafts_;
};

}  // namespace dragoman
