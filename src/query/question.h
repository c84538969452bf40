// A question to the store: which facts, with conditions that must all hold.
#pragma once

#include "dragoman/query.h"
#include "query/names.h"
#include "store/counted.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dragoman {

/// The letter that stands before the numbers of a list's rows: 'v'.
char letter_of(FactList list);

struct Question {
  std::vector<Party> actors;                       // each has a part
  std::optional<std::pair<Party, Party>> between;  // each on a side of its own
  std::vector<std::string> countries;              // codes; somebody acts for each
  std::vector<std::string> types;                  // any of them, as dragoman/query.h says
  std::vector<std::string> topics;                 // labels of topics that hold the words of an issue
  std::vector<std::string> issues, places;         // any of them, folded
  std::vector<std::string> place_countries;        // codes, beside `places`
  std::vector<std::string> statuses;               // any of them
  std::vector<Party> sources;                      // any of them says so
  std::vector<std::string> agencies;               // as the store writes them
  std::string since, until;                        // days, of a fact's first day
  int limit = 50;
  int min_reports = 1, below_reports = 0;  // 0: however many
  double min_confidence = 0;
  int quad = 0;  // events of this class; 0 for any
  Sort sort = Sort::day;
  int offset = 0;
  bool separate = false;  // each telling is a row of its own

  /// Nothing is asked of a fact: all answer, whichever of them are shown.
  bool is_open() const {
    Question none;
    none.limit = limit;
    none.offset = offset;
    none.sort = sort;
    return *this == none;
  }

  /// The first facts from a day on are asked for, and not the latest.
  bool forward() const { return sort == Sort::day && !since.empty() && until.empty(); }

  bool operator==(const Question&) const = default;
};

/// The values of a column of the store that has an index, each once: quick where there are few.
std::vector<std::string> distinct_values(Database& database, std::string_view table, std::string_view column);

}  // namespace dragoman
