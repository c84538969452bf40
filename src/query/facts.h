// Reads facts of the store with all that is shown of them.
#pragma once

#include "dragoman/query.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dragoman {

/// The fact of that number. Nothing when there is none.
std::optional<Fact> load_fact(Database& database, FactList list, std::int64_t id);

/// The same with what stands in its own row alone, and with the number of its reports: as much as its place in an order
/// depends on.
std::optional<Fact> load_row(Database& database, FactList list, std::int64_t id);

/// All tellings of the happening, in order of id; of statements and positions the fact alone.
std::vector<Fact> load_tellings(Database& database, const Fact& fact);

}  // namespace dragoman
