#include "articles/bytes.h"

#include "text/limits.h"

#include <array>
#include <cerrno>
#include <cstring>

namespace dragoman {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16U;

Error unreadable(std::string where) {
  return Error{ErrorKind::input, std::move(where), std::string("cannot be read: ") + std::strerror(errno)};
}

}  // namespace

Result<std::unique_ptr<FileBytes>> FileBytes::open(const std::string& path, std::atomic<std::uintmax_t>* count) {
  auto bytes = std::make_unique<FileBytes>();
  bytes->path_ = path;
  bytes->count_ = count;
  bytes->file_.reset(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!bytes->file_) return unreadable(path);
  return bytes;
}

Result<std::size_t> FileBytes::read(char* to, std::size_t room) {
  const std::size_t n = std::fread(to, 1, room, file_.get());
  if (count_ != nullptr) *count_ += n;
  if (n == 0 && std::ferror(file_.get()) != 0) return unreadable(path_);
  return n;
}

void BufferedBytes::unread(std::string bytes) {
  bytes.append(buffer_, at_);
  buffer_ = std::move(bytes);
  at_ = 0;
}

bool BufferedBytes::fill() {
  if (error_) return false;
  buffer_.resize(kPiece);
  at_ = 0;
  const auto n = from_.read(buffer_.data(), buffer_.size());
  buffer_.resize(n ? *n : 0);
  if (!n) error_ = n.error();
  return !buffer_.empty();
}

bool BufferedBytes::line(std::string& to, std::size_t most, bool& too_long) {
  to.clear();
  too_long = false;
  bool any = false;
  while (at_ < buffer_.size() || fill()) {
    any = true;
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    if (!too_long) to.append(buffer_, at_, stop - at_);
    if (to.size() > most) {
      too_long = true;
      to = {};
    }
    at_ = stop;
    if (end == std::string::npos) continue;
    ++at_;
    break;
  }
  return any;
}

Result<std::string> read_all(Bytes& bytes, std::size_t most, const std::string& where) {
  std::string all;
  std::array<char, kPiece> piece;
  while (true) {
    const auto n = bytes.read(piece.data(), piece.size());
    if (!n) return n.error();
    if (*n == 0) return all;
    if (all.size() + *n > most) return document_too_long(where);
    all.append(piece.data(), *n);
  }
}

}  // namespace dragoman
