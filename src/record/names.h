// The words that the record uses: for its closed sets (dragoman/names.h), and for offices.
#pragma once

#include "dragoman/names.h"

#include <string>
#include <string_view>

namespace dragoman {

/// An office as people write it: "former foreign minister", "prime minister-elect", and for "current" or an empty
/// status the title alone.
std::string office_with_status(std::string_view status, std::string_view title);

}  // namespace dragoman
