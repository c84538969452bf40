#include "dossier/page.h"

#include "record/json_writer.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

struct Part {
  std::string_view segment, name;
};
constexpr std::array kParts = {Part{"timeline", "Timeline"},
                               Part{"events", "Events"},
                               Part{"meetings", "Meetings"},
                               Part{"statements", "Statements"},
                               Part{"positions", "Positions"},
                               Part{"agenda", "Agenda"},
                               Part{"who", "Who"},
                               Part{"between", "Pairs"},
                               Part{"issues", "Issues"},
                               Part{"map", "Map"},
                               Part{"documents", "Reports"}};

/// The head of every page.
void head(Html& h, const Frame& frame, std::string_view title, bool charts, const Page* page) {
  const std::string assets = frame.base + "/assets/", version = "?v=" + frame.version;
  h("head", [&] {
    h.single("meta", {{"charset", "utf-8"}});
    h.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    h.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    h("title", std::string(title) + " · Dossier");
    h.single("link", {{"rel", "stylesheet"}, {"href", assets + "style.css" + version}});
    h.single("link", {{"rel", "icon"}, {"href", assets + "icon.svg" + version}, {"type", "image/svg+xml"}});
    if (page != nullptr) {
      h.single("link", {{"rel", "canonical"}, {"href", page->address.as("").to_string(frame.base)}});
      if (!page->tables.empty()) {
        h.single("link", {{"rel", "alternate"},
                          {"type", "application/json"},
                          {"href", page->address.as("json").to_string(frame.base)}});
      }
    }
    h("script", {{"src", assets + "page.js" + version}, {"defer", true}}, "");
    if (charts && frame.has_charts) {
      h("script", {{"src", assets + "d3.js" + version}, {"defer", true}}, "");
      h("script", {{"src", assets + "topojson-client.js" + version}, {"defer", true}}, "");
      h("script", {{"src", assets + "charts.js" + version}, {"defer", true}}, "");
    }
  });
}

void masthead(Html& h, const Frame& frame, std::string_view part, std::string_view sought) {
  h("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the page");
  h("header", {{"class", "masthead"}}, [&] {
    h("a", {{"class", "brand"}, {"href", frame.base + "/"}}, [&] {
      h("span", {{"class", "mark"}, {"aria-hidden", "true"}}, "❧");
      h.text("Dossier");
      h("small", frame.store);
    });
    h("form", {{"class", "seek"}, {"role", "search"}, {"action", frame.base + "/search"}, {"method", "get"}}, [&] {
      h("label", {{"class", "hidden"}, {"for", "q"}}, "Search people, countries, bodies, issues, words");
      h.single("input", {{"id", "q"},
                         {"name", "q"},
                         {"type", "search"},
                         {"placeholder", "A name, a country, an issue, words"},
                         {"value", sought},
                         {"autocomplete", "off"}});
      h("button", {{"type", "submit"}}, "Search");
    });
    h("nav", {{"aria-label", "Parts of the dossier"}}, [&] {
      h("ul", [&] {
        for (const Part& one : kParts) {
          h("li", [&] {
            h("a",
              {{"href", fmt::format("{}/{}", frame.base, one.segment)},
               {"aria-current", one.segment == part ? std::optional<std::string>("page") : std::nullopt}},
              one.name);
          });
        }
      });
    });
  });
}

/// How to cite, and the page for programs.
void colophon(Html& h, const Frame& frame, const Page& page) {
  const std::string here = page.address.as("").to_string(frame.base);
  h("footer", {{"class", "colophon"}}, [&] {
    h("div", [&] {
      h("h2", "For programs");
      h("p", [&] {
        if (!page.tables.empty()) {
          h("a", {{"href", page.address.as("json").to_string(frame.base)}}, "JSON").text(" ");
          h("a", {{"href", page.address.as("csv").to_string(frame.base)}}, "CSV").text(" ");
          for (std::size_t i = 1; i < page.tables.size(); ++i) {
            h("a", {{"href", page.address.with("table", page.tables[i].name).as("csv").to_string(frame.base)}},
              "CSV: " + page.tables[i].name)
                .text(" ");
          }
        }
        if (!page.calendar.empty())
          h("a", {{"href", page.address.as("ics").to_string(frame.base)}}, "Calendar (.ics)").text(" ");
        h("a", {{"href", frame.base + "/openapi.json"}}, "OpenAPI");
      });
      h("p", [&] {
        h("a", {{"href", frame.base + "/about"}}, "About this dossier");
        h("a", {{"href", frame.base + "/judge"}}, "Judge a sample");
      });
    });
    h("details", {{"class", "cite"}}, [&] {
      h("summary", "Cite this page");
      h("p", fmt::format("“{}”, dossier of {}, made with dragoman {}, {}.", page.title, frame.store, DRAGOMAN_VERSION,
                         here));
      h("pre", {{"tabindex", "0"}, {"aria-label", "BibTeX"}}, [&] {
        std::string title;  // braces and backslashes are TeX's own
        for (const char c : page.title) {
          if (c != '{' && c != '}' && c != '\\') title.push_back(c);
        }
        h.text(fmt::format(
            "@misc{{dragoman-dossier,\n  title = {{{{{}}}}},\n  howpublished = {{Dossier of {}, dragoman {}}},\n"
            "  note = {{{}}}\n}}",
            title, frame.store, DRAGOMAN_VERSION, here));
      });
    });
  });
}

}  // namespace

std::string html_page(const Frame& frame, const Page& page) {
  Html h;
  h.begin_document();
  h("html", {{"lang", "en"}}, [&] {
    head(h, frame, page.title, page.charts, &page);
    h("body", {{"data-base", frame.base}}, [&] {
      masthead(h, frame, page.part, page.address["q"]);
      h("main", {{"id", "main"}, {"class", page.part}, {"tabindex", "-1"}}, [&] {
        h("h1", page.title);
        if (!page.lead.empty()) h("p", {{"class", "lead"}}, page.lead);
        h.append(page.body);
      });
      colophon(h, frame, page);
    });
  });
  return h.take();
}

std::string json_page(const Frame& frame, const Page& page) {
  std::string out = "{\n\"title\": ";
  append_json_string(out, page.title);
  out += ",\n\"address\": ";
  append_json_string(out, page.address.as("").to_string(frame.base));
  for (const auto& [name, value] : page.facts) {
    out += ",\n";
    append_json_string(out, name);
    out += ": ";
    append_json_string(out, value);
  }
  for (const Table& table : page.tables) {
    out += ",\n";
    append_json_string(out, table.name);
    std::string rows = json_array(table.rows);
    rows.pop_back();
    out += ": " + rows;
  }
  return out + "\n}\n";
}

std::string csv_page(const Page& page, std::string_view name) {
  if (page.tables.empty()) return {};
  const Table* table = &page.tables.front();
  for (const Table& other : page.tables) {
    if (other.name == name) table = &other;
  }
  std::string out = csv_header(table->rows.empty() ? table->empty : table->rows.front());
  for (const Row& row : table->rows) out += csv_line(row);
  return out;
}

std::string error_page(const Frame& frame, int status, std::string_view heading, std::string_view message) {
  Html h;
  h.begin_document();
  h("html", {{"lang", "en"}}, [&] {
    head(h, frame, heading, false, nullptr);
    h("body", {{"data-base", frame.base}}, [&] {
      masthead(h, frame, "", "");
      h("main", {{"id", "main"}, {"tabindex", "-1"}}, [&] {
        h("h1", heading);
        h("p", {{"class", "lead"}}, message);
        h("p", [&] {
          h.text(fmt::format("(Status {}.) ", status));
          h("a", {{"href", frame.base + "/"}}, "To the front page");
          h.text(".");
        });
      });
    });
  });
  return h.take();
}

}  // namespace dragoman::web
