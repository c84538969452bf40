// Brings stores of earlier versions to the present one.
#pragma once

#include "dragoman/store.h"
#include "store/database.h"

namespace dragoman {

/// Turns a store of an earlier version into one of Store::kVersion, in one transaction: killed at any time, it is the
/// old store or the new one. Documents, facts and their numbers stay. What version 1 did not keep (records, a
/// statement's status) is missing until the texts are read again; what the tables of version 2 did not hold (the status
/// of a role) and what those of version 3 did not (how sure a fact is) comes from the kept records. Does nothing to a
/// store that is of this version by now.
std::optional<Error> upgrade_store(Database& database, const Store::Progress& progress);

}  // namespace dragoman
