// What may speak for or against somebody's being whom a definite phrase stands for ("the minister", "the company"), and
// how much each clue counts. Read from lexicon/who/descriptions.txt, which eval/fit_descriptions.py writes from
// annotated phrases.
#pragma once

#include "who/choice_weights.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

enum class DescriptionClue : std::uint8_t {
  // how far the nearest mention is
  here,
  sentence_before,
  two_sentences_before,
  sentences_further,  // each beyond two, six at most
  far,                // more than eight sentences back
  nearest,            // no other candidate is nearer
  others_nearer,      // how many are, five at most
  same_paragraph,
  // what its mentions are
  as_subject,  // the nearest one
  by_name,
  by_description,
  by_pronoun,
  main_subject_before,      // of the sentence before
  last_subject,             // of those who compete the last that was a subject
  last_speaker_of_speaker,  // of those who compete the last that spoke, and the phrase is a subject of a verb of saying
                            // too
  governs,                  // subject of a verb that the phrase is below
  own_clause,               // in another part of the phrase's own clause
  last_of_noun,             // of all whom the noun has stood for the last
  called_so,                // the noun has stood for it before
  only_quoted,              // is spoken of within quotations alone, the phrase outside
  only_outside,             // the other way round
  times,                    // mentions so far beyond one, six at most
  most_often,               // none of the others has more
  in_lead,
  behind,       // named behind the phrase for the first time, not before it
  behind_here,  // in its sentence
  behind_next,  // in the next
  // who it is
  without_name,
  same_noun,   // known by that noun alone
  other_noun,  // by another noun alone
  other_gender,
  same_country,     // the phrase names its country
  other_country,    // the phrase names another
  of_no_country,    // the phrase names one, of it none is known
  holds_office,     // the office that the phrase names, or a kind of it
  held_office,      // no more
  of_office_alone,  // and none of the others does
  word_in_office,   // the noun stands in one of its offices
  other_office,     // has offices, not this one
  without_office,
  in_a_body,    // holds the office in a body alone, which the phrase does not name
  same_sector,  // the CAMEO role of the noun
  other_sector,
  of_sector_alone,   // none of the others is of that role
  name_has_noun,     // "Lakeside Council" for "the council", "Bank Tarn" for "the bank"
  noun_within_name,  // "Lakeside Council Tower"
  of_kind,           // its name says in another word that it is one: a bureau for "the agency"
  of_kind_alone,     // none of the others' names says so
  media,
  group,
  known,            // the lexicon has a code for it
  named_otherwise,  // the phrase has a name that its own has not
  other_trade,      // "the senator", of the chairman of a party
  in_a_body_alone,  // "the president", of a board, where somebody else is the state's
  owned_unfit,      // "his lawyer", of somebody who has not been called so and is none
  owner,            // whose the phrase is: "his company"
  owner_serves_it,  // holds an office in it
  has_owner,        // an office in the body that owns the phrase
  // what the rules say
  by_rule_of_office,       // whoever was last told of in the office
  by_rule_of_past_office,  // whoever held it once
  by_rule_of_register,     // whom the register of holders knows
  by_rule_of_noun,         // known by the same noun
  by_rule_of_kind,         // the last body whose name says that it is one
  by_open_rule,            // the last body that may be one
  by_rule_of_description,  // whom the sentences before are about
  by_other_rule,
  // the phrase, where it stands for nobody who was spoken of
  nobody,
  nobody_without_rule,  // no rule has found anybody
  nobody_bare,          // nothing beside the article
  nobody_told_which,    // a clause or phrase behind the noun tells which
  nobody_modified,      // words before it do
  nobody_owned,
  nobody_demonstrative,  // "this", "that"
  nobody_in_office,      // the noun is a title
  nobody_of_state,       // a body of a government, an army, a court, a police
  nobody_to_come,        // "the nominee will"
  nobody_predicate,      // "is the leader", "as the envoy"
  nobody_quoted,
  nobody_as_subject,
  nobody_fitting,              // no rule has found anybody, and no candidate has the office, noun, name or CAMEO role
  nobody_near,                 // no candidate in this sentence or the two before
  nobody_capital,              // written with a capital
  nobody_of_country,           // the country of the phrase is named
  nobody_of_kin,               // a noun for a man or a woman: "father", "widow"
  nobody_behind_unknown_name,  // "The Blues are divided. The party …"
  nobody_told,                 // a noun that mostly stands for whom the story is about: "the laureate"
};

inline constexpr std::size_t kDescriptionClueCount = static_cast<std::size_t>(DescriptionClue::nobody_told) + 1;

/// "same paragraph"; the name that the lexicon has for it.
std::string_view to_string(DescriptionClue clue);
std::optional<DescriptionClue> description_clue_from(std::string_view name);
/// The names of all: "here | sentence before".
std::string description_clue_names();

/// A phrase for a person: "the minister"; for a body: "the company".
enum class DescribedForm : std::uint8_t { person, body };
inline constexpr std::size_t kDescribedFormCount = 2;

/// How much of each clue there is, by DescriptionClue.
using DescriptionClues = std::array<float, kDescriptionClueCount>;
using DescriptionWeights = ChoiceWeights<kDescriptionClueCount, kDescribedFormCount>;

/// An Error (kind setup) names the file and line of what cannot be read, and what has no weights.
Result<DescriptionWeights> read_descriptions(const std::filesystem::path& path);

}  // namespace dragoman
