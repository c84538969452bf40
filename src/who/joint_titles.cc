#include "who/joint_titles.h"

#include "language/syntax.h"
#include "who/phrases.h"

namespace dragoman {

namespace {

class JointTitle {
 public:
  JointTitle(const EntityBuilder& b, const NounPhrases& nouns, TokenIndex t)
      : b_(b), parse_(b.parse), nouns_(nouns), end_(b.parse.sentences[b.parse[t].sentence].end) {}

  std::optional<Index> of(TokenIndex t) const {
    if (nouns_.is_plural(t)) return std::nullopt;
    if (const auto named = person_at(t + 1)) return named;  // "the chair Ana Paz", where the parser parts them
    // "an actor and painter, Ana Paz, …"
    if (parse_[t].relation == Relation::conj && !has_article(t) && t + 2 < end_ && parse_[t + 1].text == ",") {
      if (const auto named = person_at(t + 2); named && is_bracketed(t + 2)) return named;
    }
    const TokenIndex conjunction = joined_at(t + 1);
    if (conjunction == kNoToken) return std::nullopt;
    return behind(conjunction + 1, has_article(t));
  }

 private:
  static constexpr TokenIndex kFar = 20;

  // Behind "Ms." and the like.
  TokenIndex behind_honorifics(TokenIndex t) const {
    while (t < end_ && is_honorific(b_, t)) ++t;
    return t;
  }

  // The person whose name begins at the token, or behind the honorific there.
  std::optional<Index> person_at(TokenIndex t) const {
    t = behind_honorifics(t);
    if (t >= end_ || b_.story.mention_at[t] < 0) return std::nullopt;
    const TokenMention& m = b_.story.mentions[static_cast<std::size_t>(b_.story.mention_at[t])];
    if (m.kind != MentionKind::name || m.span.begin > t || m.entities.size() != 1) return std::nullopt;
    const Entity& e = b_.entity(m.entities[0]);
    if (e.type != EntityType::person || e.anonymous) return std::nullopt;
    const bool owns =
        m.span.end < end_ && parse_[m.span.end].tag == Tag::pos;  // "the mayor and painter Luis Mora's son"
    return owns ? std::nullopt : std::optional(m.entities[0]);
  }

  bool is_title(TokenIndex t) const {
    if (!is_nominal(parse_[t]) || nouns_.is_plural(t)) return false;
    if (parse_[t].tag == Tag::nn && person_at(t + 1)) return true;
    if (const auto noun = nouns_.noun_ending_at(t)) return b_.who.nouns[*noun].kind == ActorNoun::Kind::people;
    return b_.who.title_phrases.find(parse_[t].lower).has_value();
  }

  // Of a title's phrase behind its noun: "of Chile", "for news and talk".
  bool is_of_phrase(TokenIndex t) const {
    const Token& token = parse_[t];
    if (token.pos == Pos::det) return parse_[t - 1].pos == Pos::adp;
    return token.pos == Pos::adp || token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::adj ||
           token.pos == Pos::num;
  }

  // The "and" behind a title and what it is of.
  TokenIndex joined_at(TokenIndex from) const {
    if (from >= end_) return kNoToken;
    const bool complement = parse_[from].pos == Pos::adp;
    for (TokenIndex t = from; t < end_ && t < from + kFar; ++t) {
      if (parse_[t].lower == "and") return t;
      if (!complement || !is_of_phrase(t) || person_at(t)) return kNoToken;
    }
    return kNoToken;
  }

  // A name, where person_at finds one, that a comma ends.
  bool is_bracketed(TokenIndex t) const {
    const auto mention = static_cast<std::size_t>(b_.story.mention_at[behind_honorifics(t)]);
    const TokenSpan name = b_.story.mentions[mention].span;
    return name.end >= end_ || parse_[name.end].pos == Pos::punct;
  }

  bool has_article(TokenIndex t) const { return child_of(parse_, t, Relation::det) != kNoToken; }

  // The person of the titles that begin here, which have no article of their own. "The gunman and President Ana Paz"
  // are two: behind an article the next title is a common noun.
  std::optional<Index> behind(TokenIndex from, bool article) const {
    TokenIndex title = kNoToken;
    for (TokenIndex t = from; t < end_ && t < from + kFar; ++t) {
      const Token& token = parse_[t];
      if (t == from && (token.pos == Pos::det || token.tag == Tag::prp_poss)) return std::nullopt;
      const bool comma = token.text == "," && title != kNoToken && title + 1 == t;
      if (const auto named = person_at(comma ? t + 1 : t)) {
        const bool near = title != kNoToken && (title + 1 == t || ends_a_complement(t - 1));
        return near ? named : std::nullopt;
      }
      if (is_title(t)) {
        if (article && token.text != token.lower) return std::nullopt;
        title = t;
      } else if (!is_of_phrase(t) && token.lower != "and" && token.text != "-") {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // "head of the Andes Oil Company Ana Paz": a body or a plural ends what the title is of.
  bool ends_a_complement(TokenIndex t) const {
    if (parse_[t].tag == Tag::nns || parse_[t].tag == Tag::nnps) return true;
    const auto& entities = b_.story.entities_at(t);
    return entities.size() == 1 && b_.entity(entities[0]).type != EntityType::person;
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  const NounPhrases& nouns_;
  TokenIndex end_;  // of the sentence
};

}  // namespace

std::optional<Index> named_by_joint_title(const EntityBuilder& b, const NounPhrases& nouns, TokenIndex t) {
  return JointTitle(b, nouns, t).of(t);
}

}  // namespace dragoman
