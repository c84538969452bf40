// Nouns and the extent of their phrases (see syntax.h).
#include "language/syntax.h"

#include <algorithm>

namespace dragoman {

Tokens premodifiers(const Parse& parse, TokenIndex noun) {
  Tokens out;
  for (const TokenIndex c : parse.children(noun)) {
    const Relation r = parse[c].relation;
    if (c < noun && (r == Relation::amod || r == Relation::compound || r == Relation::nmod)) out.push_back(c);
  }
  return out;
}

bool is_age(const Parse& parse, TokenIndex t) {
  return t > 4 && parse[t].lower == "old" && parse[t - 1].text == "-" && parse[t - 2].lower == "year";
}

TokenSpan core_phrase(const Parse& parse, TokenIndex noun) {
  TokenIndex begin = noun;
  for (const TokenIndex c : parse.children(noun)) {
    if (c > noun) break;
    switch (parse[c].relation) {
      case Relation::det:
      case Relation::predet:
      case Relation::amod:
      case Relation::compound:
      case Relation::nmod:
      case Relation::nummod:
      case Relation::poss:
      case Relation::quantmod:
      case Relation::advmod:
      case Relation::case_:
      case Relation::npadvmod:
        begin = std::min(begin, parse[c].left_edge);
        break;
      default:
        break;
    }
  }
  return trimmed(parse, {begin, noun + 1});
}

TokenSpan noun_phrase(const Parse& parse, TokenIndex noun) {
  TokenSpan span = core_phrase(parse, noun);
  for (const TokenIndex c : parse.children(noun)) {
    if (c > noun && parse[c].relation == Relation::prep && parse[c].lower == "of") {
      span.end = std::max(span.end, parse[c].right_edge + 1);
    }
  }
  return trimmed(parse, span);
}

namespace {

/// Whether the last token closes a bracket that was opened in the span.
bool closes_bracket(const Parse& parse, TokenSpan span) {
  const std::string_view last = parse[span.end - 1].text;
  if (last != ")" && last != "]") return false;
  int open = 0;
  for (TokenIndex t = span.begin; t + 1 < span.end; ++t) {
    const std::string_view word = parse[t].text;
    if (word == (last == ")" ? "(" : "[")) ++open;
    if (word == last) --open;
  }
  return open > 0;
}

}  // namespace

TokenSpan trimmed(const Parse& parse, TokenSpan span) {
  const auto outer = [&](TokenIndex t) { return parse[t].is_space || parse[t].pos == Pos::punct; };
  while (span.begin + 1 < span.end && outer(span.begin)) ++span.begin;
  // A conjunction is loose where what it joins was cut off behind it.
  const auto loose = [&](TokenIndex t) {
    return (outer(t) && !closes_bracket(parse, {span.begin, t + 1})) || parse[t].relation == Relation::cc;
  };
  while (span.begin + 1 < span.end && loose(span.end - 1)) --span.end;
  return span;
}

TokenSpan subtree(const Parse& parse, TokenIndex t) {
  return trimmed(parse, {parse[t].left_edge, parse[t].right_edge + 1});
}

}  // namespace dragoman
