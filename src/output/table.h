// Rows of named values as a table that fits the terminal, as CSV, JSON or JSON Lines.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dragoman {

class JsonWriter;

using Value = std::variant<std::monostate, std::string, double, std::int64_t, std::vector<std::string>>;
/// Values under their names; all rows of a table have the same names in the same order.
using Row = std::vector<std::pair<std::string, Value>>;

/// One value; lists become arrays.
void write_value(JsonWriter& json, const Value& value);
/// {"a": 1, …}, one line a row.
std::string json_lines(const std::vector<Row>& rows);
/// An array of objects.
std::string json_array(const std::vector<Row>& rows);
/// With a header; lists are joined by "; ", quotes as RFC 4180 has it, lines end with LF.
std::string csv_header(const Row& row);
std::string csv_line(const Row& row);
/// Rows as "json" (an array), "jsonl", or else csv, whose header has the names of `empty` or, without one, of the first
/// row.
std::string rows_in_format(std::string_view format, const std::vector<Row>& rows, const Row& empty = {});

/// A column of a table for reading. Wide ones share what room the others leave; what does not fit is cut with "…", or
/// goes on in further lines where the column wraps.
struct Column {
  std::string heading;
  bool wide = false;
  bool right = false;  // numbers
  bool wraps = false;
};

/// Lines of a table with its heading. Control characters of the values are shown as blanks. Columns that are empty in
/// every row are left out. `notes[i]` is printed below row i, indented and wrapped, where there is one. `links[i]` is
/// where the first cell of row i leads in a terminal (OSC 8), where it is the address of a page.
std::string text_table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                       const std::vector<std::vector<std::string>>& notes, int width, bool colour,
                       const std::vector<std::string>& links = {});

/// In a terminal's style: "1" is bold, "2" dim.
std::string in_style(const char* code, std::string_view s);
/// Appends a paragraph, wrapped to `width` columns, each line indented; `code` styles the lines when it is not null.
void append_wrapped(std::string& out, std::string_view text, int indent, int width, const char* code = nullptr);

}  // namespace dragoman
