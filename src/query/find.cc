#include "query/find.h"

#include "query/fact_sql.h"

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

  bool full() const { return found_.more; }

  void take(FactList list, const Question& question, Sort sort) {
    Query query = facts_in_order(db_, list, question, sort);
    while (!full() && query.step()) {
      if (!happenings_.insert(query.integer(1)).second) continue;
      if (passed_over_ < question_.offset) {
        ++passed_over_;
      } else if (static_cast<int>(in_order_.size()) == question_.limit) {
        found_.more = true;
      } else {
        in_order_.emplace_back(query.text(2), query.integer(0));
      }
    }
  }

  FoundFacts facts() {
    if (question_.sort == Sort::day) std::sort(in_order_.begin(), in_order_.end());
    for (const auto& [day, id] : in_order_) found_.facts.push_back(id);
    return std::move(found_);
  }

 private:
  Database& db_;
  const Question& question_;
  int passed_over_ = 0;
  std::unordered_set<std::int64_t> happenings_;
  std::vector<std::pair<std::string, std::int64_t>> in_order_;
  FoundFacts found_;
};

}  // namespace

FoundFacts find_facts(Database& database, FactList list, const Question& question) {
  Collected collected(database, question);
  if (question.sort != Sort::reports || told_once(list)) {
    collected.take(list, question, question.sort == Sort::reports ? Sort::day : question.sort);
    return collected.facts();
  }
  // First what several tell, of which there is little; then the rest, which needs no counting.
  Question several = question;
  several.min_reports = std::max(2, question.min_reports);
  collected.take(list, several, Sort::reports);
  if (!collected.full() && question.min_reports < 2) collected.take(list, question, Sort::day);
  return collected.facts();
}

}  // namespace dragoman
