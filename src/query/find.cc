#include "query/find.h"

#include "query/fact_sql.h"
#include "query/told_often.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

namespace dragoman {

char letter_of(FactList list) {
  return "vmqka"[static_cast<std::size_t>(list)];
}

std::vector<std::string> distinct_values(Database& database, std::string_view table, std::string_view column) {
  auto query = database.prepare(
      fmt::format("WITH RECURSIVE v(value) AS (SELECT min({0}) FROM {1} WHERE {0} IS NOT NULL UNION ALL SELECT (SELECT "
                  "min({0}) FROM {1} WHERE "
                  "{0} > v.value) FROM v WHERE v.value IS NOT NULL) SELECT value FROM v WHERE value IS NOT NULL",
                  column, table));
  return query.texts();
}

namespace {

/// Takes the facts of one query after the other, of the tellings of a happening the first.
class Collected {
 public:
  Collected(Database& database, const Question& question) : db_(database), question_(question) {}

  bool full() const { return taken_.more; }

  void take(FactList list, const Question& question, Sort sort) {
    const bool no_index = sort == Sort::reports;
    FactsInOrder facts = facts_in_order(db_, list, question, sort, no_index);
    if (!facts.along) return step_through(facts.query);
    if (!goes_well(facts.query)) step_through(facts_in_order(db_, list, question, sort, true).query);
  }

  FoundFacts facts() {
    if (question_.sort == Sort::day) std::sort(taken_.in_order.begin(), taken_.in_order.end());
    FoundFacts found{{}, taken_.more};
    for (const auto& [day, id] : taken_.in_order) found.facts.push_back(id);
    return found;
  }

 private:
  struct Taken {
    int passed_over = 0;
    std::unordered_set<std::int64_t> happenings;
    std::vector<std::pair<std::string, std::int64_t>> in_order;
    bool more = false;
  };

  /// False where it is far to the next facts: then nothing is taken.
  bool goes_well(Query& query) {
    constexpr std::int64_t kSteps = 500'000, kStepsOfARow = 500;
    const Taken before = taken_;
    const StepLimit limit(db_, kSteps + kStepsOfARow * (std::int64_t{question_.limit} + question_.offset));
    step_through(query);
    if (limit.spent() && !full()) taken_ = before;
    return full() || !limit.spent();
  }

  void step_through(Query&& query) { step_through(query); }
  void step_through(Query& query) {
    while (!full() && query.step()) {
      if (!taken_.happenings.insert(query.integer(1)).second) continue;
      if (taken_.passed_over < question_.offset) {
        ++taken_.passed_over;
      } else if (static_cast<int>(taken_.in_order.size()) == question_.limit) {
        taken_.more = true;
      } else {
        taken_.in_order.emplace_back(query.text(2), query.integer(0));
      }
    }
  }

  Database& db_;
  const Question& question_;
  Taken taken_;
};

}  // namespace

FoundFacts find_facts(Database& database, FactList list, const Question& question) {
  Collected collected(database, question);
  if (question.sort != Sort::reports || told_once(list)) {
    collected.take(list, question, question.sort == Sort::reports ? Sort::day : question.sort);
    return collected.facts();
  }
  // First what most reports tell, of which there is little; the rest needs no counting.
  Question several = question;
  const std::int64_t wanted = std::int64_t{question.offset} + question.limit + 1;
  const int least = std::max(2, question.min_reports);
  const std::vector<int> levels =
      only_few(database, list, question) ? std::vector<int>{least} : levels_of_reports(database, list, least, wanted);
  for (const int level : levels) {
    several.min_reports = level;
    if (!collected.full()) collected.take(list, several, Sort::reports);
    several.below_reports = level;
  }
  if (!collected.full() && question.min_reports < 2) collected.take(list, question, Sort::day);
  return collected.facts();
}

}  // namespace dragoman
