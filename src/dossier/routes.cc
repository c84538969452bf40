#include "dossier/routes.h"

#include <algorithm>

namespace dragoman::web {

namespace {

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> out;
  while (path.size() > 1) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    out.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return out;
}

constexpr std::string_view kDay = "^([1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?)?$";

std::vector<Parameter> conditions(View view) {
  std::vector<Parameter> out = {{"actor", "Somebody who takes part, by name, country, office or key"}};
  if (view != View::positions && view != View::agenda && view != View::statements)
    out.push_back({"with", "The other of two between whom it is"});
  else
    out.push_back({"with", "Somebody who takes part too"});
  out.push_back({"country", "A country for which somebody takes part"});
  if (view != View::agenda) out.push_back({"type", "Type, level, kind or stance"});
  if (view == View::events || view == View::timeline) out.push_back({"quad", "Class of events", "^[1-4]?$"});
  if (view != View::agenda && view != View::positions)
    out.push_back({"status", "Whether it happened, is planned, denied …"});
  if (view != View::meetings && view != View::agenda) out.push_back({"issue", "Words of an issue"});
  if (view != View::positions) out.push_back({"place", "A place, or a country with all in it"});
  if (view == View::events || view == View::timeline || view == View::statements)
    out.push_back({"source", "Who says so, or passed it on"});
  out.push_back({"agency", "The publisher"});
  out.push_back({"since", "From a day, a month or a year on", kDay});
  out.push_back({"until", "Up to a day, a month or a year", kDay});
  out.push_back({"confidence", "How sure at the least", "^(0(\\.[0-9]+)?|1)?$"});
  const bool merged = view != View::statements && view != View::positions;
  const bool events = view == View::events || view == View::timeline;
  if (merged) out.push_back({"reports", "So many reports tell it at the least", "^([1-9][0-9]{0,2}|1000)?$"});
  out.push_back({"sort", "What comes first: of time the latest, else those with most of it",
                 events   ? "^(day|confidence|reports|intensity)?$"
                 : merged ? "^(day|confidence|reports)?$"
                          : "^(day|confidence)?$"});
  out.push_back({"offset", "Rows that are passed over", "^(0|[1-9][0-9]{0,5})?$"});
  out.push_back({"limit", "At most so many rows", "^([1-9][0-9]{0,2}|1000)?$"});
  return out;
}

Route list(std::string_view path, std::string_view summary, View view, MadePage (*make)(const Context&)) {
  Route route{path, summary, make, conditions(view), {path.substr(1)}};
  if (view == View::timeline || view == View::events) route.tables.emplace_back("months");
  route.calendar = view == View::agenda || view == View::meetings;
  return route;
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> kRoutes = {
      {"/", "The corpus at a glance", front_page, {}, {"months", "pairs", "reports", "agenda"}},
      list("/timeline", "Events, meetings and agenda in order of time", View::timeline,
           [](const Context& c) { return list_page(c, View::timeline); }),
      list("/events", "Events", View::events, [](const Context& c) { return list_page(c, View::events); }),
      list("/meetings", "Meetings", View::meetings, [](const Context& c) { return list_page(c, View::meetings); }),
      list("/statements", "Statements", View::statements,
           [](const Context& c) { return list_page(c, View::statements); }),
      list("/positions", "Positions", View::positions, [](const Context& c) { return list_page(c, View::positions); }),
      list("/agenda", "What was still to come", View::agenda,
           [](const Context& c) { return list_page(c, View::agenda); }),
      {"/event/{id}",
       "One event with all its reports",
       [](const Context& c) { return happening_page(c, FactList::events); },
       {},
       {"tellings", "related"}},
      {"/meeting/{id}",
       "One meeting with all its reports",
       [](const Context& c) { return happening_page(c, FactList::meetings); },
       {},
       {"tellings", "related"}},
      {"/agenda/{id}",
       "One plan with all its reports",
       [](const Context& c) { return happening_page(c, FactList::agenda); },
       {},
       {"tellings", "related"}},
      {"/who", "People, countries and bodies", people_page, {{"q", "A name, a country or an office"}}, {"who"}},
      {"/who/{id}",
       "A person, country or body",
       who_page,
       {},
       {"offices", "counterparts", "meetings", "agenda", "events", "positions", "statements", "places", "spellings"}},
      {"/between", "Pairs of countries", pairs_page, {{"a", "One of two to go to"}, {"b", "The other"}}, {"pairs"}},
      {"/between/{a}/{b}",
       "What is between two",
       pair_page,
       {},
       {"months", "agenda", "meetings", "events", "accusations", "statements", "positions_a", "positions_b"}},
      {"/issues", "What is talked about", issues_page, {{"q", "Words of an issue"}}, {"issues"}},
      {"/issue/{id}",
       "Who stands where on an issue",
       issue_page,
       {},
       {"matrix", "positions", "statements", "events", "reports"}},
      {"/map", "Where", map_page, {}, {"places"}},
      {"/documents",
       "Reports, newest first",
       reports_page,
       {{"after", "The report before which to begin"}},
       {"documents"}},
      {"/document/{id}",
       "A report with all that was found in it",
       report_page,
       {{"show", "What is chosen: v3,q2"}, {"part", "Part of a long text"}},
       {"events", "meetings", "statements", "positions", "agenda"}},
      {"/search",
       "Full text, names and issues",
       search_page,
       {{"q", "Words"}, {"limit", "At most so many reports"}},
       {"hits", "who"}},
      {"/about", "What this dossier is", about_page, {}, {"counts", "read_by"}},
      {"/judge",
       "Judging a sample",
       judge_page,
       {{"judge", "Who judges", "^[^\\u0000-\\u001f\\u007f]{0,40}$"},
        {"list", "What is judged", "^(events|statements|positions|meetings|agenda|persons)?$"},
        {"size", "How many items", "^([1-9][0-9]{0,2}|1[0-9]{3}|2000)?$"},
        {"seed", "Which sample", "^([1-9][0-9]{0,5}|1000000)?$"},
        {"at", "An item to go back to"}},
       {"sample"},
       false,
       true},
      {"/judge/results",
       "What the verdicts say",
       results_page,
       {{"judge", "Whose verdicts the .tsv has; all unless told"}},
       {"precision"}},
      {"/openapi", "This description", nullptr}};
  return kRoutes;
}

const Route* route_of(const Address& address) {
  for (const Route& route : routes()) {
    const auto pattern = segments(route.path);
    if (pattern.size() != address.path.size()) continue;
    if (route.path == "/openapi" && address.twin != "json") continue;
    bool same = true;
    for (std::size_t i = 0; i < pattern.size(); ++i)
      same = same && (pattern[i].starts_with('{') || pattern[i] == address.path[i]);
    if (same) return &route;
  }
  return nullptr;
}

}  // namespace dragoman::web
