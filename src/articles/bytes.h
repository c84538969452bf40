// Bytes that come one piece at a time, from a file, standard input or a member of an archive.
#pragma once

#include "dragoman/result.h"

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

class Bytes {
 public:
  virtual ~Bytes() = default;
  /// Up to `room` bytes into `to`; 0 at the end. Errors (kind input) say why no more can be had.
  virtual Result<std::size_t> read(char* to, std::size_t room) = 0;
};

/// A file, or standard input for "-".
class FileBytes : public Bytes {
 public:
  /// `count`, where given, grows by what is read.
  static Result<std::unique_ptr<FileBytes>> open(const std::string& path, std::atomic<std::uintmax_t>* count = nullptr);
  Result<std::size_t> read(char* to, std::size_t room) override;

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdin) std::fclose(file);
    }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::string path_;
  std::atomic<std::uintmax_t>* count_ = nullptr;
};

/// Lines and stretches of another's bytes.
class BufferedBytes {
 public:
  explicit BufferedBytes(Bytes& from) : from_(from) {}

  /// One byte, or -1 at the end or after an error.
  int get() { return at_ < buffer_.size() || fill() ? static_cast<unsigned char>(buffer_[at_++]) : -1; }
  int peek() { return at_ < buffer_.size() || fill() ? static_cast<unsigned char>(buffer_[at_]) : -1; }
  /// Puts bytes back, to be read before all others.
  void unread(std::string bytes);
  /// The bytes up to and without the next line feed; nothing at the end. Of a line longer than `most` only its length
  /// counts: `too_long` is set and the line is empty.
  bool line(std::string& to, std::size_t most, bool& too_long);
  /// What ended the bytes, when it was no regular end.
  const std::optional<Error>& error() const { return error_; }

 private:
  bool fill();

  Bytes& from_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::optional<Error> error_;
};

/// All bytes; an Error when there are more than `most`.
Result<std::string> read_all(Bytes& bytes, std::size_t most, const std::string& where);

}  // namespace dragoman
