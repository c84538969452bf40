#include "text/sha256.h"

#include <array>
#include <cstdint>

namespace dragoman {

Sha256::Sha256() {
  sha256_init(&context_);
}

void Sha256::update(std::string_view bytes) {
  sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::hex() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context_, digest.size(), digest.data());
  std::string out;
  for (const std::uint8_t byte : digest) {
    out.push_back("0123456789abcdef"[byte >> 4U]);
    out.push_back("0123456789abcdef"[byte & 0xFU]);
  }
  return out;
}

std::string sha256_id(std::string_view bytes) {
  Sha256 digest;
  digest.update(bytes);
  return "sha256:" + digest.hex();
}

}  // namespace dragoman
