#include "who/office_owner.h"

#include "language/syntax.h"
#include "who/phrases.h"

#include <algorithm>

namespace dragoman {

namespace {

// A bracket or a quotation mark behind what it encloses.
bool is_closing(const Token& token) {
  const std::string_view w = token.text;
  return w == ")" || w == "\"" || w == "\xE2\x80\x9D" || w == "\xE2\x80\x99" || w == "''";
}

// "elected" of "Kenya's newly elected president", "acting" of "Kenya's acting president", whatever the parser takes it
// for; not "winning" of "the Harbour-Prize-winning author".
bool describes(const EntityBuilder& b, TokenIndex participle) {
  const Token& token = b.parse[participle];
  if (token.tag != Tag::vbn && token.tag != Tag::vbg) return false;
  if (participle > 1 && b.parse[participle - 1].text == "-" && b.story.mention_at[participle - 2] >= 0) return false;
  return token.relation == Relation::amod || b.who.status_before.find(token.lower);
}

// "unit" of "the Harbour Board's diving unit chief", who leads the unit and not the board; "ministry" of "Kenya's trade
// ministry spokesman".
bool has_body_noun(const EntityBuilder& b, TokenSpan words) {
  for (TokenIndex t = words.begin; t < words.end; ++t) {
    const Token& token = b.parse[t];
    const bool noun = token.tag == Tag::nn || (token.tag == Tag::nnp && token.text == token.lower);
    if (noun && body_noun(b, t) != nullptr) return true;
  }
  return false;
}

}  // namespace

bool goes_on_as_body(const Parse& parse, TokenIndex t) {
  const Token& next = parse[t];
  return next.name == NameType::org && !next.name_begin && is_proper(next) && is_capitalised(next);
}

bool is_of_longer_phrase(const EntityBuilder& b, TokenIndex t) {
  const std::int32_t at = b.story.mention_at[t];
  if (at < 0) return false;
  const TokenIndex end = b.story.mentions[static_cast<std::size_t>(at)].span.end;
  const Token& last = b.parse[end - 1];
  const auto& entities = b.story.entities_at(t);
  const bool country = entities.size() == 1 && b.entity(entities[0]).type == EntityType::country;
  if (country && goes_on_as_body(b.parse, end) && b.story.mention_at[end] < 0) return true;
  if (last.relation != Relation::compound && last.relation != Relation::nmod && last.relation != Relation::amod)
    return false;
  if (last.head < end || !last.space_after || b.story.mention_at[last.head] >= 0) return false;
  return country ? is_proper(b.parse[last.head]) : body_noun(b, last.head) == nullptr;
}

std::string country_before(const EntityBuilder& b, TokenIndex begin, TokenIndex floor, std::optional<Index>& of) {
  const Parse& parse = b.parse;
  TokenIndex t = begin;
  constexpr int kFurthest = 6;
  for (int step = 0; step < kFurthest && t > floor; ++step) {
    --t;
    const Token& token = parse[t];
    const std::int32_t at = b.story.mention_at[t];
    if (token.text == "-" && !token.space_after && t > floor && !parse[t - 1].space_after) continue;  // "right-wing"
    if (is_closing(token) && t > floor && b.story.mention_at[t - 1] >= 0) continue;  // "National Coast Agency (NCA) …"
    if (token.pos == Pos::punct || token.pos == Pos::adp || token.pos == Pos::cconj || token.pos == Pos::sconj) break;
    if (is_verbal(token) && !describes(b, t)) break;
    if (at >= 0) {
      const auto& entities = b.story.mentions[static_cast<std::size_t>(at)].entities;
      if (entities.size() == 1) {  // a body, or a person: "the president's spokesman Ivan Petrov"
        const TokenSpan name = b.story.mentions[static_cast<std::size_t>(at)].span;
        const bool body = b.entity(entities[0]).type == EntityType::organisation;
        const bool state = b.entity(entities[0]).type == EntityType::country;
        if ((body || state) && has_body_noun(b, {name.end, begin})) return state ? b.entity(entities[0]).country : "";
        of = entities[0];
        return b.entity(entities[0]).country;
      }
    }
    // A people's adjective of two words ends here as well: "Bosnian Serb".
    std::string people;
    for (TokenIndex first = t + 1; first-- > floor && t - first < 3;) {
      TokenIndex end = 0;
      const std::uint32_t country = b.country_at(first, &end);
      if (country != EntityBuilder::kNone && end == t + 1) people = b.who.known[country].country;
      if (first == 0) break;
    }
    if (!people.empty()) return people;
  }
  return {};
}

std::string body_named_before(const EntityBuilder& b, TokenIndex begin, std::optional<Index>& of) {
  const Parse& parse = b.parse;
  if (begin == 0 || (parse[begin - 1].tag != Tag::nn && parse[begin - 1].tag != Tag::nnp)) return {};
  const std::string_view kind = parse[begin - 1].lower;
  if (body_noun(b, begin - 1) == nullptr) return {};
  constexpr std::uint32_t kNear = 2;
  const TokenMention* last = nullptr;
  for (const TokenMention& m : b.story.mentions) {
    if (m.span.begin >= begin || m.entities.size() != 1 || (last != nullptr && m.span.begin < last->span.begin))
      continue;
    if (parse[m.head].sentence + kNear < parse[begin].sentence) continue;
    const auto has_kind = [&](const Token& t) { return t.lower == kind; };
    const bool same = b.entity(m.entities[0]).type == EntityType::organisation &&
                      std::any_of(parse.tokens.begin() + m.span.begin, parse.tokens.begin() + m.span.end, has_kind);
    if (same) last = &m;
  }
  if (last == nullptr) return {};
  of = last->entities[0];
  return b.entity(*of).country;
}

namespace {

// "of the Rivers Fund and former chief economist" of "the director of the Rivers Fund and former chief economist at
// Lakes Bank": the next office, whose the bank is.
bool goes_on_with_title(const EntityBuilder& b, TokenSpan behind) {
  if (behind.size() == 0 || b.parse[behind.begin].pos != Pos::adp) return false;
  for (TokenIndex t = behind.begin; t < behind.end; ++t) {
    if (b.parse[t].lower != "and" && b.parse[t].text != ",") continue;
    for (TokenIndex next = t + 1; next < behind.end; ++next) {
      if (b.story.mention_at[next] < 0 && b.who.title_phrases.longest(b.parse, b.story.text, next)) return true;
    }
  }
  return false;
}

// "an analyst with the Harbour Institute", "a colonel in the Kenyan army": a body beside which nothing else is of.
std::string body_behind(const EntityBuilder& b, TokenIndex head, std::optional<Index>& of) {
  if (b.parse[head].pos == Pos::propn && b.story.mention_at[head] >= 0) return {};  // a name
  for (const std::string_view preposition : {"at", "with", "in", "from"}) {
    for (const TokenIndex object : obliques(b.parse, head, preposition)) {
      if (object < head || goes_on_with_title(b, {head + 1, object})) continue;
      const auto& entities = b.story.entities_at(object);
      if (entities.size() == 1) {
        const EntityType type = b.entity(entities[0]).type;
        if (type != EntityType::organisation && type != EntityType::group && type != EntityType::media) continue;
        of = entities[0];
        return b.entity(entities[0]).country;
      }
      if (body_noun(b, object) == nullptr) continue;
      for (TokenIndex t = core_phrase(b.parse, object).begin; t < object; ++t) {
        const std::uint32_t country = b.country_at(t);
        if (country != EntityBuilder::kNone) return b.who.known[country].country;
      }
    }
  }
  return {};
}

// "an aide to President Paz", "an adviser to the Rivers Alliance", but not "ambassador to the United Nations".
bool may_be_served(const EntityBuilder& b, Index whom, TokenIndex title) {
  const EntityType type = b.entity(whom).type;
  if (type == EntityType::person) return true;
  const std::string_view w = b.parse[title].lower;
  const bool serves = w == "adviser" || w == "advisor" || w == "aide" || w == "consultant" || w == "assistant";
  return serves && (type == EntityType::organisation || type == EntityType::group);
}

// "a spokesman for the Kremlin", where "an analyst for Kenya" is no one's.
bool says_something(const EntityBuilder& b, TokenIndex noun) {
  const auto title = b.who.title_phrases.find(b.parse[noun].lower);
  return title && b.who.titles[*title].name == "spokesman";
}

}  // namespace

std::string country_behind(const EntityBuilder& b, TokenIndex head, std::optional<Index>& of) {
  const Parse& parse = b.parse;
  if (std::string country = body_behind(b, head, of); of || !country.empty()) return country;
  for (const TokenIndex child : parse.children(head)) {
    const bool for_body = parse[child].lower == "for";
    const bool to_person = parse[child].lower == "to";  // "an aide to President Paz"
    if (parse[child].relation != Relation::prep || (parse[child].lower != "of" && !for_body && !to_person)) continue;
    for (const TokenIndex object : parse.children(child)) {
      if (parse[object].relation != Relation::pobj) continue;
      const auto& entities = b.story.entities_at(object);
      if (to_person && (entities.size() != 1 || !may_be_served(b, entities[0], head))) continue;
      const bool for_country = for_body && entities.size() == 1 && b.entity(entities[0]).type == EntityType::country;
      if (entities.size() == 1 && (!for_country || says_something(b, head)) && !is_of_longer_phrase(b, object)) {
        of = entities[0];
        return b.entity(entities[0]).country;
      }
      // "the minister of trade of Ghana"
      if (!to_person && entities.empty()) {
        for (const TokenIndex owner : obliques(parse, object, "of")) {
          const auto& state = b.story.entities_at(owner);
          if (state.size() != 1 || b.entity(state[0]).type != EntityType::country) continue;
          of = state[0];
          return b.entity(state[0]).country;
        }
      }
      // A ministry that is nobody yet, "the Danish parliament's lower chamber".
      for (TokenIndex t = core_phrase(parse, object).begin; !to_person && entities.empty() && t < object; ++t) {
        const std::uint32_t country = b.country_at(t);
        if (country != EntityBuilder::kNone) return b.who.known[country].country;
      }
    }
  }
  return {};
}

}  // namespace dragoman
