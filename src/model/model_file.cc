#include "model/model_file.h"

#include <cstring>

namespace dragoman::model_file {

std::uint64_t checksum(std::string_view bytes) {
  constexpr std::uint64_t kPrime = 0x9E3779B185EBCA87ULL;
  constexpr std::size_t kLanes = 4;
  std::uint64_t lanes[kLanes] = {1, 2, 3, 4};
  std::size_t i = 0;
  const auto mix = [&](std::uint64_t& lane, std::uint64_t word) {
    lane = (lane ^ word) * kPrime;
    lane ^= lane >> 29U;
  };
  for (; i + kLanes * 8 <= bytes.size(); i += kLanes * 8) {
    std::uint64_t words[kLanes];
    std::memcpy(words, bytes.data() + i, sizeof words);
    for (std::size_t lane = 0; lane < kLanes; ++lane) mix(lanes[lane], words[lane]);
  }
  for (; i < bytes.size(); ++i) mix(lanes[0], static_cast<unsigned char>(bytes[i]));
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) mix(sum, lane);
  return sum;
}

}  // namespace dragoman::model_file
