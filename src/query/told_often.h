// What several reports tell, known to a connection once for all its questions.
#pragma once

#include "query/question.h"
#include "store/database.h"

namespace dragoman {

/// Makes the table temp.told_often(list, fact, tellings) hold the facts of the list that stand in more than one
/// telling, as the store has them now: it goes through the list once, and again when another connection has changed the
/// store. For connections that only read.
void find_told_often(Database& database, FactList list);

}  // namespace dragoman
