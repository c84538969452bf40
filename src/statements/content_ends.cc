#include "statements/content_ends.h"

#include "statements/clauses.h"

#include <algorithm>

namespace dragoman {

namespace {

// The comma before a verb of saying and its subject that close their sentence, with nothing behind them but when it was
// said; kNoToken where they do not.
TokenIndex comma_before_closing(const Page& page, TokenIndex verb) {
  const Parse& parse = page.parse;
  const Token& v = parse[verb];
  const Cue* cue = is_verbal(v) && !page.in_quotation(verb) ? page.cues.verb(v.lemma) : nullptr;
  if (cue == nullptr || !cue->quotes() || (v.tag != Tag::vbd && v.tag != Tag::vbz && v.tag != Tag::vbp))
    return kNoToken;
  const TokenSpan sentence = page.sentence_of(verb);
  for (TokenIndex t = verb + 1; t < sentence.end; ++t) {
    const bool when = page.story.time_at[t] >= 0 || parse[t].relation == Relation::prep || parse[t].pos == Pos::adv;
    if (!when && parse[t].pos != Pos::punct && !parse[t].is_space) return kNoToken;
  }
  constexpr TokenIndex kLong = 12;
  int inner = verb > 0 && parse[verb - 1].text == "," ? 2 : 0;  // "the agency, Petra, reported"
  TokenIndex last = kNoToken;                                   // of the subject
  for (TokenIndex t = verb; t-- > sentence.begin && verb - t <= kLong;) {
    const bool marks = page.in_quotation(t) && t > 0 && parse[t - 1].text == ",";  // “…,” the agency reported
    if (parse[t].text == "," || marks) {
      if (inner-- > 0) continue;
      return last != kNoToken && page.story.mention_at[last] >= 0 ? t : kNoToken;
    }
    const Pos pos = parse[t].pos;
    const bool name = pos == Pos::noun || pos == Pos::propn || pos == Pos::det || pos == Pos::adj ||
                      pos == Pos::cconj || pos == Pos::part || pos == Pos::num || parse[t].text == "-";
    if (!name || page.in_quotation(t)) return kNoToken;
    if (last == kNoToken) last = t;
  }
  return kNoToken;
}

// "Kenya said it had struck, state media reported on Friday": "state media reported on Friday".
std::vector<TokenSpan> closing_attributions(const Page& page, const std::vector<StatementDraft>& drafts) {
  std::vector<TokenSpan> found;
  for (const StatementDraft& d : drafts) {
    if (d.cue == kNoToken || d.speaker == kNoToken || page.parse[d.cue].pos != Pos::verb) continue;
    const TokenIndex first = std::min(d.cue, page.parse[d.speaker].left_edge);
    const TokenSpan sentence = page.sentence_of(d.cue);
    if (first <= sentence.begin || page.parse[first - 1].text != "," || d.content.back().end > first) continue;
    const TokenIndex last = std::max(d.cue, d.speaker);
    if (last >= sentence.begin && page.stripped({last, sentence.end}).size() <= 1)
      found.push_back({first, sentence.end});
  }
  for (TokenIndex t = 0; t < page.parse.size(); ++t) {
    const TokenIndex comma = comma_before_closing(page, t);
    if (comma != kNoToken) found.push_back({comma + 1, page.sentence_of(t).end});
  }
  return found;
}

}  // namespace

// "…, the minister said, according to the ministry": who passed it on is no part of what he said.
void cut_attributions(const Page& page, std::vector<StatementDraft>& drafts) {
  std::vector<TokenSpan> holes;
  for (const StatementDraft& d : drafts) {
    if (d.cue == kNoToken || d.cue_span.size() < 2) continue;
    if (!page.cues.phrases.longest(page.parse, page.story.text, d.cue)) continue;
    TokenIndex before = page.word_before(d.cue);
    if (before != kNoToken && before > 0 && page.in_quotation(before)) --before;  // “…,” according to the ministry
    if (before != kNoToken && page.parse[before].text == ",") {
      holes.push_back({d.cue, page.sentence_of(d.cue).end});
    }
  }
  for (const TokenSpan closing : closing_attributions(page, drafts)) holes.push_back(closing);
  std::sort(holes.begin(), holes.end(), [](TokenSpan a, TokenSpan b) { return a.begin < b.begin; });
  for (StatementDraft& d : drafts) {
    const auto hole = std::lower_bound(holes.begin(), holes.end(), d.content.back().begin,
                                       [](TokenSpan h, TokenIndex t) { return h.begin <= t; });
    if (hole == holes.end() || hole->contains(d.cue)) continue;
    TokenSpan& last = d.content.back();
    if (last.contains(hole->begin) && last.end <= hole->end) last = page.stripped({last.begin, hole->begin});
  }
}

namespace {

bool is_dash(const Token& t) {
  return t.text == "\xE2\x80\x94" || t.text == "\xE2\x80\x93" || t.text == "--" || t.text == "-" || t.text == "_";
}

// Whether the word stands right behind a comma or a dash of the content.
bool is_set_off(const Page& page, TokenIndex first, TokenSpan content) {
  if (first <= content.begin || page.in_quotation(first)) return false;
  return page.parse[first - 1].text == "," || is_dash(page.parse[first - 1]);
}

// Whether a phrase or clause that ends with the word is the last of the content.
bool is_last(TokenIndex last, TokenSpan content) {
  return last + 2 >= content.end;
}

// "…, apparently meaning that …", "…, lending weight to the charge": the reporter explains what was said.
TokenIndex gloss_at(const Page& page, TokenIndex t, TokenSpan content) {
  const Token& w = page.parse[t];
  const bool participle = w.relation == Relation::advcl && w.tag == Tag::vbg && page.cues.glosses.contains(w.lemma);
  const bool comma = w.left_edge > content.begin && page.parse[w.left_edge - 1].text == ",";
  return participle && comma && is_last(w.right_edge, content) ? w.left_edge : kNoToken;
}

// "said the rebels had fled, a claim that they denied", "… - a step no state has taken since": a noun that sums up what
// was said, and what the reporter knows of it.
TokenIndex summary_at(const Page& page, TokenIndex t, TokenSpan content) {
  const Parse& parse = page.parse;
  if (!page.cues.summaries.contains(parse[t].lemma) || parse[t].relation == Relation::conj) return kNoToken;
  const TokenIndex first = core_phrase(parse, t).begin;
  if (!is_set_off(page, first, content)) return kNoToken;
  if (first != t && parse[first].pos != Pos::det) return kNoToken;
  for (const TokenIndex child : parse.children(t)) {
    const Token& c = parse[child];
    // "a claim that Peru denies", "a move hailed by the guild", but not "a plan to pay"
    const bool clause = own_subject(parse, child) != kNoToken || c.tag == Tag::vbn || c.tag == Tag::vbd;
    const bool tells = c.relation == Relation::relcl || (c.relation == Relation::acl && clause);
    if (child > t && tells && is_last(c.right_edge, content)) return first;
  }
  return kNoToken;
}

// "said it would sell the ship, which Chile denies", "…, both of which the council has ruled out": what another says of
// it.
TokenIndex other_voice_at(const Page& page, TokenIndex t, TokenSpan content, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  const Token& w = parse[t];
  if (w.relation != Relation::relcl || page.cues.verb(w.lemma) == nullptr || !is_last(w.right_edge, content))
    return kNoToken;
  const TokenIndex subject = own_subject(parse, t);
  if (subject == kNoToken || is_relative_pronoun(parse[subject]) || !is_set_off(page, w.left_edge, content))
    return kNoToken;
  const auto& other = page.story.entities_at(subject);
  // "the scheme, in which he claimed to be rich": what was said of him.
  const bool within = parse[w.left_edge].pos == Pos::adp && parse[subject].pos == Pos::pron;
  const bool another = !other.empty() && other != draft.speakers && !within;
  for (TokenIndex pronoun = w.left_edge; pronoun < subject && another; ++pronoun) {
    if (is_relative_pronoun(parse[pronoun])) return w.left_edge;
  }
  return kNoToken;
}

}  // namespace

void cut_remarks(const Page& page, std::vector<StatementDraft>& drafts) {
  for (StatementDraft& d : drafts) {
    TokenSpan& last = d.content.back();
    const bool behind_cue = d.cue != kNoToken && d.cue < last.begin;
    for (TokenIndex t = last.begin + 1; t < last.end; ++t) {
      if (page.in_quotation(t)) continue;
      TokenIndex remark = gloss_at(page, t, last);
      if (remark == kNoToken && behind_cue) remark = summary_at(page, t, last);
      if (remark == kNoToken && behind_cue) remark = other_voice_at(page, t, last, d);
      if (remark == kNoToken || remark <= last.begin) continue;
      last = page.stripped({last.begin, remark});
      break;
    }
  }
}

namespace {

// The word behind a quotation that ends the content, where no comma, stop or dash parts them; kNoToken elsewhere.
TokenIndex word_behind_quotation(const Page& page, TokenSpan content) {
  const std::int32_t q = content.size() == 0 ? -1 : page.quotation_at[content.end - 1];
  if (q < 0) return kNoToken;
  const Quotation& quotation = page.quotations[static_cast<std::size_t>(q)];
  if (!quotation.closed || content.end < quotation.inside.end || quotation.inside.size() == 0) return kNoToken;
  const TokenIndex next = quotation.outside.end;
  if (page.parse[quotation.inside.end - 1].pos == Pos::punct || page.parse[next].pos == Pos::punct) return kNoToken;
  const bool same_sentence =
      next < page.parse.size() && page.parse[next].sentence == page.parse[content.end - 1].sentence;
  return same_sentence && !page.parse[next].is_space ? next : kNoToken;
}

// The head of the widest phrase that begins with the word.
TokenIndex phrase_from(const Parse& parse, TokenIndex first) {
  TokenIndex head = first;
  while (parse[head].head != head && parse[parse[head].head].left_edge >= first) head = parse[head].head;
  return head;
}

// Whether a phrase behind the quotation tells of what was said, and not of when, where and to whom.
bool is_of_content(const Page& page, TokenIndex head, const Cue& cue, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  const Token& h = parse[head];
  const bool within = draft.content.back().contains(h.head);
  if (!within && h.head != draft.cue) return false;
  if (h.relation == Relation::relcl || h.relation == Relation::acl) return within;
  if (h.relation == Relation::xcomp) return true;
  if (h.relation == Relation::advcl)
    return is_reason(parse[h.left_edge].lower) || (within && parse[h.left_edge].tag == Tag::to);
  if (h.relation != Relation::prep || h.lower == "to") return false;  // "said “I love you” to the crowd"
  const TokenIndex object = child_of(parse, head, Relation::pobj);
  if (object == kNoToken) return is_theme(h, cue);  // "for seizing the boats"
  if (page.story.time_at[object] >= 0 || page.cues.is_of_somebody(parse[object].lemma)) return false;
  if (page.cues.venue_words.contains(parse[object].text)) return false;
  return within || is_theme(h, cue);
}

// The quotation in small letters that opens behind the cue, which stands between commas: "The weir is old, she said,
// “and full of rats”", "…, she wrote in a letter, and “…”"; kNoToken where there is none.
TokenIndex quotation_behind_cue(const Page& page, const StatementDraft& draft) {
  const Parse& parse = page.parse;
  const Cue* cue = page.cues.verb(parse[draft.cue].lemma);
  if (cue == nullptr || !cue->quotes() || !is_verbal(parse[draft.cue]) || page.in_quotation(draft.cue)) return kNoToken;
  TokenIndex from = draft.cue + 1;
  if (draft.speaker != kNoToken && draft.speaker < page.sentence_of(draft.cue).end)
    from = std::max(from, draft.speaker + 1);
  constexpr TokenIndex kFar = 20;
  const TokenIndex end = std::min(page.sentence_of(draft.cue).end, from + kFar);
  for (TokenIndex t = from; t + 1 < end; ++t) {
    if (page.in_quotation(t)) {
      const Quotation& found = page.quotations[static_cast<std::size_t>(page.quotation_at[t])];
      const TokenIndex comma = parse[t - 1].pos == Pos::cconj ? t - 2 : t - 1;
      const bool small = found.inside.size() > 0 && !is_capitalised(parse[found.inside.begin]);
      return small && found.outside.begin == t && comma >= from && parse[comma].text == "," ? t : kNoToken;
    }
    if (is_verbal(parse[t]) || page.ends_sentence(t)) return kNoToken;
  }
  return kNoToken;
}

}  // namespace

void go_on_in_quotations(const Page& page, std::vector<StatementDraft>& drafts) {
  for (StatementDraft& d : drafts) {
    if (d.cue == kNoToken || d.content.back().end > d.cue) continue;
    if (page.parse[d.content.back().begin].sentence != page.parse[d.cue].sentence) continue;
    const TokenIndex next = quotation_behind_cue(page, d);
    if (next != kNoToken)
      d.content.push_back(page.stripped(page.quotations[static_cast<std::size_t>(page.quotation_at[next])].inside));
  }
}

void go_on_behind_quotations(const Page& page, std::vector<StatementDraft>& drafts) {
  const Parse& parse = page.parse;
  for (StatementDraft& d : drafts) {
    const Cue* cue = d.cue == kNoToken || d.cue > d.content.back().begin ? nullptr : page.cues.verb(parse[d.cue].lemma);
    const TokenIndex next = cue == nullptr ? kNoToken : word_behind_quotation(page, d.content.back());
    if (next == kNoToken) continue;
    const TokenIndex head = phrase_from(parse, next);
    if (!is_of_content(page, head, *cue, d)) continue;
    TokenIndex end = next;
    while (end <= parse[head].right_edge && (parse[end].pos != Pos::punct || page.in_quotation(end))) ++end;
    d.content.back() = page.with_mark({d.content.back().begin, end});
  }
}

}  // namespace dragoman
