#include "output/table.h"

#include "output/plain.h"
#include "record/json_writer.h"
#include "text/utf8.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

int columns_of(std::string_view s) {
  return static_cast<int>(code_point_count(s));
}

/// At most `room` columns of it; a cut is shown.
std::string cut(const std::string& text, int room) {
  if (columns_of(text) <= room) return text;
  std::string out;
  int used = 0;
  for (std::size_t at = 0; at < text.size() && used + 1 < room; ++used) {
    const std::size_t begin = at;
    next_code_point(text, at);
    out.append(text, begin, at - begin);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out + "…";
}

void write_row(JsonWriter& json, const Row& row) {
  json.open('{');
  for (const auto& [name, value] : row) write_value(json.key(name), value);
  json.close('}');
}

/// The text in lines of at most `room` columns, broken at blanks; a word that is longer is cut.
std::vector<std::string> wrapped(std::string_view text, int room) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string word = cut(std::string(text.substr(0, blank)), room);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (!line.empty() && columns_of(line) + 1 + columns_of(word) > room) lines.push_back(std::exchange(line, ""));
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

/// That a link is the address of a page, and holds nothing that a terminal would take for more.
bool is_page(std::string_view link) {
  return (link.starts_with("https://") || link.starts_with("http://")) &&
         std::all_of(link.begin(), link.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

std::string linked(std::string_view link, std::string_view text) {
  return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", link, text);
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  return out + "\"";
}

}  // namespace

void write_value(JsonWriter& json, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    json.text_or_null(*text);
  } else if (const auto* real = std::get_if<double>(&value)) {
    json.value(*real);
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    json.value(*number);
  } else if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
    json.open('[');
    for (const std::string& item : *list) json.value(item);
    json.close(']');
  } else {
    json.null();
  }
}

std::string json_lines(const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) {
    JsonWriter json(out);
    write_row(json, row);
    out.push_back('\n');
  }
  return out;
}

std::string json_array(const std::vector<Row>& rows) {
  std::string out;
  JsonWriter json(out, 2);
  json.open('[');
  for (const Row& row : rows) write_row(json, row);
  json.close(']');
  return out + "\n";
}

std::string csv_header(const Row& row) {
  std::string out;
  for (const auto& [name, value] : row) out += (out.empty() ? "" : ",") + csv_cell(name);
  return out + "\n";
}

std::string csv_line(const Row& row) {
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out.push_back(',');
    const Value& value = row[i].second;
    if (const auto* text = std::get_if<std::string>(&value)) {
      out += csv_cell(*text);
    } else if (const auto* real = std::get_if<double>(&value)) {
      out += fmt::format("{}", *real);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
      out += std::to_string(*number);
    } else if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
      out += csv_cell(fmt::format("{}", fmt::join(*list, "; ")));
    }
  }
  return out + "\n";
}

std::string rows_in_format(std::string_view format, const std::vector<Row>& rows, const Row& empty) {
  if (format == "json") return json_array(rows);
  if (format == "jsonl") return json_lines(rows);
  const Row& names = empty.empty() && !rows.empty() ? rows.front() : empty;
  std::string out = names.empty() ? "" : csv_header(names);
  for (const Row& row : rows) out += csv_line(row);
  return out;
}

std::string in_style(const char* code, std::string_view s) {
  return fmt::format("\x1b[{}m{}\x1b[0m", code, s);
}

void append_wrapped(std::string& out, std::string_view text, int indent, int width, const char* code) {
  const int room = std::max(20, width - indent);
  std::string line;
  const auto flush = [&] {
    if (line.empty()) return;
    out.append(static_cast<std::size_t>(indent), ' ')
        .append(code != nullptr ? in_style(code, line) : line)
        .append("\n");
    line.clear();
  };
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (!line.empty() && columns_of(line) + 1 + columns_of(word) > room) flush();
    if (!line.empty()) line.push_back(' ');
    line += word;
  }
  flush();
}

std::string text_table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                       const std::vector<std::vector<std::string>>& notes, int width, bool colour,
                       const std::vector<std::string>& links) {
  constexpr int kGap = 2;
  constexpr int kLeast = 8;  // of a wide column
  std::vector<std::vector<std::string>> cells = rows;
  std::vector<int> widths(columns.size(), 0);
  for (auto& row : cells) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      row[c] = plain_line(row[c]);
      widths[c] = std::max(widths[c], columns_of(row[c]));
    }
  }
  int room = width, wide = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (widths[c] == 0) continue;
    widths[c] = std::max(widths[c], columns_of(columns[c].heading));
    room -= kGap + (columns[c].wide ? 0 : widths[c]);
    wide += columns[c].wide ? 1 : 0;
  }
  room += kGap;
  // The narrowest of the wide columns first: what it does not need is the others'.
  std::vector<std::size_t> order(columns.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
  for (const std::size_t c : order) {
    if (!columns[c].wide || widths[c] == 0) continue;
    widths[c] = std::min(widths[c], std::max(kLeast, room / wide));
    room -= widths[c];
    --wide;
  }
  std::string out;
  // One line of the table: the cells of each column in its place. `link` is laid over the first.
  const auto line = [&](const std::vector<std::string>& shown, std::string_view link) {
    std::string text, blanks;  // blanks wait for what stands behind them
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (widths[c] == 0) continue;
      const auto rest = static_cast<std::size_t>(widths[c] - columns_of(shown[c]));
      if (columns[c].right) blanks.append(rest, ' ');
      if (!shown[c].empty()) {
        text += blanks + (c == 0 && !link.empty() ? linked(link, shown[c]) : shown[c]);
        blanks.clear();
      }
      blanks.append((columns[c].right ? 0 : rest) + kGap, ' ');
    }
    return text;
  };
  std::vector<std::string> headings;
  for (std::size_t c = 0; c < columns.size(); ++c) headings.push_back(cut(columns[c].heading, widths[c]));
  const std::string heading = line(headings, "");
  out += (colour ? in_style("1", heading) : heading) + "\n";
  for (std::size_t r = 0; r < cells.size(); ++r) {
    std::vector<std::vector<std::string>> lines_of;
    std::size_t height = 1;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      lines_of.push_back(columns[c].wraps ? wrapped(cells[r][c], widths[c]) : std::vector{cut(cells[r][c], widths[c])});
      height = std::max(height, lines_of[c].size());
    }
    for (std::size_t l = 0; l < height; ++l) {
      std::vector<std::string> shown;
      for (const auto& of_column : lines_of) shown.push_back(l < of_column.size() ? of_column[l] : "");
      out += line(shown, l == 0 && r < links.size() && is_page(links[r]) ? links[r] : "") + "\n";
    }
    if (r >= notes.size()) continue;
    for (const std::string& note : notes[r]) append_wrapped(out, plain_line(note), 4, width);
  }
  return out;
}

}  // namespace dragoman
