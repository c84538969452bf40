#include "dragoman/query.h"
#include "output/table.h"
#include "store/database.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct ExportedTable {
  std::string_view name, columns, order;
};

// What only the program itself uses stays: digests, the index of near copies and those of words. Records are printed
// apart.
constexpr std::array kTables = {
    ExportedTable{"documents",
                  "id, uri, sha, title, agency, byline, language, link, published, basis, earliest, latest, copy_of, "
                  "generator, text",
                  "id"},
    ExportedTable{"actors", "id, key, name, type, country", "id"},
    ExportedTable{"actor_names", "*", "name, actor"},
    ExportedTable{"entities", "*", "id"},
    ExportedTable{"roles", "*", "rowid"},
    ExportedTable{"places", "*", "id"},
    ExportedTable{"times", "*", "id"},
    ExportedTable{"boilerplate", "*", "id"},
    ExportedTable{"issues", "*", "id"},
    ExportedTable{"events", "*", "id"},
    ExportedTable{"meetings", "*", "id"},
    ExportedTable{"statements", "*", "id"},
    ExportedTable{"statement_issues", "*", "statement, issue"},
    ExportedTable{"positions", "*", "id"},
    ExportedTable{"agenda", "*", "id"},
    ExportedTable{"parts", "*", "list, fact, role, number"},
};

void read_row(Row& row, const Query& query) {
  row.resize(static_cast<std::size_t>(query.columns()));
  for (int c = 0; c < query.columns(); ++c) {
    auto& [name, value] = row[static_cast<std::size_t>(c)];
    if (name.empty()) name = query.column_name(c);
    switch (query.kind(c)) {
      case Query::Kind::integer:
        value = query.integer(c);
        break;
      case Query::Kind::real:
        value = query.real(c);
        break;
      case Query::Kind::null:
        value = std::monostate();
        break;
      default:
        value = std::string(query.text(c));
    }
  }
}

void lines(Query& query, ExportFormat format, const std::function<void(std::string_view)>& take) {
  Row row(static_cast<std::size_t>(query.columns()));
  for (int c = 0; c < query.columns(); ++c) row[static_cast<std::size_t>(c)].first = query.column_name(c);
  if (format == ExportFormat::csv) take(csv_header(row));
  while (query.step()) {
    read_row(row, query);
    take(format == ExportFormat::csv ? csv_line(row) : json_lines({row}));
  }
}

Error not_written(const std::filesystem::path& path) {
  return {ErrorKind::output, path.string(), std::string("cannot be written: ") + std::strerror(errno)};
}

}  // namespace

Result<void> export_tables(Store& store, const std::filesystem::path& folder, ExportFormat format) {
  Database& database = store.database();
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return Error{ErrorKind::output, folder.string(), "cannot be made: " + code.message()};
  database.run("BEGIN");  // one moment for all tables
  for (const ExportedTable& table : kTables) {
    const auto path = folder / fmt::format("{}.{}", table.name, format == ExportFormat::csv ? "csv" : "jsonl");
    std::ofstream file(path, std::ios::binary);
    auto query = database.prepare(fmt::format("SELECT {} FROM {} ORDER BY {}", table.columns, table.name, table.order));
    if (database.error()) break;
    lines(query, format, [&](std::string_view line) { file << line; });
    file.close();
    if (!file) return not_written(path);
  }
  database.run("COMMIT");
  if (database.error()) return *database.error();
  return {};
}

Result<void> export_dyads(Store& store, ExportFormat format, const std::function<void(std::string_view)>& take) {
  auto query = store.database().prepare(
      "WITH pairs AS ("
      "  SELECT min(f.id), a.country AS country_a, b.country AS country_b, substr(f.first_day, 1, 7) AS month, f.quad, "
      "         f.goldstein"
      "  FROM events f"
      "  CROSS JOIN parts p ON p.list = 'events' AND p.fact = f.id AND p.role = 'actor'"
      "  CROSS JOIN entities a ON a.id = p.entity"
      "  CROSS JOIN parts q ON q.list = 'events' AND q.fact = f.id AND (q.role = 'recipient' OR (q.role = 'actor' AND "
      "NOT EXISTS (SELECT 1 FROM parts r WHERE r.list = 'events' AND r.fact = f.id AND r.role = 'recipient')))"
      "  CROSS JOIN entities b ON b.id = q.entity"
      "  WHERE a.country <> b.country AND f.status IN ('happened', 'ongoing', 'reported')"
      "    AND substr(f.first_day, 1, 7) = substr(f.last_day, 1, 7)"
      "  GROUP BY f.happening, country_a, country_b) "
      "SELECT country_a, country_b, month, count(*) AS events, sum(quad = 1) AS verbal_cooperation, sum(quad = 2) AS "
      "material_cooperation, sum(quad = 3) AS verbal_conflict, sum(quad = 4) AS material_conflict, "
      "round(avg(goldstein), "
      "4) AS mean_goldstein FROM pairs GROUP BY country_a, country_b, month ORDER BY country_a, country_b, month");
  lines(query, format, take);
  if (store.error()) return *store.error();
  return {};
}

}  // namespace dragoman
