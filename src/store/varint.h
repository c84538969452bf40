// Numbers in as few bytes as they need: seven bits a byte, the lowest first; all but the last have the highest bit set.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

inline void put_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80U; value >>= 7U) out.push_back(static_cast<char>(value | 0x80U));
  out.push_back(static_cast<char>(value));
}

/// Takes one off the front; nothing where the bytes end before it does.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  if (!bytes.empty() && static_cast<unsigned char>(bytes.front()) < 0x80U) {  // most are of one byte
    const auto value = static_cast<std::uint64_t>(bytes.front());
    bytes.remove_prefix(1);
    return value;
  }
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80U) return value;
  }
  return std::nullopt;
}

/// Small numbers of either sign as small ones, and back.
constexpr std::uint64_t folded_sign(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unfolded_sign(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

/// A number as its distance from another, small where they lie near each other, and back. Distances that no number
/// of 64 bits holds, as damaged rows may have, wrap around.
constexpr std::uint64_t distance_from(std::int64_t other, std::int64_t value) {
  return folded_sign(static_cast<std::int64_t>(static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(other)));
}
constexpr std::int64_t at_distance(std::int64_t other, std::uint64_t distance) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(other) +
                                   static_cast<std::uint64_t>(unfolded_sign(distance)));
}

}  // namespace dragoman
