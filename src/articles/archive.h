// Members of archives (zip, tar, 7z, cpio …) and compressed files (gz, bz2, xz, zst), read as a stream.
#pragma once

#include "articles/bytes.h"
#include "dragoman/result.h"

#include <memory>
#include <optional>
#include <string>

namespace dragoman {

class Archive {
 public:
  /// Opens a file, or standard input for "-". A compressed file that is no archive has one member, named as the file
  /// without its last ending. Errors (kind input): it cannot be read, or is no archive.
  static Result<std::unique_ptr<Archive>> open(const std::string& path);
  ~Archive();

  /// Goes on to the next member that is a file and gives its name; nothing at the end. Errors: the archive is damaged,
  /// or unpacks to more than any real one (kMostUnpacked, at kMostRatio times its own size).
  std::optional<Result<std::string>> next();

  /// The bytes of the member, until the next call of next().
  Bytes& bytes();

  /// Bytes of the archive itself that have been read.
  std::uintmax_t bytes_read() const;

  static constexpr std::uintmax_t kMostUnpacked = std::uintmax_t{1} << 28U;
  static constexpr std::uintmax_t kMostRatio = 200;

 private:
  class Member;
  struct Close {
    void operator()(void* archive) const;
  };
  Archive(std::string path, void* archive);

  std::string path_;
  std::unique_ptr<void, Close> archive_;
  std::unique_ptr<Member> member_;
  bool begun_ = false;  // a member has been handed out
  bool broken_ = false;
};

/// Bytes compressed with gzip or another method, unpacked; an Error when there are more than `most`.
Result<std::string> decompressed(const std::string& bytes, std::size_t most, const std::string& where);

}  // namespace dragoman
