// One report: its text with all that was found marked in place, and beside it what the words gave rise to.
//
// Choosing goes both ways, and stays in the address: `show=v3` marks the words of the third event, the words link to
// all that they gave rise to (`show=v3,q2,e1`). Scripts only make it quicker.
#include "dossier/context.h"
#include "dossier/labels.h"
#include "dossier/marks.h"
#include "dossier/report_items.h"
#include "output/plain.h"
#include "text/calendar.h"
#include "text/text.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

constexpr std::uint32_t kPart = 60'000;  // characters of a text that one page shows

struct Stored {
  std::int64_t id = 0, copy_of = 0;
  std::string uri, sha, title, agency, link, published, basis, text, generator;
};

Stored stored_document(Database& db, std::int64_t id) {
  Query& query = db.cached(
      "SELECT id, coalesce(copy_of, 0), uri, sha, title, agency, link, published, basis, generator, text FROM "
      "documents WHERE id "
      "= ?");
  query.bind(1, id);
  Stored out;
  query.first([&](const Query& row) {
    const auto text = [&](int column) { return std::string(row.text(column)); };
    out = {row.integer(0), row.integer(1), text(2), text(3),  text(4), text(5),
           text(6),        text(7),        text(8), text(10), text(9)};
  });
  return out;
}

/// The marks that an address chooses: "v3,q2".
std::set<std::string> chosen_in(std::string_view show) {
  constexpr std::size_t kMost = 32;
  std::set<std::string> out;
  while (!show.empty() && out.size() < kMost) {
    const std::size_t end = std::min(show.find(','), show.size());
    if (end > 0) out.emplace(show.substr(0, end));
    show.remove_prefix(std::min(end + 1, show.size()));
  }
  return out;
}

class Sheet {
 public:
  Sheet(const Context& context, Html& html, const Stored& document, const Text& text, const Record& record)
      : context_(context), h_(html), document_(document), text_(text), record_(record), marks_(marks_of(record)) {
    chosen_ = chosen_in(context.address["show"]);
    part_ = part();
    const std::uint32_t begin = std::min(part_ * kPart, text.length());
    whole_ = {begin, std::min(begin + kPart, text.length())};
    segments_ = segments_of(marks_, whole_);
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      for (const std::size_t mark : segments_[i].marks) first_segment_.emplace(marks_[mark].id, i);
    }
  }

  void write() {
    if (!marks_.empty()) key();
    parts("Parts of the text");
    h_("div", {{"class", "report"}}, [&] {
      h_("div", {{"class", "text"}, {"id", "text"}, {"dir", "auto"}}, [&] { text(); });
      h_("aside", {{"class", "record"}, {"aria-label", "What the report says"}}, [&] { record(); });
    });
    parts("Parts of the text, once more");
  }

 private:
  Address at(std::string_view show) const { return context_.address.plain().with("show", show); }
  bool is_chosen(const std::string& id) const { return chosen_.contains(id); }

  std::uint32_t part() const {
    const std::string_view given = context_.address["part"];
    if (const auto number = to_number(given); number && *number >= 1) {
      return std::min(static_cast<std::uint32_t>(*number - 1), text_.length() / kPart);
    }
    for (const Mark& mark : marks_) {
      if (is_chosen(mark.id)) return mark.span.begin / kPart;
    }
    return 0;
  }

  /// What each way of marking means.
  void key() {
    h_("ul", {{"class", "key"}, {"aria-label", "How the text is marked"}}, [&] {
      for (const auto& mark : {std::pair{"v", "event"}, std::pair{"q", "what somebody said"},
                               std::pair{"k", "position"}, std::pair{"m", "meeting"}, std::pair{"a", "still to come"},
                               std::pair{"e", "name, place, time"}, std::pair{"v unsure", "doubtful"}}) {
        h_("li", [&] { h_("span", {{"class", std::string("w ") + mark.first}}, mark.second); });
      }
    });
  }

  void parts(std::string_view name) {
    const std::uint32_t all = text_.length() / kPart + 1;
    if (all < 2) return;
    h_("nav", {{"class", "parts"}, {"aria-label", name}}, [&] {
      h_.text(fmt::format("Part {} of {} ", part_ + 1, all));
      for (std::uint32_t i = 0; i < all && i < 400; ++i) {
        if (i + 3 < part_ || i > part_ + 3) continue;
        h_("a",
           {{"href", context_.href(context_.address.plain().with("show", "").with("part", std::to_string(i + 1)))},
            {"aria-current", i == part_ ? std::optional<std::string>("page") : std::nullopt}},
           std::to_string(i + 1))
            .text(" ");
      }
    });
  }

  /// The words, in paragraphs where the report has empty lines.
  void text() {
    bool open = false;
    Html line;  // of the present paragraph
    const auto end_paragraph = [&] {
      if (open) h_("p", [&] { h_.append(line); });
      line = Html();
      open = false;
    };
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Segment& segment = segments_[i];
      std::string_view words = text_.view(text_.byte(segment.span.begin), text_.byte(segment.span.end));
      bool first = true;  // the segment's place is at its first words
      while (!words.empty()) {
        const std::size_t gap = std::min(words.find("\n\n"), words.size());
        const std::string_view piece = words.substr(0, gap);
        if (piece.find_first_not_of(" \n\r\t") != std::string_view::npos || open) {
          write_piece(line, segment, i, piece, first);
          first = false;
          open = true;
        }
        words.remove_prefix(gap);
        if (!words.empty()) {
          end_paragraph();
          words.remove_prefix(std::min(words.find_first_not_of('\n'), words.size()));
        }
      }
    }
    end_paragraph();
  }

  void write_piece(Html& to, const Segment& segment, std::size_t number, std::string_view words, bool first) {
    if (segment.marks.empty()) {
      to.text(words);
      return;
    }
    std::string ids, kinds, aside;
    bool chosen = false, unsure = true, facts = false;
    for (const std::size_t i : segment.marks) {
      const Mark& mark = marks_[i];
      if (mark.kind == 'x') {
        aside = " aside";
        continue;
      }
      ids += (ids.empty() ? "" : ",") + mark.id;
      if (kinds.find(mark.kind) == std::string::npos) kinds += std::string(kinds.empty() ? "" : " ") + mark.kind;
      chosen = chosen || is_chosen(mark.id);
      if (std::string_view("vqmka").find(mark.kind) != std::string_view::npos) {
        facts = true;
        unsure = unsure && confidence_of(record_, mark.id) < .5;
      }
    }
    const std::optional<std::string> id = first ? std::optional<std::string>(fmt::format("s{}", number)) : std::nullopt;
    if (ids.empty()) {
      to("span", {{"class", "aside"}, {"id", id}}, words);
      return;
    }
    const std::string look =
        fmt::format("w {}{}{}{}", kinds, chosen ? " on" : "", facts && unsure ? " unsure" : "", aside);
    if (words.find_first_not_of(" \n\r\t") == std::string_view::npos) {  // nothing that a link could be called by
      to("span", {{"class", look}, {"id", id}, {"data-m", ids}}, words);
      return;
    }
    to("a", {{"class", look}, {"id", id}, {"data-m", ids}, {"href", context_.href(at(ids)) + "#chosen"}}, words);
  }

  /// What was found, list by list; on top what the chosen words gave rise to.
  void record() {
    h_("div", {{"id", "chosen"}, {"class", "chosen"}, {"aria-live", "polite"}, {"tabindex", "-1"}}, [&] {
      if (chosen_.empty()) {
        h_("p", {{"class", "note"}}, "Choose words to see what they gave rise to, or a line below to see its words.");
        return;
      }
      h_("h2", "Chosen");
      h_("ul", {{"class", "items"}}, [&] {
        for (const std::string& id : chosen_) item(id, false);
      });
      h_("p", [&] { h_("a", {{"class", "all"}, {"href", context_.href(at(""))}}, "Show all alike"); });
    });
    list("Events", 'v', record_.events.size());
    list("Statements", 'q', record_.statements.size());
    list("Positions", 'k', record_.positions.size());
    list("Meetings", 'm', record_.meetings.size());
    list("Still to come", 'a', record_.agenda.size());
    list("Who", 'e', record_.entities.size());
    list("Where", 'p', record_.places.size());
    list("When", 't', record_.times.size());
    if (record_.events.empty() && record_.statements.empty() && record_.entities.empty())
      h_("p", {{"class", "none"}}, "Nothing was found in this text.");
  }

  void list(std::string_view heading, char kind, std::size_t size) {
    constexpr std::size_t kMost = 150;
    if (size == 0) return;
    const bool open = kind != 't';
    h_("details", {{"class", "list"}, {"open", open}}, [&] {
      h_("summary", [&] {
        h_("h2", heading);
        h_("span", {{"class", "count"}}, " " + number_label(static_cast<std::int64_t>(size)));
      });
      h_("ul", {{"class", "items"}}, [&] {
        for (std::size_t i = 0; i < std::min(size, kMost); ++i) item(kind + std::to_string(i + 1), true);
      });
      if (size > kMost) {
        h_("p", {{"class", "note"}}, [&] {
          h_.text(fmt::format("The other {} are in the ", number_label(static_cast<std::int64_t>(size - kMost))));
          h_("a", {{"href", context_.href(context_.address.plain().with("show", "").as("json"))}}, "JSON of this page");
          h_.text(".");
        });
      }
    });
  }

  void item(const std::string& id, bool anchor) {
    const ReportItem found = report_item(context_, document_.id, text_, record_, id);
    if (found.kind.empty()) return;
    const auto segment = first_segment_.find(id);
    const std::string words =
        context_.href(at(id)) + (segment == first_segment_.end() ? "#text" : fmt::format("#s{}", segment->second));
    h_("li",
       {{"id", anchor ? std::optional<std::string>(id) : std::nullopt},
        {"class", fmt::format("item {}{}{}", id.front(), is_chosen(id) ? " on" : "", found.unsure ? " unsure" : "")},
        {"data-id", id}},
       [&] {
         h_("a", {{"class", "words"}, {"href", words}, {"title", "Show the words"}}, [&] {
           h_("span", {{"class", std::string("tag ") + id.front()}}, found.kind);
         });
         h_.text(" ");
         h_.append(found.line);
         if (!found.words.empty()) h_("p", {{"class", "said"}}, "“" + found.words + "”");
         if (!found.meta.string().empty()) h_("p", {{"class", "meta"}}, [&] { h_.append(found.meta); });
       });
  }

  const Context& context_;
  Html& h_;
  const Stored& document_;
  const Text& text_;
  const Record& record_;
  std::vector<Mark> marks_;
  std::set<std::string> chosen_;
  std::uint32_t part_ = 0;
  Span whole_;
  std::vector<Segment> segments_;
  std::unordered_map<std::string, std::size_t> first_segment_;
};

void write_about(const Context& context, Html& h, const Stored& d) {
  h("dl", {{"class", "slots"}}, [&] {
    const auto slot = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) h("div", [&] { h("dt", name)("dd", value); });
    };
    slot("Publisher", shortened(plain_line(d.agency), 200));
    std::string day = day_label(d.published);
    if (!day.empty() && d.basis == "inferred") day += " (inferred from the text)";
    if (!day.empty() && d.basis == "dateline") day += " (of the dateline)";
    slot("Published", day.empty() ? "not known to the day" : day);
    slot("Source", shortened(plain_line(d.uri), 300));
    if (const auto link = web_link(d.link)) {
      h("div", [&] {
        h("dt", "Link");
        h("dd", [&] { h("a", {{"href", *link}, {"rel", "noreferrer noopener external"}}, shortened(*link, 100)); });
      });
    }
    Query& copies =
        context.db().cached("SELECT sha, title, uri, agency FROM documents WHERE copy_of = ? ORDER BY id LIMIT 20");
    copies.bind(1, d.id);
    Html list;
    int n = 0;
    while (copies.step()) {
      if (n++ > 0) list.text(", ");
      const std::string agency = plain_line(copies.text(3));
      list("a", {{"href", context.href(address({"document", document_key(copies.text(0))}))}},
           shortened(agency.empty() ? report_label(copies.text(1), copies.text(2)) : agency, 80));
    }
    if (n > 0) {
      h("div", [&] {
        h("dt", n == 1 ? "Near copy" : "Near copies");
        h("dd", [&] { h.append(list); });
      });
    }
  });
}

/// Its lists as tables: rows are made only where they are asked for.
void add_tables(const Context& context, Page& page, const Stored& document) {
  const bool asked = !context.address.twin.empty();
  for (const FactList list : kFactLists) {
    const View view = static_cast<View>(list);
    Table table{std::string(table_of(list)), {}, row_of(context, view, Line{})};
    if (asked) {
      auto query =
          context.db().prepare(fmt::format("SELECT id FROM {} WHERE document = ? ORDER BY number", table_of(list)));
      query.bind(1, document.id);
      for (const Line& line : context.reading.lines(list, query.integers())) {
        Row row = row_of(context, view, line);
        row.emplace_back("mark", line.mark());
        row.emplace_back("begin", line.fact.begin);
        row.emplace_back("end", line.fact.end);
        table.rows.push_back(std::move(row));
      }
    }
    page.tables.push_back(std::move(table));
  }
}

/// The document of that key; 0 where the store had none when it was counted, or has another now.
std::int64_t document_of(const Context& context, const std::string& key) {
  const auto known = context.summary.by_key.find(key);
  return known != context.summary.by_key.end() && report_key(context, known->second) == key ? known->second : 0;
}

}  // namespace

MadePage report_page(const Context& context) {
  const std::int64_t id = document_of(context, context.address.path[1]);
  if (id == 0) return Error{ErrorKind::input, "", "The store has no report under this address."};
  const Stored document = stored_document(context.db(), id);
  Page page;
  page.title = shortened(report_label(document.title, document.uri), 200);
  page.part = "documents";
  page.address = context.address.plain();
  page.facts = {{"id", document_key(document.sha)},
                {"sha", document.sha},
                {"uri", document.uri},
                {"agency", document.agency},
                {"published", document.published},
                {"link", document.link},
                {"read_by", document.generator}};
  if (!context.address.twin.empty()) page.facts.emplace_back("text", document.text);
  Html& h = page.body;
  write_about(context, h, document);
  auto text = Text::from_utf8(document.text);
  if (!text) return Error{ErrorKind::input, "", "The text of this report is damaged; `dragoman check` says more."};
  Record record;
  if (document.copy_of != 0) {
    Query& query = context.db().cached("SELECT sha, title, uri FROM documents WHERE id = ?");
    query.bind(1, document.copy_of);
    query.first([&](const Query& row) {
      const std::string name = report_label(row.text(1), row.text(2));
      h("p", {{"class", "note"}}, [&] {
        h.text("A near copy of ");
        h("a", {{"href", context.href(address({"document", document_key(row.text(0))}))}}, shortened(name, 120));
        h.text(", which has the facts.");
      });
    });
  } else if (auto stored = context.reading.store().record(id)) {
    record = std::move(*stored);
  } else {
    h("p", {{"class", "note"}}, "No record of this report is kept; `dragoman recode` reads it again.");
  }
  add_tables(context, page, document);
  Sheet(context, h, document, *text, record).write();
  return page;
}

}  // namespace dragoman::web
