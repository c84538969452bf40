#include "query/dossier.h"

#include "query/facts.h"
#include "query/find.h"
#include "record/names.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::int64_t kMostDocuments = 10'000;  // that are counted

Person person_of(Database& db, std::int64_t actor) {
  Query& query = db.cached(
      "SELECT name, type, country, (SELECT count(*) FROM (SELECT 1 FROM entities e WHERE e.actor = a.id LIMIT ?2)) "
      "FROM actors a WHERE id = ?1");
  query.bind(1, actor);
  query.bind(2, kMostDocuments);
  Person person;
  query.first([&](const Query& row) {
    person = {actor, std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), row.integer(3)};
  });
  return person;
}

void add_offices(Database& db, Dossier& out) {
  Query& query = db.cached(
      "SELECT r.title, nullif(r.status, 'current') AS standing, r.country, min(d.published), max(d.published), "
      "count(DISTINCT d.id) AS reports FROM (SELECT * FROM roles WHERE actor = ? LIMIT 1000) r JOIN entities e ON e.id "
      "= r.entity JOIN documents d ON d.id = e.document GROUP BY r.title, standing, r.country ORDER BY reports DESC, "
      "r.title, standing LIMIT 12");
  query.bind(1, out.who.actor);
  while (query.step()) {
    out.offices.push_back({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                           std::string(query.text(3)), std::string(query.text(4)), query.integer(5)});
  }
}

void add_counterparts(Database& db, Dossier& out) {
  Query& query = db.cached(
      "SELECT a.name, count(*) AS facts FROM (SELECT list, fact FROM parts WHERE actor = ?1 "
      "AND "
      "list IN ('events', 'meetings', 'statements') AND role NOT IN ('source', 'chain') ORDER BY document DESC LIMIT "
      "1000) p CROSS JOIN parts q ON q.list = p.list AND q.fact = p.fact JOIN actors a ON a.id = q.actor WHERE q.actor "
      "<> ?1 AND q.role NOT IN ('source', 'chain') GROUP BY q.actor ORDER BY facts DESC, a.name LIMIT 10");
  query.bind(1, out.who.actor);
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
  if (actors.size() > kMost) actors.resize(kMost);
  std::vector<Person> out;
  out.reserve(actors.size());
  for (const std::int64_t actor : actors) out.push_back(person_of(database, actor));
  std::stable_sort(out.begin(), out.end(), [](const Person& a, const Person& b) { return a.documents > b.documents; });
  return out;
}

Dossier dossier(Database& database, const Person& person, int limit) {
  Dossier out;
  out.who = person;
  add_offices(database, out);
  add_counterparts(database, out);
  Question question;
  question.actors = {Party{person.name, "", {person.actor}}};
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
