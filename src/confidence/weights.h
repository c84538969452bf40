// How much each clue of an item's reading counts for its being true, read from lexicon/confidence/weights.txt, which
// eval/fit_confidence.py writes from readers' verdicts on whole stories.
#pragma once

#include "dragoman/result.h"
#include "text/by_word.h"

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

namespace dragoman {

/// A logistic model for one list of the record: the log odds that an item's core is true are `base` and the weights of
/// its clues; a clue without a weight counts nothing.
struct ListWeights {
  double base = 0;
  double least = 0;  // what is less sure is no item of the record
  ByWord<double> clues;

  /// The chance, 0 to 1.
  double chance(const std::vector<std::string>& of) const;
  /// Sets an item's `confidence` by its `why`, in hundredths.
  template <class Item>
  void weigh(Item& item) const {
    item.confidence = std::round(100 * chance(item.why)) / 100;
  }
};

struct ConfidenceWeights {
  ListWeights events, statements, positions, meetings, agenda, persons;
  /// From now on everything is stated, however doubtful.
  void keep_doubtful();
  static Result<ConfidenceWeights> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
