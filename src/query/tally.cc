// Months, types, places and agencies come with the facts in one pass. Those who take part, pairs and issues stand in
// tables of their own, in which each fact has to be looked up. Of many facts that takes longer than to go through the
// whole table in its order, so that then the facts are found first and the table is gone through.
#include "query/tally.h"

#include "query/fact_sql.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace dragoman {

namespace {

using Number = std::int64_t;
constexpr Number kNone = -1;

/// Texts by numbers, in the order of coming.
class Numbered {
 public:
  Number of(std::string_view text) {
    if (const auto known = numbers_.find(text); known != numbers_.end()) return known->second;
    const auto at = numbers_.emplace(std::string(text), static_cast<Number>(texts_.size())).first;
    texts_.push_back(at->first);
    return at->second;
  }
  const std::string& text(Number number) const { return texts_[static_cast<std::size_t>(number)]; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Number, Hash, std::equal_to<>> numbers_;
  std::vector<std::string> texts_;
};

struct Found {
  std::int64_t fact, happening;
  bool is_alone;  // no other telling of the happening was found
};

/// Says of each which is alone; gives how many happenings there are.
std::int64_t count_happenings(std::vector<Found>& found) {
  std::vector<std::int64_t> happenings;
  happenings.reserve(found.size());
  for (const Found& one : found) happenings.push_back(one.happening);
  if (!std::is_sorted(happenings.begin(), happenings.end())) std::sort(happenings.begin(), happenings.end());
  std::vector<std::int64_t> several;  // that have tellings beside
  std::int64_t different = 0;
  for (std::size_t i = 0; i < happenings.size(); ++i) {
    if (i == 0 || happenings[i] != happenings[i - 1])
      ++different;
    else if (several.empty() || several.back() != happenings[i])
      several.push_back(happenings[i]);
  }
  for (Found& one : found) one.is_alone = !std::binary_search(several.begin(), several.end(), one.happening);
  return different;
}

/// In how many happenings each value stands. All values of a fact have to come one after the other.
class ValueCounts {
 public:
  void see(Number value, const Found& in) {
    if (!in.is_alone) {
      shared_.emplace_back(value, in.happening);
      return;
    }
    Count& count = count_of(value);
    if (count.last != in.fact) ++count.happenings;
    count.last = in.fact;
  }

  /// Calls `use` with each value and how many happenings have it.
  template <class Use>
  void each(Use use) {
    std::sort(shared_.begin(), shared_.end());
    shared_.erase(std::unique(shared_.begin(), shared_.end()), shared_.end());
    for (const auto& [value, happening] : shared_) ++count_of(value).happenings;
    shared_.clear();
    for (std::size_t value = 0; value < counts_.size(); ++value) {
      if (counts_[value].happenings > 0) use(static_cast<Number>(value), counts_[value].happenings);
    }
  }

 private:
  struct Count {
    std::int64_t happenings = 0, last = 0;  // the last fact that had it
  };

  Count& count_of(Number value) {
    const auto at = static_cast<std::size_t>(value);
    if (at >= counts_.size()) counts_.resize(std::max(at + 1, 2 * counts_.size()));
    return counts_[at];
  }

  std::vector<Count> counts_;
  std::vector<std::pair<Number, std::int64_t>> shared_;  // value and happening, with repetitions
};

/// In one pass, with what stands beside the facts.
Tally tally_beside(Database& db, FactList list, const Counted& what, const Question& question) {
  Numbered values;
  std::vector<Found> found;
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
  counts.each([&](Number value, std::int64_t facts) { out.facts.emplace(values.text(value), facts); });
  return out;
}

/// Looks up the values of each fact.
void look_up_each(Database& db, FactList list, const Counted& what, const std::vector<Found>& found, Tally& out) {
  Numbered values;
  ValueCounts counts;
  Query query =
      db.prepare(fmt::format("SELECT {} FROM {} f {}WHERE f.id = ?", what.column, table_of(list), what.joins));
  for (const Found& one : found) {
    query.bind(1, one.fact);
    while (query.step()) {
      if (!query.is_null(0)) counts.see(values.of(query.text(0)), one);
    }
  }
  counts.each([&](Number value, std::int64_t facts) { out.facts.emplace(values.text(value), facts); });
}

/// Numbers for the rows of a table that a vector can hold: their ids, but for the few of a damaged store, or of one
/// whose documents were replaced again and again, that are far above the count of rows.
class RowNumbers {
 public:
  RowNumbers(Database& db, std::string_view table) {
    constexpr std::int64_t kIdsARow = 4;
    const auto bound = fmt::format("min(ifnull(max(id), 0), {} * count(*))", kIdsARow);
    db.prepare(fmt::format("SELECT {} FROM {}", bound, table)).first([&](const Query& row) {
      last_ = std::max<std::int64_t>(0, row.integer(0));
    });
    Query beyond = db.prepare(
        fmt::format("SELECT id FROM {0} WHERE id > {1} UNION ALL SELECT id FROM {0} WHERE id < 0", table, last_));
    while (beyond.step()) {
      numbers_.emplace(beyond.integer(0), static_cast<Number>(size()));
      beyond_.push_back(beyond.integer(0));
    }
  }

  /// Below this are all numbers.
  std::size_t size() const { return static_cast<std::size_t>(last_) + 1 + beyond_.size(); }
  /// kNone for an id that none of the rows had, which a damaged row names, or one that was added just now.
  Number of(std::int64_t id) const {
    if (id >= 0 && id <= last_) return id;
    const auto found = numbers_.find(id);
    return found == numbers_.end() ? kNone : found->second;
  }
  std::int64_t id(Number number) const {
    return number <= last_ ? number : beyond_[static_cast<std::size_t>(number - last_ - 1)];
  }

 private:
  std::int64_t last_ = 0;  // up to here ids are numbers
  std::unordered_map<std::int64_t, Number> numbers_;
  std::vector<std::int64_t> beyond_;
};

/// Goes through the tables in which the values stand, and takes those of the facts that were found, whose ids are none
/// below 0 and none far above their count.
class Through {
 public:
  Through(Database& database, FactList list, const std::vector<Found>& found)
      : db_(database), list_(list), found_(found) {
    std::int64_t last = 0;
    for (const Found& one : found) last = std::max(last, one.fact);
    places_.resize(static_cast<std::size_t>(last) + 1);
    for (std::size_t i = 0; i < found.size(); ++i)
      places_[static_cast<std::size_t>(found[i].fact)] = static_cast<std::uint32_t>(i + 1);
  }

  void actors(Tally& out) {
    const RowNumbers actors(db_, "actors");
    std::vector<Number> one(actors.size());  // by actor: who stands for it
    std::iota(one.begin(), one.end(), Number{0});
    Query joined = db_.prepare("SELECT id, one FROM actors WHERE one IS NOT NULL");
    while (joined.step()) {
      const Number actor = actors.of(joined.integer(0));
      if (actor != kNone) at(one, actor) = actors.of(joined.integer(1));
    }
    Query parts = db_.prepare(fmt::format("SELECT fact, actor FROM parts WHERE list = '{}' AND +role IN ({})",
                                          table_of(list_), acting_roles(list_)));
    while (parts.step()) {
      const Number actor = actors.of(parts.integer(1));
      if (actor != kNone && at(one, actor) != kNone) see(parts.integer(0), at(one, actor));
    }
    counts_.each([&](Number actor, std::int64_t facts) { out.facts.emplace(std::to_string(actors.id(actor)), facts); });
  }

  void issues(Tally& out) {
    const RowNumbers issues(db_, "issues"), labels(db_, "issue_labels");
    std::vector<Number> label_of(issues.size(), kNone);
    Query labelled = db_.prepare("SELECT id, of_label FROM issues INDEXED BY issues_of_label");
    while (labelled.step()) {
      const Number issue = issues.of(labelled.integer(0));
      if (issue != kNone) at(label_of, issue) = labels.of(labelled.integer(1));
    }
    Query facts = db_.prepare(list_ == FactList::statements
                                  ? "SELECT statement, issue FROM statement_issues NOT INDEXED"
                                  : fmt::format("SELECT id, issue FROM {} WHERE issue IS NOT NULL", table_of(list_)));
    while (facts.step()) {
      const Number issue = issues.of(facts.integer(1));
      if (issue != kNone && at(label_of, issue) != kNone) see(facts.integer(0), at(label_of, issue));
    }
    std::unordered_map<Number, std::int64_t> counts;
    counts_.each([&](Number label, std::int64_t n) { counts.emplace(label, n); });
    Query words = db_.prepare("SELECT id, folded FROM issue_labels");
    while (words.step()) {
      const auto counted = counts.find(labels.of(words.integer(0)));
      if (counted != counts.end()) out.facts.emplace(words.text(1), counted->second);
    }
  }

  /// The countries of one side and of the other; in events without a recipient those of all actors.
  void pairs(Tally& out) {
    const bool of_events = list_ == FactList::events, said = list_ == FactList::statements;
    const std::string_view from = of_events ? "actor" : said ? "speaker" : "participant";
    const std::string_view to = of_events ? "recipient" : said ? "addressee" : "participant";
    Query parts = db_.prepare(
        fmt::format("SELECT fact, role, country FROM parts WHERE list = '{}' AND +role IN ('{}', '{}') ORDER BY fact",
                    table_of(list_), from, to));
    std::int64_t fact = 0;
    std::vector<Number> a, b;
    bool has_other = false;
    const auto end_fact = [&] {
      const std::vector<Number>& other = of_events && !has_other ? a : from == to ? a : b;
      for (const Number x : a) {
        for (const Number y : other) see_pair(fact, x, y);
      }
      a.clear();
      b.clear();
      has_other = false;
    };
    while (parts.step()) {
      if (parts.integer(0) != fact) end_fact();
      fact = parts.integer(0);
      if (!is_found(fact)) continue;
      const bool first = parts.text(1) == from;
      has_other = has_other || !first;
      if (!parts.is_null(2)) (first ? a : b).push_back(countries_.of(parts.text(2)));
    }
    end_fact();
    counts_.each([&](Number pair, std::int64_t facts) { out.facts.emplace(pairs_.text(pair), facts); });
  }

 private:
  static Number& at(std::vector<Number>& values, Number number) { return values[static_cast<std::size_t>(number)]; }

  bool is_found(std::int64_t fact) const {
    return fact >= 0 && static_cast<std::size_t>(fact) < places_.size() && places_[static_cast<std::size_t>(fact)] != 0;
  }
  void see(std::int64_t fact, Number value) {
    if (is_found(fact)) counts_.see(value, found_[places_[static_cast<std::size_t>(fact)] - 1]);
  }
  void see_pair(std::int64_t fact, Number x, Number y) {
    if (x == y) return;
    const std::string &a = countries_.text(x), &b = countries_.text(y);
    see(fact, pairs_.of(a < b ? a + "/" + b : b + "/" + a));
  }

  Database& db_;
  FactList list_;
  const std::vector<Found>& found_;
  std::vector<std::uint32_t> places_;  // by fact: its place among those found, from 1
  Numbered countries_, pairs_;
  ValueCounts counts_;
};

}  // namespace

Tally tally(Database& db, FactList list, By by, const Question& question) {
  const Counted what = counted(list, by);
  if (by != By::actor && by != By::pair && by != By::issue) return tally_beside(db, list, what, question);
  std::vector<Found> found;
  Query query = facts_with(db, list, question, "f.id", "");
  while (query.step()) found.push_back({query.integer(0), query.integer(1), true});
  Tally out;
  out.all = count_happenings(found);
  std::int64_t last = 0;
  db.prepare(fmt::format("SELECT max(id) FROM {}", table_of(list))).first([&](const Query& row) {
    last = row.integer(0);
  });
  const bool damaged =
      std::any_of(found.begin(), found.end(), [&](const Found& one) { return one.fact < 0 || one.fact > last; });
  const std::int64_t look_up = by == By::issue ? 4 : 16;  // as long as going through so many facts takes one
  if (damaged || static_cast<std::int64_t>(found.size()) * look_up < last) {
    look_up_each(db, list, what, found, out);
    return out;
  }
  Through through(db, list, found);
  if (by == By::actor) through.actors(out);
  if (by == By::pair) through.pairs(out);
  if (by == By::issue) through.issues(out);
  return out;
}

}  // namespace dragoman
