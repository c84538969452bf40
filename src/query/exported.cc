#include "query/exported.h"

#include "record/json_writer.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct StoreTable {
  std::string_view name, order, without;  // columns that are left out, with a blank before and behind each
};

// What only the program itself uses stays: digests, the index of near copies and those of words. Records are printed
// apart.
constexpr std::array kTables = {
    StoreTable{"documents", "id", " given_agency given_published digest "},
    StoreTable{"actors", "id", " digest family given "},
    StoreTable{"actor_names", "name, actor", ""},
    StoreTable{"entities", "id", ""},
    StoreTable{"roles", "rowid", ""},
    StoreTable{"places", "id", ""},
    StoreTable{"times", "id", ""},
    StoreTable{"boilerplate", "id", ""},
    StoreTable{"issues", "id", ""},
    StoreTable{"events", "id", ""},
    StoreTable{"meetings", "id", ""},
    StoreTable{"statements", "id", ""},
    StoreTable{"statement_issues", "statement, issue", ""},
    StoreTable{"positions", "id", ""},
    StoreTable{"agenda", "id", ""},
    StoreTable{"parts", "list, fact, role, number", ""},
    StoreTable{"set_aside", "uri", " digest "},
};

/// A column whose value is a list: the rows of it are those of `from`, in which the list's owner is `f`.
struct ListColumn {
  std::string_view table, column;
  std::string_view name, owner;  // of its table in CSV, and the column there that says whose it is
  std::string_view from;
  std::vector<ExportedColumn> parts;  // one alone is the item itself
};

const std::vector<ListColumn>& list_columns() {
  static const std::vector<ListColumn> kLists = {
      {"entities",
       "mentions",
       "entity_mentions",
       "entity",
       "json_each(mentions(f.mentions)) m",
       {{"begin", "integer", "m.value ->> 0"},
        {"end", "integer", "m.value ->> 1"},
        {"kind", "string", "m.value ->> 2"}}},
      {"events",
       "also",
       "event_also",
       "event",
       "json_each(coalesce(f.also, '[]')) m",
       {{"begin", "integer", "m.value ->> 0"}, {"end", "integer", "m.value ->> 1"}}},
      {"events",
       "contexts",
       "event_contexts",
       "event",
       "json_each(iif(f.contexts IS NULL, '[]', '[\"' || replace(f.contexts, ' ', '\",\"') || '\"]')) m",
       {{"context", "string", "m.value"}}},
  };
  return kLists;
}

/// The list of a row as JSON.
std::string as_json(const ListColumn& list) {
  if (list.parts.size() == 1)
    return fmt::format("(SELECT json_group_array({}) FROM {})", list.parts.front().sql, list.from);
  std::string members;
  for (const ExportedColumn& part : list.parts)
    members += fmt::format("{}'{}', {}", members.empty() ? "" : ", ", part.name, part.sql);
  return fmt::format("(SELECT json_group_array(json_object({})) FROM {})", members, list.from);
}

/// The list of all rows as a table.
ExportedTable as_table(const ListColumn& list) {
  ExportedTable table{
      std::string(list.name), fmt::format("{} f CROSS JOIN {}", list.table, list.from), "f.id, m.key", {}};
  table.columns = {{std::string(list.owner), "integer", "f.id", std::string(list.table), true},
                   {"number", "integer", "m.key + 1", "", true}};
  table.columns.insert(table.columns.end(), list.parts.begin(), list.parts.end());
  return table;
}

bool is_day(std::string_view column) {
  constexpr std::array kDays = {"published", "earliest", "latest", "first_day", "last_day"};
  return std::find(kDays.begin(), kDays.end(), column) != kDays.end();
}

ExportedColumn column_of(const std::string& name, std::string_view kind) {
  // The number that tellings of one happening share has 64 bits, more than a floating-point number holds exactly.
  if (name == "happening") return {name, "string", "printf('%016x', f.happening)"};
  if (name == "of_label") return {"folded", "string", "(SELECT l.folded FROM issue_labels l WHERE l.id = f.of_label)"};
  if (name == "content")
    return {name, "string", "(SELECT words_of(d.text, f.content) FROM documents d WHERE d.id = f.document)"};
  const std::string_view type = is_day(name)        ? "date"
                                : kind == "INTEGER" ? "integer"
                                : kind == "REAL"    ? "number"
                                                    : "string";
  return {name, std::string(type), fmt::format("f.\"{}\"", name)};
}

void write_field(JsonWriter& json, const ExportedColumn& column) {
  json.open('{').key("name").value(column.name).key("type").value(column.type);
  if (column.type == "date") json.key("format").value("%Y-%m-%d");
  json.close('}');
}

void write_keys(JsonWriter& json, const ExportedTable& table) {
  json.key("primaryKey").open('[');
  for (const ExportedColumn& column : table.columns) {
    if (column.key) json.value(column.name);
  }
  json.close(']');
  json.key("foreignKeys").open('[');
  for (const ExportedColumn& column : table.columns) {
    if (column.of.empty()) continue;
    json.open('{').key("fields").value(column.name).key("reference").open('{');
    json.key("resource").value(column.of == table.name ? "" : column.of).key("fields").value("id");
    json.close('}').close('}');
  }
  json.close(']');
}

}  // namespace

std::vector<ExportedTable> exported_tables(Database& database, ExportFormat format) {
  std::vector<ExportedTable> out;
  for (const StoreTable& table : kTables) {
    ExportedTable exported{std::string(table.name), fmt::format("{} f", table.name), std::string(table.order), {}};
    std::vector<ExportedTable> lists;
    Query columns = database.prepare(
        "SELECT c.name, c.type, c.pk, k.\"table\" FROM pragma_table_info(?1) c LEFT JOIN pragma_foreign_key_list(?1) k "
        "ON "
        "k.\"from\" = c.name ORDER BY c.cid");
    columns.bind(1, table.name);
    while (columns.step()) {
      const std::string name(columns.text(0));
      if (table.without.find(" " + name + " ") != std::string_view::npos) continue;
      const auto& all = list_columns();
      const auto list = std::find_if(all.begin(), all.end(),
                                     [&](const ListColumn& l) { return l.table == table.name && l.column == name; });
      if (list != all.end()) {
        if (format == ExportFormat::csv) {
          lists.push_back(as_table(*list));
        } else {
          exported.columns.push_back({name, "array", as_json(*list)});
        }
        continue;
      }
      ExportedColumn column = column_of(name, columns.text(1));
      column.key = columns.integer(2) > 0;
      column.of = columns.text(3);
      exported.columns.push_back(std::move(column));
    }
    if (table.name == "documents")
      exported.columns.push_back({"published_time", "string", "nullif(substr(f.given_published, 12), '')"});
    out.push_back(std::move(exported));
    std::move(lists.begin(), lists.end(), std::back_inserter(out));
  }
  return out;
}

std::string data_package(const std::vector<ExportedTable>& tables, ExportFormat format) {
  const bool csv = format == ExportFormat::csv;
  std::string out;
  JsonWriter json(out, 2);
  json.open('{').key("profile").value(csv ? "tabular-data-package" : "data-package");
  json.key("name").value("dragoman-store").key("title").value("Tables of a store of dragoman");
  json.key("resources").open('[');
  for (const ExportedTable& table : tables) {
    json.open('{').key("name").value(table.name).key("path").value(table.name + (csv ? ".csv" : ".jsonl"));
    json.key("profile").value(csv ? "tabular-data-resource" : "data-resource");
    json.key("format").value(csv ? "csv" : "jsonl").key("mediatype").value(csv ? "text/csv" : "application/jsonl");
    json.key("encoding").value("utf-8");
    json.key("schema").open('{').key("fields").open('[');
    for (const ExportedColumn& column : table.columns) write_field(json, column);
    json.close(']');
    if (csv) json.key("missingValues").open('[').value("").close(']');
    write_keys(json, table);
    json.close('}').close('}');
  }
  json.close(']').close('}');
  return out + "\n";
}

}  // namespace dragoman
