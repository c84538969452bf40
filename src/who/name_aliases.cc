#include "who/name_aliases.h"

#include "language/syntax.h"

namespace dragoman {

namespace {

// Where "known as", "nicknamed" or "alias" begins that stands right before `begin`, or kNoToken.
TokenIndex calling_before(const Parse& parse, TokenIndex begin) {
  TokenIndex t = begin;
  while (t > 0 && (parse[t - 1].pos == Pos::punct || parse[t - 1].tag == Tag::dt) && parse[t - 1].text != ",") --t;
  if (t == 0) return kNoToken;
  const std::string_view word = parse[t - 1].lower;
  if (word == "nicknamed" || word == "alias" || word == "aka" || word == "a.k.a.") return t - 1;
  return t > 1 && word == "as" && parse[t - 2].lower == "known" ? t - 2 : kNoToken;
}

// Whether a verb of its own stands between: then it is somebody else who is called so.
bool has_verb(const Parse& parse, TokenIndex begin, TokenIndex end) {
  for (TokenIndex t = begin; t < end; ++t) {
    const Token& token = parse[t];
    const bool finite = token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::vbp || token.tag == Tag::md;
    if (finite && token.lemma != "be") return true;
  }
  return false;
}

}  // namespace

std::unordered_map<std::string, std::string> find_aliases(const EntityBuilder& b,
                                                          const std::vector<NameCandidate>& names) {
  std::unordered_map<std::string, std::string> aliases;
  const Parse& parse = b.parse;
  const NameCandidate* before = nullptr;
  for (const NameCandidate& name : names) {
    if (name.verdict != NameOf::person) continue;
    const TokenIndex calling = calling_before(parse, name.span.begin);
    constexpr TokenIndex kFar = 14;
    const bool alias =
        calling != kNoToken && before != nullptr && before->span.end <= calling && calling - before->span.end < kFar &&
        parse[before->span.begin].sentence == parse[calling].sentence && !has_verb(parse, before->span.end, calling);
    if (alias && b.words(name.span) != b.words(before->span)) {
      aliases.emplace(b.words(name.span), b.words(before->span));
    } else {
      before = &name;
    }
  }
  return aliases;
}

}  // namespace dragoman
