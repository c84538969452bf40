#include "where/surroundings.h"

#include "language/syntax.h"
#include "who/names.h"
#include "who/seats.h"

#include <algorithm>

namespace dragoman {

bool is_name(const Token& t) {
  return t.tag == Tag::nnp || t.tag == Tag::nnps;
}

bool is_capital(const Token& t) {
  if (t.text.empty()) return false;
  const auto first = static_cast<unsigned char>(t.text[0]);
  constexpr unsigned char kPunctuation = 0xE2;  // dashes, quotation marks
  return (first >= 'A' && first <= 'Z') || (first >= 0xC3U && first != kPunctuation);
}

bool is_place_name(NameType type) {
  return type == NameType::gpe || type == NameType::loc;
}

Surroundings::Surroundings(const Story& story, CandidateFinder& candidates)
    : story_(story),
      parse_(story.parse),
      where_(*story.lexicon.where),
      candidates_(candidates),
      name_at_(parse_.size(), -1) {
  for (std::size_t i = 0; i < parse_.names.size(); ++i) {
    const TokenSpan span = parse_.names[i].span;
    for (TokenIndex t = span.begin; t < span.end; ++t) name_at_[t] = static_cast<std::int32_t>(i);
    count_votes(parse_.names[i]);
  }
  const auto is_located = [&](TokenSpan span) { return locative(span) >= Locative::people ? 1 : 0; };
  for (const TokenSpan span : story.place_names) {
    Support& support = support_[words(span)];
    ++support.mentions;
    support.located += is_located(span);
  }
  for (const NameSpan& name : parse_.names) {
    if (!is_place_name(name.type)) continue;
    Support& support = support_[words(name.span)];
    ++support.recognised;
    support.located += is_located(name.span);
  }
}

std::string Surroundings::words(TokenSpan span) const {
  return std::string(story_.text.view(parse_[span.begin].begin, parse_[span.end - 1].end));
}

void Surroundings::count_votes(const NameSpan& name) {
  if (is_place_name(name.type)) votes_[words(name.span)] += 1;
  if (name.type == NameType::person || name.type == NameType::org) {
    if (locative(name.span) == Locative::sure) votes_[words(name.span)] += 2;
  }
  if (name.type != NameType::person) return;
  if (name.span.size() > 1) votes_[words({name.span.end - 1, name.span.end})] -= 2;
  votes_[words(name.span)] -= 1;
}

int Surroundings::votes(TokenSpan span) {
  const auto found = votes_.find(words(span));
  if (found == votes_.end()) return 0;
  constexpr int kKnownCity = 6;
  return found->second < 0 && candidates_.is_town(found->first, kGreatCity) ? found->second + kKnownCity
                                                                            : found->second;
}

const Surroundings::Support& Surroundings::support(TokenSpan span) const {
  static constexpr Support kNone;
  const auto found = support_.find(words(span));
  return found == support_.end() ? kNone : found->second;
}

bool Surroundings::ends_as_places(TokenSpan span) const {
  const std::string_view last = parse_[span.end - 1].text;
  return where_.type(last) != nullptr || story_.lexicon.who->is_part(last, NamePart::Kind::place);
}

bool Surroundings::is_numbered(TokenSpan span) const {
  constexpr std::size_t kDigitsOfYear = 4;
  if (span.size() > 1) return false;
  const bool is_counted =
      span.end < parse_.size() && parse_[span.end].tag == Tag::cd && parse_[span.end - 1].space_after;
  return is_counted || (span.begin > 0 && parse_[span.begin - 1].tag == Tag::cd &&
                        parse_[span.begin - 1].text.size() == kDigitsOfYear);
}

bool Surroundings::is_doubtful(TokenSpan span, bool is_known) const {
  constexpr int kOften = 3;  // mentions
  const Locative around = locative(span);
  if (span.size() == 1) {
    // "at the Grasberg mine"
    const Token& name = parse_[span.begin];
    if (name.relation == Relation::compound && locative({name.head, name.head + 1}) >= Locative::people) return false;
    const Support& all = support(span);
    return around == Locative::no && all.located + all.recognised == 0 &&
           (all.mentions >= kOften || follows_an_article(span)) && !candidates_.is_town(words(span), kGreatCity);
  }
  const NameSpan* name = name_of(span.begin);
  if (is_known || ends_as_places(span) || (name != nullptr && name->type == NameType::fac)) return false;
  return around == Locative::actors || follows_an_article(span);
}

bool Surroundings::is_unheard_of(TokenSpan span) const {
  if (ends_as_places(span) || locative(span) != Locative::no || support(span).located > 0) return false;
  // No gazetteer has abbreviations: "U.S-backed".
  if (is_acronym(span) && parse_[span.begin].text.find('.') != std::string_view::npos) return false;
  return candidates_.of(words(span)).empty();
}

bool Surroundings::is_known_body(TokenSpan span) const {
  const WhoLexicon& who = *story_.lexicon.who;
  const auto known = who.names.find(words(span));
  return known && who.known[*known].type != EntityType::country;
}

bool Surroundings::is_acronym(TokenSpan span) const {
  constexpr std::size_t kLongest = 6;
  const std::string_view text = parse_[span.begin].text;
  return span.size() == 1 && text.size() <= kLongest &&
         std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2 &&
         text.find('-') == std::string_view::npos;
}

const TokenMention* Surroundings::mention(TokenIndex t) const {
  const std::int32_t m = story_.mention_at[t];
  return m < 0 || story_.mentions[static_cast<std::size_t>(m)].entities.empty()
             ? nullptr
             : &story_.mentions[static_cast<std::size_t>(m)];
}

bool Surroundings::acts(TokenSpan span, Locative around) const {
  const Token& last = parse_[span.end - 1];
  const bool is_struck = last.relation == Relation::dobj && where_.blows.contains(parse_[last.head].lemma);
  return is_metonym(span.begin) && (around < Locative::people || is_struck || seat_speaks(story_, span.end - 1)) &&
         mention(span.begin)->span.end >= span.end;
}

bool Surroundings::is_metonym(TokenIndex t) const {
  const TokenMention* m = mention(t);
  return m != nullptr && m->kind == MentionKind::metonym;
}

bool Surroundings::is_inside_a_name(TokenSpan span) const {
  const TokenMention* m = mention(span.begin);
  return m != nullptr && m->kind == MentionKind::name && entity(*m).type != EntityType::country &&
         (m->span.begin < span.begin || m->span.end > span.end);
}

bool Surroundings::is_other_entity(TokenIndex t) const {
  const TokenMention* m = mention(t);
  return m != nullptr && entity(*m).type != EntityType::country && m->kind == MentionKind::name;
}

bool Surroundings::is_idle_body(TokenSpan span) const {
  const TokenMention* m = mention(span.begin);
  return m != nullptr && m->span == span && entity(*m).type == EntityType::organisation &&
         parse_[m->head].relation != Relation::nsubj && !story_.lexicon.who->names.find(words(span));
}

bool Surroundings::is_person(TokenSpan span) const {
  const TokenMention* m = mention(span.begin);
  if (m == nullptr || entity(*m).type != EntityType::person || m->kind != MentionKind::name) return false;
  return m->span != span || entity(*m).name != words(span) || !entity(*m).roles.empty();
}

Locative Surroundings::locative(TokenSpan span) const {
  if (is_introduced(span.begin) || names_dwellers(span) || is_explained(span)) return Locative::sure;
  TokenIndex t = span.end - 1;
  for (int i = 0; i < kMaxClimb; ++i) {
    const Token& token = parse_[t];
    if (token.head == t) return Locative::no;
    if (token.relation == Relation::pobj) {
      if (follows_an_age(token.head)) return Locative::sure;
      const auto found = where_.prepositions.find(parse_[token.head].lower);
      return found == where_.prepositions.end() ? Locative::no : found->second;
    }
    if (token.relation == Relation::dobj && where_.verbs.contains(parse_[token.head].lemma)) {
      return Locative::people;
    }
    if (token.relation != Relation::conj && token.relation != Relation::appos && !span.contains(token.head)) {
      return Locative::no;
    }
    t = token.head;
  }
  return Locative::no;
}

bool Surroundings::follows_an_age(TokenIndex preposition) const {
  return preposition > 2 && parse_[preposition - 1].text == "," && parse_[preposition - 2].tag == Tag::cd &&
         parse_[preposition - 3].text == ",";
}

bool Surroundings::names_dwellers(TokenSpan span) const {
  if (span.end >= parse_.size() || !parse_[span.end - 1].space_after) return false;
  const Token& next = parse_[span.end];
  return where_.dwellers.contains(next.text) &&
         (parse_[span.end - 1].head == span.end || parse_[parse_[span.end - 1].head].head == span.end ||
          parse_[span.end - 1].head == next.head);
}

bool Surroundings::names_natives(TokenSpan span) const {
  return names_dwellers(span) && where_.natives.contains(parse_[span.end].text);
}

bool Surroundings::is_explained(TokenSpan span) const {
  constexpr TokenIndex kFarthest = 6;
  if (span.end + 1 >= parse_.size() || parse_[span.end].text != ",") return false;
  for (TokenIndex t = span.end + 1; t < parse_.size() && t < span.end + kFarthest; ++t) {
    const Token& noun = parse_[t];
    if (noun.relation == Relation::appos && span.contains(noun.head)) {
      return (noun.tag == Tag::nn || noun.tag == Tag::nns) && where_.type(noun.text) != nullptr;
    }
  }
  return false;
}

bool Surroundings::is_introduced(TokenIndex t) const {
  if (t > 0 && where_.introductions.longest(parse_, story_.text, t - 1)) return true;
  return t > 1 && parse_[t - 1].lower == "of" && where_.introductions.longest(parse_, story_.text, t - 2);
}

const NameSpan* Surroundings::name_of(TokenIndex t) const {
  return name_at_[t] < 0 ? nullptr : &parse_.names[static_cast<std::size_t>(name_at_[t])];
}

bool Surroundings::is_country_name(TokenIndex t) const {
  const TokenMention* m = mention(t);
  return m != nullptr && entity(*m).type == EntityType::country;
}

bool Surroundings::follows_an_article(TokenSpan span) const {
  if (span.begin == 0 || names_dwellers(span)) return false;
  const Tag before = parse_[span.begin - 1].tag;
  return before == Tag::dt || before == Tag::prp_poss || before == Tag::pos;
}

bool Surroundings::follows_the(TokenSpan span) const {
  const Token& last = parse_[span.end - 1];
  const bool goes_on = span.end < parse_.size() && (parse_[span.end].text == "-" || parse_[span.end].text == "," ||
                                                    parse_[span.end].tag == Tag::cc);
  return span.begin > 0 && parse_[span.begin - 1].lower == "the" && !goes_on && last.relation != Relation::compound &&
         last.relation != Relation::nmod && last.relation != Relation::amod && last.relation != Relation::poss;
}

bool Surroundings::is_part_of_name(TokenIndex t) const {
  if (parse_[t].text == "-") return !parse_[t - 1].space_after && !parse_[t].space_after;
  return is_name(parse_[t]) && (parse_[t - 1].space_after || parse_[t - 1].text == "-");
}

}  // namespace dragoman
