#include "fact_table.h"

#include "closed_sets.h"

#include <fmt/format.h>

namespace dragoman::python {

namespace {

// ---- what facts have in common

Field people(std::string name) {
  return list(std::move(name), structure("item", {text("name"), text("country")}));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view word : split_values(text, ' ')) out.emplace_back(word);
  return out;
}

/// What leads from a fact to its tellings and its report.
std::vector<Field> beginning() {
  return {text("id"),       text("happening"),
          text("document"), text("uri"),
          text("title"),    text("agency"),
          day("published"), text("link"),
          text("date"),     code("date_basis", words_to(DateBasis::inferred)),
          day("first_day"), day("last_day")};
}
void put_beginning(Cells& row, const Fact& f) {
  row.text(f.label());
  row.text(fmt::format("{:016x}", static_cast<std::uint64_t>(f.happening)));
  row.text(fmt::format("d{}", f.document));
  row.text(f.uri);
  row.text_or_null(f.title);
  row.text_or_null(f.agency);
  row.day(one_day(f.published));
  row.text_or_null(f.link);
  row.text_or_null(f.date);
  row.code(f.basis);
  row.day(one_day(f.first_day));
  row.day(one_day(f.last_day));
}

/// How sure it is, who tells it, and in which words.
std::vector<Field> ending() {
  return {structure("place", {text("name"), text("country"), real("lat"), real("lon")}),
          list("issues", text("item")),
          real("confidence"),
          integer("reports"),
          integer("copies"),
          list("disagreements", structure("item", {text("slot"), list("values", text("item"))})),
          structure("evidence", {integer("begin"), integer("end"), text("text")})};
}
void real_or_null(Cells& cells, const std::optional<double>& value) {
  value ? cells.real(*value) : cells.null();
}
void put_ending(Cells& row, const Fact& f) {
  row.structure(!f.place.empty() || !f.place_country.empty(), [&](Cells& cells) {
    cells.text_or_null(f.place);
    cells.text_or_null(f.place_country);
    real_or_null(cells, f.lat);
    real_or_null(cells, f.lon);
  });
  row.texts(f.issues);
  real_or_null(row, f.confidence);
  row.integer(f.reports);
  row.integer(f.copies);
  row.structures(f.disagreements, [](Cells& cells, const Disagreement& d) {
    cells.text(d.slot);
    cells.texts(d.values);
  });
  row.structure(true, [&](Cells& cells) {
    cells.integer(f.begin);
    cells.integer(f.end);
    cells.text(f.evidence);
  });
}

void put_people(Cells& row, const Fact& f, std::string_view role) {
  std::vector<const FactPart*> parts;
  for (const FactPart& part : f.parts) {
    if (part.role == role) parts.push_back(&part);
  }
  row.structures(parts, [](Cells& cells, const FactPart* part) {
    cells.text(part->name);
    cells.text_or_null(part->country);
  });
}

// ---- the middle of each list's rows

struct Middle {
  std::vector<Field> fields;
  void (*put)(Cells&, const Fact&);
};

Middle of_events() {
  return {{code("type", event_types()), text("mode"), list("contexts", text("item")), text("cameo"), integer("quad"),
           real("goldstein"), real("score"), code("status", words_to(EventStatus::denied)), text("trigger"),
           text("dictionary"), people("actors"), people("recipients"), people("sources")},
          [](Cells& row, const Fact& f) {
            row.code(f.type);
            row.text_or_null(f.mode);
            row.texts(words_of(f.contexts));
            row.text_or_null(f.cameo);
            row.integer(f.quad);
            row.real(f.goldstein);
            row.real(f.intensity);
            row.code(f.status);
            row.text_or_null(f.lemma);
            row.text_or_null(f.dictionary);
            for (const char* role : {"actor", "recipient", "source"}) put_people(row, f, role);
          }};
}
Middle of_meetings() {
  return {{people("participants"), code("status", words_to(MeetingStatus::cancelled)), text("level"), text("ordinal")},
          [](Cells& row, const Fact& f) {
            put_people(row, f, "participant");
            row.code(f.status);
            row.text_or_null(f.type);
            row.text_or_null(f.ordinal);
          }};
}
Middle of_statements() {
  return {{people("speakers"), people("addressees"), people("chain"), text("cue"),
           code("kind", words_to(StatementKind::mixed)), text("act"), code("status", words_to(EventStatus::denied)),
           text("content"), text("venue")},
          [](Cells& row, const Fact& f) {
            for (const char* role : {"speaker", "addressee", "chain"}) put_people(row, f, role);
            row.text_or_null(f.cue);
            row.code(f.type);
            row.text_or_null(f.act);
            row.code(f.status);
            row.text_or_null(f.words);
            row.text_or_null(f.venue);
          }};
}
Middle of_positions() {
  return {{people("actor"), people("by"), text("stance")}, [](Cells& row, const Fact& f) {
            put_people(row, f, "actor");
            put_people(row, f, "by");
            row.text_or_null(f.type);
          }};
}
Middle of_agenda() {
  return {{text("what"), people("participants")}, [](Cells& row, const Fact& f) {
            row.text_or_null(f.words);
            put_people(row, f, "participant");
          }};
}
Middle of_timeline() {
  return {{code("list", {"events", "meetings", "agenda"}), text("type"), text("mode"), text("status"), text("what"),
           people("actors"), people("recipients"), people("participants")},
          [](Cells& row, const Fact& f) {
            row.code(f.list == FactList::events ? "events" : f.list == FactList::meetings ? "meetings" : "agenda");
            row.text_or_null(f.type);
            row.text_or_null(f.mode);
            row.text_or_null(f.status);
            row.text_or_null(f.words);
            for (const char* role : {"actor", "recipient", "participant"}) put_people(row, f, role);
          }};
}

Middle middle_of(View view) {
  switch (view) {
    case View::events:
      return of_events();
    case View::meetings:
      return of_meetings();
    case View::statements:
      return of_statements();
    case View::positions:
      return of_positions();
    case View::agenda:
      return of_agenda();
    case View::timeline:
      break;
  }
  return of_timeline();
}

/// A table of all of `list`, each put down by `put(row, item)`.
template <class List, class Put>
Table table_of(Field fields, const List& list, const Put& put) {
  Columns columns(std::move(fields));
  for (const auto& item : list) {
    Cells row = columns.row();
    put(row, item);
    row.end();
  }
  return {columns.schema(), {columns.take()}};
}

}  // namespace

Table fact_table(View view, const std::vector<Fact>& facts, bool plain) {
  const Middle middle = middle_of(view);
  std::vector<Field> fields = beginning();
  for (const std::vector<Field>& more : {middle.fields, ending()})
    fields.insert(fields.end(), more.begin(), more.end());
  const Field row = structure("fact", std::move(fields));
  return table_of(plain ? python::plain(row) : row, facts, [&](Cells& row, const Fact& fact) {
    put_beginning(row, fact);
    middle.put(row, fact);
    put_ending(row, fact);
  });
}

Table document_table(const std::vector<DocumentRow>& documents) {
  return table_of(structure("document", {text("id"), text("uri"), text("title"), text("agency"), text("language"),
                                         day("published"), code("published_basis", words_to(PublishedBasis::unknown)),
                                         text("copy_of"), integer("length"), text("link")}),
                  documents, [](Cells& row, const DocumentRow& d) {
                    row.text(fmt::format("d{}", d.id));
                    row.text(d.uri);
                    row.text_or_null(d.title);
                    row.text_or_null(d.agency);
                    row.text_or_null(d.language);
                    row.day(one_day(d.published));
                    row.code(d.basis);
                    row.text_or_null(d.copy_of == 0 ? "" : fmt::format("d{}", d.copy_of));
                    row.integer(d.characters);
                    row.text_or_null(d.link);
                  });
}

Table statistic_table(const std::vector<Statistic>& statistics) {
  return table_of(structure("count", {text("what"), text("value"), integer("number")}), statistics,
                  [](Cells& row, const Statistic& s) {
                    row.text(s.what);
                    row.text_or_null(s.value);
                    row.integer(s.number);
                  });
}

}  // namespace dragoman::python
