#include "query/facts.h"

#include "query/question.h"
#include "store/spans.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// What each list has in the columns of Fact from `type` on.
std::string_view own_columns(FactList list) {
  switch (list) {
    case FactList::events:
      return "f.date, f.date_basis, f.happening, f.place, f.issue, f.type, f.mode, f.contexts, f.cameo, f.lemma, "
             "f.quad, f.goldstein, f.status, NULL, NULL, NULL, NULL, NULL, f.dictionary, f.score";
    case FactList::meetings:
      return "f.date, f.date_basis, f.happening, f.place, NULL, f.level, NULL, NULL, NULL, NULL, NULL, NULL, f.status, "
             "f.ordinal, NULL, NULL, NULL, NULL, NULL, NULL";
    case FactList::statements:
      return "f.date, f.date_basis, NULL, f.place, NULL, f.kind, NULL, NULL, NULL, NULL, NULL, NULL, f.status, NULL, "
             "(SELECT words_of(d.text, f.content) FROM documents d WHERE d.id = f.document), f.cue, f.venue, f.act, "
             "NULL, NULL";
    case FactList::positions:
      return "f.date, coalesce(f.date_basis, 'published'), NULL, NULL, f.issue, f.stance, NULL, NULL, NULL, NULL, "
             "NULL, "
             "NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL";
    case FactList::agenda:
      return "f.date, f.date_basis, f.happening, f.place, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, "
             "f.what, NULL, NULL, NULL, NULL, NULL";
  }
  return {};
}

void load_document(Database& db, Fact& fact) {
  Query& query = db.cached(
      "SELECT uri, title, agency, published, link, sha, substr(text, ? + 1, ? - ?) FROM documents WHERE id = ?");
  query.bind(1, fact.begin);
  query.bind(2, fact.end);
  query.bind(3, fact.begin);
  query.bind(4, fact.document);
  query.first([&](const Query& row) {
    fact.uri = row.text(0);
    fact.title = row.text(1);
    fact.agency = row.text(2);
    fact.published = row.text(3);
    fact.link = row.text(4);
    fact.sha = row.text(5);
    fact.evidence = row.text(6);
  });
}

/// In which tense, and on which condition, a position is told.
void load_telling(Database& db, Fact& fact) {
  Query& query = db.cached("SELECT tense, condition FROM positions WHERE id = ?");
  query.bind(1, fact.id);
  query.first([&](const Query& row) {
    fact.tense = row.text(0);
    fact.condition = row.text(1);
  });
}

void load_place(Database& db, Fact& fact, std::int64_t place) {
  Query& query = db.cached("SELECT name, country, lat, lon FROM places WHERE id = ?");
  query.bind(1, place);
  query.first([&](const Query& row) {
    fact.place = row.text(0);
    fact.place_country = row.text(1);
    if (!row.is_null(2) && !row.is_null(3)) {
      fact.lat = row.real(2);
      fact.lon = row.real(3);
    }
  });
}

void load_issues(Database& db, Fact& fact, std::int64_t issue) {
  Query& query = db.cached(
      fact.list == FactList::statements
          ? "SELECT i.label FROM statement_issues x JOIN issues i ON i.id = x.issue WHERE x.statement = ? ORDER BY i.id"
          : "SELECT label FROM issues WHERE id = ?");
  query.bind(1, issue);
  while (query.step()) fact.issues.emplace_back(query.text(0));
}

/// Whether the report of a person with these mentions never names him or her: "the French president".
bool lacks_names(std::string_view packed) {
  const auto mentions = unpacked_mentions(packed);
  return mentions && !mentions->empty() &&
         std::none_of(mentions->begin(), mentions->end(), [](const Mention& m) { return m.kind == MentionKind::name; });
}

void load_parts(Database& db, Fact& fact) {
  Query& query = db.cached(
      "SELECT p.role, coalesce(o.name, a.name), p.country, (SELECT e.mentions FROM entities e WHERE e.document = ?3 "
      "AND "
      "e.actor = p.actor AND e.type = 'person' AND e.anonymous = 0) FROM parts p JOIN actors a ON a.id = p.actor LEFT "
      "JOIN actors o ON o.id = a.one WHERE p.list = ?1 AND p.fact = ?2 ORDER BY p.role, p.number");
  query.bind(1, table_of(fact.list));
  query.bind(2, fact.id);
  query.bind(3, fact.document);
  while (query.step()) {
    fact.parts.push_back({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                          !query.is_null(3) && lacks_names(query.blob(3))});
  }
}

/// Slots of which tellings may have different values, as SQL over `f` and the place `l`.
std::vector<std::pair<std::string_view, std::string_view>> open_slots(FactList list) {
  if (list == FactList::events) {
    return {{"place", "l.name"}, {"mode", "f.mode"}, {"cameo", "f.cameo"}, {"status", "f.status"}};
  }
  if (list == FactList::meetings) return {{"place", "l.name"}, {"status", "f.status"}, {"level", "f.level"}};
  return {{"place", "l.name"}};
}

void load_reports(Database& db, Fact& fact) {
  const std::string_view table = table_of(fact.list);
  const std::string tellings = fmt::format("(SELECT document FROM {} WHERE happening = ?)", table);
  if (fact.happening == 0) {
    Query& copies = db.cached("SELECT count(*) FROM documents WHERE copy_of = ?");
    copies.bind(1, fact.document);
    copies.first([&](const Query& row) { fact.copies = static_cast<int>(row.integer(0)); });
    return;
  }
  Query& reports = db.cached(fmt::format("SELECT count(DISTINCT document) FROM {} WHERE happening = ?", table));
  reports.bind(1, fact.happening);
  reports.first([&](const Query& row) { fact.reports = static_cast<int>(row.integer(0)); });
  Query& copies = db.cached("SELECT count(*) FROM documents WHERE copy_of IN " + tellings);
  copies.bind(1, fact.happening);
  copies.first([&](const Query& row) { fact.copies = static_cast<int>(row.integer(0)); });
  if (fact.reports < 2) return;
  for (const auto& [slot, column] : open_slots(fact.list)) {
    Query& values = db.cached(
        fmt::format("SELECT {0} AS value FROM {1} f LEFT JOIN places l ON l.id = f.place WHERE f.happening = ? AND {0} "
                    "IS NOT NULL GROUP BY value ORDER BY count(*) DESC, value",
                    column, table));
    values.bind(1, fact.happening);
    Disagreement disagreement{std::string(slot), {}};
    while (values.step()) disagreement.values.emplace_back(values.text(0));
    if (disagreement.values.size() > 1) fact.disagreements.push_back(std::move(disagreement));
  }
}

std::string text_at(const Query& row, int column) {
  return std::string(row.text(column));
}

/// A fact with what stands in its row, and the numbers of what else belongs to it.
struct FactRow {
  Fact fact;
  std::int64_t place = 0, issue = 0;
};

std::optional<FactRow> fact_row(Database& db, FactList list, std::int64_t id) {
  Query& query = db.cached(fmt::format(
      "SELECT f.document, f.first_day, f.last_day, f.begin, f.end, {}, f.confidence FROM {} f WHERE f.id = ?",
      own_columns(list), table_of(list)));
  query.bind(1, id);
  std::optional<FactRow> found;
  query.first([&](const Query& row) {
    found.emplace();
    Fact* fact = &found->fact;
    fact->list = list;
    fact->id = id;
    fact->document = row.integer(0);
    fact->first_day = text_at(row, 1);
    fact->last_day = text_at(row, 2);
    fact->begin = row.integer(3);
    fact->end = row.integer(4);
    fact->date = text_at(row, 5);
    fact->basis = text_at(row, 6);
    fact->happening = row.integer(7);
    found->place = row.integer(8);
    found->issue = row.integer(9);
    fact->type = text_at(row, 10);
    fact->mode = text_at(row, 11);
    fact->contexts = text_at(row, 12);
    fact->cameo = text_at(row, 13);
    fact->lemma = text_at(row, 14);
    fact->quad = static_cast<int>(row.integer(15));
    fact->goldstein = row.real(16);
    fact->status = text_at(row, 17);
    fact->ordinal = text_at(row, 18);
    fact->words = text_at(row, 19);
    fact->cue = text_at(row, 20);
    fact->venue = text_at(row, 21);
    fact->act = text_at(row, 22);
    fact->dictionary = text_at(row, 23);
    fact->intensity = row.real(24);
    if (!row.is_null(25)) fact->confidence = row.real(25);
  });
  return found;
}

}  // namespace

std::string Fact::label() const {
  return letter_of(list) + std::to_string(id);
}

std::vector<std::string> Fact::names(std::string_view role) const {
  std::vector<std::string> out;
  for (const FactPart& part : parts) {
    if (part.role == role) out.push_back(part.name);
  }
  return out;
}

std::optional<Fact> load_fact(Database& db, FactList list, std::int64_t id) {
  auto row = fact_row(db, list, id);
  if (!row) return std::nullopt;
  Fact& fact = row->fact;
  load_document(db, fact);
  if (list == FactList::positions) load_telling(db, fact);
  if (row->place != 0) load_place(db, fact, row->place);
  const std::int64_t issue = list == FactList::statements ? id : row->issue;
  if (issue != 0) load_issues(db, fact, issue);
  load_parts(db, fact);
  load_reports(db, fact);
  return std::move(fact);
}

std::optional<Fact> load_row(Database& db, FactList list, std::int64_t id) {
  auto row = fact_row(db, list, id);
  if (!row) return std::nullopt;
  Query& reports = db.cached("SELECT reports FROM shared_happenings WHERE list = ? AND happening = ?");
  reports.bind(1, table_of(list));
  reports.bind(2, row->fact.happening);
  reports.first([&](const Query& shared) { row->fact.reports = static_cast<int>(shared.integer(0)); });
  return std::move(row->fact);
}

std::vector<Fact> load_tellings(Database& db, const Fact& fact) {
  std::vector<std::int64_t> ids = {fact.id};
  if (fact.happening != 0) {
    Query& query = db.cached(fmt::format("SELECT id FROM {} WHERE happening = ? ORDER BY id", table_of(fact.list)));
    query.bind(1, fact.happening);
    ids = query.integers();
  }
  std::vector<Fact> out;
  for (const std::int64_t id : ids) {
    if (auto telling = load_fact(db, fact.list, id)) out.push_back(std::move(*telling));
  }
  return out;
}

}  // namespace dragoman
