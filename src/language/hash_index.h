// A table from 64-bit hashes to 32-bit numbers. The hash stands for what was hashed: two different words with one hash
// would be taken for the same, which at 64 bits does not happen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dragoman {

class HashIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  HashIndex() { clear(); }

  /// The number of a hash, or kNone.
  std::uint32_t find(std::uint64_t hash) const {
    for (std::size_t i = slot(hash);; i = (i + 1) & mask_) {
      if (values_[i] == kNone || keys_[i] == hash) return values_[i];
    }
  }

  /// Adds a hash that is not there yet; `value` must not be kNone.
  void insert(std::uint64_t hash, std::uint32_t value) {
    if (2 * (size_ + 1) > keys_.size()) grow();
    place(hash, value);
    ++size_;
  }

  std::size_t size() const { return size_; }

  void clear() {
    resize(kInitial);
    size_ = 0;
  }

 private:
  static constexpr std::size_t kInitial = 1024;  // a power of two, as all sizes

  std::size_t slot(std::uint64_t hash) const { return static_cast<std::size_t>((hash ^ (hash >> 32U)) & mask_); }
  void resize(std::size_t size) {
    keys_.assign(size, 0);
    values_.assign(size, kNone);
    mask_ = size - 1;
  }
  void place(std::uint64_t hash, std::uint32_t value) {
    std::size_t i = slot(hash);
    while (values_[i] != kNone) i = (i + 1) & mask_;
    keys_[i] = hash;
    values_[i] = value;
  }
  void grow() {
    const auto keys = std::move(keys_);
    const auto values = std::move(values_);
    resize(keys.size() * 2);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (values[i] != kNone) place(keys[i], values[i]);
    }
  }

  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> values_;
  std::size_t mask_ = 0, size_ = 0;
};

}  // namespace dragoman
