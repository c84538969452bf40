#include "who/role_status.h"

#include "language/syntax.h"
#include "who/title_words.h"

namespace dragoman {

namespace {

class StatusWords {
 public:
  StatusWords(const EntityBuilder& b, TokenSpan title, TokenIndex floor)
      : b_(b), parse_(b.parse), title_(title), floor_(floor) {}

  RoleStatus find() const {
    if (const auto word = b_.who.status_behind.ending_at(parse_, b_.story.text, title_.begin, title_.end, 2)) {
      return static_cast<RoleStatus>(word->value);  // "president-elect" is one title
    }
    const TokenIndex behind = title_.end + (parse_[title_.end].text == "(" ? 1 : 0);  // "Colonel (retd) Paz"
    if (const auto word = b_.who.status_behind.longest(parse_, b_.story.text, behind)) {
      return static_cast<RoleStatus>(word->value);
    }
    if (const auto word = before(in_full(b_, title_).begin)) return *word;
    return has_ended() ? RoleStatus::former : RoleStatus::current;
  }

 private:
  // Back through what describes the title, up to an article or a possessor: "the former Kenyan trade minister", and
  // over an "and" to the title before it: "former president and party leader".
  std::optional<RoleStatus> before(TokenIndex begin) const {
    constexpr TokenIndex kFurthest = 7;
    for (TokenIndex t = begin; t > floor_ && begin - t < kFurthest;) {
      --t;
      const auto word = b_.who.status_before.longest(parse_, b_.story.text, t);
      if (word && word->end <= begin && !is_adverb(t)) return static_cast<RoleStatus>(word->value);
      // "former minister Sheikh Ana Paz": it is the title before that has ended.
      if (title_ends_at(t + 1) && t + 1 == begin) return std::nullopt;
      const Token& token = parse_[t];
      const bool hyphen = token.text == "-" && !parse_[t].space_after;
      const bool joins = token.lower == "and" && t > floor_ && title_ends_at(t);
      const bool describes = token.pos == Pos::adj || token.pos == Pos::noun || token.pos == Pos::propn ||
                             token.tag == Tag::vbn || token.tag == Tag::rb;
      if (token.tag == Tag::pos) return before_owner(t);
      if (is_a_person(t)) return before_name(t);
      if (!(hyphen || joins || describes) || is_described_apart(t, begin)) return std::nullopt;
    }
    return std::nullopt;
  }

  // "former Paz adviser Luis Rojas": what stands before the name of whose office it is.
  std::optional<RoleStatus> before_name(TokenIndex t) const {
    const std::int32_t at = b_.story.mention_at[t];
    const TokenIndex begin = at < 0 ? t : b_.story.mentions[static_cast<std::size_t>(at)].span.begin;
    if (begin <= floor_ || parse_[t].tag == Tag::pos) return std::nullopt;
    const auto word = b_.who.status_before.longest(parse_, b_.story.text, begin - 1);
    if (!word || word->end != begin || is_adverb(begin - 1)) return std::nullopt;
    return static_cast<RoleStatus>(word->value);
  }

  // "rival" of "former rival Nevada Governor Paz": a noun of people that the title is no part of.
  bool is_described_apart(TokenIndex t, TokenIndex title) const {
    const Token& token = parse_[t];
    if ((token.tag != Tag::nn && token.tag != Tag::jj) || t + 1 >= title || !is_capitalised(parse_[t + 1]))
      return false;
    const std::string word(token.lower);
    if (b_.who.ranks.contains(word) || b_.who.grades.contains(word)) return false;  // "senior White House adviser"
    const auto noun = b_.who.noun_phrases.find(token.lower);
    return noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::people;
  }

  // "once Kenya's trade minister", "former commonwealth's attorney".
  std::optional<RoleStatus> before_owner(TokenIndex possessive) const {
    if (possessive > floor_ + 1 && is_in_no_office(possessive - 1)) {
      const auto word = b_.who.status_before.longest(parse_, b_.story.text, possessive - 2);
      if (word && word->end + 1 == possessive && !is_adverb(possessive - 2))
        return static_cast<RoleStatus>(word->value);
    }
    constexpr TokenIndex kLongest = 3;
    for (TokenIndex t = possessive; t > floor_ && possessive - t < kLongest;) {
      --t;
      if (parse_[t].pos == Pos::propn || parse_[t].tag == Tag::dt) continue;
      const auto word = b_.who.status_before.longest(parse_, b_.story.text, t);
      if (word && parse_[t].relation == Relation::advmod) return static_cast<RoleStatus>(word->value);
      break;
    }
    return std::nullopt;
  }

  // "Then Prime Minister Hale rose."
  bool is_adverb(TokenIndex t) const {
    return parse_[t].lower == "then" && (t == floor_ || parse_[t].text != parse_[t].lower);
  }

  // "ministry" of "the former ministry's adviser", and no "minister", who may be the one in question.
  bool is_in_no_office(TokenIndex t) const {
    const Token& token = parse_[t];
    const auto noun = b_.who.noun_phrases.find(token.lower);
    const bool people = noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::people;
    const bool small_noun = (token.tag == Tag::nn || token.tag == Tag::nnp) && token.text == token.lower;
    return small_noun && !people && !b_.who.title_phrases.find(token.lower);
  }

  bool title_ends_at(TokenIndex end) const {
    constexpr TokenIndex kLongest = 6;
    return b_.who.title_phrases.ending_at(parse_, b_.story.text, floor_, end, kLongest).has_value();
  }

  bool is_a_person(TokenIndex t) const {
    const auto& entities = b_.story.entities_at(t);
    return entities.size() == 1 && b_.entity(entities[0]).type == EntityType::person;
  }

  // "minister of trade from 2001 to 2004", "mayor until 1998": a year before that of the report.
  bool has_ended() const {
    const std::string& published = b_.story.record.document.published.earliest;
    constexpr TokenIndex kFar = 14;
    for (TokenIndex t = title_.end; t + 1 < parse_.size() && t < title_.end + kFar; ++t) {
      const Token& token = parse_[t];
      if (token.pos == Pos::punct || is_verbal(token)) return false;
      if (token.lower != "until" && token.lower != "till" && token.lower != "to" && token.lower != "between") continue;
      TokenIndex year = t + 1;
      if (token.lower == "between") {
        while (year < parse_.size() && year < t + 4 && parse_[year].lower != "and") ++year;
        ++year;
      }
      if (year >= parse_.size()) return false;
      const std::string_view digits = parse_[year].text;
      const bool is_year = digits.size() == 4 && digits.find_first_not_of("0123456789") == std::string_view::npos;
      if (is_year) return published.empty() || digits < std::string_view(published).substr(0, 4);
    }
    return false;
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  TokenSpan title_;
  TokenIndex floor_;
};

}  // namespace

RoleStatus role_status(const EntityBuilder& b, TokenSpan title, TokenIndex floor) {
  return StatusWords(b, title, floor).find();
}

bool is_in_office(RoleStatus status) {
  return status == RoleStatus::current || status == RoleStatus::acting || status == RoleStatus::outgoing;
}

}  // namespace dragoman
