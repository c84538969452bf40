// Memory for vectors of numbers.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace dragoman {

/// Memory aligned to cache lines; contents undefined until written.
template <class T>
class AlignedBuffer {
 public:
  AlignedBuffer() = default;
  explicit AlignedBuffer(std::size_t size) { resize(size); }
  /// Keeps nothing of what was there.
  void resize(std::size_t size) {
    store_.resize(size * sizeof(T) + kAlignment);
    void* place = store_.data();
    std::size_t room = store_.size();
    data_ = static_cast<T*>(std::align(kAlignment, size * sizeof(T), place, room));
    size_ = size;
  }
  T* data() { return data_; }
  const T* data() const { return data_; }
  std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }
  AlignedBuffer(const AlignedBuffer&) = delete;
  AlignedBuffer& operator=(const AlignedBuffer&) = delete;
  AlignedBuffer(AlignedBuffer&&) noexcept = default;
  AlignedBuffer& operator=(AlignedBuffer&&) noexcept = default;

 private:
  static constexpr std::size_t kAlignment = 64;
  std::vector<unsigned char> store_;
  T* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace dragoman
