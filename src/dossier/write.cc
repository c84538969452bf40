// Parts that many pages have: facts, names, headings, bars, months.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "dragoman/names.h"
#include "output/plain.h"
#include "output/stance_words.h"
#include "query/voices.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

constexpr std::size_t kLongestName = 120, kLongestWords = 600, kLongestKey = 600;

const std::vector<Bearer>& in_role(const Line& line, std::string_view role) {
  static const std::vector<Bearer> kNobody;
  const auto found = line.roles.find(role);
  return found == line.roles.end() ? kNobody : found->second;
}

/// Who does what to whom.
void write_parties(const Context& context, Html& h, const Line& line) {
  const auto arrow = [&](const std::vector<Bearer>& from, const std::vector<Bearer>& to) {
    if (from.empty()) h("span", {{"class", "unnamed"}}, "somebody not named");
    write_bearers(context, h, from, true);
    if (to.empty()) return;
    h("span", {{"class", "arrow"}, {"aria-hidden", "true"}}, " → ");
    h("span", {{"class", "hidden"}}, " to ");
    write_bearers(context, h, to, true);
  };
  switch (line.fact.list) {
    case FactList::events:
      return arrow(in_role(line, "actor"), in_role(line, "recipient"));
    case FactList::statements:
      return arrow(in_role(line, "speaker"), in_role(line, "addressee"));
    case FactList::positions:
      return write_bearers(context, h, in_role(line, "actor"), true);
    default:
      return write_bearers(context, h, in_role(line, "participant"), true);
  }
}

/// Who says so and through whom, the report at the end of the chain.
void write_chain(const Context& context, Html& h, const Line& line, Said said) {
  const Fact& f = line.fact;
  const bool is_position = f.list == FactList::positions;
  std::vector<std::vector<Bearer>> sources;  // those who cite each other
  for (const Bearer& one : in_role(line, f.list == FactList::events ? "source" : "chain")) sources.push_back({one});
  const std::vector<Bearer>& speakers = in_role(line, is_position ? "source" : "");
  if (!speakers.empty()) sources.push_back(speakers);
  std::reverse(sources.begin(), sources.end());  // who said it first comes first
  const std::vector<Bearer> voiced =
      shown_voices(in_role(line, is_position ? "by" : ""), in_role(line, "actor"), speakers, &Bearer::key);
  const bool names_report = said != Said::report;
  if (sources.empty() && voiced.empty() && !names_report) return;
  h("p", {{"class", "chain"}}, [&] {
    if (!voiced.empty()) {
      h("span", {{"class", "label"}}, "voiced by ");
      write_bearers(context, h, voiced);
      if (!sources.empty() || names_report) h("span", {{"class", "label"}}, ", ");
    }
    if (!sources.empty()) {
      h("span", {{"class", "label"}}, "according to ");
      for (std::size_t i = 0; i < sources.size() && i < 12; ++i) {
        if (i > 0) h("span", {{"class", "label"}}, ", as told by ");
        write_bearers(context, h, sources[i]);
      }
      if (names_report) h("span", {{"class", "label"}}, ", in ");
    } else {
      h("span", {{"class", "label"}}, "in ");
    }
    if (!names_report) return;
    const std::string agency = plain_line(f.agency), title = report_label(f.title, f.uri);
    h("a", {{"href", context.href(words_of(line)) + "#" + line.mark()}},
      shortened(agency.empty() ? title : agency + ", “" + title + "”", kLongestName));
    if (const std::string day = day_label(f.published); !day.empty())
      h("span", {{"class", "label"}}, ", " + unbroken(day));
  });
}

void write_status(Html& h, const Line& line) {
  const Fact& f = line.fact;
  if (f.status.empty()) return;
  h("span", {{"class", "status " + f.status}}, [&] {
    h("span", {{"class", "sign"}, {"aria-hidden", "true"}}, status_sign(f.status));
    h.text(" " + status_label(f.list, f.status));
  });
}

void write_meta(const Context& context, Html& h, const Line& line, View view, Said said) {
  const Fact& f = line.fact;
  h("ul", {{"class", "meta"}}, [&] {
    if (f.list == FactList::agenda && line.roles.contains("participant")) {
      h("li", [&] {
        h.text("who: ");
        write_parties(context, h, line);
      });
    }
    if (!f.status.empty()) h("li", [&] { write_status(h, line); });
    if (line.confidence < 1) {
      h("li", [&] {
        h("span", {{"class", line.confidence < .5 ? "sure doubtful" : "sure"}}, confidence_label(line.confidence));
      });
    }
    if (!f.place.empty()) {
      const std::string place = plain_line(f.place);
      h("li", [&] {
        h.text("in ");
        write_link(context, h, address({"timeline"}, {{"place", f.place}}), shortened(place, kLongestName));
        if (!f.place_country.empty()) {
          if (const std::string country = context.reading.country_name(f.place_country); country != place)
            h.text(", " + country);
        }
      });
    }
    // The first one of a position stands in its line.
    for (std::size_t i = f.list == FactList::positions ? 1 : 0; i < f.issues.size() && i < 4; ++i) {
      h("li", [&] {
        h.text("on ");
        write_link(context, h, address({"issue", f.issues[i]}), shortened(plain_line(f.issues[i]), kLongestName));
      });
    }
    if (said != Said::happening && (f.reports > 1 || f.copies > 0)) {
      std::string reports = count_label(f.reports, "report");
      if (f.copies > 0) reports += " and " + count_label(f.copies, "near copy", "near copies");
      h("li", [&] { h("a", {{"href", context.href(address_of(line))}}, reports); });
    }
    if (view == View::events && !f.cameo.empty()) {
      h("li", {{"class", "code"}}, [&] {
        h("abbr", {{"title", "CAMEO code"}}, "CAMEO");
        h.text(" " + f.cameo);
      });
    }
  });
}

}  // namespace

void write_bearers(const Context& context, Html& h, const std::vector<Bearer>& bearers, bool offices) {
  constexpr std::size_t kMost = 12;
  const std::size_t shown = std::min(kMost, bearers.size());
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) h.text(i + 1 == shown && shown == bearers.size() ? " and " : ", ");
    const Bearer& one = bearers[i];
    const std::string office = offices && !one.office.empty() ? one.office : "";
    if (one.key.size() > kLongestKey) {
      h.text(shortened(plain_line(one.name), kLongestName));
      continue;
    }
    h("a",
      {{"class", "name " + one.type},
       {"href", context.href(address_of(one))},
       {"title", office.empty() ? std::nullopt : std::optional<std::string>(shortened(office, kLongestName))}},
      shortened(plain_line(one.name), kLongestName));
  }
  if (shown < bearers.size()) {
    h.text(fmt::format(" and {}", count_label(static_cast<std::int64_t>(bearers.size() - shown), "other")));
  }
}

void write_line(const Context& context, Html& h, const Line& line, View view, Said said) {
  const Fact& f = line.fact;
  h("li",
    {{"class", fmt::format("fact {} {}{}", table_of(f.list), f.status, line.confidence < .5 ? " unsure" : "")},
     {"data-day", f.first_day}},
    [&] {
      h("p", {{"class", "day"}}, [&] {
        const DayLabel label = day_of(f);
        h.text(label.day);
        if (!label.note.empty()) h("small", fmt::format(" ({})", label.note));
      });
      h("div", [&] {
        h("p", {{"class", "what"}}, [&] {
          std::string kind = capital(kind_label(f));
          if (f.list == FactList::positions) kind = capital(plain_line(stance_in_list(f.type, stance_tense(f.tense))));
          if (f.list == FactList::statements && !f.act.empty() && f.act != "state") kind += " (" + f.act + ")";
          h("a",
            {{"class", "kind"},
             {"href", context.href(address_of(line)) +
                          (f.list == FactList::statements || f.list == FactList::positions ? "#" + line.mark() : "")}},
            f.list == FactList::agenda ? "Planned" : shortened(kind, kLongestName));
          h.text(" ");
          if (f.list == FactList::agenda) {
            h.text(shortened(plain_line(f.words), kLongestWords));
            return;
          }
          write_parties(context, h, line);
          if (f.list == FactList::positions && !f.issues.empty()) {
            h.text(" — ");
            write_link(context, h, address({"issue", f.issues.front()}),
                       shortened(plain_line(f.issues.front()), kLongestName));
          }
          if (!f.condition.empty()) h.text(", " + shortened(condition_in_words(f.condition), kLongestName));
        });
        const std::string words = plain_line(f.list == FactList::statements ? f.words : f.evidence);
        h("blockquote", "“" + shortened(words, kLongestWords) + "”");
        write_chain(context, h, line, said);
        write_meta(context, h, line, view, said);
        if (said == Said::happening) return;
        for (const Disagreement& d : f.disagreements) {
          h("p", {{"class", "differ"}}, fmt::format("Reports differ on the {}: {}", d.slot, list_label(d.values)));
        }
      });
    });
}

void write_lines(const Context& context, Html& h, const std::vector<Line>& lines, View view, Said said) {
  h("ol", {{"class", "facts"}}, [&] {
    for (const Line& line : lines) write_line(context, h, line, view, said);
  });
}

void write_link(const Context& context, Html& h, const Address& to, std::string_view words) {
  constexpr std::size_t kLongest = 2'000;
  const std::string href = context.href(to);
  if (href.size() > kLongest) {
    h.text(words);
  } else {
    h("a", {{"href", href}}, words);
  }
}

void write_section(const Context& context, Html& h, std::string_view heading, const Address* all,
                   std::string_view what) {
  h("div", {{"class", "heading"}}, [&] {
    h("h2", heading);
    if (all != nullptr) h("a", {{"href", context.href(*all)}}, what);
  });
}

void write_bar(Html& h, double part, double whole, std::string_view kind) {
  constexpr double kWidth = 100;
  const double width = whole <= 0 ? 0 : std::max(1.0, std::round(kWidth * part / whole));
  h("svg", {{"class", "bar"}, {"viewBox", "0 0 100 8"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}}, [&] {
    if (part > 0) h("rect", {{"class", kind}, {"width", fmt::format("{}", width)}, {"height", "8"}}, "");
  });
}

Table months_table(const std::vector<MonthCount>& months) {
  const auto row = [](const MonthCount& m) {
    return Row{{"month", m.month},
               {"verbal_cooperation", m.quads[0]},
               {"material_cooperation", m.quads[1]},
               {"verbal_conflict", m.quads[2]},
               {"material_conflict", m.quads[3]}};
  };
  Table table{"months", {}, row({})};
  for (const MonthCount& m : months) table.rows.push_back(row(m));
  return table;
}

void write_months(const Context& context, Html& h, const std::vector<MonthCount>& months, std::string_view caption) {
  if (months.empty()) {
    h("p", {{"class", "none"}}, "No event here has a month of its own.");
    return;
  }
  std::int64_t most = 1;
  for (const MonthCount& m : months) most = std::max(most, m.quads[0] + m.quads[1] + m.quads[2] + m.quads[3]);
  h("figure", {{"class", "chart"}, {"data-chart", "months"}}, [&] {
    h("details", {{"open", context.frame.has_charts ? std::nullopt : std::optional<std::string>("")}}, [&] {
      h("summary", "The figures as a table");
      h("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", caption}}, [&] {
        h("table", [&] {
          h("thead", [&] {
            h("tr", [&] {
              h("th", {{"scope", "col"}}, "Month");
              for (int quad = 1; quad <= 4; ++quad)
                h("th", {{"scope", "col"}, {"class", "number"}}, capital(std::string(quad_label(quad))));
              h("th", {{"scope", "col"}}, "All");
            });
          });
          h("tbody", [&] {
            for (const MonthCount& m : months) {
              const std::int64_t all = m.quads[0] + m.quads[1] + m.quads[2] + m.quads[3];
              h("tr", {{"data-month", m.month}}, [&] {
                h("th", {{"scope", "row"}}, [&] {
                  h("a", {{"href", context.href(address({"timeline"}, {{"since", m.month}, {"until", m.month}}))}},
                    day_label(m.month));
                });
                for (const std::int64_t n : m.quads) h("td", {{"class", "number"}}, number_label(n));
                h("td", [&] {
                  write_bar(h, static_cast<double>(all), static_cast<double>(most), "all");
                  h("span", {{"class", "number"}}, number_label(all));
                });
              });
            }
          });
        });
      });
    });
    h("figcaption", caption);
  });
}

}  // namespace dragoman::web
