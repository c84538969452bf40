#include "dossier/summary.h"

#include "dossier/reading.h"
#include "query/issues.h"
#include "store/actor_links.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman::web {

namespace {

/// Events that took place, each happening once, with its first day and quad class.
constexpr std::string_view kTookPlace =
    "SELECT min(id) AS id, first_day, last_day, quad FROM events WHERE status IN ('happened', 'ongoing', 'reported') "
    "GROUP "
    "BY happening";

void count_documents(Database& db, Summary& out) {
  constexpr std::size_t kNewest = 8;
  std::set<std::pair<std::string, std::int64_t>> newest;
  auto query = db.prepare("SELECT id, sha, published, copy_of IS NOT NULL FROM documents");
  while (query.step()) {
    ++out.documents;
    if (query.integer(3) != 0) ++out.copies;
    out.by_key.emplace(document_key(query.text(1)), query.integer(0));
    const std::string day(query.text(2));
    if (query.integer(3) == 0) {
      newest.emplace(day, query.integer(0));
      if (newest.size() > kNewest) newest.erase(newest.begin());
    }
    if (day.empty()) continue;
    if (out.first_day.empty() || day < out.first_day) out.first_day = day;
    if (day > out.last_day) out.last_day = day;
  }
  for (auto one = newest.rbegin(); one != newest.rend(); ++one) out.newest.push_back(one->second);
}

void count_facts(Database& db, Summary& out) {
  for (const FactList list : kFactLists) {
    db.prepare(fmt::format("SELECT count(*), count({}) FROM {}", told_once(list) ? "*" : "DISTINCT happening",
                           table_of(list)))
        .first([&](const Query& row) {
          out.facts[static_cast<std::size_t>(list)] = row.integer(0);
          out.happenings[static_cast<std::size_t>(list)] = row.integer(1);
        });
  }
  auto types = db.prepare("SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY n DESC, type");
  while (types.step()) out.types.emplace_back(types.text(0), types.integer(1));
}

void count_months(Database& db, Summary& out) {
  auto query = db.prepare(fmt::format(
      "SELECT substr(first_day, 1, 7) AS month, quad, count(*) FROM ({}) WHERE first_day IS NOT NULL AND month = "
      "substr(last_day, 1, 7) AND quad BETWEEN 1 AND 4 GROUP BY month, quad ORDER BY month, quad",
      kTookPlace));
  while (query.step()) {
    const std::string month(query.text(0));
    if (out.months.empty() || out.months.back().month != month) out.months.push_back({month, {}});
    out.months.back().quads[static_cast<std::size_t>(query.integer(1) - 1)] = query.integer(2);
  }
}

void count_pairs(Database& db, Summary& out) {
  constexpr std::size_t kMost = 500;
  auto query = db.prepare(fmt::format(
      "SELECT a, b, quad, count(*) FROM (SELECT f.id, f.quad, min(p.country, q.country) AS a, max(p.country, "
      "q.country) AS b FROM ({}) f CROSS JOIN parts p ON p.list = 'events' AND p.fact = f.id AND p.role = 'actor' "
      "CROSS "
      "JOIN parts q ON q.list = 'events' AND q.fact = f.id AND q.role IN ('actor', 'recipient') WHERE p.country <> "
      "q.country AND f.quad BETWEEN 1 AND 4 GROUP BY f.id, a, b) GROUP BY a, b, quad",
      kTookPlace));
  std::map<std::pair<std::string, std::string>, PairCount> pairs;
  while (query.step()) {
    PairCount& pair = pairs[{std::string(query.text(0)), std::string(query.text(1))}];
    pair.a = query.text(0);
    pair.b = query.text(1);
    pair.quads[static_cast<std::size_t>(query.integer(2) - 1)] = query.integer(3);
  }
  for (auto& [names, pair] : pairs) out.pairs.push_back(std::move(pair));
  std::stable_sort(out.pairs.begin(), out.pairs.end(),
                   [](const PairCount& x, const PairCount& y) { return x.all() > y.all(); });
  if (out.pairs.size() > kMost) out.pairs.resize(kMost);
}

/// The documents of one; `entities` is how often all that are one with it stand in documents, where two of them may.
std::int64_t documents_of(Database& db, std::int64_t actor, std::int64_t entities) {
  const auto all = actors_one_with(db, actor);
  if (all.size() == 1) return entities;
  std::int64_t documents = entities;
  db.prepare(fmt::format("SELECT count(DISTINCT document) FROM entities WHERE actor IN ({})", fmt::join(all, ", ")))
      .first([&](const Query& row) { documents = row.integer(0); });
  return documents;
}

void count_actors(Database& db, Summary& out) {
  for (const std::string_view types : {"'person'", "'country'", "'organisation', 'media', 'group'"}) {
    auto query = db.prepare(
        fmt::format("SELECT a.key, a.name, a.type, a.country, n.documents, a.id FROM (SELECT coalesce(x.one, x.id) "
                    "AS who, sum(e.documents) AS documents FROM (SELECT actor, count(*) AS documents FROM "
                    "entities WHERE type IN ({}) AND anonymous = 0 GROUP BY actor) e JOIN actors x ON x.id = "
                    "e.actor GROUP BY who ORDER BY documents DESC, who LIMIT 300) n JOIN actors a ON a.id = "
                    "n.who ORDER BY n.documents DESC, a.name",
                    types));
    const auto kind = static_cast<std::ptrdiff_t>(out.actors.size());
    while (query.step()) {
      out.actors.push_back({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                            std::string(query.text(3)), documents_of(db, query.integer(5), query.integer(4))});
    }
    std::stable_sort(out.actors.begin() + kind, out.actors.end(),
                     [](const ActorCount& x, const ActorCount& y) { return x.documents > y.documents; });
  }
}

void count_places(Database& db, Summary& out) {
  auto query = db.prepare(
      "SELECT min(l.name), l.folded, l.country, l.lat, l.lon, sum(n) AS facts FROM (SELECT place, count(DISTINCT "
      "happening) "
      "AS n FROM events WHERE place IS NOT NULL GROUP BY place UNION ALL SELECT place, count(DISTINCT happening) FROM "
      "agenda WHERE place IS NOT NULL GROUP BY place) f JOIN places l ON l.id = f.place WHERE l.lat IS NOT NULL GROUP "
      "BY "
      "l.folded, l.country, round(l.lat, 2), round(l.lon, 2) ORDER BY facts DESC, l.folded LIMIT 500");
  while (query.step()) {
    out.places.push_back({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                          query.real(3), query.real(4), query.integer(5)});
  }
}

}  // namespace

Summary count_store(Database& database) {
  Summary out;
  count_documents(database, out);
  count_facts(database, out);
  count_months(database, out);
  count_pairs(database, out);
  count_actors(database, out);
  count_places(database, out);
  Question issues;
  issues.limit = 200;
  out.issues = count_issues(database, issues);
  return out;
}

}  // namespace dragoman::web
