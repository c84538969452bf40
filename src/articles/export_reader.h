// The stories of an export as documents.
#pragma once

#include "articles/exports.h"
#include "dragoman/document.h"
#include "dragoman/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// `name` is that of the file. A story without text is an Error in its place.
std::vector<Result<Document>> documents_of_export(std::string_view text, InputFormat layout, const std::string& name,
                                                  const FieldWords& words);

}  // namespace dragoman
