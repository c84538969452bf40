// The store (dragoman/store.h) with its database, for what asks it.
#pragma once

#include "dragoman/store.h"
#include "store/database.h"

namespace dragoman {

/// The statements that make an empty store (src/store/schema.sql).
std::string_view store_schema();

/// Marks the file as a store of dragoman: "DRAG".
inline constexpr std::int64_t kStoreApplication = 0x44524147;

}  // namespace dragoman
