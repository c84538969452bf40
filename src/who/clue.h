// What may speak for or against a name's being that of a person, a body, a place or a thing, and how much each clue
// counts. Read from lexicon/who/clues.txt.
#pragma once

#include "dragoman/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

enum class Clue : std::uint8_t {
  // of every name
  always,
  // what the recogniser calls it
  called_person,
  called_person_in_full,
  called_body,
  called_town,
  called_landscape,
  called_building,
  called_people,
  called_thing,
  // words before it
  title_before,
  honorific_before,
  noun_of_people_before,
  noun_of_body_before,
  noun_of_place_before,
  noun_of_thing_before,
  article_before,
  direction_before,
  place_and_comma_before,
  behind_in,
  behind_at,
  behind_from,
  behind_to,
  behind_according_to,
  behind_of,
  behind_by,
  behind_with,
  behind_for,
  behind_a_preposition_of_place,
  // words behind it
  place_behind_comma,
  short_form_behind,
  in_brackets,
  based_behind,
  noun_of_dweller_behind,
  noun_of_people_behind,
  noun_of_body_behind,
  noun_of_medium_behind,
  noun_of_government_behind,
  noun_of_place_behind,
  noun_behind,
  number_behind,
  age_behind,
  who_behind,
  where_behind,
  he_behind,
  its_behind,
  // its part in the sentence
  speaks,
  acts,
  undergoes,
  is_told,
  is_visited,
  owns,
  owns_a_body,
  is_a_person,
  is_a_body,
  is_a_place,
  beside_a_person,
  beside_a_body,
  beside_a_place,
  first_in_sentence,
  in_quotation_marks,
  plural,
  // its words
  one_word,
  two_words,
  three_words,
  many_words,
  given_name_first,
  given_name_alone,
  surname_of_register,
  particle_within,
  hyphened_given_name,
  capitals_alone,
  capitals_throughout,
  capitals_within,
  digit_within,
  ampersand_within,
  small_word_within,
  body_word_last,
  body_word_within,
  place_word_last,
  place_word_first,
  thing_word_last,
  common_noun,
  small_elsewhere,
  country_first,
  village,
  town,
  city,
  great_city,
  other_name_of_town,
  known_region,
  // other names of the document
  surname_of_another,
  first_word_of_person,
  surname_is_a_person,
  first_words_of_body,
  short_form_of_body,
};

inline constexpr std::size_t kClueCount = static_cast<std::size_t>(Clue::short_form_of_body) + 1;

/// "title before"; the name that the lexicon has for it.
std::string_view to_string(Clue clue);
std::optional<Clue> clue_from(std::string_view name);
/// The names of all: "always | called person".
std::string clue_names();

/// How much each clue counts for the readings of NameOf from `person` on: person, body, place, thing.
inline constexpr std::size_t kReadingCount = 4;
using ClueWeights = std::array<std::array<double, kReadingCount>, kClueCount>;

/// An Error (kind setup) names the file and line of what cannot be read and a clue that has no weights.
Result<ClueWeights> read_clues(const std::filesystem::path& path);

}  // namespace dragoman
