// Takes the facts of a document out of the store, and links those who stay.
#pragma once

#include "store/database.h"
#include "store/happenings.h"

#include <cstdint>
#include <vector>

namespace dragoman {

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
