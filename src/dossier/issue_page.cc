// An issue: who stands where, as a matrix, and what was said; and the list of issues.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "output/plain.h"
#include "query/issues.h"
#include "store/age_blocks.h"
#include "store/keys.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

struct Cell {
  std::int64_t n = 0;
  std::string last;  // day
  std::string href;  // of the latest
};

/// Who stands where: holders down, stances across.
struct Matrix {
  std::map<std::string, std::map<std::string, Cell>> rows;             // by the holder's key and the stance
  std::map<std::string, std::pair<std::string, std::string>> holders;  // name and address by key
  std::vector<std::string> stances;                                    // the commonest first
};

Matrix matrix_of(const Context& context, const std::vector<Line>& positions) {
  Matrix out;
  std::map<std::string, std::int64_t> stances;
  for (const Line& line : positions) {
    const auto actor = line.roles.find("actor");
    if (actor == line.roles.end() || actor->second.empty()) continue;
    const Bearer& holder = actor->second.front();
    out.holders[holder.key] = {holder.name, context.href(address_of(holder))};
    Cell& cell = out.rows[holder.key][line.fact.type];
    ++cell.n;
    ++stances[line.fact.type];
    if (line.fact.first_day >= cell.last) {
      cell.last = line.fact.first_day;
      cell.href = context.href(words_of(line)) + "#" + line.mark();
    }
  }
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [stance, n] : stances) order.emplace_back(-n, stance);
  std::sort(order.begin(), order.end());
  for (auto& [n, stance] : order) out.stances.push_back(std::move(stance));
  return out;
}

Table matrix_table(const Matrix& matrix) {
  Table table{"matrix", {}, {{"holder", ""}, {"stance", ""}, {"times", std::int64_t{0}}, {"last_day", ""}}};
  for (const auto& [key, cells] : matrix.rows) {
    for (const auto& [stance, cell] : cells) {
      table.rows.push_back(
          {{"holder", matrix.holders.at(key).first}, {"stance", stance}, {"times", cell.n}, {"last_day", cell.last}});
    }
  }
  return table;
}

void write_cell(Html& h, const Cell& cell) {
  h("a", {{"href", cell.href}}, [&] {
    h("span", {{"class", "sign"}, {"aria-hidden", "true"}}, "● ");
    h.text(count_label(cell.n, "time"));
    if (const std::string day = day_label(cell.last); !day.empty()) h("small", " last " + unbroken(day));
  });
}

void write_matrix(const Context& context, Page& page, const std::vector<Line>& positions) {
  Matrix matrix = matrix_of(context, positions);
  page.tables.push_back(matrix_table(matrix));
  if (matrix.rows.empty()) return;
  constexpr std::size_t kMostColumns = 8;
  const bool cut = matrix.stances.size() > kMostColumns;
  if (cut) matrix.stances.resize(kMostColumns);
  Html& h = page.body;
  const auto head = [&] {
    h("th", {{"scope", "col"}}, "Holder");
    for (const std::string& stance : matrix.stances)
      h("th", {{"scope", "col"}}, capital(shortened(plain_line(stance), 40)));
  };
  const auto row = [&](const std::string& key, const std::map<std::string, Cell>& cells) {
    const auto& holder = matrix.holders.at(key);
    h("th", {{"scope", "row"}}, [&] { h("a", {{"href", holder.second}}, shortened(plain_line(holder.first), 60)); });
    for (const std::string& stance : matrix.stances) {
      const auto cell = cells.find(stance);
      h("td", [&] {
        if (cell != cells.end()) write_cell(h, cell->second);
      });
    }
  };
  h("section", [&] {
    write_section(context, h, "Who stands where", nullptr, "");
    h("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Holders and stances, a table"}},
      [&] {
        h("table", {{"class", "matrix"}}, [&] {
          h("thead", [&] { h("tr", head); });
          h("tbody", [&] {
            for (const auto& one : matrix.rows) h("tr", [&] { row(one.first, one.second); });
          });
        });
      });
    if (cut) h("p", {{"class", "note"}}, "The stances taken most often; all are in the list below.");
  });
}

/// The newest reports that have an issue of that name; gives how many are shown.
std::size_t write_reports(const Context& context, Page& page, const std::string& folded) {
  Query& query = context.db().cached(
      fmt::format("SELECT d.sha, d.title, d.uri, d.agency, d.published FROM (SELECT DISTINCT document FROM issues "
                  "WHERE id IN (SELECT id FROM issues WHERE document >> 12 IN ({}) AND of_label = (SELECT id FROM "
                  "issue_labels WHERE folded = ?) ORDER BY id DESC LIMIT 100) ORDER BY document DESC LIMIT 20) i JOIN "
                  "documents d ON d.id = i.document ORDER BY d.id DESC",
                  kDocumentBlocks));
  query.bind(1, folded);
  Table table{"reports", {}, {{"title", ""}, {"agency", ""}, {"published", ""}, {"page", ""}}};
  while (query.step()) {
    table.rows.push_back({{"title", report_label(query.text(1), query.text(2))},
                          {"agency", std::string(query.text(3))},
                          {"published", std::string(query.text(4))},
                          {"page", context.href(address({"document", document_key(query.text(0))}))}});
  }
  const auto text = [](const Row& row, std::size_t i) -> const std::string& {
    return std::get<std::string>(row[i].second);
  };
  Html& h = page.body;
  if (!table.rows.empty()) {
    h("section", [&] {
      write_section(context, h, "Reports that speak of it", nullptr, "");
      h("ul", {{"class", "top"}}, [&] {
        for (const Row& row : table.rows) {
          h("li", [&] {
            h("a", {{"href", text(row, 3)}}, shortened(text(row, 0), 120));
            const std::string of = source_label(text(row, 1), day_label(text(row, 2)));
            if (!of.empty()) h("span", {{"class", "count"}}, " " + shortened(of, 80));
          });
        }
      });
    });
  }
  const std::size_t shown = table.rows.size();
  page.tables.push_back(std::move(table));
  return shown;
}

}  // namespace

MadePage issue_page(const Context& context) {
  const std::string& label = context.address.path[1];
  Question question;
  question.issues = {search_form(label)};
  if (question.issues.front().empty()) return Error{ErrorKind::input, "", "The address names no issue."};
  question.limit = 200;
  Page page;
  page.title = capital(shortened(plain_line(label), 120));
  page.part = "issues";
  page.address = context.address.plain();
  page.lead =
      "Who stands where on it, what was said and done. An issue is found by its words, in labels that hold more of "
      "them too.";
  Html& h = page.body;
  std::size_t all = 0;
  const auto section = [&](View view, std::string_view heading, const char* segment, int limit) {
    Question own = question;
    own.limit = limit;
    const Found found = find_lines(context, view, own);
    all += found.lines.size();
    if (view == View::positions) write_matrix(context, page, found.lines);
    page.tables.push_back(lines_table(context, segment, view, found.lines));
    if (found.lines.empty()) return;
    h("section", [&] {
      const Address to = address({segment}, {{"issue", label}});
      write_section(context, h, heading, &to, found.more ? "All of them" : "As a list of its own");
      write_lines(context, h, found.lines, view);
    });
  };
  section(View::positions, "Positions, in order of time", "positions", 100);
  section(View::statements, "Statements", "statements", 20);
  section(View::events, "Events", "events", 20);
  all += write_reports(context, page, question.issues.front());
  if (all == 0)
    return Error{ErrorKind::input, "", fmt::format("Nothing in the store is about “{}”.", shortened(label, 120))};
  return page;
}

MadePage issues_page(const Context& context) {
  const std::string_view q = context.address["q"];
  Page page;
  page.title = q.empty() ? "Issues" : fmt::format("Issues with “{}”", shortened(q, 80));
  page.lead = "What is talked about, by the number of reports.";
  page.part = "issues";
  page.address = context.address.plain();
  std::vector<IssueCount> found;
  if (const std::string words = search_form(q); !words.empty()) {
    Question question;
    question.limit = 200;
    question.issues = {words};
    found = count_issues(context.db(), question);
  } else if (!q.empty()) {
    page.lead = "What is looked for holds no word.";
  }
  Html& h = page.body;
  h("form", {{"class", "filters one"}, {"method", "get"}, {"action", context.href(address({"issues"}))}}, [&] {
    h("label", [&] {
      h("span", "Words of an issue");
      h.single("input", {{"name", "q"}, {"value", q}, {"placeholder", "border"}});
    });
    h("p", {{"class", "buttons"}}, [&] { h("button", {{"type", "submit"}}, "Show"); });
  });
  Table table{"issues", {}, {{"label", ""}, {"topic", ""}, {"documents", std::int64_t{0}}, {"page", ""}}};
  h("ul", {{"class", "plain across"}}, [&] {
    for (const IssueCount& issue : q.empty() ? context.summary.issues : found) {
      const Address to = address({"issue", issue.label});
      h("li", [&] {
        write_link(context, h, to, capital(shortened(plain_line(issue.label), 80)));
        h("span", {{"class", "count"}}, " " + unbroken_count(issue.documents, "report"));
      });
      table.rows.push_back(
          {{"label", issue.label}, {"topic", issue.topic}, {"documents", issue.documents}, {"page", context.href(to)}});
    }
  });
  if (table.rows.empty()) h("p", {{"class", "none"}}, "None.");
  page.tables.push_back(std::move(table));
  return page;
}

}  // namespace dragoman::web
