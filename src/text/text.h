// The text of one document, owned once; everything else holds offsets into it.
//
// Inside the program offsets are UTF-8 bytes, in the record they are code points. For "é–x" (bytes 0 2 5 6):
// code_point(0) = 0, code_point(2) = 1, code_point(5) = 2, code_point(6) = 3.
#pragma once

#include "dragoman/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

class Text {
 public:
  /// Takes valid UTF-8. An Error (kind input) names the first byte that is not.
  static Result<Text> from_utf8(std::string bytes);

  std::string_view view() const { return bytes_; }
  std::string_view view(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(bytes_).substr(begin, end - begin);
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }
  /// Number of code points.
  std::uint32_t length() const { return length_; }

  /// Code points before the byte offset, which must lie on a character's first byte or at the end.
  std::uint32_t code_point(std::uint32_t byte) const;
  /// The inverse: the byte at which code point number `n` starts.
  std::uint32_t byte(std::uint32_t n) const;

 private:
  std::string bytes_;
  std::uint32_t length_ = 0;
  std::vector<std::uint32_t> checkpoints_;  // code points before every kStride-th byte; empty for ASCII
};

}  // namespace dragoman
