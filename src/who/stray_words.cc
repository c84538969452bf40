#include "who/stray_words.h"

#include "language/syntax.h"

#include <algorithm>
#include <cctype>

namespace dragoman {

namespace {

bool is_verb_tag(Tag tag) {
  return tag == Tag::vb || tag == Tag::vbd || tag == Tag::vbg || tag == Tag::vbn || tag == Tag::vbp ||
         tag == Tag::vbz || tag == Tag::md;
}

// Of a class of words that no name begins with.
bool is_closed(Tag tag) {
  return tag == Tag::in || tag == Tag::cc || tag == Tag::rb || tag == Tag::md || tag == Tag::xx || tag == Tag::wrb ||
         tag == Tag::prp || tag == Tag::to;
}

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return std::isalnum(u) != 0 || (u >= 0xC3 && u != 0xE2);  // letters with marks, not dashes and quotation marks
  });
}

bool is_word(const Token& t) {
  return t.text.size() > 1 && t.text.find_first_of("'.\xE2") == std::string_view::npos;
}

}  // namespace

bool has_only_capitals(const Parse& parse, TokenSpan sentence) {
  constexpr std::size_t kShort = 4;
  std::size_t capitals = 0, words = 0;
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    const Token& token = parse[t];
    if (token.is_space || token.pos == Pos::punct) continue;
    ++words;
    const bool links = token.tag == Tag::in || token.tag == Tag::cc || token.tag == Tag::dt;  // "from", "with"
    if (is_capitalised(token)) {
      ++capitals;
    } else if (token.text.size() >= (links ? kShort + 2 : kShort)) {
      return false;
    }
  }
  return capitals > kShort || (capitals > 2 && capitals == words);
}

StrayWords::StrayWords(const EntityBuilder& b) : b_(b), parse_(b.parse) {
  for (const NameSpan& name : parse_.names) {
    const TokenSpan span = name.span;
    if (name.type != NameType::person || span.size() < 2 || b.story.boilerplate[span.begin]) continue;
    const std::string_view first = parse_[span.begin].text, last = parse_[span.end - 1].text;
    if (!is_capitalised(parse_[span.begin]) || !is_capitalised(parse_[span.end - 1])) continue;
    if (has_only_capitals(parse_, parse_.sentences[parse_[span.begin].sentence])) continue;
    full_names_.insert(b.words(span));
    first_by_last_[last].insert(first);
    first_names_.insert(first);
  }
  for (const Token& t : parse_.tokens) {
    if (t.text == t.lower && !t.is_space && t.pos != Pos::punct) small_words_.insert(t.text);
  }
}

bool StrayWords::is_common(TokenIndex t) const {
  const std::string word(parse_[t].text);
  return small_words_.contains(parse_[t].lower) && !b_.who.given_names.contains(word);
}

// A surname that somebody with another first name bears.
bool StrayWords::is_of_another(TokenIndex first, TokenIndex surname) const {
  const auto found = first_by_last_.find(parse_[surname].text);
  if (found == first_by_last_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](std::string_view own) {
    return own != parse_[first].text && b_.who.given_names.contains(own);
  });
}

// A first or last word of somebody's full name.
bool StrayWords::is_in_a_name(TokenIndex t) const {
  return first_by_last_.contains(parse_[t].text) || first_names_.contains(parse_[t].text);
}

// Of somebody with a given name, and nobody's first name.
bool StrayWords::is_surname(TokenIndex t) const {
  return is_of_another(t, t) && !first_names_.contains(parse_[t].text);
}

// "Paz and Rojas", "Paz endorsed Rojas", "Lim surnamed Ong": at words without a capital that join or govern and are no
// particles. What an "and" or a verb parts are names; of what a preposition parts, those with a full name or known
// ones.
std::vector<TokenSpan> StrayWords::between_small_words(TokenSpan span, bool called) const {
  std::vector<TokenSpan> parts;
  TokenIndex begin = span.begin;
  bool all_known = true;
  const auto add = [&](TokenIndex end) {
    const bool known = end > begin && (is_in_a_name(end - 1) || full_names_.contains(b_.words({begin, end})));
    all_known = all_known && known;
    if (end > begin && (end - begin > 1 || known || begin > span.begin)) parts.push_back({begin, end});
  };
  for (TokenIndex t = span.begin + 1; t + 1 < span.end; ++t) {
    const Token& token = parse_[t];
    const bool joins = token.tag == Tag::cc || is_verb_tag(token.tag) || (called && token.tag == Tag::in);
    if (!joins || token.text != token.lower || !is_word(token) || b_.who.is_part(token.text, NamePart::Kind::particle))
      continue;
    if (!parse_[t - 1].space_after || !token.space_after) continue;
    add(t);
    begin = t + 1;
  }
  add(span.end);
  if (!called && !all_known) return {span};
  return parts;
}

// Without signs around it, and without first words that are no name's, which a surname or a full name known from
// elsewhere stands behind.
TokenSpan StrayWords::without_first_words(TokenSpan span) const {
  while (span.size() > 1 && !has_letter(parse_[span.begin].text)) ++span.begin;
  while (span.size() > 1 && !has_letter(parse_[span.end - 1].text)) --span.end;
  while (span.size() > 1 && parse_[span.begin].space_after) {
    const Token& first = parse_[span.begin];
    const TokenIndex next = span.begin + 1;
    if (!is_word(first) || b_.who.is_part(first.text, NamePart::Kind::particle)) break;
    const bool surname = span.size() == 2 && is_of_another(span.begin, next);
    const bool known = surname || (span.size() > 2 && full_names_.contains(b_.words({next, span.end})));
    const bool given = b_.who.given_names.contains(first.text);
    const bool verb = is_verb_tag(first.tag) || is_closed(first.tag);
    const bool begins = parse_.sentences[first.sentence].begin == span.begin || !parse_[span.begin - 1].space_after ||
                        parse_[span.begin - 1].pos == Pos::punct ||
                        has_only_capitals(parse_, parse_.sentences[first.sentence]);
    const bool stray = known && (verb || (begins && is_common(span.begin)) || (!given && first.tag == Tag::jj) ||
                                 b_.who.is_part(first.text, NamePart::Kind::before));
    if (!stray) break;
    ++span.begin;
  }
  return span;
}

// "Paz Claim", "Ana Paz Denies" of a headline.
TokenSpan StrayWords::without_last_word(TokenSpan span) const {
  const TokenIndex last = span.end - 1;
  const bool known = span.size() == 2 ? is_surname(span.begin) : full_names_.contains(b_.words({span.begin, last}));
  const bool stray = span.size() > 1 && known && is_word(parse_[last]) && parse_[last - 1].space_after &&
                     !is_in_a_name(last) && !b_.who.given_names.contains(parse_[last].text);
  return stray ? TokenSpan{span.begin, last} : span;
}

// "Ana Paz Slams Leo Rojas", "Ana Paz Slams Rojas": the full name that begins it or ends it, or the surname that does,
// where the report tells their bearers elsewhere.
void StrayWords::cut_headline(TokenSpan span, std::vector<TokenSpan>& names) const {
  TokenIndex begin = span.begin, end = span.end;
  for (TokenIndex t = span.end - 1; t > span.begin + 1; --t) {
    if (!is_word(parse_[t - 1]) || !full_names_.contains(b_.words({span.begin, t}))) continue;
    begin = t;
    break;
  }
  for (TokenIndex t = std::max(begin, span.begin + 1); t + 1 < span.end && end == span.end; ++t) {
    if (full_names_.contains(b_.words({t, span.end}))) end = t;
  }
  const bool has_first = begin > span.begin;
  if (end == span.end && has_first && begin + 1 < span.end && first_by_last_.contains(parse_[span.end - 1].text))
    end = span.end - 1;
  if (!has_first && end == span.end) {
    names.push_back(without_last_word(span));
    return;
  }
  if (has_first) names.push_back({span.begin, begin});
  if (!has_first && end > span.begin && is_in_a_name(span.begin)) names.push_back({span.begin, span.begin + 1});
  if (end < span.end) names.push_back({end, span.end});
}

// "Paz Campaign", "Ana Paz PAC"
bool StrayWords::ends_in_a_body(TokenSpan span) const {
  const Token& last = parse_[span.end - 1];
  return is_in_capitals(last) || b_.who.noun_phrases.find(last.lower).has_value();
}

std::vector<TokenSpan> StrayWords::names_within(TokenSpan span, bool called) const {
  std::vector<TokenSpan> names;
  for (const TokenSpan part : between_small_words(span, called)) {
    const TokenSpan rest = without_first_words(part);
    const bool headline =
        has_only_capitals(parse_, parse_.sentences[parse_[span.begin].sentence]) && (called || !ends_in_a_body(rest));
    if (headline && !full_names_.contains(b_.words(rest))) {
      cut_headline(rest, names);
    } else {
      names.push_back(rest);
    }
  }
  return names;
}

}  // namespace dragoman
