#include "who/office_fields.h"

#include "language/syntax.h"
#include "who/phrases.h"
#include "who/portfolios.h"
#include "who/title_words.h"

#include <algorithm>

namespace dragoman {

namespace {

class OfficeField {
 public:
  OfficeField(const EntityBuilder& b, TokenSpan title, std::optional<Index> of)
      : b_(b), parse_(b.parse), title_(title), of_(of), end_(b.parse.sentences[b.parse[title.begin].sentence].end) {}

  // The body that is named behind a link.
  std::optional<Index> named_behind(TokenIndex link) const {
    const std::string_view w = parse_[link].lower;
    if (w != "at" && w != "with" && w != "of") return std::nullopt;
    const TokenIndex noun = body_behind(link);
    const auto& entities = b_.story.entities_at(noun);
    return noun != kNoToken && entities.size() == 1 ? std::optional(entities[0]) : std::nullopt;
  }

  // Link and field, of which the body stands outside; empty where there are none.
  TokenSpan find() const {
    const TokenIndex link = title_.end;
    if (link + 1 >= end_ || !is_link(parse_[link].lower)) return {link, link};
    constexpr TokenIndex kLongest = 9;
    TokenIndex t = link + 1;
    while (t < end_ && t - link <= kLongest && may_stand(t)) ++t;
    while (t > link + 1 && !is_nominal(parse_[t - 1])) --t;
    const TokenSpan field{link, t};
    const bool found =
        t > link + 1 && (is_at_body(field) || is_within_body(field) || is_owned(field) || stands_alone(field));
    return found ? field : TokenSpan{link, link};
  }

 private:
  static bool is_link(std::string_view w) { return w == "of" || w == "for" || w == "on"; }

  bool is_body(TokenIndex t) const {
    const auto& entities = b_.story.entities_at(t);
    if (entities.size() != 1) return is_nominal(parse_[t]) && body_noun(b_, t) != nullptr;  // not "military"
    const EntityType type = b_.entity(entities[0]).type;
    return type == EntityType::organisation || type == EntityType::media;
  }

  bool is_somebody(TokenIndex t) const {
    const auto& entities = b_.story.entities_at(t);
    return !entities.empty() && b_.entity(entities[0]).type == EntityType::person;
  }

  // Nouns and what describes and joins them: "research and training", "the Asia department".
  bool may_stand(TokenIndex t) const {
    const Token& token = parse_[t];
    if (is_somebody(t) || b_.who.title_phrases.find(token.lower)) return false;
    if (token.lower == "the") return t == title_.end + 1;
    return (is_nominal(token) && token.tag != Tag::cd) || token.pos == Pos::adj || token.lower == "and" ||
           token.text == "&" || token.text == "-";
  }

  bool has_body(TokenSpan field) const {
    for (TokenIndex t = field.begin; t < field.end; ++t) {
      if (is_body(t) || b_.country_at(t) != EntityBuilder::kNone) return true;
    }
    return false;
  }

  // The very body that the office is in: "the Earth Board" of "director of the Earth Board at Lund".
  bool has_owner(TokenSpan field) const {
    for (TokenIndex t = field.begin; t < field.end; ++t) {
      const auto& entities = b_.story.entities_at(t);
      if (of_ && std::find(entities.begin(), entities.end(), *of_) != entities.end()) return true;
    }
    return false;
  }

  // "at the foreign ministry".
  bool is_at_body(TokenSpan field) const {
    const std::string_view w = parse_[field.end].lower;
    if (w != "at" && w != "with") return false;
    return of_ ? !has_owner(field) : !has_body(field) && body_behind(field.end) != kNoToken;
  }

  // "of meteorology of the Coast Institute".
  bool is_within_body(TokenSpan field) const {
    const bool article = parse_[field.begin + 1].lower == "the";
    if (parse_[field.end].lower != "of" || article || has_body(field)) return false;
    return of_ ? body_behind(field.end) != kNoToken : named_behind(field.end).has_value();
  }

  TokenIndex body_behind(TokenIndex link) const {
    constexpr TokenIndex kFar = 5;
    for (TokenIndex noun = link + 1; noun < end_ && noun - link <= kFar; ++noun) {
      const bool named = is_proper(parse_[noun]) && b_.country_at(noun) == EntityBuilder::kNone && !is_somebody(noun);
      if (is_body(noun) || (named && parse_[link].lower != "of")) return noun;
      if (!is_nominal(parse_[noun]) && parse_[noun].pos != Pos::adj && parse_[noun].pos != Pos::det) break;
    }
    return kNoToken;
  }

  // "the firm's", "its".
  bool is_owned(TokenSpan field) const {
    if (has_body(field) || !ends(field.end)) return false;
    const TokenIndex begin = in_full(b_, title_).begin;
    if (begin <= parse_.sentences[parse_[title_.begin].sentence].begin) return false;
    return parse_[begin - 1].tag == Tag::pos || parse_[begin - 1].lower == "its";
  }

  // "head of military procurement", "vice president for Research": what an office in some body deals with, where the
  // words name no body.
  bool stands_alone(TokenSpan field) const {
    const auto known = b_.who.title_phrases.longest(parse_, b_.story.text, title_.begin);
    const bool serves = parse_[field.begin].lower == "for";
    if (of_ || !known || known->end != title_.end || !is_of_some_body(b_.who.titles[known->value], serves))
      return false;
    if (has_body(field) || !(ends(field.end) || parse_[field.end].lower == "in")) return false;
    if (parse_[field.begin + 1].lower == "the" || b_.who.noun_phrases.find(parse_[field.end - 1].lower)) return false;
    for (TokenIndex t = field.begin + 1; t < field.end; ++t) {
      const Token& token = parse_[t];
      const bool adjective = token.tag == Tag::jj && token.name == NameType::norp;  // "for European affairs"
      const bool name = token.name != NameType::none && !(serves && token.name == NameType::org) && !adjective;
      const bool capital = is_capitalised(token) && !serves && !adjective && !is_ministers_field(b_, t);
      if (name || capital) return false;
    }
    return true;
  }

  // "the leader of protests" leads them; "a director general for trade" is one of several.
  static bool is_of_some_body(const Title& title, bool serves) {
    return title.of_bodies_alone ? !title.sector.empty() : title.of_body && !title.local && (serves || !title.leads);
  }

  bool ends(TokenIndex t) const {
    return t == end_ || parse_[t].pos == Pos::punct || is_verbal(parse_[t]) || is_somebody(t);
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  TokenSpan title_;
  std::optional<Index> of_;
  TokenIndex end_;  // of the sentence
};

}  // namespace

FieldInBody field_in_body(const EntityBuilder& b, TokenSpan title, std::optional<Index> of) {
  const OfficeField office(b, title, of);
  const TokenSpan field = office.find();
  if (field.size() == 0) return {{}, of};
  return {" " + b.words(field), of ? of : office.named_behind(field.end)};
}

}  // namespace dragoman
