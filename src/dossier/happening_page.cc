// One event, meeting or plan: every report of it, their words, what they differ on, how its status went.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "output/plain.h"
#include "query/find.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

std::vector<std::string> names_in(const Line& line, std::initializer_list<std::string_view> roles) {
  std::vector<std::string> out;
  for (const std::string_view role : roles) {
    const auto found = line.roles.find(role);
    if (found == line.roles.end()) continue;
    for (const Bearer& one : found->second) out.push_back(shortened(plain_line(one.name), 80));
  }
  if (out.size() > 6) {
    const auto more = static_cast<std::int64_t>(out.size() - 5);
    out.resize(5);
    out.push_back(count_label(more, "other"));
  }
  return out;
}

std::string title_of(const Line& line) {
  const Fact& f = line.fact;
  if (f.list == FactList::agenda) return capital(shortened(plain_line(f.words), 120));
  const std::vector<std::string> actors = names_in(line, {f.list == FactList::events ? "actor" : "participant"}),
                                 recipients = names_in(line, {"recipient"});
  std::string title = kind_label(f);
  if (!actors.empty()) title += ": " + list_label(actors);
  if (!recipients.empty()) title += (actors.empty() ? ": to " : " → ") + list_label(recipients);
  return title;
}

/// Tellings of the same by the same on the same days whose status is another: planned, then held.
std::vector<Line> related(const Context& context, const Line& line) {
  Question question;
  std::set<std::string> keys;
  for (const std::string_view role : {"actor", "recipient", "participant"}) {
    const auto found = line.roles.find(role);
    if (found == line.roles.end()) continue;
    for (const Bearer& one : found->second) {
      if (keys.size() == 4 || !keys.insert(one.key).second) continue;
      if (auto party = party_of(context, key_segment(one.key))) question.actors.push_back(std::move(*party));
    }
  }
  if (question.actors.empty() || line.fact.first_day.empty()) return {};
  question.since = line.fact.first_day;
  question.until = line.fact.last_day;
  question.limit = 20;
  std::vector<Line> out;
  for (const FactList list : {FactList::events, FactList::meetings, FactList::agenda}) {
    if (list == FactList::agenda && line.fact.list == FactList::events && line.fact.type != "CONSULT") continue;
    for (const std::int64_t id : find_facts(context.db(), list, question).facts) {
      auto other = context.reading.line(list, id);
      if (!other || other->fact.happening == line.fact.happening) continue;
      if (list == FactList::events && line.fact.list == FactList::events && other->fact.type != line.fact.type)
        continue;
      if (list == FactList::events && line.fact.list != FactList::events && other->fact.type != "CONSULT") continue;
      out.push_back(std::move(*other));
    }
  }
  if (out.size() > 12) out.resize(12);
  return out;
}

/// The facts of the happening that the address names, in the order of their reports; none where there is no such.
std::vector<std::int64_t> tellings_of(const Context& context, FactList list) {
  const auto happening = happening_of_segment(context.address.path[1]);
  if (!happening) return {};
  constexpr int kMost = 200;
  Query& query = context.db().cached(
      fmt::format("SELECT id FROM {} WHERE happening = ? ORDER BY id LIMIT {}", table_of(list), kMost));
  query.bind(1, *happening);
  return query.integers();
}

/// "6 June 2020 · planned · told by 3 reports"
std::string lead_of(const std::vector<Line>& tellings) {
  const Fact& first = tellings.front().fact;
  std::set<std::int64_t> documents;
  for (const Line& line : tellings) documents.insert(line.fact.document);
  std::string lead = day_label(first);
  if (!first.status.empty()) lead += " · " + status_label(first.list, first.status);
  return capital(lead) +
         fmt::format(" · told by {}", count_label(static_cast<std::int64_t>(documents.size()), "report"));
}

void write_slots(const Context& context, Html& h, const Line& line) {
  const Fact& fact = line.fact;
  h("dl", {{"class", "slots"}}, [&] {
    const auto slot = [&](std::string_view name, const std::string& value) {
      if (value.empty()) return;
      h("div", [&] { h("dt", name)("dd", value); });
    };
    const auto bearers = [&](std::string_view name, std::string_view role) {
      const auto found = line.roles.find(role);
      if (found == line.roles.end()) return;
      h("div", [&] {
        h("dt", name);
        h("dd", [&] { write_bearers(context, h, found->second, true); });
      });
    };
    bearers("Who", "actor");
    bearers("To whom", "recipient");
    bearers("Who takes part", "participant");
    slot("Day", day_label(fact));
    if (fact.list == FactList::events) {
      slot("Type", kind_label(fact));
      slot("PLOVER", fact.type);
      slot("Class", std::string(quad_label(fact.quad)));
      slot("CAMEO", fact.cameo);
      slot("Goldstein", fmt::format("{:+.1f}", fact.goldstein));
    }
    slot("Level", fact.list == FactList::meetings ? fact.type : "");
    slot("Place", fact.place.empty() ? ""
                  : fact.place_country.empty()
                      ? plain_line(fact.place)
                      : plain_line(fact.place) + ", " + context.reading.country_name(fact.place_country));
    for (const Disagreement& d : fact.disagreements) slot("Reports differ on the " + d.slot, list_label(d.values));
  });
}

}  // namespace

MadePage happening_page(const Context& context, FactList list) {
  const std::vector<Line> tellings = context.reading.lines(list, tellings_of(context, list));
  if (tellings.empty()) {
    return Error{
        ErrorKind::input, "",
        "The store has nothing under this address, or no longer: a report that was read anew may tell it otherwise."};
  }
  const Line& first = tellings.front();
  const View view = static_cast<View>(list);
  Page page;
  page.title = title_of(first);
  page.part = std::string(table_of(list));
  page.address = context.address.plain();
  page.lead = lead_of(tellings);
  Html& h = page.body;
  write_slots(context, h, first);
  write_section(context, h, tellings.size() == 1 ? "The words" : "The words of each report", nullptr, "");
  write_lines(context, h, tellings, view, Said::happening);
  if (tellings.size() > 1) {
    h("p", {{"class", "note"}},
      list == FactList::events
          ? "These are taken for one because type, actors, recipients, days and status (done or not) are the same."
          : "These are taken for one because those who take part and the days are the same.");
  }
  const std::vector<Line> others = related(context, first);
  if (!others.empty()) {
    write_section(context, h, "The same people on the same days", nullptr, "");
    h("p", {{"class", "note"}},
      "Told otherwise: with another status, as planned and then held, or as a fact of another kind.");
    write_lines(context, h, others, View::timeline);
  }
  page.tables.push_back(lines_table(context, "tellings", view, tellings));
  page.tables.push_back(lines_table(context, "related", View::timeline, others));
  return page;
}

}  // namespace dragoman::web
