// The SQL of the facts that answer a question. It starts from the narrowest of the question's conditions.
#pragma once

#include "query/question.h"
#include "store/database.h"

#include <string>

namespace dragoman {

/// Whether a condition, other than on the number of reports, lets few facts through.
bool only_few(Database& database, FactList list, const Question& question);

/// Whether it asks for more facts than it is quick to look up, as far as that can be told from its conditions: none
/// of them lets few facts through.
bool asks_for_many(Database& database, FactList list, const Question& question);

struct FactsInOrder {
  Query query;
  bool along = false;  // goes along the order, though a condition could be started from: it may be far to the next
};
/// All tellings in an order: the fact's id, its happening (of what is told once its id), its first day. With
/// `narrowest` it starts from a condition, if any can be started from, however wide that is.
FactsInOrder facts_in_order(Database& database, FactList list, const Question& question, Sort sort, bool narrowest);

/// Columns of all tellings `f`, in no order, the happening behind them; `joins` are tables that are joined to `f`.
Query facts_with(Database& database, FactList list, const Question& question, const std::string& columns,
                 const std::string& joins);

}  // namespace dragoman
