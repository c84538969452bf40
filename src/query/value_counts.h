// In how many happenings each of many values stands, the values known by numbers from 0 on.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dragoman {

using Number = std::int64_t;
inline constexpr Number kNone = -1;

/// Texts by numbers, in the order of coming.
class Numbered {
 public:
  Number of(std::string_view text) {
    if (const auto known = numbers_.find(text); known != numbers_.end()) return known->second;
    const auto at = numbers_.emplace(std::string(text), static_cast<Number>(texts_.size())).first;
    texts_.push_back(at->first);
    return at->second;
  }
  const std::string& text(Number number) const { return texts_[static_cast<std::size_t>(number)]; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Number, Hash, std::equal_to<>> numbers_;
  std::vector<std::string> texts_;
};

/// A value for each number, T() until it is set. They stay where they are when more come: moving many takes longer than
/// counting them.
template <class T>
class OfNumbers {
 public:
  T& operator[](Number number) {
    const auto chunk = static_cast<std::size_t>(number >> kBits);
    while (chunk >= chunks_.size()) chunks_.emplace_back(kOfChunk);
    return chunks_[chunk][static_cast<std::size_t>(number & (kOfChunk - 1))];
  }
  /// Above all numbers that have been asked for.
  Number size() const { return static_cast<Number>(chunks_.size()) << kBits; }

 private:
  static constexpr unsigned kBits = 12;
  static constexpr Number kOfChunk = 1 << kBits;

  std::vector<std::vector<T>> chunks_;
};

struct FactToCount {
  std::int64_t fact, happening;
  bool is_alone;  // no other telling of the happening was found
};

/// In how many happenings each value stands. All values of a fact have to come one after the other.
class ValueCounts {
 public:
  void see(Number value, const FactToCount& in) {
    if (!in.is_alone) {
      shared_.emplace_back(value, in.happening);
      return;
    }
    if (in.fact != fact_) ++facts_;
    fact_ = in.fact;
    Count& count = counts_[value];
    if (count.last != facts_) ++count.happenings;
    count.last = facts_;
  }

  /// To be called when all have been seen.
  void end() {
    std::sort(shared_.begin(), shared_.end());
    shared_.erase(std::unique(shared_.begin(), shared_.end()), shared_.end());
    for (const auto& [value, happening] : shared_) ++counts_[value].happenings;
    shared_.clear();
  }
  /// Above all values that were seen.
  Number size() const { return counts_.size(); }
  std::int64_t happenings(Number value) { return value < size() ? counts_[value].happenings : 0; }

 private:
  struct Count {
    std::uint32_t happenings = 0, last = 0;  // the last fact that had it, by its place among all
  };

  OfNumbers<Count> counts_;
  std::int64_t fact_ = 0;                                // the one at hand
  std::uint32_t facts_ = 1;                              // its place
  std::vector<std::pair<Number, std::int64_t>> shared_;  // value and happening, with repetitions
};

/// Numbers for ids of rows, of which most follow each other: in blocks, so that an id far above all others, as a
/// damaged row may name, takes the room of one block.
class IdNumbers {
 public:
  Number of(std::int64_t id) {
    Number& block = block_at(id >> kBits);
    if (block == kNone) {
      block = static_cast<Number>(firsts_.size());
      firsts_.push_back(id >> kBits);
    }
    return block << kBits | (id & kLow);
  }
  std::int64_t id(Number number) const {
    return firsts_[static_cast<std::size_t>(number >> kBits)] << kBits | (number & kLow);
  }

 private:
  static constexpr unsigned kBits = 8;
  static constexpr std::int64_t kLow = (1 << kBits) - 1, kUsual = 1 << 20;  // blocks

  Number& block_at(std::int64_t block) {
    if (block < 0 || block >= kUsual) return far_.emplace(block, kNone).first->second;
    const auto at = static_cast<std::size_t>(block);
    if (at >= near_.size()) near_.resize(at + 1, kNone);
    return near_[at];
  }

  std::vector<Number> near_;                      // by block
  std::unordered_map<std::int64_t, Number> far_;  // the others
  std::vector<std::int64_t> firsts_;
};

/// A number for some ids of rows. Which have one is known by a bit each, since most are asked for in vain.
class NumberOfId {
 public:
  void set(std::int64_t id, Number number) {
    const Number at = ids_.of(id);
    if (at >= static_cast<Number>(has_one_.size())) has_one_.resize(static_cast<std::size_t>(2 * at + 1));
    has_one_[static_cast<std::size_t>(at)] = true;
    numbers_[at] = number;
  }
  /// kNone where there is none.
  Number of(std::int64_t id) {
    const Number at = ids_.of(id);
    const bool has_one = at < static_cast<Number>(has_one_.size()) && has_one_[static_cast<std::size_t>(at)];
    return has_one ? numbers_[at] : kNone;
  }

 private:
  IdNumbers ids_;
  OfNumbers<Number> numbers_;
  std::vector<bool> has_one_;
};

}  // namespace dragoman
