#include "language/parse.h"

#include <algorithm>

namespace dragoman {

void link(Parse& parse) {
  const std::uint32_t n = parse.size();
  auto& tokens = parse.tokens;
  for (std::uint32_t s = 0; s < parse.sentences.size(); ++s) {
    for (TokenIndex t = parse.sentences[s].begin; t < parse.sentences[s].end; ++t) tokens[t].sentence = s;
  }
  parse.child_offsets.assign(n + 1, 0);
  for (TokenIndex t = 0; t < n; ++t) {
    tokens[t].left_edge = tokens[t].right_edge = t;
    if (tokens[t].head != t) ++parse.child_offsets[tokens[t].head + 1];
  }
  for (TokenIndex t = 0; t < n; ++t) parse.child_offsets[t + 1] += parse.child_offsets[t];
  parse.child_list.resize(parse.child_offsets[n]);
  std::vector<std::uint32_t> next(parse.child_offsets.begin(), parse.child_offsets.end() - 1);
  for (TokenIndex t = 0; t < n; ++t) {
    if (tokens[t].head != t) parse.child_list[next[tokens[t].head]++] = t;
  }
  // Children before their heads: order by depth. Heads form a forest, so walking up from each token ends.
  std::vector<TokenIndex> order;
  order.reserve(n);
  for (TokenIndex t = 0; t < n; ++t) {
    if (tokens[t].head == t) order.push_back(t);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const TokenIndex child : parse.children(order[i])) order.push_back(child);
  }
  for (auto it = order.rbegin(); it != order.rend(); ++it) {
    Token& head = tokens[tokens[*it].head];
    head.left_edge = std::min(head.left_edge, tokens[*it].left_edge);
    head.right_edge = std::max(head.right_edge, tokens[*it].right_edge);
  }
}

}  // namespace dragoman
