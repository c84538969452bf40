#include "query/documents.h"

#include "store/document_counts.h"
#include "store/keys.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

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

using ByValue = std::map<std::string, std::int64_t>;

class Counting {
 public:
  explicit Counting(Database& database) : db_(database) {}

  void add(const char* what, const std::string& value, std::int64_t number) { out.push_back({what, value, number}); }
  void most_first(const char* what, const ByValue& numbers) {
    std::vector<std::pair<std::string, std::int64_t>> order(numbers.begin(), numbers.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [value, number] : order) add(what, value, number);
  }
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

std::int64_t total(const ByValue& counts) {
  std::int64_t all = 0;
  for (const auto& [value, number] : counts) all += number;
  return all;
}

/// With the rest of all documents under a name of its own.
ByValue with_others(ByValue counts, std::int64_t all, const char* others) {
  if (const std::int64_t rest = all - total(counts); rest > 0) counts[others] += rest;
  return counts;
}

}  // namespace

DocumentList find_documents(Database& db, const Question& question, const DocumentChoice& choice) {
  const Where where = conditions_of(question, choice);
  DocumentList out;
  prepared(db, "SELECT count(*) FROM documents d WHERE " + where.sql, where).first([&](const Query& row) {
    out.all = row.integer(0);
  });
  // The texts are looked at of those that are shown alone.
  Query query = prepared(
      db,
      fmt::format(
          "SELECT d.id, d.uri, d.title, d.agency, d.language, d.published, d.basis, d.copy_of, length(d.text), "
          "d.link FROM (SELECT d.id AS shown FROM documents d WHERE {} ORDER BY d.published DESC, d.id LIMIT {} "
          "OFFSET {}) CROSS JOIN documents d ON d.id = shown ORDER BY d.published DESC, d.id",
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
  constexpr std::array kNames = {"below 1,000 characters", "1,000 to 4,999", "5,000 to 19,999", "20,000 and more"};
  std::array<std::int64_t, kNames.size()> sizes{};
  std::int64_t characters = 0, longest = 0;
  for (const auto& [value, documents] : document_counts(db, "characters")) {
    const std::int64_t size = std::strtoll(value.c_str(), nullptr, 10);
    characters += size * documents;
    longest = std::max(longest, size);
    sizes[size < 1000 ? 0 : size < 5000 ? 1 : size < 20'000 ? 2 : 3] += documents;
  }
  Counting c(db);
  const ByValue bases = document_counts(db, "basis"), months = document_counts(db, "month");
  const std::int64_t all = total(bases), dated = total(months);
  c.add("documents", "all", all);
  c.one("documents", "near copies", "SELECT count(*) FROM documents WHERE copy_of IS NOT NULL");
  c.add("documents", "dated", dated);
  c.add("documents", "undated", all - dated);
  c.most_first("date from", bases);
  for (auto month = months.rbegin(); month != months.rend(); ++month) c.add("month", month->first, month->second);
  c.most_first("agency", with_others(document_counts(db, "agency"), all, "not known"));
  c.most_first("language", with_others(document_counts(db, "language"), all, "not told"));
  c.add("characters", "all", characters);
  c.add("characters", "the longest", longest);
  for (std::size_t i = 0; i < kNames.size(); ++i) c.add("size", kNames[i], sizes[i]);
  for (const FactList list : kFactLists)
    c.one("facts", std::string(table_of(list)).c_str(), fmt::format("SELECT count(*) FROM {}", table_of(list)));
  c.each("set aside",
         "SELECT CASE why WHEN 'foreign' THEN 'in another language' WHEN 'no_report' THEN 'no report' ELSE "
         "'cannot be read' END AS w, count(*) FROM set_aside GROUP BY w ORDER BY w");
  c.most_first("read by", document_counts(db, "generator"));
  return std::move(c.out);
}

}  // namespace dragoman
