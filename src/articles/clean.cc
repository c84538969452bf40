#include "articles/clean.h"

#include "text/utf8.h"

namespace dragoman {

namespace {

bool has_no_width(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         c == 0xFEFF || (c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f' && c != '\v') || c == 0x7F;
}

bool is_blank(char32_t c) {
  return c == '\t' || c == '\f' || c == '\v' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

void clean_characters(std::string& text) {
  if (first_invalid_utf8(text) != text.size()) return;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (has_no_width(c)) continue;
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
