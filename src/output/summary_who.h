// The people and bodies of a summary: those who act each with their office, then who has no name, then who is only
// named.
#pragma once

#include "output/summary_words.h"

namespace dragoman {

/// Lines that tell who a report speaks of.
struct WhoLines {
  std::vector<std::string> people, bodies;  // who acts, a line each: "Ana Paz — foreign minister, Peru · PERGOV"
  std::string countries, not_named, only_named;  // in one line each; empty where there are none
  std::string by_register;                       // those whom the report does not name, the same
};

WhoLines who_lines(const Record& record, const SummaryWords& words);

}  // namespace dragoman
