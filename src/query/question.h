// A question to the store: which facts, with conditions that must all hold.
#pragma once

#include "dragoman/query.h"
#include "query/names.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dragoman {

inline constexpr std::array kFactLists = {FactList::events, FactList::meetings, FactList::statements,
                                          FactList::positions, FactList::agenda};

/// The table of the store, and the letter that stands before the numbers of its rows: "events", 'v'.
std::string_view table_of(FactList list);
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
  int min_reports = 1;
  double min_confidence = 0;
  int quad = 0;  // events of this class; 0 for any
  Sort sort = Sort::day;
  int offset = 0;
  bool separate = false;  // each telling is a row of its own
  bool gathered = false;  // what countries take part in is gathered once (query/gathered.h), for pages that ask much

  /// The first facts from a day on are asked for, and not the latest.
  bool forward() const { return sort == Sort::day && !since.empty() && until.empty(); }
};

/// Facts of a list that no two reports have in common: each is told once.
constexpr bool told_once(FactList list) {
  return list == FactList::statements || list == FactList::positions;
}

/// The values of a column of the store that has an index, each once: quick where there are few.
std::vector<std::string> distinct_values(Database& database, std::string_view table, std::string_view column);

}  // namespace dragoman
