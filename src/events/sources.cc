// In whose words an event stands: the statements around it, from the outermost inwards.
#include "events/draft.h"
#include "statements/quotations.h"

#include <algorithm>
#include <unordered_map>

namespace dragoman {

namespace {

void add(std::vector<Index>& list, Index e) {
  if (std::find(list.begin(), list.end(), e) == list.end()) list.push_back(e);
}

bool is_quoted(const std::vector<Quotation>& quotations, TokenIndex t) {
  const auto behind = std::upper_bound(quotations.begin(), quotations.end(), t,
                                       [](TokenIndex x, const Quotation& q) { return x < q.inside.begin; });
  return behind != quotations.begin() && (behind - 1)->inside.contains(t);
}

struct Words {
  TokenSpan span;
  std::size_t statement = 0;
};

}  // namespace

void set_sources(const Story& story, EventDrafts& drafts) {
  if (drafts.empty()) return;
  const std::vector<Quotation> quotations = find_quotations(story.parse);
  std::vector<Words> all;
  std::unordered_map<TokenIndex, std::size_t> by_cue;
  for (std::size_t q = 0; q < story.statement_contents.size(); ++q) {
    if (story.statement_cues[q].size() == 1) by_cue.emplace(story.statement_cues[q].begin, q);
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
    // "In a statement released by the palace, the two pledged …": the deed of speech was passed on as the words were.
    if (const auto cue = by_cue.find(d->trigger); cue != by_cue.end()) {
      for (const Index e : story.record.statements[cue->second].chain) add(d->event.sources, e);
    }
    for (const Words& w : open) {
      if (story.statement_cues[w.statement].contains(d->trigger)) continue;
      const Statement& s = story.record.statements[w.statement];
      // What is known before it is told is the report's, unless it is quoted.
      if (d->background && s.kind == StatementKind::indirect) continue;
      if (d->background && s.kind == StatementKind::mixed && !is_quoted(quotations, d->trigger)) continue;
      for (const Index e : s.chain) add(d->event.sources, e);
      // "said her cabinet would never allow it": who refuses by saying so does not tell it of himself.
      if (d->voiced && d->event.actors == s.speakers) continue;
      add(d->event.sources, s.speakers[0]);
    }
  }
}

}  // namespace dragoman
