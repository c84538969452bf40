#include "story/story.h"

namespace dragoman {

Story::Story(const Document& document, const Text& text, const Parse& parse, const Lexicon& lexicon,
             const Gazetteer* gazetteer)
    : document(document),
      text(text),
      parse(parse),
      lexicon(lexicon),
      gazetteer(gazetteer),
      boilerplate(parse.size(), false),
      mention_at(parse.size(), -1),
      time_at(parse.size(), -1),
      place_at(parse.size(), -1) {}

Span Story::span(TokenSpan tokens) const {
  while (tokens.begin < tokens.end && parse[tokens.begin].is_space) ++tokens.begin;
  while (tokens.begin < tokens.end && parse[tokens.end - 1].is_space) --tokens.end;
  if (tokens.begin >= tokens.end) return {};
  return {text.code_point(parse[tokens.begin].begin), text.code_point(parse[tokens.end - 1].end)};
}

Evidence Story::evidence(TokenSpan tokens) const {
  while (tokens.begin + 1 < tokens.end && parse[tokens.begin].is_space) ++tokens.begin;
  return {parse[tokens.begin].sentence, span(tokens)};
}

const std::vector<Index>& Story::entities_at(TokenIndex token) const {
  static const std::vector<Index> none;
  const std::int32_t m = mention_at[token];
  return m < 0 ? none : mentions[m].entities;
}

}  // namespace dragoman
