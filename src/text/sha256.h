// SHA-256 (FIPS 180-4), for the ids of documents and the digests of lexicon and models.
#pragma once

#include <string>
#include <string_view>

#include <nettle/sha2.h>

namespace dragoman {

/// Feed it piece by piece: Sha256 h; h.update("a"); h.update("bc"); h.hex() is the digest of "abc".
class Sha256 {
 public:
  Sha256();
  void update(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Ends the digest; update no more.
  std::string hex();

 private:
  sha256_ctx context_;
};

/// "sha256:" and the digest of the bytes.
std::string sha256_id(std::string_view bytes);

}  // namespace dragoman
