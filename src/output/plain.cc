#include "output/plain.h"

#include "text/utf8.h"

namespace dragoman {

std::string plain_line(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(s, at);
    const bool blank = c <= 0x20U || (c >= 0x7FU && c <= 0xA0U) || c == 0x2028U || c == 0x2029U ||
                       (c >= 0x202AU && c <= 0x202EU) || (c >= 0x2066U && c <= 0x2069U);
    if (!blank) {
      out.append(s, begin, at - begin);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace dragoman
