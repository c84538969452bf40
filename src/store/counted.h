// What facts are counted by (docs/questions.md, "Counts"), as SQL over a table of facts `f` and what is joined to it.
#pragma once

#include "dragoman/query.h"

#include <array>
#include <string>
#include <string_view>

namespace dragoman {

inline constexpr std::array kFactLists = {FactList::events, FactList::meetings, FactList::statements,
                                          FactList::positions, FactList::agenda};
inline constexpr std::array kCountedBy = {By::month, By::year,  By::actor, By::pair,
                                          By::type,  By::place, By::issue, By::agency};

/// The table of the store: "events".
std::string_view table_of(FactList list);

/// Facts of a list that no two reports have in common: each is told once.
constexpr bool told_once(FactList list) {
  return list == FactList::statements || list == FactList::positions;
}

/// The roles in which somebody takes part: "'actor', 'recipient'".
std::string_view acting_roles(FactList list);

/// Whether facts of a list can be counted so: a position has no place.
bool can_count(FactList list, By by);

struct Counted {
  std::string column, joins = {};
  bool some = false;  // what is joined leaves out facts
};
Counted counted(FactList list, By by);

}  // namespace dragoman
