// Writes what one record says into the tables of the store.
#pragma once

#include "dragoman/record.h"
#include "store/database.h"
#include "text/text.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dragoman {

/// Numbers of rows by table, in the order of the record's lists.
using RowNumbers = std::map<std::string, std::vector<std::int64_t>, std::less<>>;

/// The numbers under which the rows of a document are stored.
RowNumbers row_numbers(Database& database, std::int64_t document);

/// Adds the facts of a document that is stored under `document`, under these numbers where there are as many. Errors
/// stay with the database.
void write_facts(Database& database, std::int64_t document, const Record& record, const Text& text,
                 const RowNumbers& numbers = {});

/// Writes the digest of an actor whose row or names have changed.
void write_actor_digest(Database& database, std::int64_t actor);

/// Writes the digest of all that is stored of a document: the last thing that is done to it.
void write_document_digest(Database& database, std::int64_t document);

/// Takes all that was made of a document out, but for its own row. Gives the actors that it spoke of.
std::vector<std::int64_t> remove_facts(Database& database, std::int64_t document);
/// Links those of whom the document speaks with who is one with them, and anew those of whom it spoke before; takes out
/// whom no document speaks of any more.
void link_actors(Database& database, std::int64_t document, const std::vector<std::int64_t>& before);

}  // namespace dragoman
