// The layout of a gazetteer file, shared by the writer and the reader; docs/gazetteer-format.md describes it.
//
// The sections follow the header in this order, each at a multiple of eight bytes: places, keys, buckets, postings,
// text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dragoman::gazetteer_file {

inline constexpr std::string_view kMagic = "DRAGOMGZ";
inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::uint32_t kByteOrder = 0x01020304;
inline constexpr std::uint32_t kNoRow = 0xFFFFFFFFU;
inline constexpr std::uint32_t kOtherName = 0x80000000U;  // on a posting: this is not the place's first name
inline constexpr double kDegree = 100000;                 // units of a coordinate

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint64_t file_size;
  std::uint32_t place_count;
  std::uint32_t key_count;  // without the last key, which only ends the postings of the one before
  std::uint32_t bucket_bits;
  std::uint32_t posting_count;
  std::uint64_t text_size;
  std::uint32_t source_offset, source_size;  // in the text: what it was made of
  std::uint64_t content_checksum;            // of all that follows the header
  std::uint64_t header_checksum;             // of the header with zero in this field
};
static_assert(sizeof(Header) == 72);

struct Place {
  std::int32_t lat, lon;
  std::uint32_t population;
  std::uint32_t geonames_id;
  std::uint32_t name_offset;
  std::uint16_t name_size;
  std::uint8_t kind;  // PlaceKind
  std::uint8_t reserved;
  char country[4];       // ISO 3166-1 alpha-3 and a zero
  std::uint32_t within;  // place: the smallest subdivision that it lies in, or kNoRow
};
static_assert(sizeof(Place) == 32);

struct Key {
  std::uint32_t hash;  // keys are in order of it
  std::uint32_t text_offset;
  std::uint32_t text_size;
  std::uint32_t first_posting;
};
static_assert(sizeof(Key) == 16);

/// Of a folded name. Its upper bits choose the bucket: bucket b holds the keys from buckets[b] to before buckets[b +
/// 1].
inline std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  hash ^= hash >> 15U;
  hash *= 0x2C1B3C6DU;
  return hash ^ (hash >> 12U);
}

inline std::size_t aligned(std::size_t size) {
  return (size + 7) / 8 * 8;
}

}  // namespace dragoman::gazetteer_file
