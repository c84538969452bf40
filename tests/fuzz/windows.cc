// Windows-1252 to UTF-8: whatever the bytes are, what comes out is UTF-8, and the same however small the pieces are
// in which it is asked for.
#include "articles/head_bytes.h"
#include "articles/windows_text.h"
#include "support.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

using namespace dragoman;

namespace {

std::string converted(const std::string& given, std::size_t piece) {
  MemoryBytes memory(given);
  Windows1252Bytes bytes(memory);
  std::string out;
  std::array<char, 4096> room{};
  while (true) {
    const auto count = bytes.read(room.data(), std::min(piece, room.size()));
    if (!count) fuzz::fail(count.error().to_string());
    if (*count == 0) return out;
    out.append(room.data(), *count);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string given(reinterpret_cast<const char*>(data), size);
  const std::string whole = converted(given, 4096);
  if (first_invalid_utf8(whole) < whole.size()) fuzz::fail("a text that is not UTF-8");
  if (whole != converted(given, 3)) fuzz::fail("a text that depends on the size of its pieces");
  if (is_windows_1252(given, false) && first_invalid_utf8(given) >= given.size())
    fuzz::fail("UTF-8 that is taken for Windows-1252");
  return 0;
}
