// The 64-bit ids by which spaCy's pipelines know strings: a fixed number for each of its reserved symbols, else a hash.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dragoman {

/// string_id("") is 0, string_id("ORTH") is 65, string_id("coffee") is 3197928453018144401.
std::uint64_t string_id(std::string_view text);

/// MurmurHash64A.
std::uint64_t murmur64(std::string_view bytes, std::uint64_t seed);

/// The four rows of a hashed embedding table of `rows` rows for an id (128-bit MurmurHash3 of its eight bytes).
std::array<std::uint32_t, 4> hash_rows(std::uint64_t id, std::uint32_t seed, std::uint32_t rows);

}  // namespace dragoman
