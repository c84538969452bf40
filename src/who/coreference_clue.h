// What may speak for or against two bodies or groups of a story being one and the same ("the Election Commission", "the
// EC"; "hundreds of protesters", "the protesters"), and how much each clue counts. Read from
// lexicon/who/coreference.txt, which eval/fit_coreference.py writes from annotated stories.
#pragma once

#include "who/choice_weights.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

enum class CoreferenceClue : std::uint8_t {
  // the words of both
  same_noun,     // the last word of both names, or the noun that they are known by
  same_words,    // all are the same
  within,        // all of the later one's are among the earlier one's
  contains,      // the other way round
  words_shared,  // part of all words that both have, 0 to 1
  words_own,     // how many the later one has alone, three at most
  words_other,   // the earlier one alone
  both_own,      // each has a word that the other lacks
  acronym,       // one is the initials of the other
  alike,         // nearly the same letters
  of_kind,       // the noun of one calls what the other's name says in another word: "the agency", "Fisheries Bureau"
  starts,        // one's name begins the other's: "Tarn Steel", "Tarn Steel Works"
  bare_of_noun,  // the later one is no more than the noun of the earlier one: "the commission"
  noun_again_bare,      // of the same noun, without any word before it
  noun_again_definite,  // with "the", "this"
  noun_again_owned,     // "its", "Tarn's"
  noun_again_other,     // "other", "some", "several", "more"
  noun_again_counted,   // "six deputies"
  // what both are
  both_named,
  named_before,  // the earlier one alone has a name
  named_later,
  same_type,
  same_country,
  country_of_one,  // of the other none is known
  same_role,       // CAMEO's role
  other_role,
  other_number,  // one is a plural, the other is not
  other_count,   // both are counted, and not alike: "six deputies", "nine deputies"
  media,
  known,       // the lexicon has a code for the earlier one
  same_owner,  // both are of the same: "its council", "the council of Tarn"
  // where the earlier one stands
  here,
  sentence_before,
  near,           // two or three sentences back
  far,            // more than eight
  last_of_noun,   // no other of that noun is nearer
  only_of_noun,   // no other has that noun
  only_in_words,  // no other shares a word
  times,          // how often it is spoken of, beyond once, six at most
  most_often,
  in_lead,
  governs,  // subject of a verb that the later one is below
  nested,   // one stands in the phrase of the other: "the council's committee"
  both_subjects,
  // the later one is somebody new
  nobody,
  nobody_named,
  nobody_definite,    // "the", "this"
  nobody_indefinite,  // "a", "an"
  nobody_owned,       // "its", "Tarn's"
  nobody_bare,        // a noun without any
  nobody_counted,     // "six deputies", "hundreds of"
  nobody_other,       // "other", "some", "several", "more"
  nobody_told_which,  // a clause or phrase behind the noun tells which
  nobody_modified,    // words before it do
  nobody_plural,
  nobody_group,  // of people, no body
  nobody_quoted,
  nobody_once,        // spoken of once
  nobody_of_noun,     // nobody before it has that noun
  nobody_of_words,    // nor any of its words
  nobody_candidates,  // how many compete, six at most
};

inline constexpr std::size_t kCoreferenceClueCount = static_cast<std::size_t>(CoreferenceClue::nobody_candidates) + 1;

/// "same noun"; the name that the lexicon has for it.
std::string_view to_string(CoreferenceClue clue);
std::optional<CoreferenceClue> coreference_clue_from(std::string_view name);
/// The names of all: "same noun | same words".
std::string coreference_clue_names();

/// How much of each clue there is, by CoreferenceClue.
using CoreferenceClues = std::array<float, kCoreferenceClueCount>;
using CoreferenceWeights = ChoiceWeights<kCoreferenceClueCount, 1>;

/// An Error (kind setup) names the file and line of what cannot be read, and what has no weights.
Result<CoreferenceWeights> read_coreference(const std::filesystem::path& path);

}  // namespace dragoman
