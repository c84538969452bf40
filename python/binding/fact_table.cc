#include "fact_table.h"

#include "closed_sets.h"

#include <functional>

#include <fmt/format.h>

namespace dragoman::python {

namespace {

// ---- a column, and what of an item goes into it

using python::code, python::day, python::integer, python::real, python::text;

template <class Item>
struct Column {
  Field field;
  std::function<void(Cells&, const Item&)> put;
};

// What is empty, or nothing, is a null.
template <class Item>
Column<Item> text(std::string name, std::string Item::*value) {
  return {text(std::move(name)), [value](Cells& row, const Item& item) { row.text_or_null(item.*value); }};
}
template <class Item>
Column<Item> code(std::string name, std::vector<std::string> values, std::string Item::*value) {
  return {code(std::move(name), std::move(values)), [value](Cells& row, const Item& item) { row.code(item.*value); }};
}
template <class Item>
Column<Item> day(std::string name, std::string Item::*value) {
  return {day(std::move(name)), [value](Cells& row, const Item& item) { row.day(one_day(item.*value)); }};
}
template <class Item, class Number>
Column<Item> integer(std::string name, Number Item::*value) {
  return {integer(std::move(name)), [value](Cells& row, const Item& item) { row.integer(item.*value); }};
}
template <class Item>
Column<Item> real(std::string name, double Item::*value) {
  return {real(std::move(name)), [value](Cells& row, const Item& item) { row.real(item.*value); }};
}

/// A table of all items of a list.
template <class Item>
Table table_of(const char* name, const std::vector<Column<Item>>& columns, const std::vector<Item>& items,
               bool plain = false) {
  Field row = structure(name, {});
  for (const Column<Item>& column : columns) row.parts.push_back(column.field);
  Columns table(plain ? python::plain(row) : row);
  for (const Item& item : items) {
    Cells cells = table.row();
    for (const Column<Item>& column : columns) column.put(cells, item);
    cells.end();
  }
  return {table.schema(), {table.take()}};
}

// ---- the columns of facts

using FactColumns = std::vector<Column<Fact>>;

/// Those who have a role in the fact.
Column<Fact> people(std::string name, std::string role) {
  return {list(std::move(name), structure("item", {text("name"), text("country")})),
          [role = std::move(role)](Cells& row, const Fact& f) {
            std::vector<const FactPart*> parts;
            for (const FactPart& part : f.parts) {
              if (part.role == role) parts.push_back(&part);
            }
            row.structures(parts, [](Cells& cells, const FactPart* part) {
              cells.text(part->name);
              cells.text_or_null(part->country);
            });
          }};
}

void real_or_null(Cells& cells, const std::optional<double>& value) {
  value ? cells.real(*value) : cells.null();
}

/// What leads from a fact to its tellings and its report.
FactColumns beginning() {
  return {
      {text("id"), [](Cells& row, const Fact& f) { row.text(f.label()); }},
      {text("happening"),
       [](Cells& row, const Fact& f) { row.text(fmt::format("{:016x}", static_cast<std::uint64_t>(f.happening))); }},
      {text("document"), [](Cells& row, const Fact& f) { row.text(fmt::format("d{}", f.document)); }},
      {text("uri"), [](Cells& row, const Fact& f) { row.text(f.uri); }},
      text("title", &Fact::title),
      text("agency", &Fact::agency),
      day("published", &Fact::published),
      text("link", &Fact::link),
      text("date", &Fact::date),
      code("date_basis", words_to(DateBasis::inferred), &Fact::basis),
      day("first_day", &Fact::first_day),
      day("last_day", &Fact::last_day)};
}

/// How sure it is, who tells it, and in which words.
FactColumns ending() {
  return {{structure("place", {text("name"), text("country"), real("lat"), real("lon")}),
           [](Cells& row, const Fact& f) {
             row.structure(!f.place.empty() || !f.place_country.empty(), [&](Cells& cells) {
               cells.text_or_null(f.place);
               cells.text_or_null(f.place_country);
               real_or_null(cells, f.lat);
               real_or_null(cells, f.lon);
             });
           }},
          {list("issues", text("item")), [](Cells& row, const Fact& f) { row.texts(f.issues); }},
          {real("confidence"), [](Cells& row, const Fact& f) { real_or_null(row, f.confidence); }},
          integer("reports", &Fact::reports),
          integer("copies", &Fact::copies),
          {list("disagreements", structure("item", {text("slot"), list("values", text("item"))})),
           [](Cells& row, const Fact& f) {
             row.structures(f.disagreements, [](Cells& cells, const Disagreement& d) {
               cells.text(d.slot);
               cells.texts(d.values);
             });
           }},
          {structure("evidence", {integer("begin"), integer("end"), text("text")}), [](Cells& row, const Fact& f) {
             row.structure(true, [&](Cells& cells) {
               cells.integer(f.begin);
               cells.integer(f.end);
               cells.text(f.evidence);
             });
           }}};
}

/// What each list has of its own, between the two.
FactColumns middle_of(View view) {
  switch (view) {
    case View::events:
      return {code("type", event_types(), &Fact::type),
              text("mode", &Fact::mode),
              {list("contexts", text("item")),
               [](Cells& row, const Fact& f) {
                 const auto words = split_values(f.contexts, ' ');
                 row.texts({words.begin(), words.end()});
               }},
              text("cameo", &Fact::cameo),
              integer("quad", &Fact::quad),
              real("goldstein", &Fact::goldstein),
              real("score", &Fact::intensity),
              code("status", words_to(EventStatus::denied), &Fact::status),
              text("trigger", &Fact::lemma),
              text("dictionary", &Fact::dictionary),
              people("actors", "actor"),
              people("recipients", "recipient"),
              people("sources", "source")};
    case View::meetings:
      return {people("participants", "participant"), code("status", words_to(MeetingStatus::cancelled), &Fact::status),
              text("level", &Fact::type), text("ordinal", &Fact::ordinal)};
    case View::statements:
      return {people("speakers", "speaker"),
              people("addressees", "addressee"),
              people("chain", "chain"),
              text("cue", &Fact::cue),
              code("kind", words_to(StatementKind::mixed), &Fact::type),
              text("act", &Fact::act),
              code("status", words_to(EventStatus::denied), &Fact::status),
              text("content", &Fact::words),
              text("venue", &Fact::venue)};
    case View::positions:
      return {people("actor", "actor"),
              people("by", "by"),
              people("sources", "source"),
              text("stance", &Fact::type),
              code("tense", words_to(StanceTense::conditional), &Fact::tense),
              text("condition", &Fact::condition)};
    case View::agenda:
      return {text("what", &Fact::words), people("participants", "participant")};
    case View::timeline:
      break;
  }
  return {{code("list", {"events", "meetings", "agenda"}),
           [](Cells& row, const Fact& f) {
             row.code(f.list == FactList::events ? "events" : f.list == FactList::meetings ? "meetings" : "agenda");
           }},
          text("type", &Fact::type),
          text("mode", &Fact::mode),
          text("status", &Fact::status),
          text("what", &Fact::words),
          people("actors", "actor"),
          people("recipients", "recipient"),
          people("participants", "participant")};
}

}  // namespace

Table fact_table(View view, const std::vector<Fact>& facts, bool plain) {
  FactColumns columns = beginning();
  for (const FactColumns& more : {middle_of(view), ending()}) columns.insert(columns.end(), more.begin(), more.end());
  return table_of("fact", columns, facts, plain);
}

Table document_table(const std::vector<DocumentRow>& documents) {
  using Row = DocumentRow;
  const std::vector<Column<Row>> columns = {
      {text("id"), [](Cells& row, const Row& d) { row.text(fmt::format("d{}", d.id)); }},
      {text("uri"), [](Cells& row, const Row& d) { row.text(d.uri); }},
      text("title", &Row::title),
      text("agency", &Row::agency),
      text("language", &Row::language),
      day("published", &Row::published),
      code("published_basis", words_to(PublishedBasis::unknown), &Row::basis),
      {text("copy_of"),
       [](Cells& row, const Row& d) { row.text_or_null(d.copy_of == 0 ? "" : fmt::format("d{}", d.copy_of)); }},
      integer("length", &Row::characters),
      text("link", &Row::link)};
  return table_of("document", columns, documents);
}

Table statistic_table(const std::vector<Statistic>& statistics) {
  const std::vector<Column<Statistic>> columns = {
      {text("what"), [](Cells& row, const Statistic& s) { row.text(s.what); }},
      text("value", &Statistic::value),
      integer("number", &Statistic::number)};
  return table_of("count", columns, statistics);
}

}  // namespace dragoman::python
