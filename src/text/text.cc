#include "text/text.h"

#include "text/utf8.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::uint32_t kStride = 64;

}  // namespace

Result<Text> Text::from_utf8(std::string bytes) {
  const std::size_t bad = first_invalid_utf8(bytes);
  if (bad != bytes.size()) {
    return Error{ErrorKind::input, "",
                 "byte " + std::to_string(bad) + " is not valid UTF-8; convert the document to UTF-8 first"};
  }
  Text text;
  text.bytes_ = std::move(bytes);
  bool ascii = true;
  for (const char c : text.bytes_) {
    text.length_ += starts_character(c) ? 1 : 0;
    ascii &= static_cast<unsigned char>(c) < 0x80U;
  }
  if (!ascii) {
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < text.bytes_.size(); ++i) {
      if (i % kStride == 0) text.checkpoints_.push_back(n);
      n += starts_character(text.bytes_[i]) ? 1 : 0;
    }
    text.checkpoints_.push_back(n);
  }
  return text;
}

std::uint32_t Text::code_point(std::uint32_t byte) const {
  if (checkpoints_.empty()) return byte;
  if (byte >= bytes_.size()) return length_;
  std::uint32_t n = checkpoints_[byte / kStride];
  for (std::uint32_t i = byte / kStride * kStride; i < byte; ++i) n += starts_character(bytes_[i]) ? 1 : 0;
  return n;
}

std::uint32_t Text::byte(std::uint32_t n) const {
  if (checkpoints_.empty()) return n;
  if (n >= length_) return size();
  // No character has less than a byte, so that it stands at this checkpoint or behind it; most texts have few of more.
  std::uint32_t low = n / kStride, step = 1;
  const auto last = static_cast<std::uint32_t>(checkpoints_.size()) - 1;
  while (low + step < last && checkpoints_[low + step] <= n) {
    low += step;
    step *= 2;
  }
  std::uint32_t high = std::min(low + step, last);
  while (high - low > 1) {
    const std::uint32_t middle = (low + high) / 2;
    (checkpoints_[middle] <= n ? low : high) = middle;
  }
  std::uint32_t i = low * kStride;
  for (std::uint32_t seen = checkpoints_[low];; ++i) {
    if (!starts_character(bytes_[i])) continue;
    if (seen == n) return i;
    ++seen;
  }
}

}  // namespace dragoman
