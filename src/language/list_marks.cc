#include "language/list_marks.h"

#include <algorithm>

namespace dragoman {

namespace {

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) >= 0xC3U && static_cast<unsigned char>(c) < 0xE2U);
  });
}

/// A few signs or digits without a word.
bool is_mark(const Parse& parse, TokenSpan sentence) {
  constexpr TokenIndex kLongest = 3;
  if (sentence.size() > kLongest) return false;
  bool any = false;
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    if (has_letters(parse[t].text)) return false;
    any = any || !parse[t].is_space;
  }
  return any;
}

TokenIndex root_of(const Parse& parse, TokenSpan sentence) {
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    if (parse[t].head == t && !parse[t].is_space) return t;
  }
  return sentence.begin;
}

}  // namespace

void join_list_marks(Parse& parse, std::span<const std::uint32_t> breaks) {
  std::vector<TokenSpan> sentences;
  for (const TokenSpan sentence : parse.sentences) {
    const bool follows = !sentences.empty() && is_mark(parse, sentences.back());
    const auto starts_part = [&](TokenSpan s) {
      return s.begin == 0 || std::binary_search(breaks.begin(), breaks.end(), parse[s.begin].begin);
    };
    if (!follows || starts_part(sentence) || !starts_part(sentences.back())) {
      sentences.push_back(sentence);
      continue;
    }
    const TokenIndex root = root_of(parse, sentence);
    for (TokenIndex t = sentences.back().begin; t < sentences.back().end; ++t) {
      Token& token = parse.tokens[t];
      if (token.head != t) continue;
      token.head = root;
      token.relation = Relation::punct;
      token.relation_label = "punct";
    }
    sentences.back().end = sentence.end;
  }
  if (sentences.size() == parse.sentences.size()) return;
  parse.sentences = std::move(sentences);
  link(parse);
}

}  // namespace dragoman
