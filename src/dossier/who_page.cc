// A person, country or body: offices, counterparts, meetings, what was done and said, positions, places, other
// spellings.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "output/plain.h"
#include "query/dossier.h"
#include "query/find.h"
#include "record/names.h"
#include "store/actor_links.h"
#include "store/age_blocks.h"
#include "store/keys.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman::web {

namespace {

struct Actor {
  std::int64_t id = 0;
  std::string key, name, type, country;
};

std::optional<Actor> actor_of(Database& db, std::string_view key) {
  // Who stands for all that are one.
  Query& query = db.cached(
      "SELECT a.id, a.key, a.name, a.type, a.country FROM actors x JOIN actors a ON a.id = coalesce(x.one, x.id) WHERE "
      "x.key = ?");
  query.bind(1, key);
  std::optional<Actor> out;
  query.first([&](const Query& row) {
    out = {row.integer(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
           std::string(row.text(4))};
  });
  return out;
}

/// What a list of all is asked for with: the name, where it finds the same one alone.
std::string typed_for(const Context& context, const Actor& actor) {
  if (actor.type == "country") return actor.name;
  Query& query =
      context.db().cached(fmt::format("SELECT count(*), min(actor) FROM (SELECT actor FROM actor_names WHERE actor >> "
                                      "14 IN ({}) AND name = ? LIMIT 2)",
                                      kActorBlocks));
  query.bind(1, search_form(actor.name));
  bool alone = false;
  query.first([&](const Query& row) { alone = row.integer(0) == 1 && row.integer(1) == actor.id; });
  if (alone && context.countries.code(search_form(actor.name)).empty()) return actor.name;
  return key_segment(actor.key);
}

void write_offices(const Context& context, Page& page, const Dossier& dossier) {
  Table table{
      "offices",
      {},
      {{"title", ""}, {"status", ""}, {"country", ""}, {"first", ""}, {"last", ""}, {"reports", std::int64_t{0}}}};
  for (const Office& o : dossier.offices) {
    table.rows.push_back({{"title", o.title},
                          {"status", o.status},
                          {"country", o.country},
                          {"first", o.first},
                          {"last", o.last},
                          {"reports", o.reports}});
  }
  if (!table.rows.empty()) {
    Html& h = page.body;
    h("section", [&] {
      write_section(context, h, "Offices that reports give", nullptr, "");
      h("ul", {{"class", "plain"}}, [&] {
        for (const Office& o : dossier.offices) {
          h("li", [&] {
            h.text(capital(shortened(plain_line(office_with_status(o.status, o.title)), 100)));
            if (!o.country.empty()) h.text(", " + context.reading.country_name(o.country));
            const std::string first = unbroken(day_label(o.first)), last = unbroken(day_label(o.last));
            std::string days = first.empty() ? "" : first == last ? ", " + first : ", " + first + " to " + last;
            h("span", {{"class", "count"}}, " " + unbroken_count(o.reports, "report") + days);
          });
        }
      });
    });
  }
  page.tables.push_back(std::move(table));
}

/// All actors that are one with it, as a list of SQL.
std::string one_with(const Context& context, const Actor& actor) {
  return fmt::format("{}", fmt::join(actors_one_with(context.db(), actor.id), ", "));
}

void write_counterparts(const Context& context, Page& page, const Actor& actor) {
  const auto actors = actors_one_with(context.db(), actor.id);
  Query query = context.db().prepare(fmt::format(
      "SELECT a.key, a.name, a.type, count(*) AS facts FROM ({1}) p CROSS JOIN parts q ON q.list = p.list AND q.fact = "
      "p.fact JOIN actors x ON x.id = q.actor JOIN actors a ON a.id = coalesce(x.one, x.id) WHERE q.actor NOT IN ({0}) "
      "AND q.role NOT IN ('source', 'chain') AND a.key NOT GLOB 'document *' GROUP BY a.id ORDER BY facts DESC, a.name "
      "LIMIT 24",
      fmt::join(actors, ", "), latest_parts_sql(actors)));
  Table table{"counterparts", {}, {{"name", ""}, {"type", ""}, {"facts", std::int64_t{0}}, {"page", ""}}};
  while (query.step()) {
    table.rows.push_back({{"name", std::string(query.text(1))},
                          {"type", std::string(query.text(2))},
                          {"facts", query.integer(3)},
                          {"page", context.href(address({"who", key_segment(query.text(0))}))}});
  }
  if (!table.rows.empty()) {
    Html& h = page.body;
    const auto most = static_cast<double>(std::get<std::int64_t>(table.rows.front()[2].second));
    h("section", [&] {
      write_section(context, h, "Counterparts", nullptr, "");
      h("figure", {{"class", "chart"}, {"data-chart", "network"}, {"data-name", shortened(plain_line(actor.name), 60)}},
        [&] {
          h("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Counterparts, a table"}},
            [&] {
              h("table", [&] {
                h("thead", [&] {
                  h("tr", [&] {
                    h("th", {{"scope", "col"}}, "Who")("th", {{"scope", "col"}}, "Kind")("th", {{"scope", "col"}},
                                                                                         "Facts with both");
                  });
                });
                h("tbody", [&] {
                  for (const Row& row : table.rows) {
                    const std::int64_t n = std::get<std::int64_t>(row[2].second);
                    h("tr", {{"data-n", std::to_string(n)}}, [&] {
                      h("th", {{"scope", "row"}}, [&] {
                        h("a", {{"href", std::get<std::string>(row[3].second)}},
                          shortened(plain_line(std::get<std::string>(row[0].second)), 60));
                      });
                      h("td", std::get<std::string>(row[1].second));
                      h("td", [&] {
                        write_bar(h, static_cast<double>(n), most, "all");
                        h("span", {{"class", "number"}}, number_label(n));
                      });
                    });
                  }
                });
              });
            });
          h("figcaption",
            fmt::format("With whom they stand in events, meetings and statements; the latest {} of each count.",
                        kLatestParts));
        });
    });
  }
  page.tables.push_back(std::move(table));
}

void write_spellings(const Context& context, Page& page, const Actor& actor, const Dossier& dossier) {
  std::map<std::string, std::string> reasons;
  for (const OtherName& other : dossier.names) reasons.emplace(other.name, other.why);
  auto query = context.db().prepare(fmt::format(
      "SELECT name, count(*) AS reports FROM (SELECT name FROM entities WHERE actor IN ({}) LIMIT 5000) GROUP BY name "
      "ORDER BY reports DESC, name LIMIT 12",
      one_with(context, actor)));
  Table table{"spellings", {}, {{"name", ""}, {"reports", std::int64_t{0}}, {"why", ""}}};
  while (query.step()) {
    const std::string name(query.text(0));
    const auto reason = reasons.find(name);
    table.rows.push_back(
        {{"name", name}, {"reports", query.integer(1)}, {"why", reason == reasons.end() ? "" : reason->second}});
  }
  Html& h = page.body;
  if (table.rows.size() > 1) {
    h("section", [&] {
      write_section(context, h, "Spellings", nullptr, "");
      h("ul", {{"class", "plain"}}, [&] {
        for (const Row& row : table.rows) {
          h("li", [&] {
            h.text(shortened(plain_line(std::get<std::string>(row[0].second)), 100));
            const auto& why = std::get<std::string>(row[2].second);
            h("span", {{"class", "count"}},
              " " + unbroken_count(std::get<std::int64_t>(row[1].second), "report") +
                  (why.empty() ? "" : "; one because " + why));
          });
        }
      });
      h("p", {{"class", "note"}},
        actor.type == "person" ? "They are one because the names are the same but for case, accents, marks, short "
                                 "forms and what is left out, and nothing that is known of them differs."
        : actor.type == "country"
            ? "They are one because they name the same country."
            : "They are one because name (but for case, accents, marks and its form) and country are the same.");
    });
  }
  page.tables.push_back(std::move(table));
}

void write_places(const Context& context, Page& page, const Actor& actor) {
  auto query = context.db().prepare(fmt::format(
      "SELECT l.name, l.country, count(*) AS facts FROM (SELECT fact FROM parts WHERE actor IN ({}) AND list = "
      "'events' "
      "AND role "
      "IN ('actor', 'recipient') LIMIT 2000) p CROSS JOIN events e ON e.id = p.fact CROSS JOIN places l ON l.id = "
      "e.place "
      "GROUP BY l.folded, l.country ORDER BY facts DESC, l.name LIMIT 12",
      one_with(context, actor)));
  Table table{"places", {}, {{"name", ""}, {"country", ""}, {"facts", std::int64_t{0}}}};
  while (query.step()) {
    table.rows.push_back(
        {{"name", std::string(query.text(0))}, {"country", std::string(query.text(1))}, {"facts", query.integer(2)}});
  }
  Html& h = page.body;
  if (!table.rows.empty()) {
    h("section", [&] {
      write_section(context, h, "Where", nullptr, "");
      h("ul", {{"class", "plain across"}}, [&] {
        for (const Row& row : table.rows) {
          const auto& name = std::get<std::string>(row[0].second);
          h("li", [&] {
            h("a", {{"href", context.href(address({"timeline"}, {{"place", name}}))}}, shortened(plain_line(name), 60));
            h("span", {{"class", "count"}}, " " + unbroken_count(std::get<std::int64_t>(row[2].second), "event"));
          });
        }
      });
    });
  }
  page.tables.push_back(std::move(table));
}

/// "1,204 reports". Those of whom most reports speak are counted through, others up to a bound.
std::string reports_of(const Context& context, const Person& person, const std::string& key) {
  const auto& counted = context.summary.actors;
  const auto one = std::find_if(counted.begin(), counted.end(), [&](const ActorCount& a) { return a.key == key; });
  return count_label(one == counted.end() ? person.documents : one->documents, "report");
}

/// Leads from a name as people type it to the page of whoever bears it alone, else to the list of those who do.
MadePage way_from_name(const Context& context) {
  const std::string& name = context.address.path[1];
  const auto party = party_of(context, name);
  if (!party) {
    return Error{ErrorKind::input, "",
                 "The store knows nobody under this address. " + capital(party.error().message) + "."};
  }
  const auto found = people(context.db(), *party);
  const std::string key = found.size() == 1 ? actor_key(context, found.front().actor) : "";
  Page page;
  page.see_other = key.empty() ? context.href(address({"who"}, {{"q", name}}))
                               : context.href(address({"who", key_segment(key)}).as(context.address.twin));
  return page;
}

}  // namespace

MadePage who_page(const Context& context) {
  const auto actor = actor_of(context.db(), key_of(context.address.path[1]));
  if (!actor) return way_from_name(context);
  const Dossier known = identity(context.db(), Person{actor->id, actor->name, actor->type, actor->country, 0});
  const Person& person = known.who;
  Page page;
  page.title = shortened(plain_line(actor->name), 160);
  page.part = "who";
  page.address = context.address.plain();
  page.charts = true;
  page.lead = capital(actor->type);
  if (actor->type != "country" && !actor->country.empty())
    page.lead += " · " + context.reading.country_name(actor->country);
  page.lead += " · spoken of in " + reports_of(context, person, actor->key);
  if (actor->type == "country") page.lead += " · everybody who acts for it counts below";
  page.facts = {{"name", actor->name}, {"type", actor->type}, {"country", actor->country}};
  const std::string typed = typed_for(context, *actor);
  Question question;
  question.limit = 8;
  const auto party = party_of(context, key_segment(actor->key));
  if (!party) return party.error();
  question.actors = {*party};
  write_offices(context, page, known);
  write_counterparts(context, page, *actor);
  Html& h = page.body;
  const auto section = [&](View view, std::string_view heading, const char* segment) {
    const Found found = find_lines(context, view, question);
    page.tables.push_back(lines_table(context, segment, view, found.lines));
    if (found.lines.empty()) return;
    h("section", [&] {
      const Address all = address({segment}, {{"actor", typed}});
      write_section(context, h, heading, &all, found.more ? "All of them" : "As a list of its own");
      write_lines(context, h, found.lines, view);
    });
  };
  section(View::meetings, "Meetings", "meetings");
  section(View::agenda, "Still to come", "agenda");
  section(View::events, "Events", "events");
  section(View::positions, "Positions", "positions");
  section(View::statements, "Statements", "statements");
  write_places(context, page, *actor);
  write_spellings(context, page, *actor, known);
  return page;
}

namespace {

void write_who_form(const Context& context, Html& h, std::string_view q) {
  h("form", {{"class", "filters one"}, {"method", "get"}, {"action", context.href(address({"who"}))}}, [&] {
    h("label", [&] {
      h("span", "Name, country or office");
      h.single("input", {{"name", "q"}, {"value", q}, {"placeholder", "foreign minister of Japan"}});
    });
    h("p", {{"class", "buttons"}}, [&] { h("button", {{"type", "submit"}}, "Look up"); });
  });
}

}  // namespace

MadePage people_page(const Context& context) {
  const std::string_view q = context.address["q"];
  Page page;
  page.part = "who";
  page.address = context.address.plain();
  page.title = q.empty() ? "People, countries, bodies" : fmt::format("Who is called “{}”", shortened(q, 80));
  page.lead = q.empty() ? "Those of whom most reports speak." : "";
  Html& h = page.body;
  write_who_form(context, h, q);
  Table table{"who", {}, {{"name", ""}, {"type", ""}, {"country", ""}, {"documents", std::int64_t{0}}, {"page", ""}}};
  const auto add = [&](const std::string& key, const std::string& name, const std::string& type,
                       const std::string& country, std::int64_t documents) {
    table.rows.push_back({{"name", name},
                          {"type", type},
                          {"country", country},
                          {"documents", documents},
                          {"page", context.href(address({"who", key_segment(key)}))}});
  };
  const auto write_rows = [&](auto&& wanted) {
    h("ul", {{"class", "plain across"}}, [&] {
      for (const Row& row : table.rows) {
        const auto& type = std::get<std::string>(row[1].second);
        if (!wanted(type)) continue;
        h("li", [&] {
          h("a", {{"href", std::get<std::string>(row[4].second)}},
            shortened(plain_line(std::get<std::string>(row[0].second)), 80));
          std::string more = type == "country" || q.empty() ? "" : type + ", ";
          h("span", {{"class", "count"}}, " " + more + unbroken_count(std::get<std::int64_t>(row[3].second), "report"));
        });
      }
    });
  };
  if (q.empty()) {
    for (const ActorCount& one : context.summary.actors) add(one.key, one.name, one.type, one.country, one.documents);
    write_section(context, h, "People", nullptr, "");
    write_rows([](const std::string& type) { return type == "person"; });
    write_section(context, h, "Countries", nullptr, "");
    write_rows([](const std::string& type) { return type == "country"; });
    write_section(context, h, "Bodies and groups", nullptr, "");
    write_rows([](const std::string& type) { return type != "person" && type != "country"; });
  } else {
    const auto party = party_of(context, q);
    if (party) {
      for (const Person& person : people(context.db(), *party)) {
        add(actor_key(context, person.actor), person.name, person.type, person.country, person.documents);
      }
      write_rows([](const std::string&) { return true; });
    }
    if (table.rows.empty()) {
      h("p", {{"class", "none"}},
        party ? "No report of the store speaks of it." : capital(party.error().message) + ".");
    }
  }
  page.tables.push_back(std::move(table));
  return page;
}

}  // namespace dragoman::web
