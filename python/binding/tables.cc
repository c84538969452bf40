#include "tables.h"

#include "closed_sets.h"

namespace dragoman::python {

namespace {

// ---- parts that tables have in common

/// What leads from a row to its document: its digest, and what the user calls it by.
std::vector<Field> with_document(std::vector<Field> rest) {
  std::vector<Field> out = {text("document"), text("uri"), day("published"), text("id")};
  out.insert(out.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
  return out;
}
Field actor(std::string name) {
  return structure(std::move(name), {text("id"), text("name"), code("type", words_to(EntityType::group)),
                                     text("country"), text("code"), text("role")});
}
Field actors(std::string name) {
  return list(std::move(name), actor("item"));
}
Field span(std::string name) {
  return structure(std::move(name), {integer("begin"), integer("end"), text("text")});
}
Field evidence(std::string name) {
  return structure(std::move(name), {integer("sentence"), integer("begin"), integer("end"), text("text")});
}
Field trigger(std::string name) {
  return structure(std::move(name), {integer("begin"), integer("end"), text("text"), text("lemma")});
}
Field place() {
  return structure("place",
                   {text("id"), text("name"), text("country"), real("lat"), real("lon"), integer("geonames_id")});
}
Field date_basis() {
  return code("date_basis", words_to(DateBasis::inferred));
}

/// Puts parts of one document's record into cells.
class Writer {
 public:
  explicit Writer(const Reading& reading) : reading_(reading), record_(reading.record) {}
  const Record& record() const { return record_; }

  void document(Cells& row, char letter, std::size_t number) const {
    row.text(record_.document.id);
    row.text(record_.document.uri);
    row.day(one_day(record_.document.published.value));
    row.text(letter + std::to_string(number + 1));
  }
  void words(Cells& cells, Span s) const {
    cells.integer(s.begin);
    cells.integer(s.end);
    cells.text(quote(reading_.document, s));
  }
  void span(Cells& row, const std::optional<Span>& s) const {
    row.structure(s.has_value(), [&](Cells& cells) { words(cells, *s); });
  }
  void spans(Cells& row, const std::vector<Span>& list) const {
    row.structures(list, [&](Cells& cells, Span s) { words(cells, s); });
  }
  void evidence_cells(Cells& cells, const Evidence& e) const {
    cells.integer(e.sentence + 1);
    words(cells, e.span);
  }
  void evidence(Cells& row, const Evidence& e) const {
    row.structure(true, [&](Cells& cells) { evidence_cells(cells, e); });
  }
  void trigger(Cells& row, const std::optional<Trigger>& t) const {
    row.structure(t.has_value(), [&](Cells& cells) {
      words(cells, t->span);
      cells.text_or_null(t->lemma);
    });
  }
  void actor_cells(Cells& cells, Index i) const {
    const Entity& e = record_.entities[i];
    cells.text("e" + std::to_string(i + 1));
    cells.text(e.name);
    cells.code(to_string(e.type));
    cells.text_or_null(e.country);
    cells.text_or_null(e.code);
    cells.text_or_null(e.roles.empty() ? ""
                                       : office_with_status(to_string(e.roles.front().status), e.roles.front().title));
  }
  void actor(Cells& row, const std::optional<Index>& i) const {
    row.structure(i.has_value(), [&](Cells& cells) { actor_cells(cells, *i); });
  }
  void actors(Cells& row, const std::vector<Index>& list) const {
    row.structures(list, [&](Cells& cells, Index i) { actor_cells(cells, i); });
  }
  void issue(Cells& row, const std::optional<Index>& i) const { i ? row.text(record_.issues[*i].label) : row.null(); }
  void issues(Cells& row, const std::vector<Index>& list) const {
    std::vector<std::string> labels;
    for (const Index i : list) labels.push_back(record_.issues[i].label);
    row.texts(labels);
  }
  void place(Cells& row, const std::optional<Index>& i) const {
    row.structure(i.has_value(), [&](Cells& cells) { place_cells(cells, *i); });
  }
  void place_cells(Cells& cells, Index i) const {
    const Place& p = record_.places[i];
    cells.text("p" + std::to_string(i + 1));
    cells.text(p.name);
    cells.text_or_null(p.country);
    p.lat ? cells.real(*p.lat) : cells.null();
    p.lon ? cells.real(*p.lon) : cells.null();
    p.geonames_id ? cells.integer(*p.geonames_id) : cells.null();
  }
  /// Value, basis, first and last day.
  void date(Cells& row, const std::optional<DateValue>& d) const {
    const auto days = d ? days_of(d->value) : std::nullopt;
    d ? row.text(d->value) : row.null();
    d ? row.code(to_string(d->basis)) : row.null();
    row.day(days ? std::optional(days->first) : std::nullopt);
    row.day(days ? std::optional(days->last) : std::nullopt);
  }

 private:
  const Reading& reading_;
  const Record& record_;
};

// ---- the tables, each with its fields and what goes into them, in the same order

using Put = void (*)(Columns&, const Writer&);
struct Kind {
  const char* name;
  std::vector<Field> fields;
  Put put;
};

void put_document(Columns& table, const Writer& w) {
  const DocumentInfo& d = w.record().document;
  Cells row = table.row();
  row.text(d.id);
  row.text(d.uri);
  row.text_or_null(d.title);
  row.text_or_null(d.agency);
  row.text_or_null(d.byline);
  row.text_or_null(d.language);
  row.integer(d.length);
  row.day(one_day(d.published.value));
  row.text_or_null(d.published.time);
  row.code(to_string(d.published.basis));
  row.day(one_day(d.published.earliest));
  row.day(one_day(d.published.latest));
  row.end();
}

void put_entities(Columns& table, const Writer& w) {
  const auto& list = w.record().entities;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Entity& e = list[i];
    Cells row = table.row();
    w.document(row, 'e', i);
    row.text(e.name);
    row.code(to_string(e.type));
    row.text_or_null(e.country);
    e.is_country_guessed() ? row.real(e.country_chance) : row.null();
    row.boolean(e.anonymous);
    row.text_or_null(e.code);
    row.structures(e.roles, [&](Cells& cells, const Role& role) {
      cells.text(role.title);
      cells.code(to_string(role.status));
      role.of ? cells.text("e" + std::to_string(*role.of + 1)) : cells.null();
      cells.text_or_null(role.country);
      cells.text_or_null(role.sector);
      w.evidence(cells, role.evidence);
    });
    e.is_named_person() ? row.real(e.confidence) : row.null();
    row.end();
  }
}

void put_mentions(Columns& table, const Writer& w) {
  const auto& list = w.record().entities;
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (const Mention& m : list[i].mentions) {
      Cells row = table.row();
      w.document(row, 'e', i);
      row.code(to_string(m.kind));
      w.words(row, m.span);
      row.end();
    }
  }
}

void put_places(Columns& table, const Writer& w) {
  const auto& list = w.record().places;
  for (std::size_t i = 0; i < list.size(); ++i) {
    Cells row = table.row();
    row.text(w.record().document.id);
    row.text(w.record().document.uri);
    row.day(one_day(w.record().document.published.value));
    w.place_cells(row, static_cast<Index>(i));
    w.spans(row, list[i].mentions);
    row.end();
  }
}

void put_events(Columns& table, const Writer& w) {
  const auto& list = w.record().events;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Event& e = list[i];
    Cells row = table.row();
    w.document(row, 'v', i);
    row.code(to_string(e.type));
    row.text_or_null(e.mode);
    row.texts(e.contexts);
    row.text_or_null(e.cameo);
    row.integer(e.quad);
    row.real(e.goldstein);
    row.real(e.score);
    w.actors(row, e.actors);
    w.actors(row, e.recipients);
    w.issue(row, e.issue);
    row.text_or_null(e.theme);
    w.date(row, e.date);
    w.place(row, e.place);
    row.code(to_string(e.status));
    w.actors(row, e.sources);
    w.trigger(row, e.trigger);
    w.evidence(row, e.evidence);
    row.structures(e.also, [&](Cells& cells, const Evidence& again) { w.evidence_cells(cells, again); });
    row.text_or_null(e.dictionary);
    row.real(e.confidence);
    row.end();
  }
}

void put_statements(Columns& table, const Writer& w) {
  const auto& list = w.record().statements;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Statement& s = list[i];
    Cells row = table.row();
    w.document(row, 'q', i);
    w.actors(row, s.speakers);
    w.span(row, s.speaker_span);
    w.actors(row, s.addressees);
    w.trigger(row, s.cue);
    row.code(to_string(s.kind));
    row.text_or_null(s.act);
    row.code(to_string(s.status));
    w.spans(row, s.content);
    w.actors(row, s.chain);
    row.text_or_null(s.venue);
    w.date(row, s.date);
    w.place(row, s.place);
    w.issues(row, s.issues);
    w.evidence(row, s.evidence);
    row.real(s.confidence);
    row.end();
  }
}

void put_meetings(Columns& table, const Writer& w) {
  const auto& list = w.record().meetings;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Meeting& m = list[i];
    Cells row = table.row();
    w.document(row, 'm', i);
    w.actors(row, m.participants);
    w.date(row, m.date);
    w.place(row, m.place);
    row.code(to_string(m.status));
    row.text_or_null(m.level);
    row.text_or_null(m.ordinal);
    w.evidence(row, m.evidence);
    row.real(m.confidence);
    row.end();
  }
}

void put_positions(Columns& table, const Writer& w) {
  const auto& list = w.record().positions;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Position& p = list[i];
    Cells row = table.row();
    w.document(row, 'k', i);
    w.actor(row, p.actor);
    w.actor(row, p.by);
    w.issue(row, p.issue);
    row.text(p.stance);
    p.tense ? row.code(to_string(*p.tense)) : row.null();
    w.span(row, p.condition);
    w.date(row, p.date);
    p.statement ? row.text("q" + std::to_string(*p.statement + 1)) : row.null();
    w.evidence(row, p.evidence);
    row.real(p.confidence);
    row.end();
  }
}

void put_agenda(Columns& table, const Writer& w) {
  const auto& list = w.record().agenda;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const AgendaItem& a = list[i];
    Cells row = table.row();
    w.document(row, 'a', i);
    row.text(a.what);
    w.actors(row, a.participants);
    w.date(row, a.date);
    w.place(row, a.place);
    w.evidence(row, a.evidence);
    row.real(a.confidence);
    row.end();
  }
}

std::vector<Kind> kinds() {
  const Field date = text("date"), first = day("first_day"), last = day("last_day"), confidence = real("confidence");
  return {
      {"documents",
       {text("document"), text("uri"), text("title"), text("agency"), text("byline"), text("language"),
        integer("length"), day("published"), text("published_time"),
        code("published_basis", words_to(PublishedBasis::unknown)), day("earliest"), day("latest")},
       put_document},
      {"entities",
       with_document(
           {text("name"), code("type", words_to(EntityType::group)), text("country"), real("country_confidence"),
            boolean("anonymous"), text("code"),
            list("roles", structure("item", {text("title"), code("status", words_to(RoleStatus::late)), text("of"),
                                             text("country"), text("sector"), evidence("evidence")})),
            real("confidence")}),
       put_entities},
      {"mentions",
       with_document({code("kind", words_to(MentionKind::possessive)), integer("begin"), integer("end"), text("text")}),
       put_mentions},
      {"places",
       with_document({text("name"), text("country"), real("lat"), real("lon"), integer("geonames_id"),
                      list("mentions", span("item"))}),
       put_places},
      {"events",
       with_document({code("type", event_types()),
                      text("mode"),
                      list("contexts", text("item")),
                      text("cameo"),
                      integer("quad"),
                      real("goldstein"),
                      real("score"),
                      actors("actors"),
                      actors("recipients"),
                      text("issue"),
                      text("theme"),
                      date,
                      date_basis(),
                      first,
                      last,
                      place(),
                      code("status", words_to(EventStatus::denied)),
                      actors("sources"),
                      trigger("trigger"),
                      evidence("evidence"),
                      list("also", evidence("item")),
                      text("dictionary"),
                      confidence}),
       put_events},
      {"statements",
       with_document({actors("speakers"), span("speaker_span"), actors("addressees"), trigger("cue"),
                      code("kind", words_to(StatementKind::mixed)), text("act"),
                      code("status", words_to(EventStatus::denied)), list("content", span("item")), actors("chain"),
                      text("venue"), date, date_basis(), first, last, place(), list("issues", text("item")),
                      evidence("evidence"), confidence}),
       put_statements},
      {"meetings",
       with_document({actors("participants"), date, date_basis(), first, last, place(),
                      code("status", words_to(MeetingStatus::cancelled)), text("level"), text("ordinal"),
                      evidence("evidence"), confidence}),
       put_meetings},
      {"positions",
       with_document({actor("actor"), actor("by"), text("issue"), text("stance"),
                      code("tense", words_to(StanceTense::conditional)), span("condition"), date, date_basis(), first,
                      last, text("statement"), evidence("evidence"), confidence}),
       put_positions},
      {"agenda",
       with_document({text("what"), actors("participants"), date, date_basis(), first, last, place(),
                      evidence("evidence"), confidence}),
       put_agenda},
  };
}

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> kAll = kinds();
  return kAll;
}

}  // namespace

Tables::Tables(bool plain) {
  for (const Kind& kind : all_kinds()) {
    const Field row = structure(kind.name, kind.fields);
    tables_.emplace(kind.name, plain ? python::plain(row) : row);
  }
}

void Tables::add(const Reading& reading) {
  const Writer writer(reading);
  for (const Kind& kind : all_kinds()) kind.put(tables_.at(kind.name), writer);
}

std::map<std::string, Table> Tables::take() {
  std::map<std::string, Table> out;
  for (auto& [name, columns] : tables_) out[name] = {columns.schema(), {columns.take()}};
  return out;
}

}  // namespace dragoman::python
