// Writes what one record says into the tables of the store.
#pragma once

#include "dragoman/record.h"
#include "store/database.h"
#include "text/text.h"

#include <cstdint>

namespace dragoman {

/// Adds the facts of a document that is stored under `document`. Errors stay with the database.
void write_facts(Database& database, std::int64_t document, const Record& record, const Text& text);

/// Takes the facts of a document out; actors that nobody else speaks of go too.
void remove_facts(Database& database, std::int64_t document);

}  // namespace dragoman
