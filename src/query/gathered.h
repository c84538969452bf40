// What those of a country take part in, gathered once for all questions of a connection.
//
// A country takes part in a fact through whoever acts for it, so that each question looks at all entities of the
// country. A page that asks five lists about it has them gathered first: into the table `country_parts(country, list,
// role, fact)` of the connection, in memory.
#pragma once

#include "store/database.h"

#include <string>

namespace dragoman {

/// True when the table holds all of the country's parts as the store has them now. False for a country that has too
/// many: nearly every fact is one of its own, so that a question soon finds enough by the day. Others' changes to the
/// store are seen, those of this connection not: it is for connections that only read.
bool gather_country(Database& database, const std::string& code);

}  // namespace dragoman
