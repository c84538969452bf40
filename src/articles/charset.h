// Bytes of a page as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// The bytes as valid UTF-8. The charset is, in this order: that of a byte order mark, `declared` (a header's, may be
/// empty), the one that the page's first bytes name in a meta tag or an XML declaration, UTF-8 when the bytes are valid
/// UTF-8, else windows-1252. What the charset does not know becomes U+FFFD; NUL is dropped.
std::string to_utf8(std::string_view bytes, std::string_view declared = {});

}  // namespace dragoman
