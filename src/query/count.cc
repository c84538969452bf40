#include "query/count.h"

#include "query/tally.h"
#include "query/wide_tally.h"
#include "store/age_blocks.h"
#include "store/sums.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <map>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// The value as it is written, where facts are counted by another form of it.
std::string written(Database& db, By by, const std::string& value) {
  const auto look_up = [&](const std::string& sql, const std::string& key) {
    Query& query = db.cached(sql);
    query.bind(1, key);
    std::string out;
    query.first([&](const Query& row) { out = row.text(0); });
    return out;
  };
  if (by == By::actor) return look_up("SELECT name FROM actors WHERE id = CAST(? AS INTEGER)", value);
  if (by == By::issue) {
    return look_up(fmt::format("SELECT i.label FROM issue_labels l CROSS JOIN issues i ON i.document >> 12 IN ({}) AND "
                               "i.of_label = l.id WHERE l.folded = ? LIMIT 1",
                               kDocumentBlocks),
                   value);
  }
  if (by == By::place) {
    const std::size_t comma = std::min(value.find(", "), value.size());
    return look_up("SELECT name FROM places WHERE folded = ? LIMIT 1", value.substr(0, comma)) + value.substr(comma);
  }
  if (by != By::pair) return value;
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = std::min(value.find('/', at), value.size());
    const std::string code = value.substr(at, end - at);
    const std::string name = look_up("SELECT name FROM actors WHERE key = ?", "country " + code);
    out += (out.empty() ? "" : "/") + (name.empty() ? code : name);
    at = end + 1;
  }
  return out;
}

/// Up to how many values are looked at, to show those behind the ones that are passed over and know whether there are
/// more.
std::int64_t looked_at(const Question& question) {
  return std::int64_t{question.offset} + question.limit + 1;
}

/// The values of all facts, as the store keeps them: of the times all, of others at least those that are shown.
Tally kept_tally(Database& db, FactList list, By by, const Question& question, bool time) {
  Tally out;
  for (const Sum& sum : time ? all_sums(db, list, by) : largest_sums(db, list, by, looked_at(question)))
    out.facts.emplace(sum.value, sum.facts);
  out.all = sum_of_all(db, list);
  return out;
}

/// The values of many facts: of the times all, of others at least those that are shown.
Tally wide_tally(Database& db, FactList list, By by, const Question& question, bool time) {
  const WideTally found =
      tally_wide(db, list, by, question, time ? std::numeric_limits<std::int64_t>::max() : looked_at(question));
  Tally out;
  for (const auto& [value, facts] : found.facts) out.facts.emplace(value, facts[0]);
  out.all = found.all[0];
  return out;
}

/// The values of two spans with those that differ most, at least those that are shown.
WideTally spans_of(Database& db, FactList list, By by, const Question& before, const Question& after) {
  if (is_wide(db, list, before) || is_wide(db, list, after))
    return compare_wide(db, list, by, before, after, looked_at(before));
  const Tally first = tally(db, list, by, before), second = tally(db, list, by, after);
  std::map<std::string, OfSpans> both;
  for (const auto& [value, n] : first.facts) both[value][0] = n;
  for (const auto& [value, n] : second.facts) both[value][1] = n;
  return {{both.begin(), both.end()}, {first.all, second.all}};
}

/// Leaves those that the question shows. Gives whether there are more.
template <class T>
bool keep_shown(std::vector<T>& values, const Question& question) {
  const std::size_t passed = std::min(values.size(), static_cast<std::size_t>(question.offset));
  values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(passed));
  const auto limit = static_cast<std::size_t>(question.limit);
  if (values.size() <= limit) return false;
  values.resize(limit);
  return true;
}

}  // namespace

std::string_view name_of(By by) {
  constexpr std::array<std::string_view, 8> kNames = {"month", "year",  "actor", "pair",
                                                      "type",  "place", "issue", "agency"};
  return kNames[static_cast<std::size_t>(by)];
}

bool can_count(View view, By by) {
  return view != View::timeline && can_count(static_cast<FactList>(view), by);
}

Counts count_facts(Database& database, FactList list, By by, const Question& question) {
  const bool time = by == By::month || by == By::year;
  const Tally found = question.is_open()                  ? kept_tally(database, list, by, question, time)
                      : is_wide(database, list, question) ? wide_tally(database, list, by, question, time)
                                                          : tally(database, list, by, question);
  Counts out;
  out.facts = found.all;
  for (const auto& [value, n] : found.facts) out.counts.push_back({value, n});
  const auto shown = static_cast<std::ptrdiff_t>(std::min(
      out.counts.size(), static_cast<std::size_t>(question.offset) + static_cast<std::size_t>(question.limit)));
  std::partial_sort(out.counts.begin(), out.counts.begin() + shown, out.counts.end(),
                    [&](const Count& a, const Count& b) {
                      if (time) return a.value > b.value;  // the latest are shown
                      return a.facts != b.facts ? a.facts > b.facts : a.value < b.value;
                    });
  out.more = keep_shown(out.counts, question);
  if (time) std::reverse(out.counts.begin(), out.counts.end());
  for (Count& count : out.counts) count.value = written(database, by, count.value);
  return out;
}

Comparison compare_facts(Database& database, FactList list, By by, const Question& before, const Question& after) {
  const WideTally found = spans_of(database, list, by, before, after);
  Comparison out;
  out.before = found.all[0];
  out.after = found.all[1];
  for (const auto& [value, facts] : found.facts) out.changes.push_back({value, facts[0], facts[1]});
  std::sort(out.changes.begin(), out.changes.end(), [](const Change& a, const Change& b) {
    const auto change_a = std::abs(a.after - a.before), change_b = std::abs(b.after - b.before);
    return change_a != change_b ? change_a > change_b : a.value < b.value;
  });
  out.more = keep_shown(out.changes, before);
  for (Change& change : out.changes) change.value = written(database, by, change.value);
  return out;
}

}  // namespace dragoman
