// Writing to a store in transactions of many documents: one that is cut short takes no more than its batch with it.
#pragma once

#include "store/store.h"

#include <cstddef>
#include <optional>

namespace dragoman {

class Batches {
 public:
  explicit Batches(Store& store) : store_(store) {}

  /// To be called before something is written.
  [[nodiscard]] std::optional<Error> begin() { return written_ == 0 ? store_.begin() : std::nullopt; }

  /// To be called when it is written; ends the batch when it is full.
  [[nodiscard]] std::optional<Error> end() {
    constexpr std::size_t kBatch = 256;
    if (++written_ < kBatch) return std::nullopt;
    written_ = 0;
    return store_.commit();
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
  Store& store_;
  std::size_t written_ = 0;  // in the open batch
};

}  // namespace dragoman
