// Text that is neither UTF-8 nor UTF-16, as Windows and Excel save it in Western Europe and America.
#pragma once

#include "articles/bytes.h"

#include <string>
#include <string_view>

namespace dragoman {

/// True for the head of a file that is no UTF-8 and could be Windows-1252: no byte that this leaves open, no control
/// characters, and not a quarter of it letters beyond ASCII, as in Greek or Cyrillic. `cut`: the head may end within a
/// character.
bool is_windows_1252(std::string_view head, bool cut);

/// Another's bytes as UTF-8.
class Windows1252Bytes : public Bytes {
 public:
  explicit Windows1252Bytes(Bytes& from) : from_(from) {}
  Result<std::size_t> read(char* to, std::size_t room) override;

 private:
  Bytes& from_;
  std::string ready_;
  std::size_t at_ = 0;
};

}  // namespace dragoman
