#include "statements/relays.h"

#include "story/statements_kept.h"

#include <algorithm>
#include <cstddef>

namespace dragoman {

namespace {

constexpr std::size_t kNearStatements = 20;  // statements before and behind in the text

std::uint32_t width(const std::vector<TokenSpan>& content) {
  std::uint32_t sum = 0;
  for (const TokenSpan s : content) sum += s.size();
  return sum;
}

bool holds(const std::vector<TokenSpan>& content, TokenSpan part) {
  return std::any_of(content.begin(), content.end(),
                     [&](TokenSpan s) { return s.begin <= part.begin && part.end <= s.end; });
}

// Nothing but the inner statement: its cue is the main verb, with no second one beside it, or most words are its own.
bool is_whole(const Parse& parse, const StatementDraft& outer, const StatementDraft& inner) {
  if (2 * width(inner.content) > width(outer.content)) return true;
  const TokenIndex above = parse[inner.cue].head;
  if (above != inner.cue && holds(outer.content, {above, above + 1})) return false;
  for (const TokenIndex child : parse.children(inner.cue)) {
    if (parse[child].relation == Relation::conj && is_verbal(parse[child])) return false;
  }
  return true;
}

bool orders(const Parse& parse, const StatementDraft& draft) {
  for (const TokenIndex child : parse.children(draft.cue)) {
    const bool clause = parse[child].relation == Relation::xcomp || parse[child].relation == Relation::ccomp;
    if (clause && child > draft.cue && verb_form(parse, child).infinitive) return true;
  }
  return false;
}

bool passes_on(const Page& page, const StatementDraft& outer, const StatementDraft& inner) {
  if (outer.speakers.size() != 1 || outer.cue == kNoToken || inner.cue == kNoToken || outer.cue == inner.cue)
    return false;
  if (!holds(outer.content, {inner.cue, inner.cue + 1})) return false;
  for (const TokenSpan s : inner.content) {
    if (!holds(outer.content, s)) return false;
  }
  if (!is_whole(page.parse, outer, inner)) return false;
  if (outer.speakers == inner.speakers) return !inner.addressees.empty();
  const bool chained = std::find(inner.chain.begin(), inner.chain.end(), outer.speakers.front()) != inner.chain.end();
  if (!chained) return false;
  const EntityType type = page.story.record.entities[outer.speakers.front()].type;
  // "the agency said the king had ordered the troops home": a deed that it tells of.
  const Cue* said = page.cues.verb(page.parse[inner.cue].lemma);
  const bool words = said != nullptr && said->quotes() && !orders(page.parse, inner);
  const bool phrase = page.cues.phrases.longest(page.parse, page.story.text, outer.cue).has_value();
  const bool body = type == EntityType::organisation || type == EntityType::country;
  return (type == EntityType::media && (words || phrase)) || (body && (phrase || (words && outer.act == "report")));
}

}  // namespace

std::vector<std::int32_t> find_relays(const Page& page, const std::vector<StatementDraft>& drafts) {
  std::vector<std::int32_t> relayed(drafts.size(), -1);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    for (std::size_t j = i < kNearStatements ? 0 : i - kNearStatements;
         j < std::min(drafts.size(), i + kNearStatements); ++j) {
      if (j == i || !passes_on(page, drafts[i], drafts[j])) continue;
      relayed[i] = static_cast<std::int32_t>(j);
      break;
    }
  }
  return relayed;
}

void drop_relays(Story& story) {
  const std::vector<std::int32_t> relayed = story.statement_relays;
  std::vector<bool> stays;
  for (const std::int32_t passed_on : relayed) stays.push_back(passed_on < 0);
  const auto place = keep_statements(story, stays);
  for (Position& p : story.record.positions) {
    if (!p.statement) continue;
    // Each relay holds the next one whole, so that the way down ends.
    std::size_t q = *p.statement;
    while (relayed[q] >= 0) q = static_cast<std::size_t>(relayed[q]);
    p.statement = place[q];
  }
}

}  // namespace dragoman
