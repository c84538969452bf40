#include "store/counted.h"

#include <fmt/format.h>

namespace dragoman {

namespace {

/// Those who have a part; `role` is a condition: "role = 'actor'".
std::string parts_of(std::string_view part, FactList list, std::string_view role) {
  return fmt::format("CROSS JOIN parts {0} ON {0}.list = '{1}' AND {0}.fact = f.id AND {0}.{2} ", part, table_of(list),
                     role);
}

Counted by_pair(FactList list) {
  const std::string_view from = list == FactList::events       ? "role = 'actor'"
                                : list == FactList::statements ? "role = 'speaker'"
                                                               : "role = 'participant'";
  std::string to = list == FactList::statements ? "role = 'addressee'" : "role = 'participant'";
  if (list == FactList::events) {
    to =
        "role = iif(EXISTS (SELECT 1 FROM parts r WHERE r.list = 'events' AND r.fact = f.id AND r.role = 'recipient'), "
        "'recipient', 'actor')";
  }
  return {
      "CASE WHEN p.country < q.country THEN p.country || '/' || q.country WHEN p.country > q.country THEN q.country "
      "|| '/' || p.country END",
      parts_of("p", list, from) + parts_of("q", list, to), true};
}

std::string_view type_column(FactList list) {
  return list == FactList::meetings     ? "f.level"
         : list == FactList::statements ? "f.kind"
         : list == FactList::positions  ? "f.stance"
                                        : "f.type";
}

}  // namespace

std::string_view table_of(FactList list) {
  constexpr std::array<std::string_view, 5> kTables = {"events", "meetings", "statements", "positions", "agenda"};
  return kTables[static_cast<std::size_t>(list)];
}

std::string_view acting_roles(FactList list) {
  return list == FactList::events       ? "'actor', 'recipient'"
         : list == FactList::statements ? "'speaker', 'addressee'"
         : list == FactList::positions  ? "'actor', 'by'"
                                        : "'participant'";
}

bool can_count(FactList list, By by) {
  switch (by) {
    case By::pair:
    case By::place:
      return list != FactList::positions;
    case By::type:
      return list != FactList::agenda;
    case By::issue:
      return list != FactList::meetings && list != FactList::agenda;
    default:
      return true;
  }
}

Counted counted(FactList list, By by) {
  constexpr const char* kFolded = "(SELECT k.folded FROM issue_labels k WHERE k.id = i.of_label)";
  switch (by) {
    case By::month:  // of what is known to the month
      return {"CASE WHEN substr(f.first_day, 1, 7) = substr(f.last_day, 1, 7) THEN substr(f.first_day, 1, 7) END"};
    case By::year:
      return {"CASE WHEN substr(f.first_day, 1, 4) = substr(f.last_day, 1, 4) THEN substr(f.first_day, 1, 4) END"};
    case By::actor:
      return {"coalesce((SELECT one FROM actors WHERE id = p.actor), p.actor)",
              parts_of("p", list, fmt::format("role IN ({})", acting_roles(list))), true};
    case By::pair:
      return by_pair(list);
    case By::type:
      return {std::string(type_column(list))};
    case By::place:
      return {"l.folded || iif(l.country IS NULL, '', ', ' || l.country)", "LEFT JOIN places l ON l.id = f.place "};
    case By::issue:
      return list == FactList::statements
                 ? Counted{kFolded,
                           "LEFT JOIN statement_issues x ON x.statement = f.id LEFT JOIN issues i ON i.id = "
                           "x.issue "}
                 : Counted{kFolded, "LEFT JOIN issues i ON i.id = f.issue "};
    case By::agency:
      return {"d.agency", "CROSS JOIN documents d ON d.id = f.document "};
  }
  return {};
}

}  // namespace dragoman
