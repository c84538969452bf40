// What is between two: how much of what over time, meetings, events, what each says of the other, where each stands.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "output/plain.h"
#include "query/find.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

/// Events between the two, found once: the latest thousand.
struct Between {
  std::vector<MonthCount> months;                 // of what took place
  std::vector<std::int64_t> events, accusations;  // the latest of each, in order of time
  bool more_events = false, more_accusations = false;
};

Between events_between(const Context& context, Question question, std::size_t shown) {
  question.limit = 1000;
  Between out;
  std::map<std::string, MonthCount> months;
  Query& query = context.db().cached(
      "SELECT substr(first_day, 1, 7), quad, type, substr(first_day, 1, 7) = substr(last_day, 1, 7) AND status IN "
      "('happened', "
      "'ongoing', 'reported') AND quad BETWEEN 1 AND 4 FROM events WHERE id = ?");
  out.events = find_facts(context.db(), FactList::events, question).facts;
  for (const std::int64_t id : out.events) {
    query.bind(1, id);
    query.first([&](const Query& row) {
      const std::string_view type = row.text(2);
      if (type == "ACCUSE" || type == "REJECT" || type == "THREATEN") out.accusations.push_back(id);
      if (row.integer(3) == 0) return;
      MonthCount& month = months[std::string(row.text(0))];
      month.month = row.text(0);
      ++month.quads[static_cast<std::size_t>(row.integer(1) - 1)];
    });
  }
  out.months.reserve(months.size());
  for (auto& [name, month] : months) out.months.push_back(std::move(month));
  const auto latest = [&](std::vector<std::int64_t>& ids, bool& more) {
    more = ids.size() > shown;
    if (more) ids.erase(ids.begin(), ids.end() - static_cast<std::ptrdiff_t>(shown));
  };
  latest(out.events, out.more_events);
  latest(out.accusations, out.more_accusations);
  return out;
}

std::string shown_name(const Context& context, const Party& party) {
  return shortened(plain_line(party.country.empty() ? party.name : context.reading.country_name(party.country)), 80);
}

void write_over_time(const Context& context, Page& page, const std::vector<MonthCount>& months, const Address& timeline,
                     std::string_view caption) {
  Html& h = page.body;
  h("section", [&] {
    write_section(context, h, "Over time", &timeline, "As a timeline");
    write_months(context, h, months, caption);
  });
  page.tables.push_back(months_table(months));
}

}  // namespace

MadePage pair_page(const Context& context) {
  const std::string first = context.address.path[1], second = context.address.path[2];
  const auto a = party_of(context, first), b = party_of(context, second);
  if (!a || !b) {
    const Error& error = !a ? a.error() : b.error();
    return Error{error.kind, "", capital(error.message) + "."};
  }
  const std::string name_a = shown_name(context, *a), name_b = shown_name(context, *b);
  Page page;
  page.title = name_a + " and " + name_b;
  page.part = "between";
  page.address = context.address.plain();
  page.charts = true;
  page.lead = "What they did to and with each other, said of each other, and where each stands.";
  Question between;
  between.between.emplace(*a, *b);
  between.limit = 15;
  Html& h = page.body;
  const Between found_between = events_between(context, between, static_cast<std::size_t>(between.limit));
  const std::vector<std::pair<std::string, std::string>> both = {{"actor", first}, {"with", second}};
  write_over_time(context, page, found_between.months, address({"timeline"}, both),
                  fmt::format("Events between {} and {} that took place, by month and class.", name_a, name_b));
  const auto write_found = [&](View view, std::string_view heading, std::string_view name, const Found& found,
                               const Address& all) {
    page.tables.push_back(lines_table(context, name, view, found.lines));
    h("section", [&] {
      write_section(context, h, heading, found.lines.empty() ? nullptr : &all,
                    found.more ? "All of them" : "As a list of its own");
      write_lines(context, h, found.lines, view);
      if (found.lines.empty()) h("p", {{"class", "none"}}, "None.");
    });
  };
  const auto section = [&](View view, std::string_view heading, std::string_view name, const Question& question,
                           const Address& all) {
    write_found(view, heading, name, find_lines(context, view, question), all);
  };
  section(View::agenda, "What is next", "agenda", between, address({"agenda"}, both));
  section(View::meetings, "Meetings", "meetings", between, address({"meetings"}, both));
  const auto events = [&](std::string_view heading, std::string_view name, const std::vector<std::int64_t>& ids,
                          bool more, const Address& all) {
    write_found(View::events, heading, name, {context.reading.lines(FactList::events, ids), more}, all);
  };
  events("Events", "events", found_between.events, found_between.more_events, address({"events"}, both));
  events("Accusations, refusals, threats", "accusations", found_between.accusations, found_between.more_accusations,
         address({"events"}, {{"actor", first}, {"with", second}, {"quad", "3"}}));
  section(View::statements, "Said to each other", "statements", between, address({"statements"}, both));
  h("div", {{"class", "halves"}}, [&] {
    const auto stands = [&](const Party& party, const std::string& name, const std::string& typed,
                            std::string_view table) {
      Question question;
      question.actors = {party};
      question.limit = 10;
      section(View::positions, "Where " + name + " stands", table, question,
              address({"positions"}, {{"actor", typed}}));
    };
    h("div", [&] { stands(*a, name_a, first, "positions_a"); });
    h("div", [&] { stands(*b, name_b, second, "positions_b"); });
  });
  return page;
}

namespace {

void write_pair_form(const Context& context, Html& h, std::string_view a, std::string_view b) {
  const auto side = [&](const char* name, std::string_view label, std::string_view value, const char* hint) {
    h("label", [&] {
      h("span", label);
      h.single("input", {{"name", name}, {"value", value}, {"placeholder", hint}});
    });
  };
  h("form", {{"class", "filters"}, {"method", "get"}, {"action", context.href(address({"between"}))}}, [&] {
    side("a", "One", a, "Japan");
    side("b", "The other", b, "Russia");
    h("p", {{"class", "buttons"}}, [&] { h("button", {{"type", "submit"}}, "Show"); });
  });
}

void write_pair(const Context& context, Html& h, const PairCount& pair, double most) {
  h("tr", [&] {
    h("th", {{"scope", "row"}}, [&] {
      h("a", {{"href", context.href(address({"between", pair.a, pair.b}))}},
        shortened(context.reading.country_name(pair.a), 50) + " and " +
            shortened(context.reading.country_name(pair.b), 50));
    });
    h("td", [&] {
      write_bar(h, static_cast<double>(pair.all()), most, "all");
      h("span", {{"class", "number"}}, number_label(pair.all()));
    });
    for (const std::int64_t n : pair.quads) h("td", {{"class", "number"}}, number_label(n));
  });
}

Table pairs_table(const Context& context) {
  Table table{"pairs",
              {},
              {{"a", ""},
               {"b", ""},
               {"events", std::int64_t{0}},
               {"verbal_cooperation", std::int64_t{0}},
               {"material_cooperation", std::int64_t{0}},
               {"verbal_conflict", std::int64_t{0}},
               {"material_conflict", std::int64_t{0}},
               {"page", ""}}};
  for (const PairCount& pair : context.summary.pairs) {
    table.rows.push_back({{"a", pair.a},
                          {"b", pair.b},
                          {"events", pair.all()},
                          {"verbal_cooperation", pair.quads[0]},
                          {"material_cooperation", pair.quads[1]},
                          {"verbal_conflict", pair.quads[2]},
                          {"material_conflict", pair.quads[3]},
                          {"page", context.href(address({"between", pair.a, pair.b}))}});
  }
  return table;
}

}  // namespace

MadePage pairs_page(const Context& context) {
  const std::string_view a = context.address["a"], b = context.address["b"];
  Page page;
  page.part = "between";
  page.address = context.address.plain();
  if (!a.empty() && !b.empty()) {
    page.see_other = context.href(address({"between", std::string(a), std::string(b)}));
    return page;
  }
  page.title = "Pairs of countries";
  page.lead = "Events that took place between two countries, most first.";
  Html& h = page.body;
  write_pair_form(context, h, a, b);
  const std::vector<PairCount>& pairs = context.summary.pairs;
  const double most = pairs.empty() ? 1 : static_cast<double>(pairs.front().all());
  h("div", {{"class", "wide whole"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Pairs, a table"}}, [&] {
    h("table", [&] {
      h("thead", [&] {
        h("tr", [&] {
          h("th", {{"scope", "col"}}, "Pair");
          h("th", {{"scope", "col"}}, "Events");
          for (int quad = 1; quad <= 4; ++quad)
            h("th", {{"scope", "col"}, {"class", "number"}}, capital(std::string(quad_label(quad))));
        });
      });
      h("tbody", [&] {
        for (const PairCount& pair : pairs) write_pair(context, h, pair, most);
      });
    });
  });
  if (pairs.empty()) h("p", {{"class", "none"}}, "No events between two countries.");
  page.tables.push_back(pairs_table(context));
  return page;
}

}  // namespace dragoman::web
