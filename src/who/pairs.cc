#include "who/pairs.h"

#include "language/syntax.h"
#include "story/members.h"
#include "who/names.h"

#include <algorithm>

namespace dragoman {

namespace {

Index country_of(Story& story, const KnownName& known) {
  auto& entities = story.record.entities;
  if (const auto there = named_country(entities, known.country)) return *there;
  Entity country;
  country.name = known.name;
  country.type = EntityType::country;
  country.country = known.country;
  country.code = known.code;
  entities.push_back(std::move(country));
  return static_cast<Index>(entities.size() - 1);
}

// Where the words before the noun begin: adjectives, names and what lists them.
TokenIndex phrase_begin(const Story& story, TokenIndex head) {
  constexpr TokenIndex kLongest = 10;
  TokenIndex begin = head;
  while (begin > 0 && head - begin < kLongest) {
    const Token& t = story.parse[begin - 1];
    const bool listed = t.pos == Pos::adj || t.pos == Pos::propn || t.pos == Pos::noun || t.pos == Pos::cconj ||
                        t.text == "," || t.text == "-";
    if (!listed || t.sentence != story.parse[head].sentence) break;
    --begin;
  }
  return begin;
}

}  // namespace

std::vector<Index> sides_of_group(Story& story, FirstHeads& first_heads, Index group) {
  const Entity& entity = story.record.entities[group];
  if (!entity.anonymous || entity.type == EntityType::country) return {};
  const auto first = first_heads.of(group);
  if (!first || story.parse[*first].tag != Tag::nns) return {};
  const TokenIndex head = *first;
  const WhoLexicon& who = *story.lexicon.who;
  std::vector<Index> countries;
  const auto add = [&](Index e) {
    if (std::find(countries.begin(), countries.end(), e) == countries.end()) countries.push_back(e);
  };
  // "teams from both sides", "envoys of Norway and Kenya", "of the union and the ministry"
  for (const std::string_view preposition : {"from", "of"}) {
    for (const TokenIndex owner : obliques(story.parse, head, preposition)) {
      for (const Index e : story.entities_at(owner)) {
        if (story.record.entities[e].type != EntityType::person) add(e);
      }
    }
  }
  if (countries.size() > 1) return countries;
  countries.clear();
  bool linked = false;
  for (TokenIndex t = phrase_begin(story, head); t < head; ++t) {
    const Token& token = story.parse[t];
    const std::vector<Index>& here = story.entities_at(t);
    if (who.regional.longest(story.parse, story.text, t)) return {};  // "Latin American countries"
    const auto match = who.peoples.longest(story.parse, story.text, t);
    if (match) {
      if (!who.known[match->value].country.empty()) add(country_of(story, who.known[match->value]));
      t = match->end - 1;
    } else if (here.size() == 1 && story.record.entities[here[0]].type == EntityType::country) {
      add(here[0]);  // "U.S. and Chinese officials"
    } else if (token.pos == Pos::cconj || token.text == "-") {
      linked |= !countries.empty();
    } else if (countries.empty() && token.pos != Pos::adj) {
      return {};  // "a boat and Kenyan sailors"
    }
  }
  return linked && countries.size() > 1 ? countries : std::vector<Index>{};
}

}  // namespace dragoman
