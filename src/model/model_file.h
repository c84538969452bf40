// The layout of a model file, shared by the writer and the reader; docs/model-format.md describes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dragoman::model_file {

inline constexpr std::string_view kMagic = "DRAGOMDL";
inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::uint32_t kByteOrder = 0x01020304;
inline constexpr std::size_t kAlignment = 64;
inline constexpr std::size_t kMaxRank = 4;

enum class Kind : std::uint32_t { float32 = 1, uint64 = 2, uint32 = 3, bytes = 4, strings = 5 };

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint64_t file_size;
  std::uint64_t entry_count;
  std::uint64_t entries_checksum;  // of the table of entries, which follows the header
  std::uint64_t reserved[3];
};
static_assert(sizeof(Header) == 64);

struct Entry {
  char name[64];  // zero-terminated
  std::uint32_t kind;
  std::uint32_t rank;
  std::uint64_t shape[kMaxRank];
  std::uint64_t offset;  // from the file's start, a multiple of kAlignment
  std::uint64_t size;    // bytes
  std::uint64_t checksum;
};
static_assert(sizeof(Entry) == 128);

/// 64-bit checksum in four lanes of 8 bytes; not cryptographic.
std::uint64_t checksum(std::string_view bytes);

}  // namespace dragoman::model_file
