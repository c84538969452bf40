#include "query/documents.h"

#include "store/keys.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

/// Conditions on documents `d`, with the values of their parameters.
struct Where {
  std::string sql = "true";
  std::vector<std::string> values;

  void add(std::string_view condition, const std::string& value) {
    sql += fmt::format(" AND {}", condition);
    values.push_back(value);
  }
};

Where conditions_of(const Question& question, const DocumentChoice& choice) {
  Where where;
  if (!choice.documents.empty()) where.sql += fmt::format(" AND d.id IN ({})", fmt::join(choice.documents, ", "));
  if (!choice.name.empty()) where.add("instr(d.uri || char(10) || coalesce(d.title, ''), ?) > 0", choice.name);
  if (choice.undated) where.sql += " AND d.published IS NULL";
  if (choice.copies) where.sql += " AND d.copy_of IS NOT NULL";
  if (!question.since.empty()) where.add("d.published >= ?", question.since);
  if (!question.until.empty()) where.add("d.published <= ?", question.until);
  if (!question.agencies.empty()) {
    std::string any;
    for (const std::string& agency : question.agencies) {
      any += any.empty() ? "?" : ", ?";
      where.values.push_back(agency);
    }
    where.sql += fmt::format(" AND d.agency IN ({})", any);
  }
  return where;
}

Query prepared(Database& db, const std::string& sql, const Where& where) {
  Query query = db.prepare(sql);
  for (std::size_t i = 0; i < where.values.size(); ++i) query.bind(static_cast<int>(i + 1), where.values[i]);
  return query;
}

class Counting {
 public:
  explicit Counting(Database& database) : db_(database) {}

  void one(const char* what, const char* value, const std::string& sql) {
    db_.prepare(sql).first([&](const Query& row) { out.push_back({what, value, row.integer(0)}); });
  }
  void each(const char* what, const std::string& sql) {
    Query query = db_.prepare(sql);
    while (query.step()) out.push_back({what, std::string(query.text(0)), query.integer(1)});
  }

  std::vector<Statistic> out;

 private:
  Database& db_;
};

}  // namespace

DocumentList find_documents(Database& db, const Question& question, const DocumentChoice& choice) {
  const Where where = conditions_of(question, choice);
  DocumentList out;
  prepared(db, "SELECT count(*) FROM documents d WHERE " + where.sql, where).first([&](const Query& row) {
    out.all = row.integer(0);
  });
  Query query = prepared(
      db,
      fmt::format("SELECT d.id, d.uri, d.title, d.agency, d.language, d.published, d.basis, d.copy_of, length(d.text), "
                  "d.link FROM documents d WHERE {} ORDER BY d.published DESC, d.id LIMIT {} OFFSET {}",
                  where.sql, question.limit, question.offset),
      where);
  while (query.step()) {
    out.documents.push_back({query.integer(0), std::string(query.text(1)), std::string(query.text(2)),
                             std::string(query.text(3)), std::string(query.text(4)), std::string(query.text(5)),
                             std::string(query.text(6)), query.integer(7), query.integer(8),
                             std::string(query.text(9))});
  }
  out.more = question.offset + static_cast<std::int64_t>(out.documents.size()) < out.all;
  return out;
}

std::vector<Statistic> statistics(Database& db) {
  Counting c(db);
  c.one("documents", "all", "SELECT count(*) FROM documents");
  c.one("documents", "near copies", "SELECT count(*) FROM documents WHERE copy_of IS NOT NULL");
  c.one("documents", "dated", "SELECT count(*) FROM documents WHERE published IS NOT NULL");
  c.one("documents", "undated", "SELECT count(*) FROM documents WHERE published IS NULL");
  c.each("date from", "SELECT basis, count(*) AS n FROM documents GROUP BY basis ORDER BY n DESC, basis");
  c.each("month",
         "SELECT substr(published, 1, 7) AS month, count(*) FROM documents WHERE month IS NOT NULL GROUP BY "
         "month ORDER BY month DESC");
  c.each("agency",
         "SELECT coalesce(agency, 'not known') AS a, count(*) AS n FROM documents GROUP BY a ORDER BY n DESC, a");
  c.each("language",
         "SELECT coalesce(language, 'not told') AS l, count(*) AS n FROM documents GROUP BY l ORDER BY n "
         "DESC, l");
  db.prepare(
        "SELECT count(*), sum(n), max(n), sum(n < 1000), sum(n >= 1000 AND n < 5000), sum(n >= 5000 AND n < "
        "20000), sum(n >= 20000) FROM (SELECT length(text) AS n FROM documents)")
      .first([&](const Query& row) {
        constexpr std::array kNames = {"all", "the longest"};
        for (int i = 0; i < 2; ++i)
          c.out.push_back({"characters", kNames[static_cast<std::size_t>(i)], row.integer(i + 1)});
        constexpr std::array kSizes = {"below 1,000 characters", "1,000 to 4,999", "5,000 to 19,999",
                                       "20,000 and more"};
        for (int i = 0; i < 4; ++i) c.out.push_back({"size", kSizes[static_cast<std::size_t>(i)], row.integer(i + 3)});
      });
  for (const FactList list : kFactLists)
    c.one("facts", std::string(table_of(list)).c_str(), fmt::format("SELECT count(*) FROM {}", table_of(list)));
  c.each("set aside",
         "SELECT CASE why WHEN 'foreign' THEN 'in another language' WHEN 'no_report' THEN 'no report' ELSE "
         "'cannot be read' END AS w, count(*) FROM set_aside GROUP BY w ORDER BY w");
  c.each("read by", "SELECT generator, count(*) AS n FROM documents GROUP BY generator ORDER BY n DESC, generator");
  return std::move(c.out);
}

}  // namespace dragoman
