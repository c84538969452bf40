// Near copies of one report: the same wire story in many papers, the updates of one story.
//
// A text is a set of shingles, runs of five words. Of each set a sketch of 64 minima is kept (one-permutation MinHash,
// Li et al. 2012, with the empty bins filled as Shrivastava 2017 does); the share of equal minima estimates the Jaccard
// similarity of two sets. Candidates are found by 16 bands of 4 minima each, so that the cost of a text does not grow
// with the corpus. A million texts take some 400 MB.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dragoman {

class NearCopies {
 public:
  /// Similarity above which two texts are copies of one report.
  static constexpr double kAlike = 0.6;
  /// Texts of one band that are looked at: a band that a whole corpus shares is no evidence.
  static constexpr std::size_t kMostTries = 256;

  struct Match {
    std::uint32_t text = 0;  // number of the earlier text
    double similarity = 0;
  };

  static constexpr std::size_t kBins = 64, kRows = 4, kBands = kBins / kRows;
  using Sketch = std::array<std::uint16_t, kBins>;

  /// The sketch of a text; nothing for one of fewer than five words.
  static std::optional<Sketch> sketch(std::string_view text);
  /// The key of one of the bands: texts that share one are worth comparing.
  static std::uint64_t key(const Sketch& sketch, std::size_t band);
  /// The share of equal minima.
  static double similarity(const Sketch& a, const Sketch& b);

  /// The most similar of the remembered texts, where one is similar enough.
  std::optional<Match> find(const Sketch& sketch) const;
  /// Remembers a text under the number size() - 1.
  void add(const Sketch& sketch);

  /// The earlier text of which this one is a near copy, the most similar; else nothing, and the text is remembered
  /// under the number size() - 1. A text of fewer than five words is a copy of none.
  std::optional<Match> find_or_add(std::string_view text);

  std::size_t size() const { return sketches_.size(); }

 private:
  void insert(std::uint64_t key, std::uint32_t text);
  void grow();

  std::vector<Sketch> sketches_;
  // Open addressing: the upper half of the key and the text's number plus one; 0 is free.
  struct Slot {
    std::uint32_t key = 0, text = 0;
  };
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace dragoman
