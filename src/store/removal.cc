#include "store/removal.h"

#include "store/actor_links.h"
#include "store/countable.h"
#include "store/digest.h"
#include "store/report_company.h"
#include "store/sketches.h"
#include "store/writer.h"

#include <string>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// Takes out those of the actors of whom no document speaks any more.
void remove_unused(Database& database, const std::vector<std::int64_t>& actors) {
  for (const std::int64_t actor : actors) {
    auto used = database.prepare("SELECT 1 FROM entities WHERE actor = ? LIMIT 1");
    used.bind(1, actor);
    if (used.step()) continue;
    for (const char* sql : {"DELETE FROM actor_names WHERE actor = ?", "DELETE FROM actors WHERE id = ?"}) {
      auto query = database.prepare(sql);
      query.bind(1, actor);
      query.run();
    }
  }
}

bool rows_are_sound(Database& database, std::int64_t document) {
  Query& find = database.cached("SELECT digest FROM documents WHERE id = ? AND digest IS NOT NULL");
  find.bind(1, document);
  std::int64_t digest = 0;
  return find.first([&](const Query& row) { digest = row.integer(0); }) &&
         digest == document_digest(database, document);
}

void link_actors(Database& database, std::int64_t document, const std::vector<std::int64_t>& before, SumChanges& sums) {
  Query& find = database.cached("SELECT DISTINCT actor FROM entities WHERE document = ?");
  find.bind(1, document);
  const auto after = find.integers();
  const ReportCompany company(database);
  auto families = families_of(database, after);
  families.merge(families_of(database, before));
  families.merge(families_of(database, company.surnames_to_tell_again(after)));
  families.merge(families_of(database, company.surnames_to_tell_again(before)));
  families = with_ruled_families(database, families);  // while those who go are still there
  remove_unused(database, before);
  link_families(database, families, sums);
}

}  // namespace

RemovedFacts remove_facts(Database& database, std::int64_t document) {
  const auto remove = [&](const std::string& sql) {
    auto query = database.prepare(sql);
    query.bind(1, document);
    query.run();
  };
  auto find = database.prepare("SELECT DISTINCT actor FROM entities WHERE document = ?");
  find.bind(1, document);
  RemovedFacts removed;
  if (!rows_are_sound(database, document)) doubt_sums(database);
  removed.sums.before_removal(database, document);
  removed.actors = find.integers();
  removed.around = remove_tellings(database, document);
  remove_sketch(database, document);
  remove_countable(database, document);
  remove("DELETE FROM records WHERE document = ?");
  for (const FactList list : kFactLists)
    remove(fmt::format("DELETE FROM parts WHERE list = '{0}' AND fact IN (SELECT id FROM {0} WHERE document = ?)",
                       table_of(list)));
  remove("DELETE FROM statement_issues WHERE statement IN (SELECT id FROM statements WHERE document = ?)");
  remove("DELETE FROM roles WHERE entity IN (SELECT id FROM entities WHERE document = ?)");
  for (const char* table : kDocumentTables) remove(fmt::format("DELETE FROM {} WHERE document = ?", table));
  return removed;
}

void link_document(Database& database, std::int64_t document, RemovedFacts& before) {
  before.sums.added(document);
  link_actors(database, document, before.actors, before.sums);
  link_tellings(database, document, before.around, before.sums);
  before.sums.apply(database);
}

}  // namespace dragoman
