// What a report may be: how long, and that it is text.
#pragma once

#include "dragoman/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

/// Longest document that is read, in bytes; a few hundred times the longest report.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{16} << 20U;

/// The Error for a document above kMaxDocumentBytes.
Error document_too_long(std::string where);

/// Why the bytes are no text to read, or nothing when they are: binary, not UTF-8, empty, only white space.
std::optional<std::string> why_no_text(std::string_view bytes);

}  // namespace dragoman
