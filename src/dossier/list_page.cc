// Lists of facts with their conditions: timeline, events, meetings, statements, positions, agenda.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "output/calendar.h"
#include "query/find.h"
#include "text/calendar.h"

#include <algorithm>
#include <functional>
#include <map>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

struct ViewWords {
  std::string_view segment, title, lead, one;
};

ViewWords words_for(View view) {
  switch (view) {
    case View::timeline:
      return {"timeline", "Timeline",
              "Events, meetings and what was still to come, each once, however many reports tell it.", "item"};
    case View::events:
      return {"events", "Events", "Who did what to whom, when and where; what several reports tell is one.", "event"};
    case View::meetings:
      return {"meetings", "Meetings", "Who met whom, or is to meet.", "meeting"};
    case View::statements:
      return {"statements", "Statements", "Who said what, to whom, and through whom it came.", "statement"};
    case View::positions:
      return {"positions", "Positions", "Who stands where on what.", "position"};
    case View::agenda:
      return {"agenda", "Agenda", "What was still to come when the reports were written.", "plan"};
  }
  return {};
}

struct Choice {
  std::string value, words;
};

void select(Html& h, const Context& context, Literal name, std::string_view label, const std::vector<Choice>& choices,
            std::string_view none = "any") {
  const std::string_view chosen = context.address[name.text];
  h("label", [&] {
    h("span", label);
    h("select", {{"name", name.text}}, [&] {
      h("option", {{"value", ""}}, none);
      bool there = chosen.empty();
      for (const Choice& choice : choices) {
        const bool selected = choice.value == chosen;
        there = there || selected;
        h("option", {{"value", choice.value}, {"selected", selected}}, choice.words);
      }
      if (!there) h("option", {{"value", chosen}, {"selected", true}}, chosen);
    });
  });
}

void input(Html& h, const Context& context, Literal name, std::string_view label, std::string_view hint) {
  h("label", [&] {
    h("span", label);
    std::string value(context.address[name.text]);
    // A key is shown as the name that it stands for, where that finds the same one.
    h.single("input", {{"name", name.text}, {"value", value}, {"placeholder", hint}, {"autocomplete", "off"}});
  });
}

std::vector<Choice> statuses_of(View view) {
  std::vector<std::string_view> all = {"happened", "ongoing",     "planned",  "requested",
                                       "hoped",    "conditional", "reported", "denied"};
  if (view == View::meetings) all = {"held", "planned", "cancelled"};
  if (view == View::statements) all = {"happened", "planned", "conditional", "denied"};
  if (view == View::timeline) all.insert(all.begin() + 1, {"held", "cancelled"});
  std::vector<Choice> out;
  const FactList list = view == View::timeline ? FactList::events : static_cast<FactList>(view);
  for (const std::string_view status : all) out.push_back({std::string(status), status_label(list, status)});
  return out;
}

std::vector<Choice> types_of(const Context& context, View view) {
  std::vector<Choice> out;
  const auto plain = [&](std::initializer_list<std::string_view> values) {
    for (const std::string_view value : values) out.push_back({std::string(value), std::string(value)});
  };
  if (view == View::events || view == View::timeline) {
    for (const auto& [type, n] : context.summary.types) out.push_back({type, type_label(type)});
    std::sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.words < b.words; });
  } else if (view == View::meetings) {
    plain({"summit", "ministerial", "working-level", "phone call"});
  } else if (view == View::statements) {
    plain({"direct", "indirect", "mixed"});
  }
  return out;
}

/// Orders beside that of time.
std::vector<Choice> orders_of(View view) {
  std::vector<Choice> out = {{"confidence", "most likely first"}};
  if (view != View::statements && view != View::positions) out.push_back({"reports", "most reported first"});
  if (view == View::events || view == View::timeline) out.push_back({"intensity", "most intense first"});
  return out;
}

void write_form(const Context& context, Html& h, View view) {
  h("form",
    {{"class", "filters"},
     {"method", "get"},
     {"action", context.href(address({std::string(words_for(view).segment)}))}},
    [&] {
      input(h, context, "actor", view == View::statements ? "Speaker or addressee" : "Who", "name or country");
      if (view == View::events || view == View::timeline || view == View::meetings)
        input(h, context, "with", "With whom", "name or country");
      if (view != View::agenda && view != View::positions) {
        select(h, context, "type",
               view == View::meetings     ? "Level"
               : view == View::statements ? "Kind"
                                          : "Type",
               types_of(context, view));
      }
      if (view == View::positions) input(h, context, "type", "Stance", "supports");
      if (view == View::events || view == View::timeline) {
        select(h, context, "quad", "Class",
               {{"1", "verbal cooperation"},
                {"2", "material cooperation"},
                {"3", "verbal conflict"},
                {"4", "material conflict"}});
      }
      if (view != View::agenda && view != View::positions) select(h, context, "status", "Status", statuses_of(view));
      if (view != View::meetings && view != View::agenda) input(h, context, "issue", "Issue", "words of it");
      if (view != View::positions) input(h, context, "place", "Place", "town or country");
      input(h, context, "since", "From", "2016, 2016-12 …");
      input(h, context, "until", "To", "2016-12-31");
      select(h, context, "confidence", "How sure",
             {{"0.5", "rather likely (.5 and up)"}, {"0.7", "likely (.7 and up)"}, {"0.9", "very likely (.9 and up)"}});
      if (view != View::statements && view != View::positions)
        select(h, context, "reports", "Told by",
               {{"2", "two reports or more"}, {"3", "three or more"}, {"5", "five or more"}, {"10", "ten or more"}});
      select(h, context, "sort", "Order", orders_of(view), "by time");
      h("p", {{"class", "buttons"}}, [&] {
        h("button", {{"type", "submit"}}, "Show");
        h("a", {{"href", context.href(address({std::string(words_for(view).segment)}))}}, "Clear");
      });
    });
}

/// Values with how many of the facts have them, each a link that narrows to it.
void write_facet(const Context& context, Html& h, std::string_view heading, std::string_view parameter,
                 const std::map<std::string, std::int64_t>& counts,
                 const std::function<std::string(const std::string&)>& words) {
  constexpr std::size_t kMost = 8;
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [value, n] : counts) order.emplace_back(-n, value);
  std::sort(order.begin(), order.end());
  if (order.size() > kMost) order.resize(kMost);
  const std::string_view chosen = context.address[parameter];
  if (order.size() < 2 && chosen.empty()) return;
  h("div", {{"class", "facet"}}, [&] {
    h("h2", heading);
    h("ul", [&] {
      for (const auto& [minus, counted] : order) {
        const std::string& value = counted;
        const std::int64_t number = -minus;
        const bool here = value == chosen;
        h("li", [&] {
          h("a",
            {{"href", context.href(context.address.with(parameter, here ? "" : value))},
             {"aria-current", here ? std::optional<std::string>("true") : std::nullopt}},
            shortened(words(value), 60));
          h("span", {{"class", "count"}}, " " + number_label(number));
          if (here) h("span", {{"class", "hidden"}}, " (chosen; follow to take it away)");
        });
      }
    });
  });
}

void write_facets(const Context& context, Html& h, View view, const Found& found) {
  std::map<std::string, std::int64_t> types, quads, statuses, countries, agencies;
  for (const Line& line : found.lines) {
    const Fact& f = line.fact;
    if (!f.type.empty() && (f.list == FactList::events || view != View::timeline)) ++types[f.type];
    if (f.list == FactList::events && f.quad > 0) ++quads[std::to_string(f.quad)];
    if (!f.status.empty()) ++statuses[f.status];
    std::map<std::string, bool> seen;
    for (const auto& [role, bearers] : line.roles) {
      if (role == "source" || role == "chain") continue;
      for (const Bearer& one : bearers) {
        if (!one.country.empty() && !std::exchange(seen[one.country], true)) ++countries[one.country];
      }
    }
    if (!f.agency.empty()) ++agencies[f.agency];
  }
  h("aside", {{"class", "facets"}, {"aria-label", "Counts of what is shown"}}, [&] {
    if (view == View::positions || view == View::statements || view == View::meetings) {
      write_facet(context, h,
                  view == View::positions  ? "Stance"
                  : view == View::meetings ? "Level"
                                           : "Kind",
                  "type", types, [](const std::string& v) { return v; });
    } else if (view != View::agenda) {
      write_facet(context, h, "Type", "type", types, [](const std::string& v) { return type_label(v); });
    }
    if (view == View::events || view == View::timeline) {
      write_facet(context, h, "Class", "quad", quads,
                  [](const std::string& v) { return std::string(quad_label(v.front() - '0')); });
    }
    if (view != View::agenda && view != View::positions)
      write_facet(context, h, "Status", "status", statuses, [](const std::string& v) { return v; });
    write_facet(context, h, "Country", "country", countries,
                [&](const std::string& v) { return context.reading.country_name(v); });
    write_facet(context, h, "Source", "agency", agencies, [](const std::string& v) { return v; });
  });
}

std::string calendar_of(const std::vector<Line>& lines) {
  std::string out = calendar_begin();
  for (const Line& line : lines)
    append_calendar_item(out, calendar_item(line.fact, happening_segment(line.fact.happening)));
  return out + calendar_end();
}

/// What facts have much of that come first in an order.
std::string_view sort_words(std::string_view sort) {
  return sort == "reports" ? "reported" : sort == "confidence" ? "likely" : "intense";
}

/// What the address asks for, in words.
std::string conditions_in_words(const Context& context) {
  std::vector<std::string> out;
  for (const auto& [name, value] : context.address.parameters) {
    if (value.empty() || name == "limit" || name == "table") continue;
    std::string words = value;
    if (name == "actor" || name == "with" || name == "source") {
      if (const std::string known = context.reading.name_of(key_of(value)); !known.empty()) words = known;
    }
    if (name == "type") words = type_label(value);
    if (name == "quad") words = quad_label(value.front() - '0');
    if (name == "country") words = context.reading.country_name(value);
    if (name == "since") words = "from " + (day_label(value).empty() ? value : day_label(value));
    if (name == "until") words = "to " + (day_label(value).empty() ? value : day_label(value));
    if (name == "confidence") words = "confidence from " + value + " up";
    if (name == "reports") words = "told by " + value + " reports or more";
    if (name == "sort") words = value == "day" ? "in order of time" : fmt::format("most {} first", sort_words(value));
    if (name == "offset") words = "after the first " + value;
    out.push_back(shortened(words, 80));
  }
  std::string all;
  for (const std::string& one : out) all += (all.empty() ? "" : ", ") + one;
  return all;
}

std::vector<MonthCount> months_of(const std::vector<Line>& lines) {
  std::map<std::string, MonthCount> months;
  for (const Line& line : lines) {
    const Fact& f = line.fact;
    if (f.list != FactList::events || f.quad < 1 || f.quad > 4 || f.first_day.size() < 7) continue;
    if (f.first_day.substr(0, 7) != f.last_day.substr(0, 7)) continue;
    MonthCount& month = months[f.first_day.substr(0, 7)];
    month.month = f.first_day.substr(0, 7);
    ++month.quads[static_cast<std::size_t>(f.quad - 1)];
  }
  std::vector<MonthCount> out;
  out.reserve(months.size());
  for (auto& [name, month] : months) out.push_back(std::move(month));
  return out;
}

/// How many are shown, in which order, and the ways to the others.
void write_tally(const Context& context, Html& h, View view, const Question& question, const Found& found) {
  const auto n = static_cast<std::int64_t>(found.lines.size());
  const ViewWords words = words_for(view);
  const bool forward = question.forward();
  const Address here = context.address.plain();
  h("p", {{"class", "tally"}}, [&] {
    if (found.lines.empty()) {
      h.text("Nothing in the store answers this.");
      return;
    }
    const bool by_day = question.sort == Sort::day;
    const std::string order = by_day ? "in order of time" : fmt::format("most {} first", sort_words(here["sort"]));
    if (!found.more) {
      h.text(fmt::format("{}, {}.", count_label(n, words.one), order));
      return;
    }
    h.text(fmt::format("The {} {}, {}. ", forward || !by_day ? "first" : "latest", count_label(n, words.one), order));
    const int wider = std::min(1000, question.limit * 4);
    if (wider > question.limit) {
      h("a", {{"href", context.href(here.with("limit", std::to_string(wider)))}}, fmt::format("Show {}", wider));
      h.text(", or ");
    }
    const std::string day = !by_day   ? ""
                            : forward ? found.lines.back().fact.first_day
                                      : found.lines.front().fact.first_day;
    const int next = question.offset + question.limit;
    if (!day.empty()) {
      h("a", {{"href", context.href(here.with(forward ? "since" : "until", day))}},
        fmt::format("{} ones, {} {}", forward ? "later" : "earlier", forward ? "from" : "up to", day_label(day)));
    } else {
      h("a", {{"href", context.href(here.with("offset", std::to_string(next)))}}, "the next ones");
    }
    h.text(".");
  });
}

}  // namespace

MadePage list_page(const Context& context, View view) {
  const auto question = question_of(context, view);
  if (!question) return question.error();
  Found found = find_lines(context, view, *question);
  const ViewWords words = words_for(view);
  Page page;
  const std::string asked = conditions_in_words(context);
  page.title = std::string(words.title) + (asked.empty() ? "" : ": " + asked);
  page.lead = words.lead;
  page.part = words.segment;
  page.address = context.address.plain();
  page.charts = view == View::timeline || view == View::events;
  page.tables.push_back(lines_table(context, words.segment, view, found.lines));
  const auto n = static_cast<std::int64_t>(found.lines.size());
  if (view == View::agenda || view == View::meetings) page.calendar = calendar_of(found.lines);
  Html& h = page.body;
  h("details", {{"class", "asking"}, {"open", !asked.empty()}}, [&] {
    h("summary", "Narrow it down");
    write_form(context, h, view);
  });
  if (page.charts && n > 0) {
    const bool whole = page.address.parameters.empty();
    const std::vector<MonthCount> months = whole ? context.summary.months : months_of(found.lines);
    write_months(context, h, months,
                 whole ? "Events by month, all of the store. Draw over the chart to choose days."
                       : "Events shown here by month. Draw over the chart to choose days.");
    page.tables.push_back(months_table(months));
  }
  h("div", {{"class", "columns"}}, [&] {
    h("section", {{"aria-label", std::string(words.title)}}, [&] {
      write_tally(context, h, view, *question, found);
      write_lines(context, h, found.lines, view);
    });
    write_facets(context, h, view, found);
  });
  return page;
}

}  // namespace dragoman::web
