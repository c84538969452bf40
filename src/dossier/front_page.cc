// The store at a glance.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "output/plain.h"
#include "query/find.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

struct Report {
  std::string key, title, agency, published;
};

std::vector<Report> newest_reports(const Context& context) {
  Query& query = context.db().cached("SELECT sha, title, agency, published, uri FROM documents WHERE id = ?");
  std::vector<Report> out;
  for (const std::int64_t id : context.summary.newest) {
    query.bind(1, id);
    query.first([&](const Query& row) {
      out.push_back({document_key(row.text(0)), report_label(row.text(1), row.text(4)), std::string(row.text(2)),
                     std::string(row.text(3))});
    });
  }
  return out;
}

/// The next plans from the day of the newest report on; the last ones where little comes after it.
Found still_to_come(const Context& context) {
  Question question;
  question.limit = 5;
  question.since = context.summary.last_day;
  Found found = find_lines(context, View::agenda, question);
  if (static_cast<int>(found.lines.size()) == question.limit) return found;
  question.since.clear();
  return find_lines(context, View::agenda, question);
}

void write_figures(const Context& context, Html& h) {
  const Summary& s = context.summary;
  const auto figure = [&](std::int64_t n, std::string_view one, std::string_view many, const char* segment) {
    h("div", [&] {
      h("dt", [&] { h("a", {{"href", context.href(address({segment}))}}, n == 1 ? one : many); });
      h("dd", number_label(n));
    });
  };
  h("dl", {{"class", "figures"}}, [&] {
    figure(s.documents, "report", "reports", "documents");
    figure(s.happenings_of(FactList::events), "event", "events", "events");
    figure(s.happenings_of(FactList::meetings), "meeting", "meetings", "meetings");
    figure(s.happenings_of(FactList::statements), "statement", "statements", "statements");
    figure(s.happenings_of(FactList::positions), "position", "positions", "positions");
    figure(s.happenings_of(FactList::agenda), "plan", "plans", "agenda");
  });
}

void write_top(const Context& context, Html& h, std::string_view heading, std::string_view kind) {
  constexpr int kMost = 8;
  int n = 0;
  h("div", [&] {
    h("h3", heading);
    h("ol", {{"class", "top"}}, [&] {
      for (const ActorCount& one : context.summary.actors) {
        const bool right = kind == "body" ? one.type != "person" && one.type != "country" : one.type == kind;
        if (!right || n == kMost) continue;
        ++n;
        h("li", [&] {
          h("a", {{"href", context.href(address({"who", key_segment(one.key)}))}}, shortened(plain_line(one.name), 60));
          h("span", {{"class", "count"}}, " " + unbroken_count(one.documents, "report"));
        });
      }
    });
    if (n == 0) h("p", {{"class", "none"}}, "None.");
  });
}

/// "1,010 reports, of which 12 are near copies, published from 3 May 2019 to 6 June 2020."
std::string lead_of(const Summary& s) {
  std::string lead = count_label(s.documents, "report");
  if (s.copies > 0) lead += fmt::format(", of which {}", count_label(s.copies, "is a near copy", "are near copies"));
  if (!s.first_day.empty()) {
    lead += s.first_day == s.last_day
                ? fmt::format(", published on {}", day_label(s.first_day))
                : fmt::format(", published from {} to {}", day_label(s.first_day), day_label(s.last_day));
  }
  return lead + ".";
}

void write_pairs(const Context& context, Page& page) {
  const std::vector<PairCount>& all = context.summary.pairs;
  constexpr std::size_t kMost = 10;
  Html& h = page.body;
  const Address pairs = address({"between"});
  write_section(context, h, "Busiest pairs", &pairs, "All pairs");
  Table table{"pairs", {}, {{"a", ""}, {"b", ""}, {"events", std::int64_t{0}}, {"page", ""}}};
  h("ol", {{"class", "top"}}, [&] {
    for (std::size_t i = 0; i < all.size() && i < kMost; ++i) {
      const PairCount& pair = all[i];
      const Address to = address({"between", pair.a, pair.b});
      h("li", [&] {
        h("a", {{"href", context.href(to)}},
          shortened(context.reading.country_name(pair.a), 40) + " and " +
              shortened(context.reading.country_name(pair.b), 40));
        h("span", {{"class", "count"}}, " " + unbroken_count(pair.all(), "event"));
      });
      table.rows.push_back({{"a", pair.a}, {"b", pair.b}, {"events", pair.all()}, {"page", context.href(to)}});
    }
  });
  if (all.empty()) h("p", {{"class", "none"}}, "No events between two countries.");
  page.tables.push_back(std::move(table));
}

void write_newest(const Context& context, Page& page) {
  Html& h = page.body;
  const Address documents = address({"documents"});
  write_section(context, h, "Newest reports", &documents, "All reports");
  Table table{"reports", {}, {{"id", ""}, {"title", ""}, {"agency", ""}, {"published", ""}, {"page", ""}}};
  h("ol", {{"class", "top"}}, [&] {
    for (const Report& report : newest_reports(context)) {
      const Address to = address({"document", report.key});
      h("li", [&] {
        h("a", {{"href", context.href(to)}}, shortened(plain_line(report.title), 90));
        const std::string of = source_label(report.agency, unbroken(day_label(report.published)));
        if (!of.empty()) h("span", {{"class", "count"}}, " " + shortened(of, 60));
      });
      table.rows.push_back({{"id", report.key},
                            {"title", report.title},
                            {"agency", report.agency},
                            {"published", report.published},
                            {"page", context.href(to)}});
    }
  });
  page.tables.push_back(std::move(table));
}

}  // namespace

MadePage front_page(const Context& context) {
  const Summary& s = context.summary;
  Page page;
  page.title = "The corpus at a glance";
  page.lead = lead_of(s);
  page.part = "front";
  page.charts = true;
  Html& h = page.body;
  write_figures(context, h);
  const Address timeline = address({"timeline"}), agenda = address({"agenda"}), who = address({"who"});
  h("section", [&] {
    write_section(context, h, "Events by month", &timeline, "Timeline");
    write_months(context, h, s.months,
                 "Events that took place, by month and class. Draw over the chart to choose days.");
  });
  page.tables.push_back(months_table(s.months));
  h("section", {{"class", "halves"}}, [&] {
    h("div", [&] { write_pairs(context, page); });
    h("div", [&] { write_newest(context, page); });
  });
  h("section", [&] {
    write_section(context, h, "Who is spoken of most", &who, "All");
    h("div", {{"class", "thirds"}}, [&] {
      write_top(context, h, "People", "person");
      write_top(context, h, "Countries", "country");
      write_top(context, h, "Bodies", "body");
    });
  });
  h("section", [&] {
    write_section(context, h, "What was still to come", &agenda, "The whole agenda");
    const Found found = still_to_come(context);
    page.tables.push_back(lines_table(context, "agenda", View::agenda, found.lines));
    write_lines(context, h, found.lines, View::agenda);
    if (found.lines.empty()) h("p", {{"class", "none"}}, "Nothing.");
  });
  return page;
}

}  // namespace dragoman::web
