#include "statements/page.h"

#include "language/paragraphs.h"
#include "language/syntax.h"
#include "text/ascii.h"

#include <algorithm>

namespace dragoman {

namespace {

bool is_quote_mark(const Token& t) {
  return is_quotation_mark(t) || t.text == "\xE2\x80\x98" || t.text == "\xE2\x80\x9C" || t.text == "\xE2\x80\x9D" ||
         t.text == "\xC2\xAB" || t.text == "\xC2\xBB";
}

bool is_empty_line(const Token& t) {
  const std::size_t line = t.is_space ? t.text.find('\n') : std::string_view::npos;
  return line != std::string_view::npos && t.text.find('\n', line + 1) != std::string_view::npos;
}

bool is_loose(const Token& t) {
  return t.is_space || is_quote_mark(t) || t.text == "," || t.text == ":" || t.text == ";" || t.text == "." ||
         t.text == "\xE2\x80\x94" || t.text == "\xE2\x80\x93" || t.text == "--" || t.text == "-" || t.text == "_";
}

}  // namespace

Page::Page(Story& s) : story(s), parse(s.parse), cues(*s.lexicon.cues), quotations(find_quotations(s.parse)) {
  quotation_at.assign(parse.size(), -1);
  for (std::size_t q = 0; q < quotations.size(); ++q) {
    for (TokenIndex t = quotations[q].outside.begin; t < quotations[q].outside.end; ++t) {
      quotation_at[t] = static_cast<std::int32_t>(q);
    }
  }
  const auto name = [](auto& people, std::string_view word, Index e) {
    const auto [at, first] = people.emplace(ascii_lower(word), e);
    if (!first && at->second != e) at->second.reset();
  };
  for (Index e = 0; e < story.record.entities.size(); ++e) {
    const Entity& entity = story.record.entities[e];
    if (entity.type != EntityType::person || entity.anonymous) continue;
    const std::string_view whole = entity.name;
    name(people_, whole.substr(whole.rfind(' ') + 1), e);
    name(first_names_, whole.substr(0, whole.find(' ')), e);
  }
}

std::optional<Index> Page::person_called(std::string_view last_name) const {
  const auto found = people_.find(ascii_lower(last_name));
  return found == people_.end() ? std::nullopt : found->second;
}

std::optional<Index> Page::person_named(std::string_view word) const {
  if (const auto last = person_called(word)) return last;
  const auto found = first_names_.find(ascii_lower(word));
  return found == first_names_.end() ? std::nullopt : found->second;
}

void Page::hear(TokenSpan words) {
  std::fill(quotation_at.begin() + words.begin, quotation_at.begin() + words.end,
            static_cast<std::int32_t>(quotations.size()));
  quotations.push_back({words, words, true});
}

TokenIndex Page::word_before(TokenIndex t) const {
  while (t-- > 0) {
    if (breaks_paragraph(parse[t])) return kNoToken;
    if (!parse[t].is_space) return t;
  }
  return kNoToken;
}

TokenIndex Page::word_behind(TokenIndex t) const {
  while (++t < parse.size()) {
    if (breaks_paragraph(parse[t])) return kNoToken;
    if (!parse[t].is_space) return t;
  }
  return kNoToken;
}

bool Page::ends_sentence(TokenIndex t) const {
  return parse[t].text == "." || parse[t].text == "?" || parse[t].text == "!" || breaks_paragraph(parse[t]);
}

bool Page::asks(TokenIndex t) const {
  const TokenSpan sentence = sentence_of(t);
  TokenIndex last = sentence.end;
  while (last > sentence.begin && (parse[last - 1].is_space || is_quote_mark(parse[last - 1]))) --last;
  return last > sentence.begin && parse[last - 1].text == "?";
}

TokenIndex Page::begin_of_text(TokenSpan span) const {
  for (TokenIndex t = span.end; t-- > span.begin;) {
    if (breaks_paragraph(parse[t]) || story.boilerplate[t]) return t + 1;
  }
  return span.begin;
}

TokenSpan Page::stripped(TokenSpan span) const {
  while (span.begin < span.end && is_loose(parse[span.begin])) ++span.begin;
  while (span.begin < span.end && is_loose(parse[span.end - 1])) --span.end;
  return span;
}

std::vector<TokenSpan> Page::without(const std::vector<TokenSpan>& spans, TokenSpan hole) const {
  std::vector<TokenSpan> out;
  for (const TokenSpan s : spans) {
    if (hole.end <= s.begin || hole.begin >= s.end) {
      out.push_back(s);
      continue;
    }
    for (const TokenSpan part : {TokenSpan{s.begin, hole.begin}, TokenSpan{hole.end, s.end}}) {
      if (part.begin >= part.end) continue;
      const TokenSpan left = stripped(part);
      if (left.size() > 0) out.push_back(left);
    }
  }
  return out;
}

TokenSpan Page::within_text(TokenSpan span, TokenIndex cue) const {
  // What the parser runs together over an empty line belongs to two paragraphs.
  const bool behind = cue == kNoToken || cue < span.begin;
  const bool same_sentence = cue != kNoToken && span.size() > 0 && parse[cue].sentence == parse[span.begin].sentence;
  const bool indirect = span.size() > 0 && !in_quotation(span.begin);
  for (TokenIndex t = same_sentence && behind && indirect ? cue : span.begin; t < span.end && behind; ++t) {
    if (is_empty_line(parse[t]) && quotation_at[t] < 0) span.end = std::max(t, span.begin);
  }
  if (span.size() > 0 && in_quotation(span.begin)) return span;
  if (cue != kNoToken && cue >= span.end) return {begin_of_text(span), span.end};
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (story.boilerplate[t]) return {span.begin, t};
  }
  return span;
}

void Page::keep(StatementDraft draft, std::vector<StatementDraft>& drafts) const {
  for (TokenSpan& s : draft.content) s = stripped(within_text(s, draft.cue));
  // What no sentence of a report comes near to is no content; bounded, nested ones take time in proportion.
  constexpr TokenIndex kLongest = 600;
  std::erase_if(draft.content, [](TokenSpan s) { return s.size() == 0 || s.size() > kLongest; });
  if (draft.content.empty()) return;
  // A clause's "that" is no part of what was said, nor "said only that".
  TokenSpan& first = draft.content.front();
  if (first.size() > 2 && parse[first.begin].pos == Pos::adv && parse[first.begin + 1].lower == "that") ++first.begin;
  const Relation that = parse[first.begin].relation;
  const bool marks = that == Relation::mark || that == Relation::dobj || that == Relation::pobj ||
                     that == Relation::dep || that == Relation::det || parse[first.begin].tag == Tag::wdt;
  // “That road is shut,” she said
  const bool opens = is_capitalised(parse[first.begin]) &&
                     (first.begin == sentence_of(first.begin).begin || in_quotation(first.begin));
  if (parse[first.begin].lower == "that" && marks && !opens && first.size() > 1) {
    first = stripped({first.begin + 1, first.end});
    if (first.size() == 0) return;
  }
  for (TokenSpan& s : draft.content) s = with_mark(s);
  if (draft.weak && !has_quotation(draft)) return;
  drafts.push_back(std::move(draft));
}

TokenSpan Page::with_mark(TokenSpan span) const {
  const std::int32_t first = span.size() == 0 ? -1 : quotation_at[span.begin];
  if (first < 0) return span;
  const Quotation& q = quotations[static_cast<std::size_t>(first)];
  if (q.closed && q.inside.begin == span.begin && q.outside.end < span.end) span.begin = q.outside.begin;
  return span;
}

bool Page::has_quotation(const StatementDraft& draft) const {
  for (const TokenSpan s : draft.content) {
    for (TokenIndex t = s.begin; t < s.end; ++t) {
      if (in_quotation(t)) return true;
    }
  }
  return false;
}

}  // namespace dragoman
