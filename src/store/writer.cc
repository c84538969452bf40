#include "store/writer.h"

#include "record/names.h"
#include "record/sources.h"
#include "store/actor_links.h"
#include "store/countable.h"
#include "store/digest.h"
#include "store/happenings.h"
#include "store/keys.h"
#include "store/report_company.h"
#include "store/sketches.h"
#include "store/spans.h"
#include "text/days.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

class Writer {
 public:
  Writer(Database& database, std::int64_t document, const Record& record, const Text& text, const RowNumbers& numbers)
      : db_(database), document_(document), record_(record), text_(text), numbers_(numbers) {}

  void run() {
    entities();
    roles();
    places();
    times();
    boilerplate();
    issues();
    events();
    statements();
    meetings();
    positions();
    agenda();
    tellings();
    write_countable(db_, document_);
    for (const std::int64_t actor : changed_actors_) write_actor_digest(db_, actor);
  }

  /// The tellings alone, of rows that are there.
  void tell_again() {
    for (const auto& [list, ids] : told()) {
      if (const auto found = numbers_.find(to_string(list)); found != numbers_.end()) *ids = found->second;
      const auto& numbers = own(list).numbers;
      Query& set = db_.cached(fmt::format("UPDATE {} SET happening = ? WHERE id = ?", to_string(list)));
      for (std::size_t i = 0; i < std::min(ids->size(), numbers.size()); ++i) {
        set.bind(1, numbers[i]);
        set.bind(2, (*ids)[i]);
        set.run();
      }
    }
    tellings();
  }

 private:
  std::string words(Span span) const { return std::string(text_.view(text_.byte(span.begin), text_.byte(span.end))); }

  /// The number of an item's row, or NULL for a new one.
  void bind_number(Query& query, int at, std::string_view table, std::size_t item) const {
    const auto found = numbers_.find(table);
    const bool known = found != numbers_.end() && item < found->second.size();
    known ? query.bind(at, found->second[item]) : query.bind_null(at);
  }

  // ---- those who act

  std::int64_t actor_of(const Entity& e, std::size_t number) {
    std::string key = actor_key(e);
    if (key.empty()) key = key_in_document(document_, number);
    Query& find = db_.cached("SELECT id FROM actors WHERE key = ?");
    find.bind(1, key);
    std::int64_t known = 0;
    if (find.first([&](const Query& row) { known = row.integer(0); })) return known;
    Query& add = db_.cached("INSERT INTO actors(key, name, type, country, family, given) VALUES (?, ?, ?, ?, ?, ?)");
    const ActorFamily family = actor_family(to_string(e.type), e.name, is_of_one_document(key));
    add.bind(1, key);
    add.bind(2, e.name);
    add.bind(3, to_string(e.type));
    add.bind_text_or_null(4, e.country);
    add.bind_text_or_null(5, family.family);
    add.bind_text_or_null(6, family.given);
    add.run();
    changed_actors_.insert(db_.last_id());
    return db_.last_id();
  }

  void entities() {
    Query& add = db_.cached(
        "INSERT INTO entities(document, number, actor, name, type, country, anonymous, code, mentions, id) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query& name = db_.cached("INSERT OR IGNORE INTO actor_names(name, actor) VALUES (?, ?)");
    for (std::size_t i = 0; i < record_.entities.size(); ++i) {
      const Entity& e = record_.entities[i];
      actors_.push_back(actor_of(e, i + 1));
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      add.bind(3, actors_[i]);
      add.bind(4, e.name);
      add.bind(5, to_string(e.type));
      add.bind_text_or_null(6, e.country);
      add.bind(7, std::int64_t{e.anonymous});
      add.bind_text_or_null(8, e.code);
      add.bind_blob(9, packed_mentions(e.mentions));
      bind_number(add, 10, "entities", i);
      add.run();
      entities_.push_back(db_.last_id());
      for (const std::string& n : names_of(e)) {
        name.bind(1, n);
        name.bind(2, actors_[i]);
        name.run();
        if (db_.changes() > 0) changed_actors_.insert(actors_[i]);
      }
    }
  }

  void roles() {
    Query& role = db_.cached(
        "INSERT INTO roles(entity, actor, title, status, of_entity, country, sector, begin, end) VALUES (?, ?, ?, ?, "
        "?, "
        "?, ?, ?, ?)");
    for (std::size_t i = 0; i < record_.entities.size(); ++i) {
      for (const Role& r : record_.entities[i].roles) {
        role.bind(1, entities_[i]);
        role.bind(2, actors_[i]);
        role.bind(3, r.title);
        role.bind(4, to_string(r.status));
        bind_reference(role, 5, r.of, entities_);
        role.bind_text_or_null(6, r.country);
        role.bind_text_or_null(7, r.sector);
        bind_evidence(role, 8, r.evidence);
        role.run();
      }
    }
  }

  void parts(const char* list, std::int64_t fact, const char* role, const std::vector<Index>& entities) {
    Query& part =
        db_.cached("INSERT INTO parts(list, fact, role, number, entity, actor, country) VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < entities.size(); ++i) {
      part.bind(1, list);
      part.bind(2, fact);
      part.bind(3, role);
      part.bind(4, static_cast<std::int64_t>(i + 1));
      part.bind(5, entities_[entities[i]]);
      part.bind(6, actors_[entities[i]]);
      part.bind_text_or_null(7, record_.entities[entities[i]].country);
      part.run();
    }
  }

  // ---- where and what about

  void places() {
    Query& add = db_.cached(
        "INSERT INTO places(document, number, name, folded, country, lat, lon, geonames_id, id) VALUES (?, ?, ?, ?, ?, "
        "?, "
        "?, ?, ?)");
    for (std::size_t i = 0; i < record_.places.size(); ++i) {
      const Place& p = record_.places[i];
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      add.bind(3, p.name);
      add.bind(4, search_form(p.name));
      add.bind_text_or_null(5, p.country);
      add.bind(6, p.lat);
      add.bind(7, p.lon);
      add.bind(8, p.geonames_id);
      bind_number(add, 9, "places", i);
      add.run();
      places_.push_back(db_.last_id());
    }
  }

  void times() {
    Query& add = db_.cached(
        "INSERT INTO times(document, number, begin, end, type, value, mod, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < record_.times.size(); ++i) {
      const Time& t = record_.times[i];
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      add.bind(3, std::int64_t{t.span.begin});
      add.bind(4, std::int64_t{t.span.end});
      add.bind(5, to_string(t.type));
      add.bind(6, t.value);
      add.bind_text_or_null(7, t.mod);
      bind_number(add, 8, "times", i);
      add.run();
    }
  }

  void boilerplate() {
    Query& add = db_.cached("INSERT INTO boilerplate(document, number, begin, end, why, id) VALUES (?, ?, ?, ?, ?, ?)");
    const auto& all = record_.document.boilerplate;
    for (std::size_t i = 0; i < all.size(); ++i) {
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      add.bind(3, std::int64_t{all[i].span.begin});
      add.bind(4, std::int64_t{all[i].span.end});
      add.bind(5, to_string(all[i].why));
      bind_number(add, 6, "boilerplate", i);
      add.run();
    }
  }

  void issues() {
    if (record_.issues.empty()) return;
    std::vector<std::string> folded;
    for (const Issue& issue : record_.issues) folded.push_back(search_form(issue.label));
    count_labels(folded);
    Query& add = db_.cached(
        "INSERT INTO issues(document, number, label, of_label, parent, id) VALUES (?, ?, ?, (SELECT id FROM "
        "issue_labels WHERE folded = ?), ?, ?)");
    for (std::size_t i = 0; i < record_.issues.size(); ++i) {
      const Issue& issue = record_.issues[i];
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      add.bind(3, issue.label);
      add.bind(4, folded[i]);
      // The topic, also of what stands below another issue: "to lift the ban" below the ban.
      std::optional<Index> topic = issue.parent;
      for (std::size_t up = 0; topic && record_.issues[*topic].parent && up < record_.issues.size(); ++up) {
        topic = record_.issues[*topic].parent;
      }
      add.bind_text_or_null(5, topic ? record_.issues[*topic].label : "");
      bind_number(add, 6, "issues", i);
      add.run();
      issues_.push_back(db_.last_id());
    }
  }

  /// All at once: SQLite writes the index of words out before every statement that may have to be taken back.
  void count_labels(const std::vector<std::string>& folded) {
    Query& labels = db_.cached(
        "INSERT INTO issue_labels(folded, documents) SELECT value, count(*) FROM json_each(?) GROUP BY value ORDER BY "
        "min(key) ON CONFLICT(folded) DO UPDATE SET documents = documents + excluded.documents");
    labels.bind(1, fmt::format("[\"{}\"]", fmt::join(folded, "\",\"")));  // letters, digits and blanks
    labels.run();
  }

  // ---- facts

  /// Days of a date, of the day of publication where there is none or its year is not known.
  struct When {
    std::string date, basis;
    std::string first, last;  // days
    bool known() const { return !first.empty(); }
    void set(std::string_view value) {
      const auto days = days_of(value);
      if (!days) return;
      first = day_text(days->first);
      last = day_text(days->last);
    }
  };
  When when(const std::optional<DateValue>& date) const {
    When w;
    if (date) {
      w.date = date->value;
      w.basis = to_string(date->basis);
      w.set(date->value);
    }
    const Published& p = record_.document.published;
    if (!w.known() && !p.value.empty()) {
      w.set(p.value);
      if (!date) w.basis = "published";
    }
    return w;
  }
  /// Binds date, basis, first and last day from the parameter `at` on.
  static void bind_when(Query& query, int at, const When& w) {
    query.bind_text_or_null(at, w.date);
    query.bind_text_or_null(at + 1, w.basis);
    query.bind_text_or_null(at + 2, w.first);
    query.bind_text_or_null(at + 3, w.last);
  }
  static void bind_reference(Query& query, int at, const std::optional<Index>& index,
                             const std::vector<std::int64_t>& ids) {
    index ? query.bind(at, ids[*index]) : query.bind_null(at);
  }
  static void bind_evidence(Query& query, int at, const Evidence& evidence) {
    query.bind(at, std::int64_t{evidence.span.begin});
    query.bind(at + 1, std::int64_t{evidence.span.end});
  }

  /// The actors' keys as one text, in an order of their own.
  std::string keys(const std::vector<Index>& entities) const {
    std::vector<std::string> keys;
    for (const Index e : entities) {
      std::string key = actor_key(record_.entities[e]);
      keys.push_back(key.empty() ? key_in_document(document_, e + 1) : key);
    }
    std::sort(keys.begin(), keys.end());
    return fmt::format("{}", fmt::join(keys, ";"));
  }
  /// What has no date that is known is one event in its own document alone.
  std::string day_or_number(const When& w, std::size_t number) const {
    return w.known() ? w.first + "/" + w.last : fmt::format("document {} {}", document_, number);
  }
  static bool done(EventStatus s) {
    return s == EventStatus::happened || s == EventStatus::ongoing || s == EventStatus::reported;
  }

  void events() {
    Query& add = db_.cached(
        "INSERT INTO events(document, number, type, mode, contexts, cameo, quad, goldstein, score, issue, theme, date, "
        "date_basis, first_day, last_day, place, status, lemma, begin, end, happening, also, dictionary, id, "
        "confidence) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto& happenings = own(TellingList::events).numbers;
    for (std::size_t i = 0; i < record_.events.size(); ++i) {
      const Event& e = record_.events[i];
      const When w = when(e.date);
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      add.bind(3, to_string(e.type));
      add.bind_text_or_null(4, e.mode);
      add.bind_text_or_null(5, fmt::format("{}", fmt::join(e.contexts, " ")));
      add.bind_text_or_null(6, e.cameo);
      add.bind(7, std::int64_t{e.quad});
      add.bind(8, e.goldstein);
      add.bind(9, e.score);
      bind_reference(add, 10, e.issue, issues_);
      add.bind_text_or_null(11, e.theme);
      bind_when(add, 12, w);
      bind_reference(add, 16, e.place, places_);
      add.bind(17, to_string(e.status));
      add.bind(18, e.trigger.lemma);
      bind_evidence(add, 19, e.evidence);
      add.bind(21, happenings[i]);
      std::string also;
      for (const Evidence& more : e.also)
        also += fmt::format("{}[{}, {}]", also.empty() ? "[" : ", ", more.span.begin, more.span.end);
      add.bind_text_or_null(22, also.empty() ? "" : also + "]");
      add.bind_text_or_null(23, e.dictionary);
      bind_number(add, 24, "events", i);
      add.bind(25, e.confidence);
      add.run();
      const std::int64_t id = db_.last_id();
      events_.push_back(id);
      parts("events", id, "actor", e.actors);
      parts("events", id, "recipient", e.recipients);
      parts("events", id, "source", e.sources);
    }
  }

  void statements() {
    Query& add = db_.cached(
        "INSERT INTO statements(document, number, kind, cue, venue, date, date_basis, first_day, last_day, place, "
        "content, begin, end, act, status, speaker_begin, speaker_end, id, confidence, happening) VALUES (?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto& happenings = own(TellingList::statements).numbers;
    Query& link = db_.cached("INSERT OR IGNORE INTO statement_issues(statement, issue) VALUES (?, ?)");
    for (std::size_t i = 0; i < record_.statements.size(); ++i) {
      const Statement& s = record_.statements[i];
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      add.bind(3, to_string(s.kind));
      add.bind_text_or_null(4, s.cue ? words(s.cue->span) : "");
      add.bind_text_or_null(5, s.venue);
      bind_when(add, 6, when(s.date));
      bind_reference(add, 10, s.place, places_);
      add.bind_blob(11, packed_spans(s.content));
      bind_evidence(add, 12, s.evidence);
      add.bind_text_or_null(14, s.act);
      add.bind(15, to_string(s.status));
      add.bind(16, s.speaker_span ? std::optional(std::int64_t{s.speaker_span->begin}) : std::nullopt);
      add.bind(17, s.speaker_span ? std::optional(std::int64_t{s.speaker_span->end}) : std::nullopt);
      bind_number(add, 18, "statements", i);
      add.bind(19, s.confidence);
      add.bind(20, happenings[i]);
      add.run();
      statements_.push_back(db_.last_id());
      parts("statements", statements_[i], "speaker", s.speakers);
      parts("statements", statements_[i], "addressee", s.addressees);
      parts("statements", statements_[i], "chain", s.chain);
      for (const Index issue : s.issues) {
        link.bind(1, statements_[i]);
        link.bind(2, issues_[issue]);
        link.run();
      }
    }
  }

  void meetings() {
    Query& add = db_.cached(
        "INSERT INTO meetings(document, number, date, date_basis, first_day, last_day, place, status, level, ordinal, "
        "begin, end, happening, id, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto& happenings = own(TellingList::meetings).numbers;
    for (std::size_t i = 0; i < record_.meetings.size(); ++i) {
      const Meeting& m = record_.meetings[i];
      const When w = when(m.date);
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      bind_when(add, 3, w);
      bind_reference(add, 7, m.place, places_);
      add.bind(8, to_string(m.status));
      add.bind_text_or_null(9, m.level);
      add.bind_text_or_null(10, m.ordinal);
      bind_evidence(add, 11, m.evidence);
      add.bind(13, happenings[i]);
      bind_number(add, 14, "meetings", i);
      add.bind(15, m.confidence);
      add.run();
      meetings_.push_back(db_.last_id());
      parts("meetings", meetings_.back(), "participant", m.participants);
    }
  }

  void positions() {
    Query& add = db_.cached(
        "INSERT INTO positions(document, number, issue, stance, statement, date, date_basis, first_day, last_day, "
        "begin, end, id, confidence, tense, condition) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < record_.positions.size(); ++i) {
      const Position& p = record_.positions[i];
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      bind_reference(add, 3, p.issue, issues_);
      add.bind(4, p.stance);
      bind_reference(add, 5, p.statement, statements_);
      bind_when(add, 6, when(p.date));
      bind_evidence(add, 10, p.evidence);
      bind_number(add, 12, "positions", i);
      add.bind(13, p.confidence);
      add.bind_text_or_null(14, p.tense ? to_string(*p.tense) : "");
      add.bind_text_or_null(15, p.condition ? words(*p.condition) : "");
      add.run();
      const std::int64_t id = db_.last_id();
      parts("positions", id, "actor", {p.actor});
      if (p.by) parts("positions", id, "by", {*p.by});
      const PositionSources sources = sources_of(record_, p);
      parts("positions", id, "source", sources.speakers);
      parts("positions", id, "chain", sources.chain);
    }
  }

  void agenda() {
    Query& add = db_.cached(
        "INSERT INTO agenda(document, number, what, date, date_basis, first_day, last_day, place, begin, end, "
        "happening, id, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < record_.agenda.size(); ++i) {
      const AgendaItem& a = record_.agenda[i];
      When w = when(a.date);
      if (w.date.empty()) w = {};  // the day of publication is no day of what is to come
      add.bind(1, document_);
      add.bind(2, static_cast<std::int64_t>(i + 1));
      add.bind(3, a.what);
      bind_when(add, 4, w);
      bind_reference(add, 8, a.place, places_);
      bind_evidence(add, 9, a.evidence);
      add.bind(11, happening_of({"agenda", search_form(a.what), keys(a.participants), day_or_number(w, i)}));
      bind_number(add, 12, "agenda", i);
      add.bind(13, a.confidence);
      add.run();
      parts("agenda", db_.last_id(), "participant", a.participants);
    }
  }

  // ---- what other reports tell too

  /// What items of a list must have in common to be one from the start.
  std::vector<std::string> contents(TellingList list) const {
    std::vector<std::string> content;
    if (list == TellingList::events) {
      for (std::size_t i = 0; i < record_.events.size(); ++i) {
        const Event& e = record_.events[i];
        const std::string status(done(e.status) ? "done" : to_string(e.status));
        const std::array parts = {std::string(to_string(e.type)), keys(e.actors), keys(e.recipients),
                                  day_or_number(when(e.date), i), status};
        content.push_back(fmt::format("{}", fmt::join(parts, "\n")));
      }
    } else if (list == TellingList::meetings) {
      for (std::size_t i = 0; i < record_.meetings.size(); ++i) {
        const Meeting& m = record_.meetings[i];
        content.push_back(keys(m.participants) + "\n" + day_or_number(when(m.date), i));
      }
    } else {
      for (const Statement& s : record_.statements) {
        content.push_back(keys(s.speakers));
        for (const Span span : s.content) content.back() += "\n" + search_form(words(span));
      }
    }
    return content;
  }

  /// The happenings of the items of a list before they are linked.
  const OwnHappenings& own(TellingList list) {
    return own_[static_cast<std::size_t>(list)] = own_happenings(list, record_.document.uri, contents(list));
  }

  /// The lists that other reports may tell too, with the ids of their items.
  std::array<std::pair<TellingList, std::vector<std::int64_t>*>, 3> told() {
    return {{{TellingList::events, &events_},
             {TellingList::meetings, &meetings_},
             {TellingList::statements, &statements_}}};
  }

  void tellings() {
    for (const auto& [list, ids] : told())
      write_tellings(db_, document_, list, tellings_of(record_, text_, list), *ids,
                     own_[static_cast<std::size_t>(list)]);
  }

  Database& db_;
  std::int64_t document_;
  const Record& record_;
  const Text& text_;
  const RowNumbers& numbers_;
  // Ids, parallel to the record's lists.
  std::vector<std::int64_t> actors_, entities_, places_, issues_, events_, meetings_, statements_;
  std::array<OwnHappenings, 3> own_;       // by TellingList
  std::set<std::int64_t> changed_actors_;  // that are new, or have a new name
};

}  // namespace

void write_actor_digest(Database& database, std::int64_t actor) {
  Query& query = database.cached("UPDATE actors SET digest = ? WHERE id = ?");
  query.bind(1, actor_digest(database, actor));
  query.bind(2, actor);
  query.run();
}

void write_document_digest(Database& database, std::int64_t document) {
  Query& query = database.cached("UPDATE documents SET digest = ? WHERE id = ?");
  query.bind(1, document_digest(database, document));
  query.bind(2, document);
  query.run();
}

RowNumbers row_numbers(Database& database, std::int64_t document) {
  RowNumbers numbers;
  for (const char* table : kDocumentTables) {
    Query& query = database.cached(fmt::format("SELECT id FROM {} WHERE document = ? ORDER BY number", table));
    query.bind(1, document);
    if (auto ids = query.integers(); !ids.empty()) numbers[table] = std::move(ids);
  }
  return numbers;
}

void write_facts(Database& database, std::int64_t document, const Record& record, const Text& text,
                 const RowNumbers& numbers) {
  Writer(database, document, record, text, numbers).run();
}

void write_tellings_of(Database& database, std::int64_t document, const Record& record, const Text& text) {
  Writer(database, document, record, text, row_numbers(database, document)).tell_again();
}

}  // namespace dragoman
