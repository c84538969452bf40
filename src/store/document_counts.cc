#include "store/document_counts.h"

namespace dragoman {

std::map<std::string, std::int64_t> document_counts(Database& database, std::string_view what) {
  Query& query = database.cached("SELECT value, documents FROM document_counts WHERE what = ?");
  query.bind(1, what);
  std::map<std::string, std::int64_t> counts;
  while (query.step()) counts.emplace(query.text(0), query.integer(1));
  return counts;
}

void count_documents_anew(Database& database) {
  database.run("DELETE FROM document_counts");
  database.run(
      "INSERT INTO document_counts(what, value, documents) SELECT what, value, count(*) FROM document_values WHERE "
      "value IS NOT NULL GROUP BY what, value");
}

std::string_view wrong_document_counts_sql() {
  return "WITH counted AS MATERIALIZED (SELECT what, value, count(*) AS documents FROM document_values WHERE value IS "
         "NOT NULL GROUP BY what, value) SELECT * FROM (SELECT * FROM counted EXCEPT SELECT what, value, documents "
         "FROM document_counts) UNION ALL SELECT * FROM (SELECT what, value, documents FROM document_counts EXCEPT "
         "SELECT * FROM counted)";
}

}  // namespace dragoman
