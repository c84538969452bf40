// In whose words an event stands: the statements around it, from the outermost inwards.
#include "events/draft.h"

#include <algorithm>

namespace dragoman {

namespace {

void add(std::vector<Index>& list, Index e) {
  if (std::find(list.begin(), list.end(), e) == list.end()) list.push_back(e);
}

struct Words {
  TokenSpan span;
  std::size_t statement = 0;
};

}  // namespace

void set_sources(const Story& story, EventDrafts& drafts) {
  if (drafts.empty()) return;
  std::vector<Words> all;
  for (std::size_t q = 0; q < story.statement_contents.size(); ++q) {
    if (story.record.statements[q].speakers.size() != 1) continue;
    for (const TokenSpan span : story.statement_contents[q]) all.push_back({span, q});
  }
  std::stable_sort(all.begin(), all.end(), [](const Words& a, const Words& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  // Drafts and spans in text order: spans that may still cover a draft stay open.
  std::vector<Words> open;
  std::size_t next = 0;
  std::vector<EventDraft*> by_trigger;
  for (EventDraft& d : drafts) by_trigger.push_back(&d);
  std::stable_sort(by_trigger.begin(), by_trigger.end(),
                   [](const EventDraft* a, const EventDraft* b) { return a->trigger < b->trigger; });
  for (EventDraft* d : by_trigger) {
    while (next < all.size() && all[next].span.begin <= d->trigger) open.push_back(all[next++]);
    std::erase_if(open, [&](const Words& w) { return w.span.end <= d->trigger; });
    for (const Words& w : open) {
      if (story.statement_cues[w.statement].contains(d->trigger)) continue;
      const Statement& s = story.record.statements[w.statement];
      if (d->background && s.kind == StatementKind::indirect) continue;
      for (const Index e : s.chain) add(d->event.sources, e);
      add(d->event.sources, s.speakers[0]);
    }
  }
}

}  // namespace dragoman
