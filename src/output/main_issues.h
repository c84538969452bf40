// Which of a report's issues matter enough to be told first.
#pragma once

#include "dragoman/record.h"

#include <vector>

namespace dragoman {

/// The issues that a report is about, at most ten: those that weigh most first. An issue weighs by how often the report
/// names it and by the events about it. Left out are what only one line is about in a word
/// ("areas"), names of people and places, topics (an issue tells its own), and what is said or done in so many words
/// ("to pay for new stations"), and of two labels of which one holds the other the lighter. Where nothing is left, the
/// one or two that weigh most stand for all.
std::vector<Index> main_issues(const Record& record);

}  // namespace dragoman
