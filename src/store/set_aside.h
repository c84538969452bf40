// The list of what `add` met and did not store.
#pragma once

#include "store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// Takes a name off the list, if it is on it.
void remove_set_aside(Database& database, std::string_view uri);

/// The rows that are not as they were written, by their rowids.
std::vector<std::int64_t> damaged_set_aside(Database& database);

}  // namespace dragoman
