#include "who/portfolios.h"

#include "language/syntax.h"
#include "text/ascii.h"
#include "who/phrases.h"

namespace dragoman {

namespace {

class Portfolio {
 public:
  Portfolio(const EntityBuilder& b, TokenSpan title) : b_(b), parse_(b.parse), title_(title) {}

  // "of Arts and Cultural Heritage": capitalised words behind "of" or "for", joined by "and".
  TokenSpan behind() const {
    TokenIndex t = title_.end;
    if (t + 1 >= parse_.size() || (parse_[t].lower != "of" && parse_[t].lower != "for")) return {t, t};
    ++t;
    if (parse_[t].lower == "the" && t + 1 < parse_.size()) ++t;
    TokenIndex end = t;
    for (; t < parse_.size() && parse_[t].sentence == parse_[title_.begin].sentence; ++t) {
      const bool joins =
          parse_[t].lower == "and" || parse_[t].text == "&" || (parse_[t].text == "," && closes_with_and(t + 1));
      if (joins && end == t && end > title_.end + 1) {
        if (names_an_office(t + 1)) break;
        continue;
      }
      const bool follows = end == t || end + 1 == t;
      if (!follows || !is_field(t)) break;
      end = t + 1;
    }
    return end > title_.end + 1 ? TokenSpan{title_.end, end} : TokenSpan{title_.end, title_.end};
  }

  // "of public security", "of agriculture, livestock and irrigation": small nouns and adjectives behind "of" or "for",
  // where a name, a comma, a verb or another preposition follows.
  TokenSpan small_behind() const {
    const TokenIndex of = title_.end;
    constexpr TokenIndex kLongest = 9;
    if (of + 1 >= parse_.size() || (parse_[of].lower != "of" && parse_[of].lower != "for")) return {of, of};
    TokenIndex t = of + 1;
    while (t <= of + kLongest) {
      if (is_small_word(t)) {
        ++t;
        continue;
      }
      const bool joins = parse_[t].lower == "and" || (parse_[t].text == "," && is_small_list(t + 1));
      if (!joins || t == of + 1 || !is_small_word(t + 1)) break;
      ++t;
    }
    if (t == of + 1 || parse_[t - 1].tag == Tag::jj || t >= parse_.size()) return {of, of};
    const Token& next = parse_[t];
    const bool ends = next.text == "," || next.text == "." || is_verbal(next) || is_capitalised(next) ||
                      next.lower == "of" || next.lower == "in" || next.lower == "at";
    return ends ? TokenSpan{of, t} : TokenSpan{of, of};
  }

  // "Local Administration" before "Minister".
  TokenSpan before() const {
    const TokenIndex floor = parse_.sentences[parse_[title_.begin].sentence].begin;
    TokenIndex begin = title_.begin;
    constexpr TokenIndex kLongest = 4;
    while (begin > floor && title_.begin - begin < kLongest) {
      const TokenIndex t = begin - 1;
      const Token& token = parse_[t];
      const bool noun = token.tag == Tag::nn || is_proper(token);
      if (!(noun && is_field(t) && token.space_after) && !(token.lower == "and" && begin < title_.begin)) break;
      if (!is_capitalised(token) && begin < title_.begin) break;
      begin = t;
    }
    while (begin < title_.begin && parse_[begin].lower == "and") ++begin;
    if (title_.begin - begin == 1 && body_noun(b_, begin) != nullptr)
      return {title_.begin, title_.begin};  // "Cabinet Minister"
    return {begin, title_.begin};
  }

 private:
  bool is_small_word(TokenIndex t) const {
    const Token& token = parse_[t];
    return token.text == token.lower && b_.story.mention_at[t] < 0 && (is_nominal(token) || token.tag == Tag::jj) &&
           (is_ministers_field(b_, t) ||
            (!b_.who.title_phrases.find(token.lower) &&
             (token.tag == Tag::jj || !b_.who.noun_phrases.find(token.lower))));  // "of public security"
  }

  // "livestock and irrigation": words up to an "and" and one more.
  bool is_small_list(TokenIndex t) const {
    constexpr TokenIndex kFar = 6;
    const TokenIndex begin = t;
    while (t < begin + kFar && (is_small_word(t) || (t > begin && parse_[t].text == ","))) ++t;
    return t > begin && parse_[t].lower == "and" && is_small_word(t + 1);
  }

  // The list goes on: "Trade, Industry and Ports".
  bool closes_with_and(TokenIndex begin) const {
    constexpr TokenIndex kFar = 6;
    for (TokenIndex t = begin; t < parse_.size() && t < begin + kFar; ++t) {
      if (parse_[t].lower == "and") return t > begin;
      if (!is_field(t) && parse_[t].text != ",") return false;
    }
    return false;
  }

  // "and National Trade Officer", "and Party Leader": another office of the same bearer.
  bool names_an_office(TokenIndex begin) const {
    TokenIndex t = begin;
    while (is_capitalised(parse_[t]) && is_nominal_or_adjective(t) && parse_[t].name != NameType::person) ++t;
    if (t == begin) return false;
    const std::string_view last = parse_[t - 1].lower;
    const auto noun = b_.who.noun_phrases.find(last);
    const bool people = noun && b_.who.nouns[*noun].kind == ActorNoun::Kind::people && !b_.who.nouns[*noun].plural;
    return people || (b_.who.title_phrases.find(last) && !is_ministers_field(b_, t - 1));
  }

  bool is_nominal_or_adjective(TokenIndex t) const { return is_nominal(parse_[t]) || parse_[t].pos == Pos::adj; }

  // A word of a field of government, and no name of a country, a body or a person.
  bool is_field(TokenIndex t) const {
    const Token& token = parse_[t];
    if (token.pos != Pos::noun && token.pos != Pos::propn && token.pos != Pos::adj) return false;
    if (token.name == NameType::person || token.name == NameType::gpe) return false;
    // "Justice" is a title as well.
    if (b_.who.title_phrases.find(token.lower) && !(t > title_.end && is_ministers_field(b_, t))) return false;
    if (b_.who.status_before.find(token.lower)) return false;
    if (b_.who.ranks.contains(token.lower)) return false;
    if (const auto other = b_.who.title_phrases.longest(parse_, b_.story.text, t);
        t > title_.end && other && other->end > t + 1)
      return false;  // "Minister of Finance and Prime Minister"
    if (is_in_capitals(token) || (t > title_.end && !is_capitalised(token))) return false;
    const auto& entities = b_.story.entities_at(t);
    for (const Index e : entities) {
      const EntityType type = b_.entity(e).type;
      if (type == EntityType::person || type == EntityType::country) return false;
      if (t < title_.begin) return false;
    }
    // "Indigenous Norwegians" is a field, "Norway" before the title none.
    return b_.country_at(t) == EntityBuilder::kNone || t > title_.end;
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  TokenSpan title_;
};

// "Minister of Justice and Harbours", of which the lexicon has the first alone; else `title`.
std::string with_further_portfolios(const EntityBuilder& b, const std::string& title, TokenSpan words) {
  if (!title.ends_with(" minister") || b.parse[words.begin].lower != "minister") return title;
  if (title == "foreign minister" || title == "defense minister") return title;  // whom the register knows as such
  const Portfolio portfolio(b, {words.begin, words.begin + 1});
  TokenSpan behind = portfolio.behind();
  if (behind.size() == 0) behind = portfolio.small_behind();
  if (behind.size() == 0 || behind.end <= words.end) return title;
  const std::string field = b.words({behind.begin + 1, behind.end});
  for (const char* of : {"minister of ", "minister for "}) {
    if (b.who.title_phrases.find(of + field)) return title;
  }
  return b.who.title_phrases.find(field + " minister") ? title : "minister " + b.words(behind);
}

}  // namespace

std::string office_with_portfolio(const EntityBuilder& b, const Title& known, const std::string& title,
                                  TokenSpan words) {
  const bool minister = title == "minister" && b.parse[words.end - 1].lower == "minister";
  if (!minister && !known.has_field) return with_further_portfolios(b, title, words);
  if (!minister && b.parse[words.end + 1].lower == "the") return title;  // "Secretary of the Harbour Committee"
  const Portfolio portfolio(b, words);
  TokenSpan behind = known.of_body ? TokenSpan{} : portfolio.behind();
  if (behind.size() == 0) behind = portfolio.small_behind();
  if (behind.size() > 0) {
    const std::string field = b.words({behind.begin + 1, behind.end});
    const auto office = minister ? b.who.title_phrases.find(field + " minister") : std::nullopt;
    return office && behind.size() == 2 ? b.who.titles[*office].name : title + " " + b.words(behind);
  }
  if (!minister) return title;
  const TokenSpan before = portfolio.before();
  if (before.size() == 0) return title;
  std::string field;
  for (TokenIndex t = before.begin; t < before.end; ++t) field += std::string(b.parse[t].lower) + " ";
  return field + title;
}

bool is_ministers_field(const EntityBuilder& b, TokenIndex t) {
  return b.who.title_phrases.find(std::string(b.parse[t].lower) + " minister").has_value();
}

bool includes_portfolio(const std::string& title, const std::string& office) {
  constexpr std::string_view kMinister = " minister";
  if (!office.ends_with(kMinister) || !title.starts_with("minister ")) return false;
  std::string words = " ";
  for (const char c : title) words += c == ',' ? ' ' : ascii_lower(c);
  words += " ";
  return words.find(" " + office.substr(0, office.size() - kMinister.size()) + " ") != std::string::npos;
}

bool has_portfolio(const std::string& title) {
  if (title.starts_with("minister of ") || title.starts_with("minister for ")) return true;
  return title.ends_with(" minister") && title != "prime minister" && title != "deputy minister" &&
         title != "deputy prime minister";
}

}  // namespace dragoman
