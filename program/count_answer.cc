#include "program/count_answer.h"

#include "output/table.h"
#include "program/terminal.h"
#include "query/count.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace dragoman {

namespace {

struct Answered {
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> cells;
  std::vector<Row> rows;
  Row empty;         // names of the values
  std::string note;  // below the table
};

/// A bar of blocks, an eighth of a column exact, for a part of the greatest.
std::string bar(std::int64_t part, std::int64_t greatest, int columns) {
  constexpr std::array kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (greatest <= 0 || columns <= 0) return "";
  std::int64_t eighths = part * columns * 8 / greatest;
  if (part > 0) eighths = std::max<std::int64_t>(eighths, 1);
  std::string out;
  for (; eighths >= 8; eighths -= 8) out += "█";
  return out + kEighths[static_cast<std::size_t>(eighths)];
}

std::string heading_of(By by) {
  std::string heading(name_of(by));
  for (char& c : heading) c = static_cast<char>(c - 'a' + 'A');
  return heading;
}

Answered counted(const Counts& found, By by, const QuestionFlags& flags) {
  Answered out;
  std::int64_t greatest = 0;
  for (const Count& count : found.counts) greatest = std::max(greatest, count.facts);
  constexpr int kMostBar = 40;
  const int room = std::min(kMostBar, table_width(stdout) / 3);
  const std::string name(name_of(by));
  out.columns = {{heading_of(by), true}, {"FACTS", false, true}, {""}};
  out.empty = {{name, Value()}, {"facts", Value()}};
  for (const Count& count : found.counts) {
    out.cells.push_back({count.value, std::to_string(count.facts), bar(count.facts, greatest, room)});
    out.rows.push_back({{name, count.value}, {"facts", count.facts}});
  }
  out.note = fmt::format("{} in all{}", found.facts, flags.how_to_go_on(found.more));
  return out;
}

Answered compared(const Comparison& found, By by, const QuestionFlags& flags) {
  Answered out;
  const std::string &before = flags.compare[0], &after = flags.compare[1];
  const std::string name(name_of(by));
  out.columns = {{heading_of(by), true}, {before, false, true}, {after, false, true}, {"CHANGE", false, true}};
  out.empty = {{name, Value()}, {"before", Value()}, {"after", Value()}, {"change", Value()}};
  for (const Change& change : found.changes) {
    const std::int64_t more = change.after - change.before;
    out.cells.push_back({change.value, std::to_string(change.before), std::to_string(change.after),
                         more == 0 ? "0" : fmt::format("{:+}", more)});
    out.rows.push_back({{name, change.value}, {"before", change.before}, {"after", change.after}, {"change", more}});
  }
  out.note = fmt::format("{} in all in {}, {} in {}{}", found.before, before, found.after, after,
                         flags.how_to_go_on(found.more));
  return out;
}

int printed(const Answered& answer, const std::string& format) {
  if (format != "table") return print_result(rows_in_format(format, answer.rows, answer.empty));
  if (answer.cells.empty()) return print_result("nothing in the store answers this\n");
  return print_result(text_table(answer.columns, answer.cells, {}, table_width(stdout), wants_colour(stdout)) +
                      answer.note + "\n");
}

}  // namespace

int answer_counts(StoreQuery& query, View view, By by, const QuestionFlags& flags, const Conditions& conditions,
                  const std::string& format) {
  if (format == "ics") return cannot_run({ErrorKind::usage, "", "--by counts, and a calendar holds no counts"});
  if (flags.compare.empty()) {
    const auto found = query.count(view, by, conditions);
    return found ? printed(counted(*found, by, flags), format) : no_answer(found.error());
  }
  const auto found = query.compare(view, by, conditions, flags.compare[0], flags.compare[1]);
  return found ? printed(compared(*found, by, flags), format) : no_answer(found.error());
}

}  // namespace dragoman
