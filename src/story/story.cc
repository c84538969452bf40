#include "story/story.h"

#include <algorithm>
#include <numeric>

namespace dragoman {

Story::Story(const Document& document, const Text& text, const Parse& parse, const Vocabularies& lexicon,
             const Gazetteer* gazetteer)
    : document(document),
      text(text),
      parse(parse),
      lexicon(lexicon),
      gazetteer(gazetteer),
      boilerplate(parse.size()),
      mention_at(parse.size()),
      time_at(parse.size()),
      place_at(parse.size()) {}

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

void Story::sort_mentions() {
  std::vector<std::size_t> order(mentions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t x, std::size_t y) { return mentions[x].span.begin < mentions[y].span.begin; });
  std::vector<TokenMention> sorted;
  std::vector<std::int32_t> place(order.size());
  sorted.reserve(order.size());
  for (const std::size_t from : order) {
    place[from] = static_cast<std::int32_t>(sorted.size());
    sorted.push_back(std::move(mentions[from]));
  }
  mentions = std::move(sorted);
  for (TokenIndex t = 0; t < mention_at.size(); ++t) {
    if (mention_at[t] >= 0) mention_at.set(t, place[static_cast<std::size_t>(mention_at[t])]);
  }
}

std::string_view sureness(const TokenMention& mention) {
  return mention.chance < 0.6    ? "a guess"
         : mention.chance < 0.8  ? "likely"
         : mention.chance < 0.95 ? "very likely"
                                 : "";
}

const std::vector<Index>& Story::entities_at(TokenIndex token) const {
  static const std::vector<Index> none;
  const std::int32_t m = mention_at[token];
  return m < 0 ? none : mentions[m].entities;
}

}  // namespace dragoman
