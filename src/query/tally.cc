// Months, types, places and agencies come with the facts in one pass. Those who take part, pairs and issues stand in
// tables of their own, in which each fact is looked up.
#include "query/tally.h"

#include "query/fact_sql.h"
#include "query/value_counts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// Says of each which is alone; gives how many happenings there are.
std::int64_t count_happenings(std::vector<FactToCount>& found) {
  std::vector<std::int64_t> happenings;
  happenings.reserve(found.size());
  for (const FactToCount& one : found) happenings.push_back(one.happening);
  if (!std::is_sorted(happenings.begin(), happenings.end())) std::sort(happenings.begin(), happenings.end());
  std::vector<std::int64_t> several;  // that have tellings beside
  std::int64_t different = 0;
  for (std::size_t i = 0; i < happenings.size(); ++i) {
    if (i == 0 || happenings[i] != happenings[i - 1])
      ++different;
    else if (several.empty() || several.back() != happenings[i])
      several.push_back(happenings[i]);
  }
  for (FactToCount& one : found) one.is_alone = !std::binary_search(several.begin(), several.end(), one.happening);
  return different;
}

void put_counts(const Numbered& values, ValueCounts& counts, Tally& out) {
  counts.end();
  for (Number value = 0; value < counts.size(); ++value) {
    if (counts.happenings(value) > 0) out.facts.emplace(values.text(value), counts.happenings(value));
  }
}

/// In one pass, with what stands beside the facts.
Tally tally_beside(Database& db, FactList list, const Counted& what, const Question& question) {
  Numbered values;
  std::vector<FactToCount> found;
  std::vector<Number> value_of;
  Query query = facts_with(db, list, question, what.column, what.joins);
  while (query.step()) {
    found.push_back({static_cast<std::int64_t>(found.size() + 1), query.integer(1), true});
    value_of.push_back(query.is_null(0) ? kNone : values.of(query.text(0)));
  }
  Tally out;
  out.all = count_happenings(found);
  ValueCounts counts;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (value_of[i] != kNone) counts.see(value_of[i], found[i]);
  }
  put_counts(values, counts, out);
  return out;
}

/// Looks up the values of each fact.
void look_up_each(Database& db, FactList list, const Counted& what, const std::vector<FactToCount>& found, Tally& out) {
  Numbered values;
  ValueCounts counts;
  Query query =
      db.prepare(fmt::format("SELECT {} FROM {} f {}WHERE f.id = ?", what.column, table_of(list), what.joins));
  for (const FactToCount& one : found) {
    query.bind(1, one.fact);
    while (query.step()) {
      if (!query.is_null(0)) counts.see(values.of(query.text(0)), one);
    }
  }
  put_counts(values, counts, out);
}

}  // namespace

Tally tally(Database& db, FactList list, By by, const Question& question) {
  const Counted what = counted(list, by);
  if (by != By::actor && by != By::pair && by != By::issue) return tally_beside(db, list, what, question);
  std::vector<FactToCount> found;
  Query query = facts_with(db, list, question, "f.id", "");
  while (query.step()) found.push_back({query.integer(0), query.integer(1), true});
  Tally out;
  out.all = count_happenings(found);
  look_up_each(db, list, what, found, out);
  return out;
}

}  // namespace dragoman
