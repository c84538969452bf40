#include "who/office_places.h"

#include "gazetteer/fold.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/place_words.h"
#include "language/syntax.h"
#include "who/phrases.h"
#include "who/title_words.h"

#include <algorithm>
#include <map>

namespace dragoman {

namespace {

constexpr TokenIndex kLongestPlace = 4;

bool is_name_word(const Token& token) {
  return is_proper(token) && is_capitalised(token);
}

// How many live in the largest place of that name, by country.
std::map<std::string, std::uint32_t, std::less<>> largest_places(const EntityBuilder& b, TokenSpan name) {
  std::map<std::string, std::uint32_t, std::less<>> largest;
  if (b.story.gazetteer == nullptr) return largest;
  for (const GazetteerPosting posting : b.story.gazetteer->find(gazetteer_key(b.words(name)))) {
    const GazetteerPlace place = b.story.gazetteer->place(posting.row());
    std::uint32_t& most = largest[std::string(place.country)];
    most = std::max(most, place.population);
  }
  return largest;
}

// The state or city of the lexicon that is called so.
const KnownPlace* known_place(const WhereLexicon& where, const std::string& words) {
  auto found = where.names.find(words);
  if (!found) found = where.after_comma.find(words);
  if (!found) found = where.names.find(words + ".");  // "Tex" of "(R-Tex)"
  return found && !where.places[*found].is_vague ? &where.places[*found] : nullptr;
}

std::string country_of_place(const EntityBuilder& b, TokenSpan name) {
  for (TokenIndex t = name.begin; t < name.end; ++t) {
    if (b.country_at(t) != EntityBuilder::kNone) return {};
  }
  const KnownPlace* known = known_place(*b.story.lexicon.where, b.words(name));
  if (known != nullptr && (known->kind == KnownPlaceKind::state || known->kind == KnownPlaceKind::city))
    return known->country;
  const auto places = largest_places(b, name);
  std::uint32_t most = 0;
  for (const auto& [country, inhabitants] : places) most = std::max(most, inhabitants);
  constexpr std::uint32_t kSmallest = 10;  // a hamlet beside a city is not meant
  std::string only;
  for (const auto& [country, inhabitants] : places) {
    if (!b.countries_named().contains(country) || inhabitants < most / kSmallest) continue;
    if (!only.empty()) return {};
    only = country;
  }
  return only;
}

// "County" of "Harlan County", which the gazetteer may have without it.
bool is_kind_of_place(const EntityBuilder& b, TokenIndex t) {
  const PlaceType* type = b.story.lexicon.where->type(b.parse[t].text);
  return type != nullptr && is_capitalised(b.parse[t]);
}

bool is_free_of_names(const EntityBuilder& b, TokenIndex t) {
  return b.story.mention_at[t] < 0;
}

// The place whose name ends there, by its longest name that is known.
std::string country_of_place_ending_at(const EntityBuilder& b, TokenIndex end, TokenIndex floor) {
  TokenIndex begin = end;
  while (begin > floor && end - begin < kLongestPlace && is_name_word(b.parse[begin - 1]) &&
         is_free_of_names(b, begin - 1) && (begin == end || b.parse[begin - 1].space_after)) {
    --begin;
  }
  for (TokenIndex from = begin; from < end; ++from) {
    if (std::string country = country_of_place(b, {from, end}); !country.empty()) return country;
  }
  const bool kind = begin + 1 < end && is_kind_of_place(b, end - 1);
  return kind ? country_of_place_ending_at(b, end - 1, begin) : std::string();
}

// The place whose name begins there, up to the first word that is no part of a name.
std::string country_of_place_beginning_at(const EntityBuilder& b, TokenIndex begin) {
  TokenIndex end = begin;
  while (end < b.parse.size() && end - begin < kLongestPlace && is_name_word(b.parse[end]) &&
         is_free_of_names(b, end) && !is_honorific(b, end)) {
    ++end;
  }
  for (TokenIndex to = end; to > begin; --to) {
    if (std::string country = country_of_place(b, {begin, to}); !country.empty()) return country;
  }
  return {};
}

}  // namespace

namespace {

// The country of the most populous place of a name that has at least so many inhabitants.
std::string country_of_largest(const EntityBuilder& b, TokenSpan name, std::uint32_t least) {
  std::string best;
  std::uint32_t most = 0, second = 0;
  for (const auto& [country, inhabitants] : largest_places(b, name)) {
    if (inhabitants >= most) {
      second = most, most = inhabitants, best = country;
    } else {
      second = std::max(second, inhabitants);
    }
  }
  constexpr std::uint32_t kTimes = 4;
  return most >= least && second * kTimes <= most ? best : std::string();
}

}  // namespace

std::string country_of_town(const EntityBuilder& b, TokenSpan name) {
  return country_of_largest(b, name, 0);
}

std::string country_of_city(const EntityBuilder& b, TokenSpan name) {
  constexpr std::uint32_t kCity = 100000;
  std::string country = country_of_state(b, name);
  return country.empty() ? country_of_largest(b, name, kCity) : country;
}

std::string likely_country_of_place(const EntityBuilder& b, TokenSpan name) {
  std::string country = country_of_place(b, name);
  return country.empty() ? country_of_town(b, name) : country;
}

const KnownPlace* state_called(const WhereLexicon& where, const std::string& words) {
  const KnownPlace* place = known_place(where, words);
  return place != nullptr && place->kind == KnownPlaceKind::state ? place : nullptr;
}

std::string country_of_state(const EntityBuilder& b, TokenSpan name) {
  const KnownPlace* state = state_called(*b.story.lexicon.where, b.words(name));
  return state != nullptr ? state->country : std::string();
}

std::string country_of_office_place(const EntityBuilder& b, TokenSpan title) {
  const Parse& parse = b.parse;
  const TokenSpan full = in_full(b, title);
  const TokenSpan sentence = parse.sentences[parse[title.begin].sentence];
  if (title.end + 1 < sentence.end && parse[title.end].lower == "of") {
    const bool article = parse[title.end + 1].lower == "the";
    return country_of_place_beginning_at(b, title.end + (article ? 2 : 1));
  }
  TokenIndex end = full.begin;
  // "California Democratic Rep. A", "Boston's mayor, A"
  if (end > sentence.begin && (parse[end - 1].tag == Tag::jj || parse[end - 1].tag == Tag::pos)) --end;
  return end > sentence.begin ? country_of_place_ending_at(b, end, sentence.begin) : std::string();
}

namespace {

struct Constituency {
  TokenSpan place;
  bool has_party = false;
};

// "D-Ohio" of "(D-Ohio)" and of ", D-Ohio,"; "Ohio" of "(Ohio)".
Constituency constituency(const EntityBuilder& b, TokenIndex behind_name) {
  const Parse& parse = b.parse;
  if (behind_name + 2 >= parse.size()) return {};
  const bool brackets = parse[behind_name].text == "(";
  if (!brackets && parse[behind_name].text != ",") return {};
  const auto last_of = [&](TokenIndex begin) {
    TokenIndex end = begin;
    while (end < parse.size() && end - begin <= kLongestPlace && parse[end].text != ")" && parse[end].text != "," &&
           parse[end].text != ";") {
      ++end;
    }
    return end;
  };
  const TokenIndex party = behind_name + 1;
  const bool letters = b.story.lexicon.where->parties.contains(parse[party].text) && party + 2 < parse.size() &&
                       parse[party + 1].text == "-";
  if (letters) return {{party + 2, last_of(party + 2)}, true};
  const TokenIndex end = last_of(party);
  const bool closed = brackets && end > party && end < parse.size() && parse[end].text == ")";
  return closed ? Constituency{{party, end}} : Constituency{};
}

const KnownPlace* state_at(const EntityBuilder& b, TokenSpan name) {
  return name.size() == 0 ? nullptr : state_called(*b.story.lexicon.where, b.words(name));
}

}  // namespace

std::string country_of_constituency(const EntityBuilder& b, TokenIndex behind_name) {
  const auto [place, has_party] = constituency(b, behind_name);
  if (place.size() == 0) return {};
  return has_party ? country_of_place(b, place) : country_of_state(b, place);
}

std::string state_of_constituency(const EntityBuilder& b, TokenIndex behind_name) {
  const KnownPlace* state = state_at(b, constituency(b, behind_name).place);
  return state != nullptr ? state->name : std::string();
}

std::string state_of_office(const EntityBuilder& b, TokenSpan title) {
  const Parse& parse = b.parse;
  const TokenSpan sentence = parse.sentences[parse[title.begin].sentence];
  constexpr TokenIndex kLongestState = 3;
  const std::string_view link = title.end < sentence.end ? parse[title.end].lower : std::string_view();
  if (link == "of" || link == "from" || link == "for") {
    const TokenIndex begin = title.end + 1;
    for (TokenIndex end = std::min(begin + kLongestState, sentence.end); end > begin; --end) {
      if (const KnownPlace* state = state_at(b, {begin, end})) return state->name;
    }
  }
  TokenIndex end = in_full(b, title).begin;
  const auto may_stand_between = [&](TokenIndex t) {
    const Token& token = parse[t];
    return token.tag == Tag::jj || token.tag == Tag::pos || b.who.status_before.find(token.lower) ||
           token.lower == "state" || b.who.names.find(std::string(token.text) + " Party");
  };
  for (int back = 0; back < 2 && end > sentence.begin && may_stand_between(end - 1) && !state_at(b, {end - 1, end});
       ++back) {
    --end;
  }
  const TokenIndex floor = std::max(sentence.begin, end > kLongestState ? end - kLongestState : 0);
  for (TokenIndex begin = floor; begin < end; ++begin) {
    if (const KnownPlace* state = state_at(b, {begin, end})) return state->name;
  }
  return {};
}

}  // namespace dragoman
