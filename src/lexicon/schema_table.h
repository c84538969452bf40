// The schemas as tables for people.
#pragma once

#include "lexicon/schema.h"

namespace dragoman {

/// A Markdown table for each kind of entry of each file: its keys, whether they are needed and may repeat, and their
/// values.
std::string schema_tables(std::span<const RoomSchema* const> rooms);

}  // namespace dragoman
