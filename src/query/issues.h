// What is talked about, and how much.
#pragma once

#include "query/question.h"
#include "store/database.h"

#include <string>
#include <vector>

namespace dragoman {

/// Labels with the most documents first, at most question.limit. Without conditions, or with words alone
/// (question.issues), all documents count; with other conditions those of the latest 1,000 statements, positions and
/// events each that answer them.
std::vector<IssueCount> count_issues(Database& database, const Question& question);

}  // namespace dragoman
