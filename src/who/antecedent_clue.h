// What may speak for or against an entity's being whom a pronoun stands for, and how much each clue counts. Read from
// lexicon/who/antecedents.txt, which eval/fit_antecedents.py writes from annotated pronouns.
#pragma once

#include "who/choice_weights.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

/// "here" is the pronoun's sentence; the nearest mention is the last one before the pronoun.
enum class AntecedentClue : std::uint8_t {
  // how far the nearest mention is; sentences that are quoted from end to end are stepped over
  here,
  sentence_before,
  two_sentences_before,
  sentences_further,  // each beyond two
  tens_of_words,      // between
  nearest,            // no other candidate is nearer
  others_nearer,      // how many are
  same_paragraph,
  // what the nearest mention is
  as_subject,
  as_object,
  as_possessor,
  behind_preposition,
  behind_in,
  as_modifier,
  in_coordination,  // one of several who are named side by side
  by_name,
  by_description,
  by_indefinite_description,
  by_pronoun,
  // what some mention is to the pronoun
  governs,          // subject of a verb that the pronoun is below
  own_clause,       // subject of the pronoun's own clause
  relative_clause,  // the pronoun stands in its relative clause
  thanked_for,      // "thanked Rojas for his help"
  beside_owned,     // "the nurses and their patients"
  subject_here,
  subject_before,           // in the sentence before
  main_subject_before,      // of that sentence's main verb
  last_subject,             // of all subjects before the pronoun the nearest
  opens_paragraph,          // subject of the first sentence of this paragraph or, where that is here, of the one before
  parallel,                 // the pronoun's part in a sentence, here or in the one before
  same_verb,                // subject of the same verb
  both_speak,               // both are subjects of verbs of saying
  last_speaker,             // of all that are the nearest
  last_pronoun,             // a pronoun of the same form stood for it last
  last_pronoun_here,        // and that in this sentence
  last_pronoun_parallel,    // and was a subject as this one is
  last_speaker_of_speaker,  // and the pronoun is a subject of a verb of saying too
  subject_behind,           // of the sentence that the pronoun stands at the head of: "In his speech, Ortiz said"
  only_quoted,              // is named within quotations alone, the pronoun outside
  same_quotation,
  only_outside,  // the other way round
  // the same for possessive pronouns and for objects
  here_for_possessive,
  nearest_for_possessive,
  governs_for_possessive,
  own_clause_for_possessive,
  here_for_object,
  nearest_for_object,
  as_subject_for_subject,
  // what it is
  times,       // mentions so far beyond one, six at most
  most_often,  // none of the others has more
  in_lead,
  same_gender,
  without_name,
  body,
  country,
  group,
  plural,
  pair,                  // two who are named side by side
  joined,                // two who are subject and object, or partner, of one clause
  mixed,                 // a person and a body: "the bank and its governor"
  several,               // more
  unlisted,              // a noun that stands for nobody whom the record lists
  unlisted_people,       // a noun for people or a body
  unlisted_agent,        // a noun that may be of people by its form: "farmers"
  unlisted_for_speaker,  // and the pronoun is a subject of a verb of saying
  body_for_speaker,      // a body or country, likewise
  body_for_possessive,
  // the pronoun, where it stands for nobody
  nobody,
  nobody_as_possessor,
  nobody_as_object,
  nobody_in_quotation,
  nobody_with_be,  // "it is", "it seems"
  nobody_with_passive,
  nobody_with_clause,  // a clause or an infinitive is below its verb
  nobody_before,       // no candidate in this sentence or the one before
};

inline constexpr std::size_t kAntecedentClueCount = static_cast<std::size_t>(AntecedentClue::nobody_before) + 1;

/// "same paragraph"; the name that the lexicon has for it.
std::string_view to_string(AntecedentClue clue);
std::optional<AntecedentClue> antecedent_clue_from(std::string_view name);
/// The names of all: "here | sentence before".
std::string antecedent_clue_names();

/// he and she; they; it.
enum class PronounForm : std::uint8_t { person, several, thing };
inline constexpr std::size_t kPronounFormCount = 3;

/// How much of each clue there is, by AntecedentClue.
using AntecedentClues = std::array<float, kAntecedentClueCount>;

using AntecedentWeights = ChoiceWeights<kAntecedentClueCount, kPronounFormCount>;

/// An Error (kind setup) names the file and line of what cannot be read, and what has no weights.
Result<AntecedentWeights> read_antecedents(const std::filesystem::path& path);

}  // namespace dragoman
