#include "articles/clean.h"

#include "text/readable_text.h"
#include "text/utf8.h"

namespace dragoman {

namespace {

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f' && c != '\v') || c == 0x7F;
}

bool is_blank(char32_t c) {
  return c == '\t' || c == '\f' || c == '\v' || is_unusual_blank(c);
}

}  // namespace

void clean_characters(std::string& text) {
  if (first_invalid_utf8(text) != text.size()) return;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (has_no_width(c) || is_control(c)) continue;
    if (is_blank(c)) {
      out.push_back(' ');
    } else if (c == 0x2028 || c == 0x2029) {
      out += c == 0x2028 ? "\n" : "\n\n";
    } else {
      out.append(text, begin, at - begin);
    }
  }
  text = std::move(out);
}

}  // namespace dragoman
