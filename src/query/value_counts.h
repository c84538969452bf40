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

struct Found {
  std::int64_t fact, happening;
  bool is_alone;  // no other telling of the happening was found
};

/// In how many happenings each value stands. All values of a fact have to come one after the other.
class ValueCounts {
 public:
  void see(Number value, const Found& in) {
    if (!in.is_alone) {
      shared_.emplace_back(value, in.happening);
      return;
    }
    Count& count = count_of(value);
    if (count.last != in.fact) ++count.happenings;
    count.last = in.fact;
  }

  /// To be called when all have been seen.
  void end() {
    std::sort(shared_.begin(), shared_.end());
    shared_.erase(std::unique(shared_.begin(), shared_.end()), shared_.end());
    for (const auto& [value, happening] : shared_) ++count_of(value).happenings;
    shared_.clear();
  }
  /// Above all values that were seen.
  Number size() const { return static_cast<Number>(counts_.size()); }
  std::int64_t happenings(Number value) const {
    return value < size() ? counts_[static_cast<std::size_t>(value)].happenings : 0;
  }

 private:
  struct Count {
    std::int64_t happenings = 0, last = 0;  // the last fact that had it
  };

  Count& count_of(Number value) {
    const auto at = static_cast<std::size_t>(value);
    if (at >= counts_.size()) counts_.resize(std::max(at + 1, 2 * counts_.size()));
    return counts_[at];
  }

  std::vector<Count> counts_;
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
    const auto at = static_cast<std::size_t>(ids_.of(id));
    if (at >= numbers_.size()) {
      numbers_.resize(std::max(at + 1, 2 * numbers_.size()), kNone);
      has_one_.resize(numbers_.size());
    }
    numbers_[at] = number;
    has_one_[at] = true;
  }
  /// kNone where there is none.
  Number of(std::int64_t id) {
    const auto at = static_cast<std::size_t>(ids_.of(id));
    return at < has_one_.size() && has_one_[at] ? numbers_[at] : kNone;
  }

 private:
  IdNumbers ids_;
  std::vector<Number> numbers_;
  std::vector<bool> has_one_;
};

}  // namespace dragoman
