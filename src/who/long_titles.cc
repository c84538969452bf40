#include "who/long_titles.h"

#include "language/syntax.h"
#include "who/occupations.h"
#include "who/office_owner.h"
#include "who/phrases.h"
#include "who/portfolios.h"
#include "who/title_words.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr TokenIndex kFurthest = 18;

bool is_link(std::string_view w) {
  return w == "of" || w == "for" || w == "to" || w == "at" || w == "in" || w == "on";
}

class Complement {
 public:
  Complement(const EntityBuilder& b, TokenSpan title, TokenIndex end)
      : b_(b), parse_(b.parse), title_(title), begin_(title.end), end_(end) {}

  // Links, names and capitalised words, and nothing else, from the title's end up to the person's name.
  bool reaches() const {
    TokenIndex last = end_;
    while (last > begin_ && (parse_[last - 1].text == "," || parse_[last - 1].is_space)) --last;
    // "Minister of Education, …", "Premier Dr. …" have none beside what the lexicon has.
    if (last == begin_) return has_link() || end_ == begin_;
    const bool goes_on = has_link() && (parse_[begin_].lower == "and" || parse_[begin_].text == ",");
    if (last < begin_ + 2 || !(is_link(parse_[begin_].lower) || goes_on)) return false;
    const TokenIndex described = described_body(last);
    for (TokenIndex t = begin_; t < described; ++t) {
      if (!may_stand(t, last)) return false;
    }
    const std::string_view w = parse_[last - 1].lower;
    return !is_link(w) && w != "the" && w != "and" && w != "&";
  }

  // What stands behind "of": the last country, or else the first body; nothing in brackets, nor where an ambassador is
  // posted.
  void owner(LongTitle& title) const {
    const bool abroad = b_.who.titles[title.title].abroad;
    bool of = false, brackets = false;
    for (TokenIndex t = begin_; t < end_; ++t) {
      const std::string_view w = parse_[t].lower;
      if (is_link(w)) of = w == "of";
      if (w == "(" || w == ")") brackets = w == "(";
      if (abroad && w == "to") break;
      if (!of || brackets) continue;
      if (const std::uint32_t country = b_.country_at(t); country != EntityBuilder::kNone) {
        title.country = b_.who.known[country].country;
      }
      const auto& entities = b_.story.entities_at(t);
      if (entities.size() != 1 || is_of_longer_phrase(b_, t)) continue;
      const bool country = b_.entity(entities[0]).type == EntityType::country;
      if (country || !title.of) title.of = entities[0];
    }
  }

  // "of Education", "for Trade and Industry": "education minister", "trade minister".
  std::optional<std::uint32_t> portfolio(const std::string& office) const {
    TokenIndex t = begin_ + 1;
    if (t < end_ && parse_[t].lower == "the") ++t;
    std::string field;
    std::optional<std::uint32_t> best;
    for (; t < end_ && (is_capitalised(parse_[t]) || is_small_field(t)); ++t) {
      field += std::string(parse_[t].lower) + " ";
      if (const auto title = b_.who.title_phrases.find(field + office)) best = title;
    }
    return best;
  }

 private:
  bool has_link() const {
    return std::any_of(parse_.tokens.begin() + title_.begin, parse_.tokens.begin() + title_.end,
                       [](const Token& t) { return is_link(t.lower); });
  }

  // Where "electoral commission" of "head of the Kenyan electoral commission Ana Paz" begins, right before the name: a
  // body without a name of its own, and the adjectives that say which. `last` where there is none.
  TokenIndex described_body(TokenIndex last) const {
    if (last != end_ || parse_[last - 1].tag != Tag::nn || parse_[last - 1].is_space) return last;
    const auto noun = b_.who.noun_phrases.ending_at(parse_, b_.story.text, begin_, last, 3);
    if (!noun || b_.who.nouns[noun->value].kind != ActorNoun::Kind::body) return last;
    TokenIndex from = noun->begin;
    while (from > begin_ && (parse_[from - 1].pos == Pos::adj || parse_[from - 1].tag == Tag::nn)) --from;
    const bool behind_link = from > begin_ && (is_link(parse_[from - 1].lower) || parse_[from - 1].lower == "the");
    return behind_link ? from : last;
  }

  // "trade" of "the minister of trade Ana Paz": a small word that the lexicon has with "minister".
  bool is_small_field(TokenIndex t) const {
    return parse_[title_.end - 1].lower == "minister" && parse_[t].text == parse_[t].lower && is_ministers_field(b_, t);
  }

  // "senate" of "the leader of the opposition in the senate Ana Paz".
  bool is_body_noun(TokenIndex t) const {
    const ActorNoun* noun = body_noun(b_, t);
    return noun != nullptr && !noun->plural;
  }

  bool may_stand(TokenIndex t, TokenIndex last) const {
    const Token& token = parse_[t];
    if (token.is_space) return token.text.find('\n') == std::string_view::npos;
    if (is_link(token.lower) || token.lower == "the" || token.lower == "and" || token.text == "&") return true;
    if (token.text == "(" || token.text == ")") return true;  // "the Director of the Harbour Board (HB), Ana Paz"
    if (token.text == ",") return t + 1 < last && is_capitalised(parse_[t + 1]);
    const auto& entities = b_.story.entities_at(t);
    if (!entities.empty()) return b_.entity(entities[0]).type != EntityType::person;
    const bool behind_link = is_link(parse_[t - 1].lower) || parse_[t - 1].lower == "the";
    if (behind_link && (is_small_field(t) || is_body_noun(t))) return true;
    return (is_capitalised(token) && token.pos != Pos::punct) || token.tag == Tag::pos;
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  TokenSpan title_;
  TokenIndex begin_, end_;
};

}  // namespace

std::optional<LongTitle> long_title_before(const EntityBuilder& b, TokenIndex floor, TokenIndex end) {
  for (TokenIndex t = end; t-- > floor && end - t <= kFurthest;) {
    const auto match = b.who.title_phrases.longest(b.parse, b.story.text, t);
    if (!match || match->end > end || is_half_of_a_word(b, t) || !is_title_here(b, t, match->value)) continue;
    LongTitle out;
    out.span = {t, match->end};
    out.title = match->value;
    for (TokenIndex back = 1; back <= 3 && back <= t - floor; ++back) {  // "Deputy" before "Minister of Trade"
      const auto longer = b.who.title_phrases.longest(b.parse, b.story.text, t - back);
      if (!longer || longer->end <= t) continue;
      out.span = {t - back, longer->end};
      out.title = longer->value;
    }
    const Complement complement(b, out.span, end);
    if (!complement.reaches()) return std::nullopt;
    complement.owner(out);
    if (const auto title = complement.portfolio(b.who.titles[out.title].name)) out.title = *title;
    return out;
  }
  return std::nullopt;
}

}  // namespace dragoman
