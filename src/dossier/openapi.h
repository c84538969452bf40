// The description of the JSON pages as OpenAPI 3.1, made from the table of routes.
#pragma once

#include "dossier/page.h"

#include <string>

namespace dragoman::web {

std::string openapi(const Frame& frame);

}  // namespace dragoman::web
