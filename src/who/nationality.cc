#include "who/nationality.h"

#include "who/office_places.h"
#include "who/phrases.h"

#include <algorithm>

namespace dragoman {

namespace {

class Nationality {
 public:
  Nationality(const EntityBuilder& b, const TokenMention& mention) : b_(b), parse_(b.parse), mention_(mention) {}

  std::string find(const Tokens& beside) const {
    if (std::string country = before(mention_.span.begin, mention_.head); !country.empty()) return country;
    if (std::string country = of_plural(first_conjunct(parse_, mention_.head)); !country.empty()) return country;
    for (const TokenIndex noun : beside) {
      if (std::string country = of_noun(noun); !country.empty()) return country;
    }
    const bool follows = parse_[mention_.span.end].lower == "from" || parse_[mention_.span.end].text == ",";
    if (std::string country = follows ? from(mention_.head) : ""; !country.empty()) return country;
    if (std::string country = of_pair(); !country.empty()) return country;
    return of_predicate();
  }

 private:
  // The country of the people's word that ends before `end`, where no hyphen makes it another ("Chilean-backed").
  std::string people_ending_at(TokenIndex end) const {
    constexpr TokenIndex kLongest = 3;
    for (TokenIndex back = 1; back <= kLongest && back <= end; ++back) {
      const auto people = b_.who.peoples.longest(parse_, b_.story.text, end - back);
      if (!people || people->end != end) continue;
      const bool joined = parse_[end].text == "-" || (end > back && parse_[end - back - 1].text == "-");
      return joined ? std::string() : b_.who.known[people->value].country;
    }
    return {};
  }

  // "Kenyan" of "Kenyan Ana Paz", "the Kenyan potter and poet Ana Paz".
  std::string before(TokenIndex begin, TokenIndex name) const {
    const TokenIndex floor = parse_.sentences[parse_[name].sentence].begin;
    constexpr TokenIndex kFurthest = 5;
    TokenIndex t = begin;
    while (t > floor && is_honorific(b_, t - 1)) --t;
    for (const TokenIndex from = t; t > floor && from - t < kFurthest; --t) {
      const Token& token = parse_[t - 1];
      const bool given =
          t == from && token.name == NameType::person && parse_[t].name == NameType::person && !parse_[t].name_begin;
      if (given) return {};  // "German" of "German Rojas"
      if (std::string country = people_ending_at(t); !country.empty()) {
        const bool plural = token.tag == Tag::nns || token.tag == Tag::nnps;
        return !plural || t == from ? country : std::string();  // "Kenyans" is no adjective
      }
      // "radical" of "the Kenyan radical Ana Paz", which the parser may take for an adjective of the name
      const bool noun = b_.story.mention_at[t - 1] < 0 && body_noun(b_, t - 1) == nullptr &&
                        (token.tag == Tag::nn || (token.tag == Tag::jj && token.relation == Relation::compound));
      if (!noun && !(token.lower == "and" && t < from && t - 1 > floor && parse_[t - 2].tag == Tag::nn)) return {};
    }
    return {};
  }

  // "Kenyans Ana Paz and Luis Rojas", "two Kenyan fugitives, Ana Paz and Luis Rojas": that of the plural before the
  // first.
  std::string of_plural(TokenIndex first) const {
    const std::int32_t at = b_.story.mention_at[first];
    if (at < 0) return {};
    TokenIndex t = b_.story.mentions[static_cast<std::size_t>(at)].span.begin;
    if (t > 1 && (parse_[t - 1].text == "," || parse_[t - 1].text == ":")) --t;
    const bool plural = t > 0 && (parse_[t - 1].tag == Tag::nns || parse_[t - 1].tag == Tag::nnps);
    if (!plural || body_noun(b_, t - 1) != nullptr) return {};
    // Behind a comma others may be meant: "in talks with Kenyan officials, Ana Paz and Luis Rojas".
    const bool beside = parse_[t - 1].space_after && parse_[t].text != "," && parse_[t].text != ":";
    if (!beside && child_of(parse_, t - 1, Relation::nummod) == kNoToken) return {};
    if (std::string country = people_ending_at(t); !country.empty()) return country;
    return of_word_before(t - 1);
  }

  // "a Ugandan geophysicist", "the Nigerian", "a survivor from Chile".
  std::string of_noun(TokenIndex noun) const {
    if (std::string country = people_ending_at(noun + 1); !country.empty() && parse_[noun].tag != Tag::nns)
      return country;
    if (parse_[noun].tag != Tag::nn || body_noun(b_, noun) != nullptr) return {};
    if (std::string country = of_word_before(noun); !country.empty()) return country;
    return from(noun);
  }

  // "Ugandan" of "a Ugandan geophysicist", "the Ugandan pair".
  std::string of_word_before(TokenIndex noun) const {
    for (const TokenIndex word : parse_.children(noun)) {
      if (word > noun || !describes(word)) continue;
      if (std::string country = people_ending_at(word + 1); !country.empty()) return country;
    }
    return {};
  }

  bool describes(TokenIndex word) const {
    return parse_[word].relation == Relation::amod || parse_[word].relation == Relation::compound;
  }

  std::string from(TokenIndex head) const {
    for (const TokenIndex object : obliques(parse_, head, "from")) {
      if (object < head) continue;
      const auto& entities = b_.story.entities_at(object);
      const bool country = entities.size() == 1 && b_.entity(entities[0]).type == EntityType::country;
      if (country && country_of_state(b_, core_phrase(parse_, object)).empty())  // "from Georgia"
        return b_.entity(entities[0]).country;
    }
    return {};
  }

  // "the Peruvian pair of Ana Paz and Luis Rojas".
  std::string of_pair() const {
    const TokenIndex first = first_conjunct(parse_, mention_.head);
    if (parse_[first].relation != Relation::pobj || parse_[parse_[first].head].lower != "of") return {};
    const TokenIndex pair = parse_[parse_[first].head].head;
    return b_.who.measures.find(parse_[pair].lower) ? of_word_before(pair) : std::string();
  }

  // "Luis Rojas, 44, is from Peru", "Luis Rojas is a Peruvian potter".
  std::string of_predicate() const {
    const Token& name = parse_[mention_.head];
    if (name.relation != Relation::nsubj || parse_[name.head].lemma != "be" || is_negated(parse_, name.head)) return {};
    if (std::string country = from(name.head); !country.empty()) return country;
    for (const TokenIndex noun : attributes(parse_, name.head)) {
      if (child_word(parse_, noun, "a") == kNoToken && child_word(parse_, noun, "an") == kNoToken) continue;
      if (std::string country = of_noun(noun); !country.empty()) return country;
    }
    return {};
  }

  const EntityBuilder& b_;
  const Parse& parse_;
  const TokenMention& mention_;
};

}  // namespace

std::string nationality(const EntityBuilder& b, const TokenMention& mention, const Tokens& beside) {
  return Nationality(b, mention).find(beside);
}

}  // namespace dragoman
