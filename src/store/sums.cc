#include "store/sums.h"

#include "store/shared_happenings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

constexpr int kKindsOfList = 16, kAll = 8;
constexpr int kDoubt = -1;    // a row of this kind stands while the sums are not known
constexpr int kIndexed = 20;  // facts; values with more stand in an index

int kind_of(FactList list, By by) {
  return static_cast<int>(list) * kKindsOfList + static_cast<int>(by);
}
int kind_of_all(FactList list) {
  return static_cast<int>(list) * kKindsOfList + kAll;
}
By by_of(int kind) {
  return static_cast<By>(kind % kKindsOfList);
}
bool is_number(int kind) {
  return by_of(kind) == By::actor || by_of(kind) == By::issue;
}

std::string_view happening_column(FactList list) {
  return told_once(list) ? "f.id" : "f.happening";
}

/// The value as it is kept: an issue by the number of its label.
std::string kept_column(const Counted& what, By by) {
  return by == By::issue ? "i.of_label" : what.column;
}

/// Which values are looked at.
enum class Values : std::uint8_t { all, actors };

/// Kind, happening and value of the facts of a list for which a condition holds.
std::string values_sql(FactList list, std::string_view condition, Values values) {
  std::vector<std::string> of_kinds;
  if (values == Values::all)
    of_kinds.push_back(fmt::format("SELECT {} AS kind, {} AS happening, '' AS value FROM {} f WHERE {}",
                                   kind_of_all(list), happening_column(list), table_of(list), condition));
  for (const By by : kCountedBy) {
    if (!can_count(list, by) || (values == Values::actors && by != By::actor)) continue;
    const Counted what = counted(list, by);
    of_kinds.push_back(fmt::format("SELECT {} AS kind, {} AS happening, {} AS value FROM {} f {}WHERE {}",
                                   kind_of(list, by), happening_column(list), kept_column(what, by), table_of(list),
                                   what.joins, condition));
  }
  return fmt::format("SELECT DISTINCT kind, happening, value FROM ({}) WHERE value IS NOT NULL",
                     fmt::join(of_kinds, " UNION ALL "));
}

using OfLists = std::array<std::string, kFactLists.size()>;
OfLists sql_of_lists(std::string_view condition, Values values) {
  OfLists all;
  for (const FactList list : kFactLists)
    all[static_cast<std::size_t>(list)] =
        values_sql(list, fmt::format(fmt::runtime(condition), fmt::arg("happening", happening_column(list))), values);
  return all;
}

/// Of one happening, without the tellings of a document.
Query& values_of_happening(Database& db, FactList list, std::int64_t happening, std::int64_t without, Values values) {
  constexpr std::string_view kOfHappening = "{happening} = ?1 AND f.document <> ?2";
  static const OfLists kAllValues = sql_of_lists(kOfHappening, Values::all);
  static const OfLists kActors = sql_of_lists(kOfHappening, Values::actors);
  Query& query = db.cached((values == Values::all ? kAllValues : kActors)[static_cast<std::size_t>(list)]);
  query.bind(1, happening);
  query.bind(2, without);
  return query;
}

Query& values_of_document(Database& db, FactList list, std::int64_t document) {
  static const OfLists kSql = sql_of_lists("f.document = ?1", Values::all);
  Query& query = db.cached(kSql[static_cast<std::size_t>(list)]);
  query.bind(1, document);
  return query;
}

std::vector<std::int64_t> happenings_of(Database& db, FactList list, std::int64_t document) {
  Query& query = db.cached(
      fmt::format("SELECT DISTINCT {} FROM {} f WHERE f.document = ?", happening_column(list), table_of(list)));
  query.bind(1, document);
  return query.integers();
}

/// What counting gives for one kind: value and facts.
std::string counted_sql(FactList list, By by) {
  const Counted what = counted(list, by);
  return fmt::format(
      "SELECT value, count(DISTINCT happening) AS facts FROM (SELECT {} AS value, {} AS happening FROM {} f {}) WHERE "
      "value IS NOT NULL GROUP BY value",
      kept_column(what, by), happening_column(list), table_of(list), what.joins);
}
std::string counted_all_sql(FactList list) {
  return fmt::format("SELECT '' AS value, count(DISTINCT {}) AS facts FROM {} f HAVING facts > 0",
                     happening_column(list), table_of(list));
}

/// Each kind of sum, with the SQL that counts it.
std::vector<std::pair<int, std::string>> all_kinds() {
  std::vector<std::pair<int, std::string>> kinds;
  for (const FactList list : kFactLists) {
    for (const By by : kCountedBy) {
      if (can_count(list, by)) kinds.emplace_back(kind_of(list, by), counted_sql(list, by));
    }
    kinds.emplace_back(kind_of_all(list), counted_all_sql(list));
  }
  return kinds;
}

/// How the first column of one row stands to that of another in SQLite's order: numbers before text. Rows that are
/// counted have no others, so that what stands for another kind of value in a damaged row is equal to none.
int order_of(const Query& a, const Query& b) {
  if (a.kind(0) != b.kind(0)) return a.kind(0) < b.kind(0) ? -1 : 1;
  if (a.kind(0) == Query::Kind::text) return a.text(0).compare(b.text(0));
  return a.integer(0) == b.integer(0) ? 0 : a.integer(0) < b.integer(0) ? -1 : 1;
}

std::vector<Sum> sums_from(Query& query) {
  std::vector<Sum> out;
  while (query.step()) out.push_back({std::string(query.text(0)), query.integer(1)});
  return out;
}

std::string sums_sql(By by, std::string_view condition) {
  return by == By::issue ? fmt::format(
                               "SELECT k.folded, s.facts FROM sums s CROSS JOIN issue_labels k ON k.id = "
                               "s.value WHERE s.kind = ?1 {}",
                               condition)
                         : fmt::format("SELECT s.value, s.facts FROM sums s WHERE s.kind = ?1 {}", condition);
}

}  // namespace

void SumChanges::count(Query& rows, std::int64_t times, bool also_actors) {
  while (rows.step()) {
    const int kind = static_cast<int>(rows.integer(0));
    if (also_actors || by_of(kind) != By::actor) changes_[{kind, std::string(rows.text(2))}] += times;
  }
}

void SumChanges::before(Database& database, FactList list, std::int64_t happening) {
  if (!changed_[static_cast<std::size_t>(list)].insert(happening).second) return;
  const bool also_actors = !actors_changed_[static_cast<std::size_t>(list)].contains(happening);
  count(values_of_happening(database, list, happening, document_, Values::all), -1, also_actors);
}

void SumChanges::before_actors(Database& database, FactList list, std::int64_t happening) {
  if (changed_[static_cast<std::size_t>(list)].contains(happening)) return;
  if (actors_changed_[static_cast<std::size_t>(list)].insert(happening).second)
    count(values_of_happening(database, list, happening, document_, Values::actors), -1, true);
}

void SumChanges::before_removal(Database& database, std::int64_t document) {
  for (const FactList list : kFactLists) {
    for (const std::int64_t happening : happenings_of(database, list, document)) before(database, list, happening);
  }
}

void SumChanges::before_actor(Database& database, std::int64_t actor) {
  for (const FactList list : kFactLists) {
    Query& query = database.cached(
        fmt::format("SELECT DISTINCT {} FROM parts p CROSS JOIN {} f ON f.id = p.fact WHERE p.actor = ? "
                    "AND p.list = '{}' AND p.role IN ({})",
                    happening_column(list), table_of(list), table_of(list), acting_roles(list)));
    query.bind(1, actor);
    for (const std::int64_t happening : query.integers()) before_actors(database, list, happening);
  }
}

void SumChanges::apply(Database& database) {
  apply_sums(database);
  for (const FactList list : kFactLists) {
    auto& happenings = changed_[static_cast<std::size_t>(list)];
    if (document_ != 0 && !told_once(list)) {
      for (const std::int64_t happening : happenings_of(database, list, document_)) happenings.insert(happening);
    }
    for (const std::int64_t happening : happenings) write_shared_happening(database, list, happening);
  }
  *this = {};
}

void SumChanges::apply_sums(Database& database) {
  if (document_ != 0) {  // items of the agenda are one by their key, without being linked
    for (const std::int64_t happening : happenings_of(database, FactList::agenda, document_))
      before(database, FactList::agenda, happening);
  }
  for (const FactList list : kFactLists) {
    const auto& changed = changed_[static_cast<std::size_t>(list)];
    const auto& actors_changed = actors_changed_[static_cast<std::size_t>(list)];
    for (const std::int64_t happening : changed)
      count(values_of_happening(database, list, happening, 0, Values::all), 1, true);
    for (const std::int64_t happening : actors_changed) {
      if (!changed.contains(happening))
        count(values_of_happening(database, list, happening, 0, Values::actors), 1, true);
    }
    if (document_ == 0) continue;
    Query& rows = values_of_document(database, list, document_);
    while (rows.step()) {
      const int kind = static_cast<int>(rows.integer(0));
      const std::int64_t happening = rows.integer(1);
      if (changed.contains(happening) || (by_of(kind) == By::actor && actors_changed.contains(happening))) continue;
      ++changes_[{kind, std::string(rows.text(2))}];
    }
  }
  Query& add = database.cached(
      "INSERT INTO sums(kind, value, facts) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET facts = facts + ?3");
  Query& remove = database.cached("DELETE FROM sums WHERE kind = ? AND value = ? AND facts = 0");
  for (const auto& [of, change] : changes_) {
    if (change == 0) continue;
    for (Query* query : {&add, &remove}) {
      query->bind(1, std::int64_t{of.first});
      is_number(of.first) ? query->bind(2, std::int64_t{std::stoll(of.second)}) : query->bind(2, of.second);
    }
    add.bind(3, change);
    add.run();
    if (change < 0) remove.run();
  }
}

void count_sums(Database& database) {
  write_all_shared_happenings(database);
  database.run("DELETE FROM sums");
  for (const auto& [kind, sql] : all_kinds())
    database.run(fmt::format("INSERT INTO sums(kind, value, facts) SELECT {}, value, facts FROM ({})", kind, sql));
}

void doubt_sums(Database& database) {
  database.run(fmt::format("INSERT OR IGNORE INTO sums(kind, value, facts) VALUES ({}, '', 0)", kDoubt));
}

void settle_sums(Database& database) {
  Query& doubt = database.cached(fmt::format("SELECT 1 FROM sums WHERE kind = {}", kDoubt));
  if (doubt.first([](const Query&) {})) count_sums(database);
}

std::vector<std::string> wrong_sums(Database& database) {
  std::vector<std::string> wrong = wrong_shared_happenings(database);
  for (const auto& [kind, sql] : all_kinds()) {
    const auto note = [&, kind = kind](const Query& row) {
      wrong.push_back(fmt::format("list {}, value {}, facts {}",
                                  table_of(kFactLists[static_cast<std::size_t>(kind / kKindsOfList)]), row.text(0),
                                  row.integer(1)));
    };
    // Both in the order of their values, side by side.
    Query counted = database.prepare(fmt::format("SELECT value, facts FROM ({}) ORDER BY value", sql));
    Query stored = database.prepare(fmt::format("SELECT value, facts FROM sums WHERE kind = {} ORDER BY value", kind));
    bool more_counted = counted.step(), more_stored = stored.step();
    while (more_counted || more_stored) {
      const int order = !more_stored ? -1 : !more_counted ? 1 : order_of(counted, stored);
      if (order == 0 && counted.integer(1) != stored.integer(1)) note(counted);
      if (order < 0) note(counted);
      if (order > 0) note(stored);
      if (order <= 0) more_counted = counted.step();
      if (order >= 0) more_stored = stored.step();
    }
  }
  return wrong;
}

std::vector<Sum> largest_sums(Database& database, FactList list, By by, std::int64_t least) {
  Query& last = database.cached(fmt::format(
      "SELECT facts FROM sums WHERE kind = ? AND facts > {} ORDER BY facts DESC LIMIT 1 OFFSET ?", kIndexed));
  last.bind(1, std::int64_t{kind_of(list, by)});
  last.bind(2, least - 1);
  std::int64_t fewest = 0;
  last.first([&](const Query& row) { fewest = row.integer(0); });
  if (fewest == 0) return all_sums(database, list, by);
  Query& query = database.cached(sums_sql(by, fmt::format("AND s.facts > {} AND s.facts >= ?2", kIndexed)));
  query.bind(1, std::int64_t{kind_of(list, by)});
  query.bind(2, fewest);
  return sums_from(query);
}

std::vector<Sum> all_sums(Database& database, FactList list, By by) {
  Query& query = database.cached(sums_sql(by, ""));
  query.bind(1, std::int64_t{kind_of(list, by)});
  return sums_from(query);
}

std::int64_t sum_of_all(Database& database, FactList list) {
  Query& query = database.cached("SELECT facts FROM sums WHERE kind = ? AND value = ''");
  query.bind(1, std::int64_t{kind_of_all(list)});
  std::int64_t facts = 0;
  query.first([&](const Query& row) { facts = row.integer(0); });
  return facts;
}

}  // namespace dragoman
