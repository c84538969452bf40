#include "who/name_titles.h"

#include "who/long_titles.h"
#include "who/phrases.h"
#include "who/portfolios.h"

namespace dragoman {

// Titles, honorifics and a people's adjective before a person's name are no part of it; letters behind it tell that
// it is one.
void NameTitles::strip(NameCandidate& name) const {
  TokenSpan& span = name.span;
  if (span.size() > 2 && is_part(span.end - 1, NamePart::Kind::behind) && !has_body_word(span)) {
    name.label = NameType::person;
    name.titled = true;
  }
  // A title may begin before the span: "Grand" + "Vizier Ana Lopez".
  constexpr TokenIndex kLongest = 5;  // "Minister for Rural" + "Affairs Ana Lopez"
  for (TokenIndex back = 1; back <= kLongest && back <= span.begin && !has_body_word(span); ++back) {
    const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, span.begin - back);
    if (!title || title->end <= span.begin || title->end >= span.end) continue;
    span.begin = title->end;
    name.titled = true;
  }
  while (span.size() > 1 && strip_word(name)) span = trim(span);
  if (!name.titled && span.size() > 0 && span.begin > 0) {
    TokenIndex before = span.begin - 1;
    if (parse_[before].text == "." && before > 0) --before;
    const NamePart* part = b_.who.part(parse_[before].text);
    name.titled = part != nullptr && part->kind == NamePart::Kind::honorific;
    if (name.titled) name.gender = part->gender;
  }
}

// One title, honorific or other word that is none of the name's; false where there is no more.
bool NameTitles::strip_word(NameCandidate& name) const {
  TokenSpan& span = name.span;
  const NamePart* part = b_.who.part(parse_[span.begin].text);
  const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, span.begin);
  TokenIndex country_end = span.begin;
  if (span.begin > 0 && is_his_excellency(b_, span.begin - 1)) {
    ++span.begin;
  } else if (span.size() > 2 && is_his_excellency(b_, span.begin)) {
    name.titled = true;
    span.begin += 2;
  } else if (part != nullptr && part->kind == NamePart::Kind::honorific) {
    name.titled = true;
    if (part->gender != Gender::unknown) name.gender = part->gender;
    ++span.begin;
  } else if (title && title->end < span.end && !has_body_word(span) && is_given(title->end, title->value)) {
    return false;
  } else if (title && title->end < span.end && !has_body_word(span)) {
    name.titled = true;
    span.begin = title->end;
  } else if (!has_body_word(span) && b_.country_at(span.begin, &country_end) != EntityBuilder::kNone &&
             country_end < span.end &&
             (name.label == NameType::person || ends_a_title(span.begin) || is_given_name(country_end))) {
    if (ends_a_title(span.begin)) name.label = NameType::person;
    span.begin = country_end;
  } else if (name.label == NameType::person && span.size() > 2 && ends_a_title(span.begin) &&
             b_.who.seats.find(parse_[span.begin].text)) {
    ++span.begin;  // "ambassador to" + "Lisbon Ana Paz"
  } else if (name.titled && span.size() > 3 && is_second_field(span.begin) && !has_body_word(span)) {
    name.label = NameType::person;  // "Minister of Ports" + "and Trade Ana Paz"
    span.begin += 2;
  } else if (is_rest_of_title(name, span.begin) || (is_calling(span.begin) && is_given_name(span.begin + 1))) {
    name.titled = true;  // "Billionaire Peter Hale"
    ++span.begin;
  } else {
    return false;
  }
  return true;
}

// "Sultan Al Rumi", "Sultan A. Rumi": a title that goes with first names is one itself before a particle or an
// initial.
bool NameTitles::is_given(TokenIndex next, std::uint32_t title) const {
  const std::string_view w = parse_[next].text;
  const bool initial = w.size() == 2 && w[1] == '.';
  return b_.who.titles[title].first_name && (initial || w == "Al" || w == "al" || w.starts_with("Al-"));
}

bool NameTitles::is_calling(TokenIndex t) const {
  const auto noun = b_.who.noun_phrases.find(parse_[t].lower);
  return noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::people;
}

// "Ambassador to" before "Peru Joaquim de Sousa"
bool NameTitles::ends_a_title(TokenIndex t) const {
  if (t < 2 || (parse_[t - 1].lower != "to" && parse_[t - 1].lower != "of")) return false;
  const auto title = b_.who.title_phrases.longest(parse_, b_.story.text, t - 2);
  return title && title->end == t - 1;
}

// The last word of what an office is of.
bool NameTitles::is_portfolio(TokenIndex t) const {
  if (t == 0 || (parse_[t - 1].lower != "and" && parse_[t - 1].lower != "of" && parse_[t - 1].lower != "for"))
    return false;
  return long_title_before(b_, parse_.sentences[parse_[t].sentence].begin, t + 1).has_value();
}

// "Ports" of "Minister of Trade and Ports Ana Paz"
bool NameTitles::is_rest_of_title(const NameCandidate& name, TokenIndex t) const {
  return name.label == NameType::person && is_portfolio(t) && (parse_[t].tag == Tag::nnps || is_given_name(t + 1));
}

// "and Trade" of a minister of two fields.
bool NameTitles::is_second_field(TokenIndex t) const {
  return parse_[t].lower == "and" && is_ministers_field(b_, t + 1);
}

}  // namespace dragoman
