#include "who/name_syntax.h"

#include "who/phrases.h"

namespace dragoman {

namespace {

constexpr std::string_view kCurlyS = "\xE2\x80\x99s", kOpenS = "\xE2\x80\x98s";

}  // namespace

bool NameSyntax::has_body_word(TokenSpan span) const {
  for (TokenIndex t = span.begin; t < span.end; ++t) {
    if (is_part(t, NamePart::Kind::body)) return true;
  }
  return false;
}

bool NameSyntax::starts_title(TokenIndex t) const {
  return b_.who.title_phrases.longest(parse_, b_.story.text, t).has_value() && !is_part(t, NamePart::Kind::body);
}

TokenSpan NameSyntax::trim(TokenSpan span) const {
  const auto outside = [&](const Token& t) {
    return t.is_space || t.pos == Pos::punct || t.tag == Tag::pos || t.lower == "'s" || t.lower == kCurlyS ||
           t.lower == kOpenS || t.tag == Tag::dt;
  };
  while (span.size() > 0 && outside(parse_[span.begin])) ++span.begin;
  while (span.size() > 0 && outside(parse_[span.end - 1])) --span.end;
  return span;
}

}  // namespace dragoman
