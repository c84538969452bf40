// Bytes made small by zlib, as any program that knows zlib can read them.
#pragma once

#include "dragoman/result.h"

#include <string>
#include <string_view>

namespace dragoman {

std::string packed(std::string_view bytes);

/// The inverse. An Error (kind input): the bytes are damaged (zlib proves them with a checksum) or too many.
Result<std::string> unpacked(std::string_view bytes);

}  // namespace dragoman
