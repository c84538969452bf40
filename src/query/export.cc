#include "dragoman/query.h"
#include "output/table.h"
#include "query/exported.h"
#include "record/json_writer.h"
#include "store/database.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

namespace dragoman {

namespace {

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

/// The rows of a table; what is an array is JSON already.
void write_table(Database& database, const ExportedTable& table, ExportFormat format,
                 const std::function<void(std::string_view)>& take) {
  std::string columns;
  for (const ExportedColumn& column : table.columns)
    columns += fmt::format("{}{} AS \"{}\"", columns.empty() ? "" : ", ", column.sql, column.name);
  Query query = database.prepare(fmt::format("SELECT {} FROM {} ORDER BY {}", columns, table.from, table.order));
  if (format == ExportFormat::csv) {
    lines(query, format, take);
    return;
  }
  Row row;
  std::string line;
  while (query.step()) {
    read_row(row, query);
    line.clear();
    JsonWriter json(line);
    json.open('{');
    for (std::size_t c = 0; c < row.size(); ++c) {
      json.key(row[c].first);
      if (table.columns[c].type == "array") {
        json.json(std::get<std::string>(row[c].second));
      } else {
        write_value(json, row[c].second);
      }
    }
    json.close('}');
    take(line + "\n");
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
  const auto write = [&](const std::filesystem::path& path, const auto& fill) {
    std::ofstream file(path, std::ios::binary);
    fill(file);
    file.close();
    return static_cast<bool>(file);
  };
  database.run("BEGIN");  // one moment for all tables
  const std::vector<ExportedTable> tables = exported_tables(database, format);
  for (const ExportedTable& table : tables) {
    if (database.error()) break;
    const auto path = folder / fmt::format("{}.{}", table.name, format == ExportFormat::csv ? "csv" : "jsonl");
    const bool written = write(path, [&](std::ofstream& file) {
      write_table(database, table, format, [&](std::string_view line) { file << line; });
    });
    if (!written) return not_written(path);
  }
  const auto described = folder / "datapackage.json";
  if (!write(described, [&](std::ofstream& file) { file << data_package(tables, format); }))
    return not_written(described);
  database.run("COMMIT");
  if (database.error()) return *database.error();
  return {};
}

Result<void> export_dyads(Store& store, ExportFormat format, const std::function<void(std::string_view)>& take) {
  auto query = store.database().prepare(
      "WITH pairs AS ("
      "  SELECT min(f.id), p.country AS country_a, q.country AS country_b, substr(f.first_day, 1, 7) AS month, f.quad, "
      "         f.goldstein"
      "  FROM events f"
      "  CROSS JOIN parts p ON p.list = 'events' AND p.fact = f.id AND p.role = 'actor'"
      "  CROSS JOIN parts q ON q.list = 'events' AND q.fact = f.id AND (q.role = 'recipient' OR (q.role = 'actor' AND "
      "NOT EXISTS (SELECT 1 FROM parts r WHERE r.list = 'events' AND r.fact = f.id AND r.role = 'recipient')))"
      "  WHERE p.country <> q.country AND f.status IN ('happened', 'ongoing')"
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
