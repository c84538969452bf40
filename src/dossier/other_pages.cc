// Reports, search, the map, and what the dossier is.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "output/plain.h"
#include "query/dossier.h"
#include "query/issues.h"
#include "query/search.h"
#include "store/keys.h"
#include "text/calendar.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

/// The words of a snippet, those found as <mark>.
void write_snippet(Html& h, std::string_view snippet) {
  bool inside = false;
  while (!snippet.empty()) {
    const std::size_t end = std::min(snippet.find(inside ? ']' : '['), snippet.size());
    const std::string words = plain_line(snippet.substr(0, end));
    const bool blank_before = end > 0 && snippet.front() == ' ', blank_after = end > 1 && snippet[end - 1] == ' ';
    const std::string shown = shortened((blank_before ? " " : "") + words + (blank_after ? " " : ""), 400);
    if (inside) {
      h("mark", shown);
    } else {
      h.text(shown);
    }
    inside = !inside;
    snippet.remove_prefix(std::min(end + 1, snippet.size()));
  }
}

/// The people and bodies whose name, country or office the words are.
void write_who(const Context& context, Html& h, std::string_view words, Table& table) {
  const auto party = party_of(context, words);
  const auto found = party ? people(context.db(), *party) : std::vector<Person>();
  if (found.empty()) return;
  constexpr std::size_t kMost = 12;
  write_section(context, h, "Who", nullptr, "");
  h("ul", {{"class", "plain across"}}, [&] {
    for (std::size_t i = 0; i < found.size() && i < kMost; ++i) {
      const Person& person = found[i];
      const Address to = address({"who", key_segment(actor_key(context, person.actor))});
      h("li", [&] {
        h("a", {{"href", context.href(to)}}, shortened(plain_line(person.name), 80));
        h("span", {{"class", "count"}},
          fmt::format(" {}, {}", person.type, unbroken_count(person.documents, "report")));
      });
      table.rows.push_back(
          {{"name", person.name}, {"type", person.type}, {"documents", person.documents}, {"page", context.href(to)}});
    }
  });
}

void write_issues(const Context& context, Html& h, const std::string& words) {
  Question issues;
  issues.issues = {search_form(words)};
  issues.limit = 8;
  const auto labels = count_issues(context.db(), issues);
  if (labels.empty()) return;
  write_section(context, h, "Issues", nullptr, "");
  h("ul", {{"class", "plain across"}}, [&] {
    for (const IssueCount& issue : labels) {
      h("li", [&] {
        write_link(context, h, address({"issue", issue.label}), capital(shortened(plain_line(issue.label), 80)));
        h("span", {{"class", "count"}}, " " + count_label(issue.documents, "report"));
      });
    }
  });
}

void write_hit(const Context& context, Html& h, const Hit& hit, Table& table) {
  const Address to = address({"document", report_key(context, hit.document)});
  h("li", {{"class", "fact"}}, [&] {
    h("h3", [&] { h("a", {{"href", context.href(to)}}, shortened(report_label(hit.title, hit.uri), 160)); });
    const std::string of = source_label(hit.agency, day_label(hit.published));
    if (!of.empty()) h("p", {{"class", "count"}}, shortened(of, 120));
    h("p", {{"class", "snippet"}}, [&] { write_snippet(h, hit.snippet); });
    if (!hit.facts.empty()) {
      std::vector<Line> lines;
      for (const Fact& fact : hit.facts) lines.push_back(context.reading.line(fact));
      write_lines(context, h, lines, View::timeline, Said::report);
    }
  });
  table.rows.push_back({{"title", hit.title.empty() ? hit.uri : hit.title},
                        {"agency", hit.agency},
                        {"published", hit.published},
                        {"snippet", hit.snippet},
                        {"page", context.href(to)}});
}

}  // namespace

MadePage search_page(const Context& context) {
  const std::string q(context.address["q"]);
  Page page;
  page.part = "search";
  page.address = context.address.plain();
  page.title = q.empty() ? "Search" : fmt::format("Search: {}", shortened(q, 80));
  Table hits{"hits", {}, {{"title", ""}, {"agency", ""}, {"published", ""}, {"snippet", ""}, {"page", ""}}};
  Table who{"who", {}, {{"name", ""}, {"type", ""}, {"documents", std::int64_t{0}}, {"page", ""}}};
  Html& h = page.body;
  if (search_form(q).empty()) {
    page.lead =
        "Type a name, a country, an office, an issue, or words in the box above; “words in quotation marks” stay "
        "together.";
    page.tables = {std::move(hits), std::move(who)};
    return page;
  }
  constexpr int kMost = 100;
  Search search;
  search.words = q;
  search.limit = 10;
  if (const auto number = to_number(context.address["limit"]); number && *number >= 1 && *number <= kMost)
    search.limit = *number;
  write_who(context, h, q, who);
  write_issues(context, h, q);
  const auto found = dragoman::search(context.db(), search);
  if (!found) {
    if (found.error().kind != ErrorKind::usage) return found.error();
    page.lead = capital(found.error().message) + ".";
    page.tables = {std::move(hits), std::move(who)};
    return page;
  }
  write_section(context, h, "In the words of reports", nullptr, "");
  h("ol", {{"class", "hits"}}, [&] {
    for (const Hit& hit : found->hits) write_hit(context, h, hit, hits);
  });
  if (found->hits.empty()) h("p", {{"class", "none"}}, "No report has all of these words.");
  if (found->more && search.limit < kMost) {
    h("p", [&] {
      const std::string more = std::to_string(std::min(kMost, search.limit * 3));
      h("a", {{"href", context.href(page.address.with("limit", more))}}, "More");
    });
  }
  page.tables = {std::move(hits), std::move(who)};
  return page;
}

namespace {

const std::string& text_of(const Row& row, std::size_t column) {
  return std::get<std::string>(row[column].second);
}

/// A row of the table of reports, with agency and day behind its title.
void write_report_row(Html& h, const Row& row) {
  h("a", {{"href", text_of(row, 6)}}, shortened(report_label(text_of(row, 1), text_of(row, 2)), 160));
  std::string of = source_label(text_of(row, 3), unbroken(day_label(text_of(row, 4))));
  if (text_of(row, 5) == "yes") of += of.empty() ? "near copy" : ", near copy";
  if (!of.empty()) h("span", {{"class", "count"}}, " " + shortened(of, 120));
}

}  // namespace

MadePage reports_page(const Context& context) {
  constexpr int kPage = 50;
  Page page;
  page.title = "Reports";
  page.part = "documents";
  page.address = context.address.plain();
  page.lead = count_label(context.summary.documents, "report") + ", the last added first.";
  std::int64_t before = 0;
  const std::string after(context.address["after"]);
  if (!after.empty()) {
    const auto found = context.summary.by_key.find(after);
    if (found == context.summary.by_key.end())
      return Error{ErrorKind::input, "", "The store has no report of that number."};
    before = found->second;
  }
  Query& query = context.db().cached(
      "SELECT sha, title, uri, agency, published, copy_of IS NOT NULL FROM documents WHERE (?1 = 0 OR id < ?1) ORDER "
      "BY id DESC "
      "LIMIT ?2");
  query.bind(1, before);
  query.bind(2, std::int64_t{kPage} + 1);
  Table table{"documents",
              {},
              {{"id", ""}, {"title", ""}, {"uri", ""}, {"agency", ""}, {"published", ""}, {"copy", ""}, {"page", ""}}};
  bool more = false;
  while (query.step()) {
    if (table.rows.size() == kPage) {
      more = true;
      continue;
    }
    const std::string key = document_key(query.text(0));
    table.rows.push_back({{"id", key},
                          {"title", std::string(query.text(1))},
                          {"uri", std::string(query.text(2))},
                          {"agency", std::string(query.text(3))},
                          {"published", std::string(query.text(4))},
                          {"copy", query.integer(5) != 0 ? "yes" : "no"},
                          {"page", context.href(address({"document", key}))}});
  }
  Html& h = page.body;
  h("ol", {{"class", "top reports"}}, [&] {
    for (const Row& row : table.rows) {
      h("li", {{"class", "fact"}}, [&] { write_report_row(h, row); });
    }
  });
  if (more) {
    h("p", [&] {
      h("a", {{"href", context.href(page.address.with("after", text_of(table.rows.back(), 0)))}}, "Earlier ones");
    });
  }
  page.tables.push_back(std::move(table));
  return page;
}

MadePage map_page(const Context& context) {
  Page page;
  page.title = "Where";
  page.part = "map";
  page.address = context.address.plain();
  page.lead = "Places where events happened or are to happen, with how many.";
  page.charts = true;
  Html& h = page.body;
  Table table{"places",
              {},
              {{"name", ""}, {"country", ""}, {"lat", 0.0}, {"lon", 0.0}, {"events", std::int64_t{0}}, {"page", ""}}};
  const double most = context.summary.places.empty() ? 1 : static_cast<double>(context.summary.places.front().facts);
  h("figure",
    {{"class", "chart"}, {"data-chart", "map"}, {"data-world", context.frame.base + "/assets/world-110m.json"}}, [&] {
      h("figcaption", "A circle for each place; its area is the number of events. The table below holds the same.");
      h("div", {{"class", "wide whole"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Places, a table"}},
        [&] {
          h("table", [&] {
            h("thead", [&] {
              h("tr", [&] {
                h("th", {{"scope", "col"}}, "Place")("th", {{"scope", "col"}}, "Country")("th", {{"scope", "col"}},
                                                                                          "Events");
              });
            });
            h("tbody", [&] {
              for (const PlaceCount& place : context.summary.places) {
                const Address to = address({"timeline"}, {{"place", place.name}});
                const std::string name = shortened(plain_line(place.name), 60),
                                  country = context.reading.country_name(place.country);
                h("tr",
                  {{"data-lat", fmt::format("{:.4f}", place.lat)},
                   {"data-lon", fmt::format("{:.4f}", place.lon)},
                   {"data-n", std::to_string(place.facts)}},
                  [&] {
                    h("th", {{"scope", "row"}}, [&] { write_link(context, h, to, name); });
                    h("td", country);
                    h("td", [&] {
                      write_bar(h, static_cast<double>(place.facts), most, "all");
                      h("span", {{"class", "number"}}, number_label(place.facts));
                    });
                  });
                table.rows.push_back({{"name", place.name},
                                      {"country", place.country},
                                      {"lat", place.lat},
                                      {"lon", place.lon},
                                      {"events", place.facts},
                                      {"page", context.href(to)}});
              }
            });
          });
        });
    });
  if (table.rows.empty()) h("p", {{"class", "none"}}, "No event of the store has a place with coordinates.");
  page.tables.push_back(std::move(table));
  return page;
}

namespace {

Table counts_table(const Summary& s) {
  Table counts{"counts", {}, {}};
  const auto add = [&](std::string name, std::int64_t n) {
    counts.rows.push_back({{"what", std::move(name)}, {"number", n}});
  };
  add("reports", s.documents);
  add("near copies among them", s.copies);
  for (const FactList list : kFactLists) {
    const std::string name(table_of(list));
    if (s.happenings_of(list) != s.facts_of(list)) add(name + ", each once", s.happenings_of(list));
    add(name + (told_once(list) ? "" : ", once for each report"), s.facts_of(list));
  }
  return counts;
}

void write_counts(Html& h, const Table& counts) {
  h("table", [&] {
    h("tbody", [&] {
      for (const Row& row : counts.rows) {
        h("tr", [&] {
          h("th", {{"scope", "row"}}, capital(text_of(row, 0)));
          h("td", {{"class", "number"}}, number_label(std::get<std::int64_t>(row[1].second)));
        });
      }
    });
  });
}

/// What has read the latest reports.
Table readers_table(const Context& context) {
  Table readers{"read_by", {}, {{"generator", ""}, {"reports", std::int64_t{0}}}};
  auto query = context.db().prepare(
      "SELECT generator, count(*) AS n FROM (SELECT generator FROM documents ORDER BY id DESC LIMIT 2000) GROUP BY "
      "generator ORDER BY n DESC LIMIT 8");
  while (query.step())
    readers.rows.push_back({{"generator", std::string(query.text(0))}, {"reports", query.integer(1)}});
  return readers;
}

}  // namespace

MadePage about_page(const Context& context) {
  const Summary& s = context.summary;
  Page page;
  page.title = "About this dossier";
  page.part = "about";
  page.address = context.address.plain();
  page.lead = fmt::format("What dragoman {} found in the reports of {}.", DRAGOMAN_VERSION, context.frame.store);
  Table counts = counts_table(s), readers = readers_table(context);
  Html& h = page.body;
  h("div", {{"class", "prose"}}, [&] {
    h("h2", "What stands here");
    h("p",
      "Everything on these pages was read from the reports by rules and a model of language, not by a person. Each "
      "fact shows the words that state it, who says so, whether it happened, is planned, hoped for or denied, and how "
      "sure the reading is: a doubtful one is more often wrong than right. Before you cite a fact, follow it to its "
      "words.");
    h("h2", "Counts");
    write_counts(h, counts);
    h("h2", "Read by");
    h("ul", [&] {
      for (const Row& row : readers.rows) h("li", "dragoman " + text_of(row, 0));
    });
    h("p", {{"class", "note"}},
      "Of the latest 2,000 reports: the version of dragoman, the model of language, and the digest of the lexicon.");
    h("h2", "For programs");
    h("p", [&] {
      h.text("Every page has a twin as JSON and as CSV under the same address with .json or .csv behind it; ");
      h("a", {{"href", context.frame.base + "/openapi.json"}}, "openapi.json");
      h.text(
          " describes them. Reports are known by the digest of their text, events by what makes them one, people by "
          "their names, so that addresses stay when reports are added.");
    });
    h("h2", "Keys");
    h("p", [&] {
      h("kbd", "/");
      h.text(" goes to the search box, ");
      h("kbd", "j");
      h.text(" and ");
      h("kbd", "k");
      h.text(" to the next and the previous row, ");
      h("kbd", "?");
      h.text(" shows this.");
    });
    h("h2", "Licences");
    h("p",
      "dragoman: Apache-2.0. Charts: d3 and topojson-client (ISC). Map: world-atlas (ISC), made from Natural Earth, "
      "which is in the public domain. Names and places of towns: GeoNames (CC BY 4.0). The words of the reports are "
      "their publishers’.");
  });
  page.tables = {std::move(counts), std::move(readers)};
  return page;
}

}  // namespace dragoman::web
