#include "who/title_words.h"

#include "language/syntax.h"
#include "who/occupations.h"

namespace dragoman {

bool title_ending_at(const EntityBuilder& b, TokenIndex end, TokenIndex floor, TokenSpan& span, std::uint32_t& title) {
  constexpr TokenIndex kLongest = 9;
  const auto found = b.who.title_phrases.ending_at(b.parse, b.story.text, floor, end, kLongest);
  if (!found) return false;
  span = {found->begin, end};
  title = found->value;
  if (is_half_of_a_word(b, span.begin)) return false;
  // "Deputy Minister" + "of Trade" is no "Minister of Trade".
  for (TokenIndex back = 1; back <= 3 && span.begin >= floor + back; ++back) {
    const auto wider = b.who.title_phrases.longest(b.parse, b.story.text, span.begin - back);
    if (wider && wider->end > span.begin) return false;
  }
  return true;
}

bool title_at(const EntityBuilder& b, TokenIndex noun, TokenIndex floor, TokenSpan& span, std::uint32_t& title) {
  if (title_ending_at(b, noun + 1, floor, span, title)) return true;
  constexpr TokenIndex kBack = 3;
  for (TokenIndex back = kBack + 1; back-- > 0;) {
    if (noun < floor + back) continue;
    const auto match = b.who.title_phrases.longest(b.parse, b.story.text, noun - back);
    if (!match || match->end <= noun || is_half_of_a_word(b, noun - back)) continue;
    span = {noun - back, match->end};
    title = match->value;
    return true;
  }
  return false;
}

TokenSpan with_rank(const EntityBuilder& b, TokenSpan title) {
  const Parse& parse = b.parse;
  const TokenIndex floor = parse.sentences[parse[title.begin].sentence].begin;
  TokenIndex t = title.begin;
  if (t > floor + 1 && parse[t - 1].text == "-") --t;
  if (t == floor || !b.who.ranks.contains(std::string(parse[t - 1].lower))) return title;
  return {t - 1, title.end};
}

void mention_title(EntityBuilder& b, TokenIndex noun, const std::vector<Index>& entities) {
  TokenSpan phrase = core_phrase(b.parse, noun);
  for (TokenIndex t = noun; t-- > phrase.begin;) {
    const Token& token = b.parse[t];
    if (b.story.mention_at[t] < 0 && token.tag != Tag::pos && token.tag != Tag::prp_poss) continue;
    phrase.begin = t + 1;
    break;
  }
  b.mention(phrase, noun, MentionKind::title, entities);
}

}  // namespace dragoman
