#include "who/noun_phrases.h"

#include "language/syntax.h"
#include "who/told_apart.h"

#include <algorithm>

namespace dragoman {

std::optional<PhraseTable::Ending> NounPhrases::words_ending_at(TokenIndex t) const {
  const TokenIndex floor = parse_.sentences[parse_[t].sentence].begin;
  constexpr TokenIndex kLongest = 5;  // "law enforcement official", "state-run media"
  return b_.who.noun_phrases.ending_at(parse_, b_.story.text, floor, t + 1, kLongest);
}

std::optional<std::uint32_t> NounPhrases::noun_ending_at(TokenIndex t) const {
  const auto words = words_ending_at(t);
  return words ? std::optional(words->value) : std::nullopt;
}

// "a visit to Peru, where she met officials": what stands before the "where" of the clause, or kNoToken.
TokenIndex NounPhrases::where_of(TokenIndex head) const {
  const TokenIndex clause = clause_head(parse_, head);
  if (parse_[clause].relation != Relation::relcl) return kNoToken;
  TokenIndex where = child_word(parse_, clause, "where");
  if (where == kNoToken || where > head) return kNoToken;
  while (where > 0 && (parse_[where - 1].pos == Pos::punct || parse_[where - 1].is_space)) --where;
  return where == 0 ? kNoToken : where - 1;
}

NounPhrases::Owner NounPhrases::owner_of(TokenIndex head, TokenSpan phrase) const {
  Owner owner;
  for (TokenIndex t = phrase.begin; t < head; ++t) {
    if (parse_[t].tag == Tag::dt || parse_[t].is_space) continue;
    const std::uint32_t country = b_.country_at(t);
    if (country != EntityBuilder::kNone) return {b_.who.known[country].country, {}, true};
    const auto seat = b_.who.seats.longest(parse_, b_.story.text, t);
    if (seat) return {b_.who.known[seat->value].country, {}, true};
  }
  const auto from = [&](TokenIndex token) {
    if (owner.found || token == kNoToken) return;
    const auto& entities = b_.story.entities_at(token);
    if (entities.size() == 1) {
      const Entity& e = b_.entity(entities[0]);
      const bool person = e.type == EntityType::person;
      if (e.type != EntityType::country) owner.holder = entities[0];
      if (!e.country.empty() || !person) owner = {e.country, b_.notes[entities[0]].known_code, true, owner.holder};
    } else if (const auto seat = b_.who.seats.longest(parse_, b_.story.text, token)) {
      owner = {b_.who.known[seat->value].country, {}, true, owner.holder};
    }
  };
  for (const TokenIndex token : possessors(parse_, head)) {
    // "France, whose soldiers …"
    from(parse_[token].tag == Tag::wp_poss ? antecedent(parse_, clause_head(parse_, token)) : token);
  }
  for (TokenIndex t = phrase.begin; t < head; ++t) from(t);  // "NATO troops", "Taliban fighters"
  const auto noun = noun_ending_at(head);
  const bool abroad = noun && b_.who.nouns[*noun].abroad;
  for (const std::string_view preposition : {"of", "from", "in"}) {
    if (abroad && preposition == "in") continue;
    for (const TokenIndex token : obliques(parse_, head, preposition)) from(token);
  }
  if (!abroad) from(where_of(head));
  if (!owner.found) {  // "the government and people of Mali": one article, of whom both are
    const TokenIndex second = child_of(parse_, head, Relation::conj);
    if (second != kNoToken && second > head && child_of(parse_, second, Relation::det) == kNoToken) {
      for (const TokenIndex token : obliques(parse_, second, "of")) from(token);
    }
  }
  return owner;
}

bool NounPhrases::is_plural(TokenIndex t) const {
  const Token& token = parse_[t];
  if (token.tag == Tag::nns || token.tag == Tag::nnps) return true;
  if (!token.lower.ends_with("s") || token.text == token.lower) return false;
  const auto here = b_.who.title_phrases.find(token.lower);
  const auto one = b_.who.title_phrases.find(token.lower.substr(0, token.lower.size() - 1));
  return here && one && *here == *one;
}

bool NounPhrases::is_determined(TokenIndex head, std::string_view word) const {
  return child_word(parse_, head, word) != kNoToken;
}

bool NounPhrases::is_of_a_thing(TokenIndex t) const {
  const auto is_thing = [&](TokenIndex word) {
    return parse_[word].tag == Tag::nn && !noun_ending_at(word) && b_.story.mention_at[word] < 0 &&
           !b_.who.title_phrases.find(parse_[word].lower);
  };
  const Tokens of = obliques(parse_, t, "of");
  return std::any_of(of.begin(), of.end(), is_thing) || (t > 0 && parse_[t - 1].head == t && is_thing(t - 1));
}

bool NounPhrases::is_anybody(TokenIndex t) const {
  for (const std::string_view word : {"no", "neither", "every", "each", "any", "either"}) {
    if (is_determined(t, word)) return !is_plural(t) || word == "no";
  }
  return false;
}

std::string NounPhrases::name_of(TokenSpan phrase) const {
  const auto is_quantity = [](std::string_view w) {
    return w == "many" || w == "some" || w == "several" || w == "most" || w == "more" || w == "few" || w == "other" ||
           w == "numerous" || w == "multiple" || w == "various";
  };
  // "his own party", "the same official", "such leaders", and what is left of "so many", "more than ten"; but
  // "internally displaced families".
  const auto is_pointer = [&](const Token& token) {
    const std::string_view w = token.lower;
    const Token& head = parse_[token.head];
    const bool grades =
        token.relation == Relation::advmod && head.relation == Relation::amod && !is_quantity(head.lower);
    return w == "own" || w == "same" || w == "such" || w == "only" || (token.tag == Tag::rb && !grades) ||
           token.tag == Tag::in || token.tag == Tag::cc || token.pos == Pos::punct;
  };
  for (TokenIndex t = phrase.begin; t + 1 < phrase.end; ++t) {  // "at least two"
    const Token& token = parse_[t];
    if (token.relation == Relation::nummod && token.head + 1 == phrase.end && token.left_edge <= phrase.begin) {
      phrase.begin = t + 1;
      break;
    }
  }
  while (phrase.size() > 1) {
    const Token& token = parse_[phrase.begin];
    if (!token.space_after && phrase.begin + 1 < phrase.end) break;  // "82-year-old"
    if (token.tag != Tag::dt && token.tag != Tag::prp_poss && token.tag != Tag::cd && token.tag != Tag::pdt &&
        !token.is_space && !is_quantity(token.lower) && !is_pointer(token)) {
      break;
    }
    ++phrase.begin;
  }
  std::string name = b_.words(phrase);
  for (const std::string_view mark : {"\"", "“", "”", "«", "»"}) {
    for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark)) name.erase(at, mark.size());
  }
  return name;
}

TokenSpan NounPhrases::with_names(TokenSpan phrase) const {
  const TokenIndex floor = parse_.sentences[parse_[phrase.begin].sentence].begin;
  const TokenIndex noun = phrase.end - 1;
  while (phrase.begin > floor) {
    TokenIndex before = phrase.begin - 1;
    if (parse_[before].tag == Tag::pos && before > floor) --before;
    const std::int32_t at = b_.story.mention_at[before];
    if (at < 0 || !is_under(parse_, before, noun)) break;
    const TokenMention& mention = b_.story.mentions[static_cast<std::size_t>(at)];
    if (mention.kind != MentionKind::name || mention.span.end != before + 1) break;
    phrase.begin = mention.span.begin;
    while (phrase.begin > floor && !parse_[phrase.begin - 1].space_after && is_under(parse_, phrase.begin - 1, noun)) {
      --phrase.begin;  // "anti-NATO protesters"
    }
  }
  return phrase;
}

std::string NounPhrases::called(TokenSpan phrase) const {
  const std::string name = called_up_to_noun(phrase);
  const TokenIndex end = end_of_description(b_.story, phrase.end - 1);
  return end == phrase.end ? name : name + " " + b_.words({phrase.end, end});
}

bool NounPhrases::is_bare(TokenIndex t) const {
  return !is_plural(t) && parse_[t].text == parse_[t].lower && core_phrase(parse_, t).size() == 1;
}

bool NounPhrases::acts(TokenIndex t) const {
  const Token& token = parse_[first_conjunct(parse_, t)];
  const Token& head = parse_[token.head];
  switch (token.relation) {
    case Relation::nsubj:
      return head.lemma != "be";
    case Relation::nsubjpass:
    case Relation::agent:
    case Relation::dobj:
    case Relation::dative:
      return true;
    case Relation::pobj:
      return head.lower == "by" || head.lower == "with" || head.lower == "against" || head.lower == "between" ||
             (head.lower == "to" && token.head > 0 && parse_[token.head - 1].lower == "according");
    default:
      return false;
  }
}

}  // namespace dragoman
