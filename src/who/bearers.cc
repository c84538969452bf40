#include "who/bearers.h"

#include "language/syntax.h"
#include "who/backwards.h"

#include <algorithm>
#include <string>

namespace dragoman {

namespace {

Gender gender_of_pronoun(const Token& token) {
  const std::string_view w = token.lower;
  const bool whose = token.tag == Tag::prp_poss || token.relation == Relation::nsubj;
  if (w == "himself" || (whose && (w == "he" || w == "his"))) return Gender::male;
  if (w == "herself" || (whose && (w == "she" || w == "her"))) return Gender::female;
  return Gender::unknown;
}

}  // namespace

Gender gender_told(const EntityBuilder& b, const NameCandidate& name) {
  if (name.gender != Gender::unknown) return name.gender;
  const Token& head = b.parse[name.span.end - 1];
  const bool owner = head.relation == Relation::poss;
  if (!is_subject(b.parse, name.span.end - 1) && !owner) return Gender::unknown;
  const TokenIndex end = b.parse.sentences[head.sentence].end;
  for (TokenIndex t = name.span.end; t < end; ++t) {
    const Token& token = b.parse[t];
    if (token.name_begin && token.name == NameType::person) return Gender::unknown;
    if (is_quotation_mark(token)) return Gender::unknown;
    if (token.relation == Relation::nsubj && token.pos == Pos::noun) return Gender::unknown;  // "his wife said she"
    if (const Gender told = gender_of_pronoun(token); told != Gender::unknown) return told;
  }
  return Gender::unknown;
}

std::optional<std::uint32_t> title_right_before(const EntityBuilder& b, TokenSpan name) {
  constexpr TokenIndex kLongest = 4;
  const TokenIndex floor = b.parse.sentences[b.parse[name.begin].sentence].begin;
  const auto title = b.who.title_phrases.ending_at(b.parse, b.story.text, floor, name.begin, kLongest);
  return title ? std::optional(title->value) : std::nullopt;
}

bool has_held(const WhoLexicon& who, const std::string& full_name, const std::string& office) {
  const auto found = who.holders_by_surname.find(person_key(surname_of(full_name)));
  if (found == who.holders_by_surname.end()) return false;
  const std::string key = person_key(full_name);
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](std::uint32_t h) { return who.holders[h].key == key && who.holders[h].office == office; });
}

}  // namespace dragoman
