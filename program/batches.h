// Writing to a store in transactions of many documents: one that is cut short takes no more than its batch with it.
#pragma once

#include "store/store.h"

#include <chrono>
#include <cstddef>
#include <optional>

namespace dragoman {

class Batches {
 public:
  static constexpr std::chrono::milliseconds kLongest = std::chrono::seconds(10);

  /// `longest` is how long others who write are kept waiting, but for what is under way then.
  explicit Batches(Store& store, std::chrono::milliseconds longest = kLongest) : store_(store), longest_(longest) {}

  /// To be called before something is written.
  [[nodiscard]] std::optional<Error> begin() {
    if (written_ > 0) return std::nullopt;
    auto error = store_.begin();
    begun_ = Clock::now();
    return error;
  }

  /// To be called when it is written; ends the batch when it is full, or has kept others who write waiting for long.
  [[nodiscard]] std::optional<Error> end() {
    constexpr std::size_t kBatch = 256;
    ++written_;
    return written_ == kBatch ? close() : pass();
  }
  /// To be called when there is nothing to write: the batch ends then too when it has kept others waiting.
  [[nodiscard]] std::optional<Error> pass() {
    return written_ > 0 && Clock::now() - begun_ >= longest_ ? close() : std::nullopt;
  }
  /// Whether all that was written is committed.
  bool are_closed() const { return written_ == 0; }

  /// Commits what is left; rolls it back where something was broken, and hands that on.
  [[nodiscard]] std::optional<Error> finish(std::optional<Error> broken) {
    if (!broken && written_ > 0) broken = store_.commit();
    if (broken) store_.roll_back();
    return broken;
  }

 private:
  using Clock = std::chrono::steady_clock;

  std::optional<Error> close() {
    written_ = 0;
    return store_.commit();
  }

  Store& store_;
  std::chrono::milliseconds longest_;
  Clock::time_point begun_;  // the open batch
  std::size_t written_ = 0;  // in the open batch
};

}  // namespace dragoman
