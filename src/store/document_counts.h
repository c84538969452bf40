// How many documents have each value of what `dragoman stats` shows (the table `document_counts`), which triggers keep.
#pragma once

#include "store/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace dragoman {

/// The numbers of documents by value, of one `what`: "agency". Documents without a value are in none.
std::map<std::string, std::int64_t> document_counts(Database& database, std::string_view what);

/// Counts all documents anew.
void count_documents_anew(Database& database);
/// SQL for what is not counted as it should be.
std::string_view wrong_document_counts_sql();

}  // namespace dragoman
