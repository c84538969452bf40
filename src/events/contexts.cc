// PLOVER's contexts: the domains of politics that an event's own words speak of.
#include "events/draft.h"

#include <algorithm>
#include <string>

namespace dragoman {

void set_contexts(const Story& story, const EventLexicon& lexicon, EventDrafts& drafts) {
  const Parse& parse = story.parse;
  for (EventDraft& d : drafts) {
    auto& contexts = d.event.contexts;
    const auto add = [&](std::string_view words) {
      const auto found = lexicon.contexts.find(words);
      if (found == lexicon.contexts.end()) return;
      for (const std::string& c : found->second) {
        if (std::find(contexts.begin(), contexts.end(), c) == contexts.end()) contexts.push_back(c);
      }
    };
    for (TokenIndex t = d.span.begin; t < d.span.end; ++t) {
      add(parse[t].lemma);
      if (parse[t].lower != parse[t].lemma) add(parse[t].lower);
      if (t + 1 < d.span.end && parse[t].pos != Pos::punct) {
        add(std::string(parse[t].lower) + " " + std::string(parse[t + 1].lemma));
      }
    }
  }
}

}  // namespace dragoman
