#include "language/take_analysis.h"

#include "language/kept_words.h"

#include <algorithm>

namespace dragoman {

namespace {

void take_names(Parse& parse, TokenIndex begin, const Parse& reworded) {
  const TokenIndex end = begin + reworded.size();
  std::vector<NameSpan>& names = parse.names;
  std::erase_if(names, [&](const NameSpan& n) { return n.span.begin < end && n.span.end > begin; });
  auto at = std::find_if(names.begin(), names.end(), [&](const NameSpan& n) { return n.span.begin >= end; });
  for (NameSpan name : reworded.names) {
    name.span = {name.span.begin + begin, name.span.end + begin};
    at = names.insert(at, name) + 1;
  }
}

}  // namespace

void take_analysis(Parse& parse, TokenIndex begin, const Parse& reworded) {
  for (TokenIndex t = 0; t < reworded.size(); ++t) {
    const Token& from = reworded[t];
    Token& token = parse.tokens[begin + t];
    token.head = begin + from.head;
    token.lemma = kept(parse, from.lemma);  // that of the other wording goes with it
    token.tag = from.tag, token.tag_label = from.tag_label;
    token.pos = from.pos, token.morph = from.morph;
    token.relation = from.relation, token.relation_label = from.relation_label;
    token.name = from.name, token.name_begin = from.name_begin;
  }
  take_names(parse, begin, reworded);
}

}  // namespace dragoman
