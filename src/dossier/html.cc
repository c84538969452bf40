#include "dossier/html.h"

#include "text/utf8.h"

namespace dragoman::web {

bool turns_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

namespace {

bool is_control(char32_t c) {
  constexpr char32_t kBlank = 0x20, kDelete = 0x7F, kLastControl = 0x9F;
  return (c < kBlank && c != '\n' && c != '\t') || (c >= kDelete && c <= kLastControl);
}

void append_valid(std::string& out, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const char first = words[at];
    const std::size_t begin = at;
    if (first >= ' ' && first != 0x7F) {
      ++at;
      switch (first) {
        case '&':
          out += "&amp;";
          break;
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        case '"':
          out += "&quot;";
          break;
        case '\'':
          out += "&#39;";
          break;
        default:
          out.push_back(first);
      }
      continue;
    }
    const char32_t c = next_code_point(words, at);
    if (!is_control(c) && !turns_direction(c)) out.append(words, begin, at - begin);
  }
}

/// Escaped; a byte that is no UTF-8 becomes U+FFFD.
void append_escaped(std::string& out, std::string_view words) {
  while (true) {
    const std::size_t bad = first_invalid_utf8(words);
    append_valid(out, words.substr(0, bad));
    if (bad == words.size()) return;
    out += "\xEF\xBF\xBD";
    words.remove_prefix(bad + 1);
  }
}

}  // namespace

Html& Html::text(std::string_view words) {
  append_escaped(out_, words);
  return *this;
}

Html& Html::begin_document() {
  out_ += "<!doctype html>\n";
  return *this;
}

void Html::open(Literal name, Attributes attributes) {
  out_.push_back('<');
  out_ += name.text;
  for (const Attribute& attribute : attributes) {
    if (!attribute.value) continue;
    out_.push_back(' ');
    out_ += attribute.name.text;
    if (attribute.value->empty()) continue;
    out_ += "=\"";
    append_escaped(out_, *attribute.value);
    out_.push_back('"');
  }
  out_.push_back('>');
}

Html& Html::close(Literal name) {
  out_ += "</";
  out_ += name.text;
  out_.push_back('>');
  return *this;
}

}  // namespace dragoman::web
