#include "text/limits.h"

#include "text/utf8.h"

#include <algorithm>

namespace dragoman {

Error document_too_long(std::string where) {
  return Error{
      ErrorKind::input, std::move(where),
      "is longer than " + std::to_string(kMaxDocumentBytes >> 20U) + " MB; split it into one document a report"};
}

std::optional<std::string> why_no_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return "is UTF-16; convert it first, for instance with iconv -f UTF-16 -t UTF-8";
  }
  if (bytes.find('\0') != std::string_view::npos) return "is binary (a NUL byte); give plain text or JSON Lines";
  if (const std::size_t bad = first_invalid_utf8(bytes); bad != bytes.size()) {
    const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
    return "is not UTF-8: line " + std::to_string(line) + ", byte " + std::to_string(bad) +
           "; convert it first, for instance with iconv -f WINDOWS-1252 -t UTF-8";
  }
  if (bytes.empty()) return "is empty; expected the text of a report";
  if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
    return "holds nothing but white space; expected the text of a report";
  }
  return std::nullopt;
}

}  // namespace dragoman
