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
    const auto [at, is_new] = numbers_.try_emplace(std::string(text), static_cast<Number>(texts_.size()));
    if (is_new) texts_.push_back(at->first);
    return at->second;
  }
  const std::string& text(Number number) const { return texts_[static_cast<std::size_t>(number)]; }

 private:
  std::unordered_map<std::string, Number> numbers_;
  std::vector<std::string> texts_;
};

/// The values of happenings, with repetitions: number of a value, happening.
using Seen = std::vector<std::pair<Number, std::int64_t>>;

/// Calls `use` with each value's number and how many happenings have it.
template <class Use>
void count_each(Seen& seen, Use use) {
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (auto first = seen.begin(); first != seen.end();) {
    const auto last = std::find_if(first, seen.end(), [&](const auto& one) { return one.first != first->first; });
    use(first->first, static_cast<std::int64_t>(last - first));
    first = last;
  }
}

std::int64_t different(std::vector<std::int64_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return std::unique(numbers.begin(), numbers.end()) - numbers.begin();
}

/// In one pass, with what stands beside the facts.
Tally tally_beside(Database& db, FactList list, const Counted& what, const Question& question) {
  Numbered values;
  Seen seen;
  std::vector<std::int64_t> happenings;
  Query query = facts_with(db, list, question, what.column, what.joins);
  while (query.step()) {
    happenings.push_back(query.integer(1));
    if (!query.is_null(0)) seen.emplace_back(values.of(query.text(0)), query.integer(1));
  }
  Tally out;
  count_each(seen, [&](Number value, std::int64_t facts) { out.facts.emplace(values.text(value), facts); });
  out.all = different(std::move(happenings));
  return out;
}

struct Found {
  std::int64_t fact, happening;
};

/// Looks up the values of each fact.
void look_up_each(Database& db, FactList list, const Counted& what, const std::vector<Found>& found, Tally& out) {
  Numbered values;
  Seen seen;
  Query query =
      db.prepare(fmt::format("SELECT {} FROM {} f {}WHERE f.id = ?", what.column, table_of(list), what.joins));
  for (const Found& one : found) {
    query.bind(1, one.fact);
    while (query.step()) {
      if (!query.is_null(0)) seen.emplace_back(values.of(query.text(0)), one.happening);
    }
  }
  count_each(seen, [&](Number value, std::int64_t facts) { out.facts.emplace(values.text(value), facts); });
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
    std::unordered_map<std::int64_t, std::int64_t> one;
    Query joined = db_.prepare("SELECT id, one FROM actors WHERE one IS NOT NULL");
    while (joined.step()) one.emplace(joined.integer(0), joined.integer(1));
    Query parts = db_.prepare(fmt::format("SELECT fact, actor FROM parts WHERE list = '{}' AND +role IN ({})",
                                          table_of(list_), acting_roles(list_)));
    while (parts.step()) {
      const std::int64_t actor = parts.integer(1);
      const auto stands = one.find(actor);
      see(parts.integer(0), stands == one.end() ? actor : stands->second);
    }
    count_each(seen_, [&](Number actor, std::int64_t facts) { out.facts.emplace(std::to_string(actor), facts); });
  }

  void issues(Tally& out) {
    std::vector<Number> labels;  // by issue
    Query issues = db_.prepare("SELECT id, of_label FROM issues ORDER BY id");
    while (issues.step()) {
      labels.resize(static_cast<std::size_t>(issues.integer(0)) + 1);
      labels.back() = issues.integer(1);
    }
    Query facts = db_.prepare(list_ == FactList::statements
                                  ? "SELECT statement, issue FROM statement_issues"
                                  : fmt::format("SELECT id, issue FROM {} WHERE issue IS NOT NULL", table_of(list_)));
    while (facts.step()) {
      const auto issue = static_cast<std::size_t>(facts.integer(1));
      if (issue < labels.size()) see(facts.integer(0), labels[issue]);
    }
    std::unordered_map<Number, std::int64_t> counts;
    count_each(seen_, [&](Number label, std::int64_t n) { counts.emplace(label, n); });
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
    count_each(seen_, [&](Number pair, std::int64_t facts) {
      out.facts.emplace(countries_.text(pair / kMostCountries) + "/" + countries_.text(pair % kMostCountries), facts);
    });
  }

 private:
  static constexpr Number kMostCountries = 1'000'000;

  bool is_found(std::int64_t fact) const {
    return fact >= 0 && static_cast<std::size_t>(fact) < places_.size() && places_[static_cast<std::size_t>(fact)] != 0;
  }
  void see(std::int64_t fact, Number value) {
    if (is_found(fact)) seen_.emplace_back(value, found_[places_[static_cast<std::size_t>(fact)] - 1].happening);
  }
  void see_pair(std::int64_t fact, Number x, Number y) {
    if (x == y) return;
    const bool in_order = countries_.text(x) < countries_.text(y);
    see(fact, in_order ? x * kMostCountries + y : y * kMostCountries + x);
  }

  Database& db_;
  FactList list_;
  const std::vector<Found>& found_;
  std::vector<std::uint32_t> places_;  // by fact: its place among those found, from 1
  Numbered countries_;
  Seen seen_;
};

}  // namespace

Tally tally(Database& db, FactList list, By by, const Question& question) {
  const Counted what = counted(list, by);
  if (by != By::actor && by != By::pair && by != By::issue) return tally_beside(db, list, what, question);
  std::vector<Found> found;
  std::vector<std::int64_t> happenings;
  Query query = facts_with(db, list, question, "f.id", "");
  while (query.step()) {
    found.push_back({query.integer(0), query.integer(1)});
    happenings.push_back(query.integer(1));
  }
  Tally out;
  out.all = different(std::move(happenings));
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
