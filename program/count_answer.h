// Counts of facts as a table with bars, and as values.
#pragma once

#include "dragoman/query.h"
#include "program/question_flags.h"

#include <string>

namespace dragoman {

/// Asks for the counts that the flags want, and prints them. Gives the exit code.
int answer_counts(StoreQuery& query, View view, By by, const QuestionFlags& flags, const Conditions& conditions,
                  const std::string& format);

}  // namespace dragoman
