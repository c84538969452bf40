// On which day of the story a fact took place whose own clause names none: a narrative container (Pustejovsky and
// Stubbs 2011) is the occasion that a report dates once and then tells of sentence by sentence.
#pragma once

#include "lexicon/stanza.h"
#include "occasions/day_clue.h"
#include "story/story.h"
#include "text/by_word.h"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace dragoman {

/// Two clues that count for more or less together than each for itself. The second may be one of the fact, as "none of
/// them" has it.
struct DayPair {
  DayClue first = DayClue::none, second = DayClue::none;
  std::array<double, kDayFormCount> weights{};  // by DayForm
};

/// What the room knows, read from lexicon/occasions/.
struct OccasionLexicon {
  DayWeights days;
  std::vector<DayPair> pairs;
  WordSet apart;  // "earlier", "often": adverbs that set what is told apart from the occasion that is told of

  /// An Error (kind setup) names the file and line of what cannot be read.
  static Result<OccasionLexicon> load(const std::filesystem::path& folder);
};

/// A day that the story names, with the clues for its being that of a fact; the last of a case is "none of them".
struct DayCandidate {
  std::string day;           // as the record writes it: "2016-12-03", "XXXX-WXX-1", "2016-12"; empty for none
  std::vector<Index> times;  // the expressions in reach that name it
  DayClues clues{};
  double chance = 0;  // that it is this one
};

/// A fact of the record without a day, and the days that compete for it.
struct DayCase {
  DayForm form = DayForm::event;
  Index item = 0;  // of record.events or record.statements
  std::vector<DayCandidate> candidates;
};

/// The cases of what has happened or been said, in text order, each with the chances of its candidates. Takes time in
/// proportion to the story's length: of each fact some twenty expressions are in reach.
std::vector<DayCase> day_cases(const Story& story);

/// Gives each fact without a day the likeliest, marked as inferred, where its chance reaches the lexicon's bound. What
/// is dated by its own words stays as it is.
void find_days(Story& story);

}  // namespace dragoman
