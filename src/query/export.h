// The tables of a store for other programs.
#pragma once

#include "dragoman/result.h"
#include "store/database.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace dragoman {

enum class ExportFormat : std::uint8_t { csv, jsonl };

/// Writes every table as DIR/TABLE.csv or DIR/TABLE.jsonl, all of one moment. Files that are there are replaced. Errors
/// (kind output): the folder or a file cannot be written.
Result<void> export_tables(Database& database, const std::filesystem::path& folder, ExportFormat format);

/// Counts of events by pair of countries and month: each happening once, in both directions when they did it with each
/// other. Only what took place and is dated to a month or better. `take` gets each line.
void export_dyads(Database& database, ExportFormat format, const std::function<void(std::string_view line)>& take);

}  // namespace dragoman
