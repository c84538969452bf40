#include "who/body_phrases.h"

#include "language/syntax.h"
#include "who/context.h"
#include "who/phrases.h"

namespace dragoman {

// "… and Labour", "…, Land, Water and Planning": what else the body behind whose `of` a field has ended is for.
TokenIndex BodyPhrases::more_fields(TokenIndex of, TokenIndex end) const {
  const bool town = parse_[end - 1].name == NameType::gpe;  // "the University of Nairobi and Moi"
  TokenIndex t = end;
  while (t + 1 < parse_.size() && (parse_[t].lower == "and" || parse_[t].text == "," || parse_[t].text == "&")) {
    const bool last = parse_[t].text != ",";
    const TokenIndex begin = ++t;
    while (t < parse_.size() && is_free(t) && is_proper(parse_[t]) && is_capitalised(parse_[t]) && is_field(t, begin))
      ++t;
    if (t == begin) break;
    const bool one_name =
        parse_[begin].name == parse_[end - 1].name && parse_[begin].name != NameType::none && !parse_[begin].name_begin;
    if (!one_name && (town || starts_title(begin) || !is_under(parse_, t - 1, parse_[of].head))) break;
    if (t < parse_.size() && (is_of_more(t) || (is_proper(parse_[t]) && is_capitalised(parse_[t])))) break;
    if (last) return t;
  }
  return list_of_fields(of, end);
}

// "International" of "and International Trade" begins a field, though it is a word of bodies too; so may a noun that
// the recogniser takes for somebody's only name: "and Worship".
bool BodyPhrases::is_field(TokenIndex t, TokenIndex begin) const {
  const Token& token = parse_[t];
  const NamePart* part = b_.who.part(token.text);
  const bool body = part != nullptr && part->kind == NamePart::Kind::body && (t > begin || is_of_state(part->sector));
  const bool person = token.name == NameType::person &&
                      (!token.name_begin || parse_[t + 1].name == NameType::person || is_given_name(t));
  return !is_in_capitals(token) && !person && token.name != NameType::norp && token.name != NameType::gpe && !body &&
         !b_.who.names.longest(parse_, b_.story.text, t) && b_.country_at(t) == EntityBuilder::kNone;
}

// "of" with anything but a country behind it: "… and the Bank of Trade".
bool BodyPhrases::is_of_more(TokenIndex t) const {
  return parse_[t].lower == "of" && b_.country_at(t + 1) == EntityBuilder::kNone;
}

// ", Rural Works, Elderly and Children" of a ministry or committee: capitalised fields with commas that "and" closes,
// or before an office in it ("and Ports spokesman"), where the parser sees several names, none of them a body's, a
// country's or a person's.
TokenIndex BodyPhrases::list_of_fields(TokenIndex of, TokenIndex end) const {
  const NamePart* body = b_.who.part(parse_[of - 1].text);
  if (body == nullptr || body->kind != NamePart::Kind::body || (body->sector != "GOV" && body->sector != "LEG"))
    return end;
  bool commas = false;
  TokenIndex t = end;
  while (t + 1 < parse_.size()) {
    const bool comma = parse_[t].text == ",";
    commas = commas || comma;
    if (comma && parse_[t + 1].lower == "and") ++t;
    const bool last = parse_[t].lower == "and" || parse_[t].text == "&";
    if (!comma && !last) return end;
    const TokenIndex begin = ++t;
    while (t < parse_.size() && is_free(t) && is_word_of_field(t)) ++t;
    if (t == begin || t >= parse_.size() || starts_title(begin) || is_somebody({begin, t})) return end;
    if (!last) continue;
    const bool goes_on = is_of_more(t) || is_capitalised(parse_[t]) || parse_[t].lower == "and";
    return (commas || starts_title(t)) && !goes_on ? t : end;
  }
  return end;
}

bool BodyPhrases::is_word_of_field(TokenIndex t) const {
  const Token& token = parse_[t];
  const bool word = token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::adj;
  // "Technology", "International Trade" are fields, "Delta Technology" is a company.
  const NamePart* part = b_.who.part(token.text);
  const bool body = part != nullptr && part->kind == NamePart::Kind::body &&
                    (is_capitalised(parse_[t - 1]) || is_of_state(part->sector));
  return word && is_capitalised(token) && !is_in_capitals(token) && !body && !is_given_name(t) &&
         !b_.who.names.longest(parse_, b_.story.text, t) && b_.country_at(t) == EntityBuilder::kNone;
}

// A person's name in full, a town, or one word that the recogniser takes for a body: "Defence", not "Defence and
// Trade".
bool BodyPhrases::is_somebody(TokenSpan span) const {
  const Token& first = parse_[span.begin];
  const Token& next = parse_[span.end];
  if (first.name == NameType::org && next.name == NameType::org && !next.name_begin) return false;
  return first.name_begin && (first.name == NameType::gpe || (first.name == NameType::person && span.size() > 1) ||
                              (first.name == NameType::org && span.size() == 1));
}

// "Ministry" + "of Health", "Commission" + "on Human Rights", "University" + "of the West Coast".
void BodyPhrases::extend(TokenSpan& span) const {
  for (TokenIndex t = span.end - 1; t > span.begin + 1 && span.size() > 2; --t) {
    const std::string_view link = parse_[t - 1].lower;
    if (link != "of" && link != "for" && link != "on") continue;
    if (is_part(span.begin, NamePart::Kind::body) || is_part(t - 2, NamePart::Kind::body))
      span.end = more_fields(t - 1, span.end);
    break;
  }
  while (span.end + 1 < parse_.size()) {
    const std::string_view link = parse_[span.end].lower;
    const bool first = is_part(span.begin, NamePart::Kind::body) || is_part(span.end - 1, NamePart::Kind::body);
    if (link != "of" && !(first && (link == "for" || link == "on"))) return;
    TokenIndex t = span.end + 1;
    if (t < parse_.size() && parse_[t].lower == "the") ++t;
    TokenIndex end = t;
    while (end < parse_.size() && is_free(end) && is_proper(parse_[end]) && is_capitalised(parse_[end])) ++end;
    if (end == t || parse_[t].name == NameType::date || starts_title(t) || !is_under(parse_, t, parse_[span.end].head))
      return;
    if (b_.who.title_phrases.find(parse_[span.end - 1].text)) return;
    if (first) end = more_fields(span.end, end);
    span.end = end;
  }
}

}  // namespace dragoman
