// Where a paragraph or a line of its own ends among the tokens.
#pragma once

#include "language/parse.h"

#include <string_view>

namespace dragoman {

/// Blank space with the end of a line.
inline bool breaks_paragraph(const Token& t) {
  return t.is_space && t.text.find('\n') != std::string_view::npos;
}

}  // namespace dragoman
