#include "query/dossier.h"

#include "query/facts.h"
#include "query/find.h"
#include "record/names.h"
#include "store/actor_links.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

constexpr std::int64_t kMostDocuments = 10'000;  // that are counted

/// The one who stands for all these, with the documents of all.
Person person_of(Database& db, const std::vector<std::int64_t>& actors) {
  Query& query = db.cached("SELECT name, type, country FROM actors WHERE id = ?");
  query.bind(1, actors.front());
  Person person;
  query.first([&](const Query& row) {
    person = {actors.front(), std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), 0};
  });
  Query documents = db.prepare(
      fmt::format("SELECT count(DISTINCT document) FROM (SELECT document FROM entities WHERE actor IN ({}) LIMIT {})",
                  fmt::join(actors, ", "), kMostDocuments));
  documents.first([&](const Query& row) { person.documents = row.integer(0); });
  return person;
}

std::string reason_in_words(std::string_view joined) {
  using Reason = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Reason, 11> kReasons = {
      Reason{"middle", "a middle name or initial is left out"},
      Reason{"short name", "the first name is a short form"},
      Reason{"spelling", "spelled otherwise"},
      Reason{"letter", "a letter differs, and the office or the country is the same"},
      Reason{"suffix", "a Jr. or the like is left out"},
      Reason{"office", "the one with this surname who has this office"},
      Reason{"company", "the same people stand in reports of both"},
      Reason{"surname", "nearly all reports with this surname mean this one"},
      Reason{"initials", "nearly all reports with this surname mean this one"},
      Reason{"form", "the same name in another form"},
      Reason{"ruling", "somebody said so: `dragoman same`"}};
  const auto* found =
      std::find_if(kReasons.begin(), kReasons.end(), [&](const auto& reason) { return reason.first == joined; });
  return std::string(found == kReasons.end() ? joined : found->second);
}

void add_names(Database& db, const std::vector<std::int64_t>& actors, Dossier& out) {
  Query& query = db.cached(
      "SELECT a.name, a.joined, t.times FROM actors a LEFT JOIN actor_traits t ON t.actor = a.id AND t.trait = "
      "'entities' WHERE a.id = ?");
  for (const std::int64_t actor : actors) {
    if (actor == actors.front()) continue;
    query.bind(1, actor);
    query.first([&](const Query& row) {
      out.names.push_back({std::string(row.text(0)), reason_in_words(row.text(1)), row.integer(2)});
    });
  }
  std::stable_sort(out.names.begin(), out.names.end(),
                   [](const OtherName& a, const OtherName& b) { return a.documents > b.documents; });
}

void add_offices(Database& db, const std::vector<std::int64_t>& actors, Dossier& out) {
  Query query = db.prepare(fmt::format(
      "SELECT r.title, nullif(r.status, 'current') AS standing, r.country, min(d.published), max(d.published), "
      "count(DISTINCT d.id) AS reports FROM (SELECT * FROM roles WHERE actor IN ({}) LIMIT 1000) r JOIN entities e ON "
      "e.id "
      "= r.entity JOIN documents d ON d.id = e.document GROUP BY r.title, standing, r.country ORDER BY reports DESC, "
      "r.title, standing LIMIT 12",
      fmt::join(actors, ", ")));
  while (query.step()) {
    out.offices.push_back({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                           std::string(query.text(3)), std::string(query.text(4)), query.integer(5)});
  }
}

void add_counterparts(Database& db, const std::vector<std::int64_t>& actors, Dossier& out) {
  Query query = db.prepare(
      fmt::format("SELECT coalesce(o.name, a.name) AS who, count(*) AS facts FROM ({1}) p CROSS JOIN parts q ON q.list "
                  "= p.list AND q.fact = p.fact JOIN actors a ON a.id = q.actor LEFT JOIN "
                  "actors o ON o.id = a.one WHERE q.actor NOT IN ({0}) AND q.role NOT IN ('source', 'chain') GROUP BY "
                  "coalesce(a.one, a.id) ORDER BY facts DESC, who LIMIT 10",
                  fmt::join(actors, ", "), latest_parts_sql(actors)));
  while (query.step()) out.counterparts.push_back({std::string(query.text(0)), query.integer(1)});
}

}  // namespace

std::string shown_office(std::string_view status, std::string_view title, std::string_view country) {
  return fmt::format("{}{}{}", office_with_status(status, title), country.empty() ? "" : ", ", country);
}

std::vector<Person> people(Database& database, const Party& party) {
  constexpr std::size_t kMost = 50;
  std::vector<std::int64_t> actors = party.actors;
  if (!party.country.empty()) {
    Query& query = database.cached("SELECT id FROM actors WHERE key = ?");
    query.bind(1, "country " + party.country);
    query.first([&](const Query& row) { actors.push_back(row.integer(0)); });
  }
  std::vector<Person> out;
  std::set<std::int64_t> known;
  for (const std::int64_t actor : actors) {
    if (known.contains(actor) || out.size() == kMost) continue;
    const auto all = actors_one_with(database, actor);
    known.insert(all.begin(), all.end());
    out.push_back(person_of(database, all));
  }
  std::stable_sort(out.begin(), out.end(), [](const Person& a, const Person& b) { return a.documents > b.documents; });
  return out;
}

std::string latest_parts_sql(const std::vector<std::int64_t>& actors) {
  // Each list by its index, which holds all that is asked for; facts have their numbers in the order of being read.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kRoles = {
      std::pair{"events", "'actor', 'recipient'"}, std::pair{"meetings", "'participant'"},
      std::pair{"statements", "'speaker', 'addressee'"}};
  std::string sql;
  for (const auto& [list, roles] : kRoles) {
    if (!sql.empty()) sql += " UNION ALL ";
    sql += fmt::format(
        "SELECT * FROM (SELECT DISTINCT list, fact FROM parts INDEXED BY parts_actor WHERE actor IN ({}) AND list = "
        "'{}' AND role IN ({}) ORDER BY fact DESC LIMIT {})",
        fmt::join(actors, ", "), list, roles, kLatestParts);
  }
  return sql;
}

Dossier identity(Database& database, const Person& person) {
  Dossier out;
  const auto actors = actors_one_with(database, person.actor);
  out.who = person_of(database, actors);
  add_names(database, actors, out);
  add_offices(database, actors, out);
  return out;
}

Dossier dossier(Database& database, const Person& person, int limit) {
  Dossier out = identity(database, person);
  const auto actors = actors_one_with(database, person.actor);
  add_counterparts(database, actors, out);
  Question question;
  question.actors = {Party{person.name, "", actors}};
  question.limit = limit;
  const auto latest = [&](FactList list) {
    std::vector<Fact> facts;
    for (const std::int64_t id : find_facts(database, list, question).facts) {
      if (auto fact = load_fact(database, list, id)) facts.push_back(std::move(*fact));
    }
    return facts;
  };
  out.meetings = latest(FactList::meetings);
  out.events = latest(FactList::events);
  out.statements = latest(FactList::statements);
  out.positions = latest(FactList::positions);
  return out;
}

}  // namespace dragoman
