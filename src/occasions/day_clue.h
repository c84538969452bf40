// What may speak for or against a fact's having taken place on a day that the story names elsewhere, and how much each
// clue counts. Read from lexicon/occasions/days.txt, which eval/fit_days.py writes from annotated facts.
#pragma once

#include "who/choice_weights.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dragoman {

enum class DayClue : std::uint8_t {
  // where the words for the day stand, the nearest of them
  same_sentence,
  sentence_before,
  two_before,
  up_to_five_before,
  up_to_ten_before,
  far_before,
  sentence_behind,
  up_to_three_behind,
  far_behind,
  last_named,       // no other day is named between them and the fact
  next_named,       // they stand behind the fact, and no other day is named between
  others_between,   // how many other days are named between, three at most
  in_lead,          // in the first three sentences
  only_one,         // no other day is in reach
  most_named,       // of all days in reach it is named most often
  of_main_clause,   // they hang on the main clause of their sentence
  of_noun,          // they tell a noun's day: "Monday's raid"
  in_speech,        // they stand in what somebody says
  same_paragraph,   // of the fact
  of_past_perfect,  // they hang on a verb in the past perfect
  own_clause,       // they stand in the fact's own clause
  clause_above,     // in the clause above it
  // which day it is
  weekday,    // "XXXX-WXX-1": of no known week
  coarse,     // a week, a month, a year
  published,  // the report's own day
  eve,        // the day before
  last_days,  // two to seven days before
  older,      // more than seven
  // what else the story tells of that day
  told_by_same,    // a statement of the same speaker
  done_by_same,    // a deed of the same actor
  done_to_same,    // a deed that is done to the one who speaks or acts
  met_then,        // a meeting of the one who speaks or acts
  of_both,         // something that both who take part in the fact take part in
  last_of_same,    // the last thing before the fact that whoever speaks or acts said or did on a named day
  next_of_same,    // the first such thing behind it
  speech_goes_on,  // all statements since one of that day are of the same speaker
  same_type,       // a deed of the same type
  same_deed,       // and by the same actor
  told_by_other,   // a statement of somebody else
  done_by_other,   // a deed of somebody else
  opens_story,     // the fact stands in the first sentence and the day in one of the next three
  // none of the days
  none,
  none_perfect,
  none_present,
  none_not_finite,
  none_noun,         // a noun tells the fact
  none_relative,     // a relative clause
  none_subordinate,  // another clause below a verb
  none_apart,        // an adverb like "earlier", "often"
  none_quoted,       // words in quotation marks are told
  none_in_speech,    // the fact is told by somebody in the story
  none_to_media,     // said to a newspaper, an agency, a channel
  none_without_actor,
  none_unnamed_actor,
  none_material,  // a deed of more than words
  none_meeting,
  none_going_on,
  none_named_before,  // no day is named before the fact
  none_days,          // how many days are in reach, eight at most
  none_far,           // the last day is named more than five sentences before
  none_dated_same,    // whoever speaks or acts says or does nothing on a named day
};

inline constexpr std::size_t kDayClueCount = static_cast<std::size_t>(DayClue::none_dated_same) + 1;

/// "same sentence"; the name that the lexicon has for it.
std::string_view to_string(DayClue clue);
std::optional<DayClue> day_clue_from(std::string_view name);
/// The names of all: "same sentence | sentence before".
std::string day_clue_names();

/// The two of "most named + published"; nothing where it does not name two.
std::optional<std::pair<DayClue, DayClue>> day_pair_from(std::string_view names);

/// What a day is looked for.
enum class DayForm : std::uint8_t { event, statement };
inline constexpr std::size_t kDayFormCount = 2;
/// "event"; as in lexicon/occasions/days.txt.
std::string_view to_string(DayForm form);

/// How much of each clue there is, by DayClue.
using DayClues = std::array<float, kDayClueCount>;
using DayWeights = ChoiceWeights<kDayClueCount, kDayFormCount>;

/// An Error (kind setup) names the file and line of what cannot be read, and what has no weights.
Result<DayWeights> read_days(const std::filesystem::path& path);

}  // namespace dragoman
