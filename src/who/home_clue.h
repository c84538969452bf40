// What may speak for or against somebody's being of a country where no words beside the name say so, and how much each
// clue counts. Read from lexicon/who/homes.txt, which eval/fit_homes.py writes from annotated people, bodies and
// groups.
#pragma once

#include "who/choice_weights.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

enum class HomeClue : std::uint8_t {
  // the country in the story
  share,           // its part of all words for countries and places, 0 to 1
  most_named,      // no other has as much
  alone,           // no other country is spoken of
  at_home,         // the story is at home there
  home_of_state,   // so it is, and who is asked for belongs to a government, an army, a parliament, a police
  home_of_public,  // to a court, a party or a union
  home_of_people,  // to a trade or the people: a farmer, a company, students
  dateline,
  in_lead,         // a word for it stands in the first two sentences
  by_name_alone,   // people, bodies and media of it are spoken of, it is not
  first_named,     // no other is spoken of before it
  place_share,     // its part of the words for towns, states and seats of government, 0 to 1
  by_towns_alone,  // towns that are called like some of it are spoken of, it is not, nor anybody of it
  // near whoever is asked for
  here,          // in the sentence that first speaks of him
  right_before,  // the nearest word for a country before him in that sentence
  right_behind,  // the nearest behind
  place_here,    // a town or state of it in that sentence
  place_behind,  // right behind him: "of Sligo", ", Sligo"
  sentence_before,
  sentence_behind,
  nearest,        // of all words for countries the nearest to him
  mentions,       // in which part of the sentences that speak of him it is spoken of, 0 to 1
  actor_beside,   // somebody of it by name stands before him or behind in a few words: "Labour member Ana Paz"
  coordinated,    // with somebody of it: "A and B"
  does_to,        // somebody of it is the subject of the verb that he is an object of
  done_to,        // he is the subject of a verb, and somebody of it its object
  near_share,     // its part of the words for countries in that sentence and three on either side, 0 to 1
  leads_here,     // the sentence's main subject is of it, behind whom he is spoken of
  leads_before,   // the main subject of the sentence before is
  opens,          // the sentence begins with it or a place of it: "In Voi, Interior Minister Ana Paz said"
  beside,         // a word for it stands right before him, with a word or two between
  last_official,  // the last official or body of a state before him, in that sentence or the two before, is of it
  last_person,    // the last person by name there
  peer_near,      // somebody of it who is coordinated with him has the same office in a government
  owner,          // who stands with a possessive before his office or name is of it: "his spokesman, Ana Paz"
  of_side,        // "on the Kenyan side", "the Kenyan delegation" is the last side before him in the sentence
  // who it is
  in_name,         // the name has a word for it or a place of it
  by_context,      // the rules take an official or body for one of it, by whom the sentences are about
  own_body,        // he has an office in a body of it
  its_official,    // for bodies: somebody of it has an office in it
  namesake,        // a person of it has the same surname
  same_office,     // somebody of it by name has the same office
  people_share,    // its part of the people by name whose country is known, 0 to 1
  name_like,       // how much its letters are like those of their names, in sum
  name_like_mean,  // and in the mean
  name_parts,      // how much his names are those of holders of its offices, 0 to 1
  // none of the countries
  nobody,
  nobody_without_home,   // the story is at home nowhere
  nobody_countries,      // how many are spoken of, eight at most
  nobody_near,           // none in a sentence that speaks of him
  nobody_posted_abroad,  // an ambassador, a correspondent
  nobody_of_world,       // "foreign", "international", "European" beside the noun, or an office in such a body
  nobody_of_any,         // a noun for people of anywhere: "man", "diplomats"
  nobody_in_body,        // has an office in a body of no country
  nobody_of_state,
  nobody_of_public,
  nobody_of_people,
  nobody_of_faith,     // a church, a faith
  nobody_of_business,  // a company or its people
  nobody_of_media,
  nobody_plural,
  nobody_without_name,
  nobody_once,        // spoken of once
  nobody_one_word,    // a name of one word
  nobody_quoted,      // spoken of within quotations alone
  nobody_definite,    // "the", "this", a possessive
  nobody_indefinite,  // "a", "another"
  nobody_bare,        // a common noun without any
  nobody_counted,     // "sixty researchers"
  nobody_of_bodies,   // a plural of bodies: "governments", "companies"
  nobody_told_which,  // a clause or phrase behind the noun tells which
};

inline constexpr std::size_t kHomeClueCount = static_cast<std::size_t>(HomeClue::nobody_told_which) + 1;

/// "home of state"; the name that the lexicon has for it.
std::string_view to_string(HomeClue clue);
std::optional<HomeClue> home_clue_from(std::string_view name);
/// The names of all: "share | most named".
std::string home_clue_names();

/// Who is asked for: a person by name with an office of a state, a court, a party or a union; one with another office;
/// one without any; a body; a group or somebody without a name.
enum class HomeForm : std::uint8_t { official, employed, person, body, group };
inline constexpr std::size_t kHomeFormCount = 5;
/// "official"; as in lexicon/who/homes.txt.
std::string_view to_string(HomeForm form);

/// How much of each clue there is, by HomeClue.
using HomeClues = std::array<float, kHomeClueCount>;
using HomeWeights = ChoiceWeights<kHomeClueCount, kHomeFormCount>;

/// An Error (kind setup) names the file and line of what cannot be read, and what has no weights.
Result<HomeWeights> read_homes(const std::filesystem::path& path);

}  // namespace dragoman
