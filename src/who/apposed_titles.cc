#include "who/apposed_titles.h"

#include "language/syntax.h"
#include "who/occupations.h"
#include "who/phrases.h"
#include "who/title_words.h"

namespace dragoman {

namespace {

class Apposition {
 public:
  Apposition(const EntityBuilder& b, const TokenMention& name)
      : b_(b), parse_(b.parse), end_(b.parse.sentences[b.parse[name.head].sentence].end) {
    begin_ = behind_comma(name.span.end);
    if (begin_ != kNoToken) close_ = closing(begin_);
  }

  std::vector<ApposedTitle> titles() const {
    std::vector<ApposedTitle> out;
    if (begin_ == kNoToken || close_ == kNoToken) return out;
    for (TokenIndex t = begin_; t < close_;) {
      const auto title = title_from(t);
      if (!title) break;
      out.push_back(*title);
      // "assistant to the dean and director of the museum"
      t = title->span.end;
      while (t < close_ && parse_[t].lower != "and") ++t;
      if (t < close_) ++t;
    }
    // "Ana Paz, director, Luis Rojas, …" may be a list of titles before their names.
    if (!out.empty() && parse_[close_].text == "," && is_person(behind_honorifics(close_ + 1))) out.clear();
    return out;
  }

  std::optional<ApposedTitle> occupation() const {
    if (begin_ == kNoToken || close_ == kNoToken || parse_[begin_].pos != Pos::det) return std::nullopt;
    if (parse_[close_].text == "," && is_person(behind_honorifics(close_ + 1))) return std::nullopt;
    constexpr TokenIndex kMost = 6;
    for (TokenIndex t = begin_ + 1; t < close_ && t - begin_ <= kMost; ++t) {
      const auto match = b_.who.noun_phrases.longest(parse_, b_.story.text, t);
      if (match && match->end <= close_ && tells_what_one_is(b_.who.nouns[match->value]) &&
          ends_its_phrase(match->end) && is_singular(match->end - 1) && b_.story.mention_at[match->end - 1] < 0)
        return ApposedTitle{{t, match->end}, match->value, begin_, close_};
      if (!may_stand_before(t)) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  static constexpr TokenIndex kFar = 24;

  static bool tells_what_one_is(const ActorNoun& noun) {
    return noun.kind == ActorNoun::Kind::people && noun.office && !noun.plural;
  }

  bool is_person(TokenIndex t) const {
    const auto& entities = b_.story.entities_at(t);
    return entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person;
  }

  TokenIndex behind_honorifics(TokenIndex t) const {
    while (t < end_ && is_honorific(b_, t)) ++t;
    return t;
  }

  // Behind "(Lakes)", a comma, and an age: "Ana Paz, 49, …".
  TokenIndex behind_comma(TokenIndex t) const {
    if (t < end_ && parse_[t].text == "(") {
      constexpr TokenIndex kLongest = 6;
      const TokenIndex open = t;
      while (t < end_ && t - open < kLongest && parse_[t].text != ")") ++t;
      ++t;
    }
    if (t >= end_ || parse_[t].text != ",") return kNoToken;
    if (t + 2 < end_ && parse_[t + 1].tag == Tag::cd && parse_[t + 2].text == ",") t += 2;
    return t + 1;
  }

  // The comma, semicolon, full stop or relative pronoun outside of brackets that closes what begins there; none where a
  // verb of its own comes first.
  TokenIndex closing(TokenIndex begin) const {
    bool open = false;  // brackets
    for (TokenIndex t = begin; t < end_ && t - begin < kFar; ++t) {
      const Token& token = parse_[t];
      if (token.text == "(" || token.text == ")") open = token.text == "(";
      if (open) continue;
      const bool closes = token.text == "," || token.text == "." || token.text == ";" || is_relative_pronoun(token);
      if (closes) return t > begin ? t : kNoToken;
      if (token.tag == Tag::vbd || token.tag == Tag::vbz || token.tag == Tag::vbp || token.tag == Tag::md) break;
    }
    return kNoToken;
  }

  // The words that say more of an office: "the former", "another senior", "the club's".
  bool may_stand_before(TokenIndex t) const {
    const Token& token = parse_[t];
    if (is_person(t) && !is_possessor(t)) return false;
    return token.pos == Pos::adj || token.pos == Pos::noun || token.pos == Pos::propn || token.tag == Tag::pos ||
           token.text == "-" || (token.tag == Tag::vbn && token.relation == Relation::amod);
  }

  bool is_possessor(TokenIndex t) const {
    const std::int32_t at = b_.story.mention_at[t];
    if (at < 0) return false;
    const TokenIndex behind = b_.story.mentions[static_cast<std::size_t>(at)].span.end;
    return behind < end_ && parse_[behind].tag == Tag::pos;
  }

  std::optional<ApposedTitle> title_from(TokenIndex begin) const {
    constexpr TokenIndex kMost = 6;
    TokenIndex t = begin;
    if (parse_[t].pos == Pos::det) ++t;
    for (const TokenIndex first = t; t < close_ && t - first <= kMost; ++t) {
      const auto match = b_.who.title_phrases.longest(parse_, b_.story.text, t);
      if (match && match->end <= close_ && !is_half_of_a_word(b_, t) && is_title_here(b_, t, match->value) &&
          ends_its_phrase(match->end) && is_singular(match->end - 1))
        return ApposedTitle{{t, match->end}, match->value, begin, close_};
      if (!may_stand_before(t)) break;
    }
    return std::nullopt;
  }

  bool is_singular(TokenIndex t) const { return parse_[t].tag == Tag::nn || parse_[t].tag == Tag::nnp; }

  // Behind the title comes what it is of, or no more of the noun phrase.
  bool ends_its_phrase(TokenIndex t) const {
    const Token& next = parse_[t];
    return t == close_ || next.pos == Pos::adp || next.lower == "and" || next.lower == "to" || next.text == "(";
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  TokenIndex end_;
  TokenIndex begin_ = kNoToken, close_ = kNoToken;
};

}  // namespace

std::vector<ApposedTitle> titles_apposed(const EntityBuilder& b, const TokenMention& name) {
  return Apposition(b, name).titles();
}

std::optional<ApposedTitle> occupation_apposed(const EntityBuilder& b, const TokenMention& name) {
  return Apposition(b, name).occupation();
}

std::optional<Index> owner_of_apposed(const EntityBuilder& b, const ApposedTitle& title) {
  const Parse& parse = b.parse;
  TokenIndex t = title.span.end;
  const std::string_view link = parse[t].lower;
  const bool serves = link == "to" || link == "for";
  if (!serves && link != "of" && link != "at" && link != "with" && link != "in") return std::nullopt;
  ++t;
  if (parse[t].lower == "the") ++t;
  while (is_honorific(b, t)) ++t;
  const auto& entities = b.story.entities_at(t);
  if (t >= title.end || entities.size() != 1) return std::nullopt;
  const Entity& e = b.entity(entities[0]);
  if (e.type == EntityType::person && (!serves || e.anonymous)) return std::nullopt;
  if (e.type == EntityType::country && link != "of") return std::nullopt;
  const TokenIndex end = b.story.mentions[static_cast<std::size_t>(b.story.mention_at[t])].span.end;
  const Token& next = parse[end];
  const bool goes_on = end < title.end && (is_nominal(next) || next.pos == Pos::adj || next.tag == Tag::pos);
  return goes_on ? std::nullopt : std::optional(entities[0]);
}

}  // namespace dragoman
