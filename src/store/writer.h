// Writes what one record says into the tables of the store.
#pragma once

#include "dragoman/record.h"
#include "store/database.h"
#include "store/happenings.h"
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

/// Adds the tellings of a document alone, whose other rows are there.
void write_tellings_of(Database& database, std::int64_t document, const Record& record, const Text& text);

/// Writes the digest of an actor whose row or names have changed.
void write_actor_digest(Database& database, std::int64_t actor);

/// Writes the digest of all that is stored of a document: the last thing that is done to it.
void write_document_digest(Database& database, std::int64_t document);

/// Of whom a document spoke, and what was around what it told.
struct RemovedFacts {
  std::vector<std::int64_t> actors;
  TellingIds around;
  SumChanges sums;
};
/// Takes all that was made of a document out, but for its own row.
RemovedFacts remove_facts(Database& database, std::int64_t document);
/// Links those of whom the document speaks, and what it tells, with those and what they are one with, and anew those
/// who were linked with what was removed; takes out whom no document speaks of any more. Then the sums are right again.
void link_document(Database& database, std::int64_t document, RemovedFacts& before);

}  // namespace dragoman
