// Memory for vectors of numbers.
#pragma once

#include <cstddef>
#include <memory>
#include <new>

namespace dragoman {

/// Memory aligned to cache lines; contents undefined until written.
template <class T>
class AlignedBuffer {
 public:
  AlignedBuffer() = default;
  explicit AlignedBuffer(std::size_t size) { resize(size); }
  /// Keeps nothing of what was there.
  void resize(std::size_t size) {
    if (size > room_) {
      data_.reset();  // before the larger one is asked for
      data_.reset(static_cast<T*>(::operator new(size * sizeof(T), kAlignment)));
      room_ = size;
    }
    size_ = size;
  }
  T* data() { return data_.get(); }
  const T* data() const { return data_.get(); }
  std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }
  AlignedBuffer(const AlignedBuffer&) = delete;
  AlignedBuffer& operator=(const AlignedBuffer&) = delete;
  AlignedBuffer(AlignedBuffer&&) noexcept = default;
  AlignedBuffer& operator=(AlignedBuffer&&) noexcept = default;

 private:
  static constexpr std::align_val_t kAlignment{64};
  struct Free {
    void operator()(T* data) const { ::operator delete(data, kAlignment); }
  };
  std::unique_ptr<T[], Free> data_;
  std::size_t size_ = 0, room_ = 0;
};

}  // namespace dragoman
