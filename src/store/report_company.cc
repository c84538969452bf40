#include "store/report_company.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::int64_t kFew = 10;  // reports: who stands in more is no sign of what a report is about

}  // namespace

bool ReportCompany::stand_together(std::int64_t actor, std::int64_t other) const {
  Query& query = db_.cached(
      "SELECT 1 FROM entities a CROSS JOIN entities b INDEXED BY entities_actor ON b.document = a.document AND "
      "b.actor = ?2 WHERE a.actor = ?1 LIMIT 1");
  query.bind(1, actor);
  query.bind(2, other);
  return query.first([](const Query&) {});
}

std::optional<std::set<std::int64_t>> ReportCompany::reports_of(const std::vector<std::int64_t>& actors,
                                                                std::size_t most) {
  Query& find = db_.cached("SELECT DISTINCT document FROM entities WHERE actor = ?1 LIMIT ?2");
  std::set<std::int64_t> reports;
  for (const std::int64_t actor : actors) {
    const auto [known, is_new] = reports_.try_emplace({actor, most});
    if (is_new) {
      find.bind(1, actor);
      find.bind(2, static_cast<std::int64_t>(most + 1));
      known->second = find.integers();
    }
    reports.insert(known->second.begin(), known->second.end());
    if (reports.size() > most) return std::nullopt;
  }
  return reports;
}

std::set<std::int64_t> ReportCompany::rare_people_in(const std::set<std::int64_t>& reports) {
  Query& find = db_.cached(
      "SELECT e.actor FROM entities e CROSS JOIN actors a ON a.id = e.actor CROSS JOIN actor_traits t ON t.actor = "
      "e.actor AND t.trait = 'entities' WHERE e.document = ?1 AND e.type = 'person' AND e.anonymous = 0 AND a.given IS "
      "NOT NULL AND t.times <= ?2");
  std::set<std::int64_t> people;
  for (const std::int64_t report : reports) {
    const auto [known, is_new] = rare_people_.try_emplace(report);
    if (is_new) {
      find.bind(1, report);
      find.bind(2, kFew);
      known->second = find.integers();
    }
    people.insert(known->second.begin(), known->second.end());
  }
  return people;
}

bool ReportCompany::name_person(const std::set<std::int64_t>& reports, std::int64_t person) {
  const auto [known, is_new] = of_person_.try_emplace(person);
  if (is_new) {
    Query& find = db_.cached("SELECT document FROM entities WHERE actor = ?1 AND type = 'person' AND anonymous = 0");
    find.bind(1, person);
    known->second = find.integers();
  }
  return std::any_of(known->second.begin(), known->second.end(),
                     [&](std::int64_t report) { return reports.contains(report); });
}

std::vector<std::int64_t> ReportCompany::surnames_to_tell_again(const std::vector<std::int64_t>& actors) const {
  constexpr std::int64_t kOfOneReport = 3;  // entities that are one actor
  Query& passes = db_.cached(
      "SELECT 1 FROM actor_traits t CROSS JOIN actors a ON a.id = t.actor WHERE t.actor = ?1 AND t.trait = 'entities' "
      "AND t.times > ?2 AND t.times <= ?3 AND a.given IS NOT NULL");
  Query& beside = db_.cached(
      "SELECT DISTINCT o.actor FROM entities e CROSS JOIN entities o ON o.document = e.document CROSS JOIN actors a ON "
      "a.id = o.actor WHERE e.actor = ?1 AND o.type = 'person' AND a.family IS NOT NULL AND a.given IS NULL");
  std::vector<std::int64_t> surnames;
  for (const std::int64_t actor : actors) {
    passes.bind(1, actor);
    passes.bind(2, kFew - kOfOneReport);
    passes.bind(3, kFew + kOfOneReport);
    if (!passes.first([](const Query&) {})) continue;
    beside.bind(1, actor);
    for (const std::int64_t surname : beside.integers()) surnames.push_back(surname);
  }
  return surnames;
}

void ReportCompany::trim() {
  constexpr std::size_t kMost = 20'000;  // of each kind
  if (reports_.size() > kMost) reports_.clear();
  if (rare_people_.size() > kMost) rare_people_.clear();
  if (of_person_.size() > kMost) of_person_.clear();
}

}  // namespace dragoman
