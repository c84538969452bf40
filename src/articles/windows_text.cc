#include "articles/windows_text.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace dragoman {

namespace {

/// What 0x80 to 0x9F are; 0 where nothing is.
constexpr std::array<char32_t, 32> kHigh = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                            0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t character(unsigned char byte) {
  constexpr unsigned char kFirst = 0x80, kBehind = 0xA0;
  if (byte < kFirst || byte >= kBehind) return byte;
  const char32_t c = kHigh[byte - kFirst];
  return c == 0 ? char32_t{0xFFFD} : c;
}

}  // namespace

bool is_windows_1252(std::string_view head, bool cut) {
  constexpr std::size_t kLongestCharacter = 4;
  if (first_invalid_utf8(head) + (cut ? kLongestCharacter : 1) > head.size()) return false;
  std::size_t beyond = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < ' ' && (byte < '\t' || byte > '\r')) || byte == 0x7FU || character(byte) == 0xFFFD) return false;
    beyond += byte >= 0x80U;
  }
  return beyond > 0 && beyond * 4 <= head.size();
}

Result<std::size_t> Windows1252Bytes::read(char* to, std::size_t room) {
  if (at_ == ready_.size()) {
    std::array<char, 1U << 14U> bytes;
    const auto count = from_.read(bytes.data(), bytes.size());
    if (!count) return count;
    ready_.clear();
    at_ = 0;
    for (std::size_t i = 0; i < *count; ++i) append_utf8(ready_, character(static_cast<unsigned char>(bytes[i])));
  }
  const std::size_t count = std::min(room, ready_.size() - at_);
  std::copy_n(ready_.data() + at_, count, to);
  at_ += count;
  return count;
}

}  // namespace dragoman
