#include "who/title_words.h"

#include "language/syntax.h"
#include "who/occupations.h"

namespace dragoman {

bool title_ending_at(const EntityBuilder& b, TokenIndex end, TokenIndex floor, TokenSpan& span, std::uint32_t& title) {
  constexpr TokenIndex kLongest = 9;
  auto found = b.who.title_phrases.ending_at(b.parse, b.story.text, floor, end, kLongest);
  while (found && is_half_of_a_word(b, found->begin) && found->begin + 1 < end) {  // "home-state Senator Ana Paz"
    found = b.who.title_phrases.ending_at(b.parse, b.story.text, found->begin + 1, end, kLongest);
    if (found && !is_capitalised(b.parse[found->begin])) return false;
  }
  if (!found) return false;
  span = {found->begin, end};
  title = found->value;
  if (is_half_of_a_word(b, span.begin) || !is_title_here(b, span.begin, title)) return false;
  // "Deputy Minister" + "of Trade" is no "Minister of Trade".
  for (TokenIndex back = 1; back <= 3 && span.begin >= floor + back; ++back) {
    const auto wider = b.who.title_phrases.longest(b.parse, b.story.text, span.begin - back);
    if (wider && wider->end > span.begin && !is_half_of_a_word(b, span.begin - back)) return false;
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
    if (!is_title_here(b, noun - back, match->value)) continue;
    span = {noun - back, match->end};
    title = match->value;
    return true;
  }
  return false;
}

namespace {

// "the minister, Chief Paz": how one addresses whoever holds the office before it, and no other word for the head of
// something, as in "Agency Chief Paz".
bool is_form_of_address(const EntityBuilder& b, TokenIndex t, std::uint32_t title) {
  if (!b.who.titles[title].of_bodies_alone || !b.who.is_part(b.parse[t].text, NamePart::Kind::honorific)) return false;
  const auto longest = b.who.title_phrases.longest(b.parse, b.story.text, t);
  return longest && longest->end == t + 1 && t > b.parse.sentences[b.parse[t].sentence].begin &&
         b.parse[t - 1].text == "," && t + 1 < b.parse.size() && b.parse[t + 1].pos == Pos::propn;
}

}  // namespace

bool is_title_here(const EntityBuilder& b, TokenIndex begin, std::uint32_t title) {
  if (is_form_of_address(b, begin, title)) return false;
  return !b.who.titles[title].capital || is_capitalised(b.parse[begin]);
}

namespace {

// "marketing" of "marketing director": a common noun right before the title that tells its field, and is no body whose
// office it is ("party leader").
bool is_field(const EntityBuilder& b, TokenIndex t, TokenSpan rest) {
  const Token& token = b.parse[t];
  const bool first = b.parse.sentences[token.sentence].begin == t && !is_in_capitals(token);  // "ZNN moderator"
  const bool small = token.text == token.lower || first;
  if ((token.tag != Tag::nn && token.tag != Tag::nns) || !small || !token.space_after) return false;
  const auto title = b.who.title_phrases.find(token.lower);
  if (title && is_title_here(b, t, *title)) return false;
  if (token.relation != Relation::compound || token.head < rest.begin || token.head >= rest.end) return false;
  if (b.story.mention_at[t] >= 0 || b.who.status_before.find(token.lower)) return false;
  const auto noun =
      b.who.noun_phrases.ending_at(b.parse, b.story.text, b.parse.sentences[token.sentence].begin, t + 1, 3);
  return !noun || b.who.nouns[noun->value].kind == ActorNoun::Kind::people;
}

// "human" of "human rights chief": an adjective of the field.
bool describes_field(const EntityBuilder& b, TokenIndex t, TokenSpan field) {
  const Token& token = b.parse[t];
  const bool small = token.text == token.lower || b.parse.sentences[token.sentence].begin == t;
  return token.tag == Tag::jj && small && token.head >= field.begin && token.head < field.end &&
         b.story.mention_at[t] < 0 && token.space_after && !b.who.peoples.find(token.text) &&
         !b.who.status_before.find(token.lower);
}

}  // namespace

TokenSpan in_full(const EntityBuilder& b, TokenSpan title) {
  const Parse& parse = b.parse;
  const TokenIndex floor = parse.sentences[parse[title.begin].sentence].begin;
  const bool singular = parse[title.end - 1].tag == Tag::nn;
  const bool has_portfolio = parse[title.end - 1].lower == "minister";  // its field is told otherwise
  TokenSpan full = title;
  constexpr TokenIndex kLongest = 4;
  while (full.begin > floor && title.begin - full.begin < kLongest) {
    TokenIndex t = full.begin - 1;
    if (t > floor && parse[t].text == "-" && full.begin == title.begin) --t;
    const std::string word(parse[t].lower);
    // "a political Pope" is a pope.
    const bool apart = is_capitalised(parse[title.begin]) && !is_capitalised(parse[t]);
    const bool grade = b.who.grades.contains(word) && !apart && !has_portfolio;
    if (b.story.mention_at[t] < 0 && (b.who.ranks.contains(word) || grade)) {
      full.begin = t;
    } else if (t + 1 == full.begin && singular && !has_portfolio &&
               (is_field(b, t, full) || describes_field(b, t, {full.begin, title.begin}))) {
      full.begin = t;
    } else {
      break;
    }
  }
  // "long-time director": half of a word is none.
  while (full.begin < title.begin && full.begin > floor && parse[full.begin - 1].text == "-" &&
         !parse[full.begin - 1].space_after) {
    ++full.begin;
  }
  while (full.begin < title.begin && parse[full.begin].text == "-") ++full.begin;
  return full;
}

TokenSpan without_ministry(const EntityBuilder& b, TokenSpan phrase, TokenIndex noun) {
  for (TokenIndex t = noun; t-- > phrase.begin;) {
    const auto body = b.who.noun_phrases.ending_at(b.parse, b.story.text, phrase.begin, t + 1, 3);
    const bool small = body && body->begin < t && !is_capitalised(b.parse[t]);
    if (!small || b.who.nouns[body->value].kind != ActorNoun::Kind::body) continue;
    const auto title = b.who.title_phrases.ending_at(b.parse, b.story.text, phrase.begin, noun + 1, 9);
    return title && title->begin <= t ? phrase : TokenSpan{t + 1, phrase.end};
  }
  return phrase;
}

void mention_title(EntityBuilder& b, TokenIndex noun, const std::vector<Index>& entities) {
  TokenSpan phrase = core_phrase(b.parse, noun);
  for (TokenIndex t = noun; t-- > phrase.begin;) {
    const Token& token = b.parse[t];
    if (b.story.mention_at[t] < 0 && token.tag != Tag::pos && token.tag != Tag::prp_poss) continue;
    phrase.begin = t + 1;
    break;
  }
  b.mention(without_ministry(b, phrase, noun), noun, MentionKind::title, entities);
}

}  // namespace dragoman
