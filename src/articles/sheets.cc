#include "articles/sheets.h"

#include "articles/xml.h"
#include "text/ascii.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace dragoman {

namespace {

constexpr std::size_t kMostColumns = 1024;
constexpr std::size_t kMostTableBytes = std::size_t{256} << 20U;

using Parts = std::map<std::string, std::string>;

bool load(pugi::xml_document& tree, const Parts& parts, const std::string& name) {
  const auto part = parts.find(name);
  return part != parts.end() &&
         tree.load_buffer(part->second.data(), part->second.size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

void add_row(std::string& table, std::vector<std::string> row) {
  while (!row.empty() && row.back().empty()) row.pop_back();
  if (row.empty() || table.size() > kMostTableBytes) return;
  for (std::size_t i = 0; i < row.size(); ++i) {
    table += i > 0 ? ",\"" : "\"";
    for (const char c : row[i]) table.append(c == '"' ? 2 : 1, c);
    table += '"';
  }
  table += '\n';
}

/// Every row as wide as the header, which is among the first: cells at the end that are empty are not written in
/// workbooks.
std::string squared(const std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t kFirst = 12;
  std::string table;
  std::size_t width = 0;
  for (std::size_t i = 0; i < rows.size() && i < kFirst; ++i) {
    const auto last =
        std::find_if(rows[i].rbegin(), rows[i].rend(), [](const std::string& cell) { return !cell.empty(); });
    width = std::max(width, static_cast<std::size_t>(rows[i].rend() - last));
  }
  for (std::vector<std::string> row : rows) {
    while (!row.empty() && row.back().empty()) row.pop_back();
    if (row.empty()) continue;
    row.resize(std::max(width, row.size()));
    const bool short_row = row.back().empty();
    if (short_row) row.back() = " ";
    add_row(table, std::move(row));
  }
  return table;
}

/// "AB12" is in column 27, counted from 0.
std::size_t column_of(std::string_view cell) {
  std::size_t column = 0;
  for (const char c : cell) {
    if (!is_ascii_upper(c) || column > kMostColumns) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  return column == 0 ? 0 : column - 1;
}

/// The styles of cells that show their number as a day.
std::vector<bool> day_styles(const Parts& parts) {
  constexpr int kFirstDay = 14, kLastDay = 22, kFirstOwn = 164;
  pugi::xml_document tree;
  if (!load(tree, parts, "xl/styles.xml")) return {};
  std::map<int, bool> own;
  for (const pugi::xml_node& format : descendant(tree, "numFmts").children()) {
    const std::string code = ascii_lower(attribute(format, "formatCode"));
    own[format.attribute("numFmtId").as_int()] = code.find('y') != std::string::npos ||
                                                 code.find("d/") != std::string::npos ||
                                                 code.find("d-") != std::string::npos;
  }
  std::vector<bool> days;
  for (const pugi::xml_node& style : descendant(tree, "cellXfs").children()) {
    const int id = style.attribute("numFmtId").as_int();
    days.push_back(id >= kFirstOwn ? own[id] : id >= kFirstDay && id <= kLastDay);
  }
  return days;
}

std::string day_of_serial(double serial, bool from_1904) {
  using namespace std::chrono;
  constexpr double kMost = 200000;
  if (!(serial > 0 && serial < kMost)) return {};
  const sys_days start = from_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / 30);
  const year_month_day day = start + days(static_cast<int>(serial));
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()));
  return out;
}

std::string text_of_item(const pugi::xml_node& item) {
  std::string text;
  bool over = false;
  for (pugi::xml_node n = item; n; n = next_within(item, n, over)) {
    over = local_name(n) == "rPh";  // how it is said, in Japanese
    if (local_name(n) == "t") text += all_text(n);
  }
  return text;
}

}  // namespace

std::vector<std::string> sheets_of_xlsx(const Parts& parts) {
  pugi::xml_document book, strings;
  std::vector<std::string> shared;
  if (load(strings, parts, "xl/sharedStrings.xml")) {
    for (const pugi::xml_node& item : strings.document_element().children()) {
      if (local_name(item) == "si") shared.push_back(text_of_item(item));
    }
  }
  const std::vector<bool> days = day_styles(parts);
  bool from_1904 = false;
  if (load(book, parts, "xl/workbook.xml")) {
    from_1904 = descendant(book, "workbookPr").attribute("date1904").as_bool();
  }
  std::vector<std::string> tables;
  for (const auto& [name, xml] : parts) {
    pugi::xml_document sheet;
    if (!name.starts_with("xl/worksheets/sheet") || !load(sheet, parts, name)) continue;
    std::vector<std::vector<std::string>> rows;
    for (const pugi::xml_node& row : descendant(sheet, "sheetData").children()) {
      std::vector<std::string> cells;
      for (const pugi::xml_node& cell : row.children()) {
        if (local_name(cell) != "c") continue;
        const std::string_view place = attribute(cell, "r");
        const std::size_t column = place.empty() ? cells.size() : column_of(place);
        if (column >= kMostColumns) continue;
        if (cells.size() <= column) cells.resize(column + 1);
        const std::string_view type = attribute(cell, "t");
        std::string value = type == "inlineStr" ? text_of_item(cell) : all_text(descendant(cell, "v"));
        if (type == "s") {
          std::size_t at = shared.size();
          std::from_chars(value.data(), value.data() + value.size(), at);
          value = at < shared.size() ? shared[at] : "";
        } else if (type.empty() || type == "n") {
          const auto style = static_cast<std::size_t>(std::max(0, cell.attribute("s").as_int()));
          double serial = 0;
          std::from_chars(value.data(), value.data() + value.size(), serial);
          if (style < days.size() && days[style]) value = day_of_serial(serial, from_1904);
        }
        cells[column] = std::move(value);
      }
      rows.push_back(std::move(cells));
    }
    if (std::string table = squared(rows); !table.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

std::vector<std::string> sheets_of_ods(const pugi::xml_document& content) {
  std::vector<std::string> tables;
  for (const pugi::xml_node& sheet : descendant(content, "spreadsheet").children()) {
    if (local_name(sheet) != "table") continue;
    std::vector<std::vector<std::string>> rows;
    bool over = false;
    for (pugi::xml_node row = sheet; row; row = next_within(sheet, row, over)) {
      over = local_name(row) == "table-row";
      if (!over) continue;
      std::vector<std::string> cells;
      for (const pugi::xml_node& cell : row.children()) {
        if (local_name(cell) != "table-cell" && local_name(cell) != "covered-table-cell") continue;
        std::string value(attribute(cell, "date-value"));
        if (value.empty()) {
          for (const pugi::xml_node& paragraph : cell.children()) {
            if (local_name(paragraph) == "p") value += (value.empty() ? "" : "\n\n") + all_text(paragraph);
          }
        }
        std::size_t times = 1;
        const std::string_view repeated = attribute(cell, "number-columns-repeated");
        std::from_chars(repeated.data(), repeated.data() + repeated.size(), times);
        for (std::size_t i = 0; i < times && cells.size() < kMostColumns; ++i) cells.push_back(value);
      }
      rows.push_back(std::move(cells));
    }
    if (std::string table = squared(rows); !table.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace dragoman
