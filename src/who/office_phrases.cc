#include "who/office_phrases.h"

#include "language/syntax.h"
#include "who/phrases.h"

#include <algorithm>

namespace dragoman {

namespace {

bool is_subject_of(const Parse& parse, TokenIndex name, TokenIndex verb) {
  return is_verbal(parse[verb]) && verb > name && parse[name].head == verb;
}

// "Regarding the candidate, Paz said …"
bool opens_the_sentence(const Parse& parse, TokenIndex noun, TokenIndex name) {
  return parse[noun].relation == Relation::pobj && is_subject_of(parse, name, parse[parse[noun].head].head);
}

// "the head of the mission for the coast, Ana Paz,": of a name behind a name in such a phrase it is the noun that the
// phrase hangs on that says what she is.
TokenIndex described_by(const EntityBuilder& b, TokenIndex before) {
  const Parse& parse = b.parse;
  TokenIndex at = before;
  while (parse[at].relation == Relation::pobj && parse[parse[at].head].relation == Relation::prep &&
         parse[parse[at].head].head < at && parse[at].pos == Pos::propn) {
    at = parse[parse[at].head].head;
  }
  // "the minister of labour, mining and ports, Ana Paz": up from the last of several to the office.
  if (parse[at].relation == Relation::conj || parse[at].relation == Relation::pobj) {
    const TokenIndex first = first_conjunct(parse, at);
    if (parse[first].relation == Relation::pobj && first < before) {
      const TokenIndex above = parse[parse[first].head].head;
      if (above < first && b.who.title_phrases.find(parse[above].lower) && first != at) return above;
    }
  }
  // "the adviser to the president, Ana Paz", "the head of diplomacy for the north, Ana Paz".
  const auto is_noun = [&](TokenIndex t) { return parse[t].tag == Tag::nn || parse[t].tag == Tag::nnp; };
  if (is_noun(at) && parse[at].relation == Relation::pobj) {
    const TokenIndex above = parse[parse[at].head].head;
    if (b.who.title_phrases.find(parse[above].lower) && is_noun(above) && above < at) at = above;
  }
  return parse[at].tag == Tag::nn || parse[at].tag == Tag::nnp ? at : before;
}

// "the Greens' whip, Ana Paz,", but not "with his whip, Ana Paz said".
bool is_owned_by_noun(const Parse& parse, TokenIndex noun, TokenIndex behind_name) {
  const TokenIndex owner = child_of(parse, noun, Relation::poss);
  return owner != kNoToken && parse[owner].tag != Tag::prp_poss && parse[behind_name].text == ",";
}

// "the brother", "the minister", "Luis Rojas": what a name behind it may be somebody's of.
bool is_somebody(const EntityBuilder& b, TokenIndex t) {
  const auto noun = b.who.noun_phrases.find(b.parse[t].lower);
  const bool people = noun && b.who.nouns[*noun].kind == ActorNoun::Kind::people;
  return people || is_proper(b.parse[t]) || b.who.title_phrases.find(b.parse[t].lower) ||
         b.who.gender_of(b.parse[t].lower) != Gender::unknown;
}

// By a semicolon: the next of a list.
bool is_parted(const Parse& parse, TokenSpan name, TokenIndex noun) {
  const TokenIndex begin = std::min(name.end, noun), end = std::max(name.begin, noun);
  return std::any_of(parse.tokens.begin() + begin, parse.tokens.begin() + end,
                     [](const Token& t) { return t.text == ";"; });
}

}  // namespace

Tokens phrases_beside(const EntityBuilder& b, const TokenMention& mention) {
  const Parse& parse = b.parse;
  Tokens phrases = appositions(parse, mention.head);
  const Token& head = parse[mention.head];
  if (head.relation == Relation::appos) phrases.push_back(described_by(b, head.head));
  // "three Kenyan astronauts, A, B and C"
  const TokenIndex first = head.relation == Relation::conj ? first_conjunct(parse, mention.head) : kNoToken;
  if (first != kNoToken && parse[first].relation == Relation::appos && parse[first].head < first) {
    const TokenIndex noun = parse[first].head;
    if (parse[noun].tag == Tag::nns || parse[noun].tag == Tag::nnps) phrases.push_back(noun);
  }
  // "the executive director, Ana Paz, said", where the parser saw no apposition.
  TokenIndex begin = mention.span.begin;
  const TokenIndex end = mention.span.end;
  while (begin > 0 &&
         (is_honorific(b, begin - 1) || (parse[begin - 1].tag == Tag::prp_poss && begin < mention.span.begin))) {
    --begin;  // "the President, His Excellency Luis Rojas"
  }
  // "The text, read out by the secretary, Ana Paz, says": of a thing she is no apposition.
  const bool beside_a_thing = head.relation == Relation::appos && head.head < mention.span.begin &&
                              parse[head.head].tag == Tag::nn && !is_somebody(b, head.head);
  const bool is_open = (phrases.empty() || beside_a_thing || begin < mention.span.begin) && begin > 1 &&
                       parse[begin - 1].text == "," && end < parse.size();
  if (is_open && !beside_a_thing && parse[begin - 2].relation == Relation::pobj &&
      is_under(parse, begin - 2, head.head) && head.relation == Relation::appos && head.head != begin - 2) {
    // "the brother of the emir, Sheikh Ana Paz": the brother's name
  } else if (is_open && (parse[end].text == "," || parse[end].text == "." || is_verbal(parse[end])) &&
             (child_of(parse, begin - 2, Relation::det) != kNoToken || is_owned_by_noun(parse, begin - 2, end)) &&
             !opens_the_sentence(parse, begin - 2, mention.head)) {
    phrases.push_back(begin - 2);
  } else if (is_open && parse[end].text == ",") {
    const TokenIndex noun = described_by(b, begin - 2);
    if (noun != begin - 2 && child_word(parse, noun, "the") != kNoToken) phrases.push_back(noun);
  }
  for (std::size_t i = phrases.size(); i-- > 0;) {  // "A, deputy premier and minister of transport,"
    for (const TokenIndex more : coordinated(parse, phrases[i])) {
      const bool before = phrases[i] < mention.span.begin && more < mention.span.begin;  // "founder and president, A"
      if ((phrases[i] >= mention.span.end || before) && more > phrases[i]) phrases.push_back(more);
    }
  }
  const auto parted = [&](TokenIndex noun) { return is_parted(parse, mention.span, noun); };
  phrases.erase(std::remove_if(phrases.begin(), phrases.end(), parted), phrases.end());
  return phrases;
}

TokenIndex one_of_several(const Parse& parse, TokenIndex t) {
  if (parse[t].lower != "one") return t;
  for (const TokenIndex noun : obliques(parse, t, "of")) {
    if (noun > t && (parse[noun].tag == Tag::nns || parse[noun].tag == Tag::nnps)) return noun;
  }
  return t;
}

}  // namespace dragoman
