#include "statements/occasion.h"

#include <algorithm>

namespace dragoman {

namespace {

bool in_content(const StatementDraft& draft, TokenIndex t) {
  return std::any_of(draft.content.begin(), draft.content.end(), [&](TokenSpan s) { return s.contains(t); });
}

// The words that hang on the cue: not on its content, not on another verb.
// "In a letter, she asked for calm and said …": what stands before the first of several cues is of all of them.
bool hangs_on_cue(const Page& page, const StatementDraft& draft, TokenIndex word) {
  TokenIndex t = word;
  for (int i = 0; i < kMaxClimb && page.parse[t].head != t; ++i) {
    t = page.parse[t].head;
    if (t == draft.cue) return true;
    if (!is_verbal(page.parse[t])) continue;
    const TokenIndex subject = own_subject(page.parse, t);
    return t == first_conjunct(page.parse, draft.cue) && subject != kNoToken && word < subject &&
           own_subject(page.parse, draft.cue) == kNoToken;
  }
  return false;
}

constexpr TokenIndex kNear = 30;

// The cue's neighbourhood in its sentence.
TokenSpan around(const Page& page, const StatementDraft& draft) {
  const TokenSpan sentence = page.sentence_of(draft.cue);
  return {std::max(sentence.begin, draft.cue < kNear ? 0 : draft.cue - kNear),
          std::min(sentence.end, draft.cue + kNear)};
}

}  // namespace

std::string venue_of(const Page& page, const StatementDraft& draft) {
  if (draft.cue == kNoToken) return {};
  const Parse& parse = page.parse;
  // "told a news conference".
  const TokenIndex hearer = child_of(parse, draft.cue, Relation::dobj);
  if (hearer != kNoToken && !in_content(draft, hearer) && page.cues.venues.contains(parse[hearer].lemma)) {
    TokenSpan phrase = core_phrase(parse, hearer);
    while (phrase.begin < hearer && parse[phrase.begin].tag == Tag::dt) ++phrase.begin;
    return std::string(page.story.text.view(parse[phrase.begin].begin, parse[hearer].end));
  }
  const TokenSpan range = around(page, draft);
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const Token& p = parse[t];
    if (p.relation != Relation::prep || in_content(draft, t) || page.cues.apart.contains(p.lower)) continue;
    if (parse[p.head].relation != Relation::prep && p.head != draft.cue && !hangs_on_cue(page, draft, t)) continue;
    for (const TokenIndex object : parse.children(t)) {
      if (parse[object].relation != Relation::pobj) continue;
      const bool occasion = page.cues.venues.contains(parse[object].lemma);
      const bool medium = page.cues.venue_words.contains(parse[object].text);
      if ((!occasion && !medium) || object == draft.speaker || (p.lower == "on" && !medium)) continue;
      TokenSpan phrase = core_phrase(parse, object);
      const bool known = parse[phrase.begin].lower == "the";
      while (phrase.begin < object &&
             (parse[phrase.begin].tag == Tag::dt || parse[phrase.begin].tag == Tag::prp_poss)) {
        ++phrase.begin;
      }
      // "an interview with the daily": whose it is belongs to it.
      for (const TokenIndex child : parse.children(object)) {
        if (child > object && parse[child].relation == Relation::prep && parse[child].lower == "with") {
          phrase.end = subtree(parse, child).end;
          for (TokenIndex t = child; t < phrase.end; ++t) {
            if (parse[t].text == ",") phrase.end = t;  // what more is said of whom it was with
          }
        }
      }
      const std::string_view words = page.story.text.view(parse[phrase.begin].begin, parse[phrase.end - 1].end);
      if (known) {
        // "the news conference": the joint one that was spoken of before.
        for (const Statement& earlier : page.story.record.statements) {
          if (earlier.venue.size() > words.size() && earlier.venue.ends_with(words)) return earlier.venue;
        }
      }
      return std::string(words);
    }
  }
  return {};
}

std::optional<DateValue> date_of(const Page& page, const StatementDraft& draft) {
  if (draft.cue == kNoToken) return std::nullopt;
  const TokenSpan range = around(page, draft);
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const std::int32_t at = page.story.time_at[t];
    if (at < 0 || in_content(draft, t)) continue;
    const Time& time = page.story.record.times[static_cast<std::size_t>(at)];
    // Not PRESENT_REF, nor the "today" of an undated report.
    const bool day = time.value.size() >= 10 && time.value[4] == '-' && !time.value.starts_with("XXXX-XX-XX");
    if ((time.type != TimeType::date && time.type != TimeType::time) || !day) continue;
    if (!hangs_on_cue(page, draft, t)) continue;
    return DateValue{time.value.substr(0, 10), DateBasis::text};
  }
  return std::nullopt;
}

std::optional<Index> place_of(const Page& page, const StatementDraft& draft) {
  if (draft.cue == kNoToken) return std::nullopt;
  const TokenSpan range = around(page, draft);
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const std::int32_t at = page.story.place_at[t];
    if (at < 0 || in_content(draft, t) || page.parse[t].relation != Relation::pobj) continue;
    const TokenIndex preposition = page.parse[t].head;
    if (page.parse[preposition].head == draft.cue) return static_cast<Index>(at);
  }
  return std::nullopt;
}

}  // namespace dragoman
