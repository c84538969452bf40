// Writes what one record says into the tables of the store.
#pragma once

#include "dragoman/record.h"
#include "store/database.h"
#include "store/happenings.h"
#include "text/text.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dragoman {

/// The tables of a document's own rows, those first that refer to others.
inline constexpr std::array kDocumentTables = {"positions", "statements", "events",      "meetings", "agenda",
                                               "issues",    "times",      "boilerplate", "places",   "entities"};

/// Numbers of rows by table, in the order of the record's lists.
using RowNumbers = std::map<std::string, std::vector<std::int64_t>, std::less<>>;

/// The numbers under which the rows of a document are stored.
RowNumbers row_numbers(Database& database, std::int64_t document);

/// Adds the facts of a document that is stored under `document`, under these numbers where there are as many. Errors
/// stay with the database.
void write_facts(Database& database, std::int64_t document, const Record& record, const Text& text,
                 const RowNumbers& numbers = {});

/// Adds the tellings of a document alone, whose other rows are there.
void write_tellings_of(Database& database, std::int64_t document, const Record& record, const Text& text);

/// Writes the digest of an actor whose row or names have changed.
void write_actor_digest(Database& database, std::int64_t actor);

/// Writes the digest of all that is stored of a document: the last thing that is done to it.
void write_document_digest(Database& database, std::int64_t document);

}  // namespace dragoman
