// Answers of a store as tables: one row a fact, a document or a count.
#pragma once

#include "dragoman/query.h"
#include "tables.h"

#include <vector>

namespace dragoman::python {

/// Facts in their order. Events, meetings, statements, positions and agenda have columns of their own each; in a
/// timeline all have the same. `plain`: with texts in place of dictionaries.
Table fact_table(View view, const std::vector<Fact>& facts, bool plain);
Table document_table(const std::vector<DocumentRow>& documents);
Table statistic_table(const std::vector<Statistic>& statistics);

}  // namespace dragoman::python
