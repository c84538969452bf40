// Months, types, places and agencies come with the facts in one pass. Those who take part, pairs and issues stand in
// tables of their own, in which each fact has to be looked up. Of many facts that takes longer than to go through the
// whole table in its order, so that then the facts are found first and the table is gone through.
#include "query/tally.h"

#include "query/fact_sql.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace dragoman {

namespace {

using Number = std::int64_t;

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
  constexpr Number kNone = -1;
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

/// Goes through the tables in which the values stand, and takes those of the facts that were found.
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
    std::vector<std::int64_t> one(last_of("actors") + 1);  // 0: itself
    Query joined = db_.prepare("SELECT id, one FROM actors WHERE one IS NOT NULL");
    while (joined.step()) {
      if (fits(joined.integer(0), one)) one[static_cast<std::size_t>(joined.integer(0))] = joined.integer(1);
    }
    Query parts = db_.prepare(fmt::format("SELECT fact, actor FROM parts WHERE list = '{}' AND +role IN ({})",
                                          table_of(list_), acting_roles(list_)));
    while (parts.step()) {
      const std::int64_t actor = parts.integer(1);
      if (!fits(actor, one)) continue;
      const std::int64_t stands = one[static_cast<std::size_t>(actor)];
      if (fits(stands, one)) see(parts.integer(0), stands == 0 ? actor : stands);
    }
    counts_.each([&](Number actor, std::int64_t facts) { out.facts.emplace(std::to_string(actor), facts); });
  }

  void issues(Tally& out) {
    std::vector<Number> labels(last_of("issues") + 1);  // by issue
    Query issues = db_.prepare("SELECT id, of_label FROM issues INDEXED BY issues_of_label");
    const auto last_label = static_cast<Number>(last_of("issue_labels"));
    while (issues.step()) {
      const Number label = issues.integer(1);
      if (fits(issues.integer(0), labels) && label > 0 && label <= last_label)
        labels[static_cast<std::size_t>(issues.integer(0))] = label;
    }
    Query facts = db_.prepare(list_ == FactList::statements
                                  ? "SELECT statement, issue FROM statement_issues NOT INDEXED"
                                  : fmt::format("SELECT id, issue FROM {} WHERE issue IS NOT NULL", table_of(list_)));
    while (facts.step()) {
      const std::int64_t issue = facts.integer(1);
      if (fits(issue, labels)) see(facts.integer(0), labels[static_cast<std::size_t>(issue)]);
    }
    std::unordered_map<Number, std::int64_t> counts;
    counts_.each([&](Number label, std::int64_t n) { counts.emplace(label, n); });
    Query words = db_.prepare("SELECT id, folded FROM issue_labels");
    while (words.step()) {
      const auto counted = counts.find(words.integer(0));
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
  /// False for a number that only a damaged row has.
  static bool fits(std::int64_t at, const std::vector<std::int64_t>& in) {
    return at >= 0 && static_cast<std::size_t>(at) < in.size();
  }

  std::size_t last_of(std::string_view table) {
    std::int64_t last = 0;
    db_.prepare(fmt::format("SELECT max(id) FROM {}", table)).first([&](const Query& row) { last = row.integer(0); });
    return static_cast<std::size_t>(std::max<std::int64_t>(0, last));
  }

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
  const std::int64_t look_up = by == By::issue ? 4 : 16;  // as long as going through so many facts takes one
  if (static_cast<std::int64_t>(found.size()) * look_up < last) {
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
