// The documents of a store: which there are, and what they are together.
#pragma once

#include "dragoman/query.h"
#include "query/question.h"
#include "store/database.h"

#include <cstdint>
#include <vector>

namespace dragoman {

/// The documents that a choice leaves, of the question its agencies, days, limit and offset; the newest first, those
/// without a day last.
DocumentList find_documents(Database& database, const Question& question, const DocumentChoice& choice);

/// What the documents are together, count by count.
std::vector<Statistic> statistics(Database& database);

}  // namespace dragoman
