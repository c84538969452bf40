// The JSON of a record made small. Most of it follows from the text of its document: what it quotes is left out, and
// offsets stand as distances to the one before. The rest is compressed by zlib, with the text as its dictionary.
#pragma once

#include "dragoman/result.h"

#include <string>
#include <string_view>

namespace dragoman {

/// `json` as append_record_json writes it; `text` is the document's, in UTF-8.
std::string packed(std::string_view json, std::string_view text);

/// The inverse, the same bytes again; also of JSON that zlib alone has made small. An Error (kind input): the bytes
/// are damaged (zlib proves them with a checksum), too many, or of another text.
Result<std::string> unpacked(std::string_view bytes, std::string_view text);

}  // namespace dragoman
