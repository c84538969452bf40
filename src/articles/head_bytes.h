// Bytes whose start can be looked at before they are read, and bytes in memory.
#pragma once

#include "articles/bytes.h"

#include <string>
#include <string_view>

namespace dragoman {

/// Bytes that are in memory.
class MemoryBytes : public Bytes {
 public:
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(char* to, std::size_t room) override;

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

/// Another's bytes, of which the first have been read already.
class HeadBytes : public Bytes {
 public:
  /// Reads the first `size` bytes, or all where there are fewer. `from` outlives it.
  HeadBytes(Bytes& from, std::size_t size);
  std::string_view head() const { return head_; }
  Result<std::size_t> read(char* to, std::size_t room) override;

 private:
  Bytes& from_;
  std::string head_;
  std::size_t at_ = 0;
  std::optional<Error> error_;  // that the head ended with
};

}  // namespace dragoman
