#include "articles/head_bytes.h"

#include <algorithm>

namespace dragoman {

namespace {

std::size_t give(const std::string& bytes, std::size_t& at, char* to, std::size_t room) {
  const std::size_t n = std::min(room, bytes.size() - at);
  std::copy_n(bytes.data() + at, n, to);
  at += n;
  return n;
}

}  // namespace

Result<std::size_t> MemoryBytes::read(char* to, std::size_t room) {
  return give(bytes_, at_, to, room);
}

HeadBytes::HeadBytes(Bytes& from, std::size_t size) : from_(from), head_(size, '\0') {
  std::size_t filled = 0;
  while (filled < size) {
    const auto n = from_.read(head_.data() + filled, size - filled);
    if (!n) error_ = n.error();
    if (!n || *n == 0) break;
    filled += *n;
  }
  head_.resize(filled);
}

Result<std::size_t> HeadBytes::read(char* to, std::size_t room) {
  if (at_ < head_.size()) return give(head_, at_, to, room);
  if (error_) return *error_;
  return from_.read(to, room);
}

}  // namespace dragoman
