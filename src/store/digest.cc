#include "store/digest.h"

#include "store/counted.h"
#include "store/store.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace dragoman {

namespace {

std::uint64_t mixed(std::uint64_t x) {  // splitmix64's finalizer
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

using Queries = std::vector<std::string>;

/// What is stored of a document in a store of a version, in an order of its own; `*` stands for what stood in the
/// facts' tables before version 5. What is one with others is proved apart (store/happenings.h). New tables of
/// documents belong here.
Queries rows_of_document(int version) {
  const auto facts = [&](std::string_view table, std::string_view columns) {
    return fmt::format("SELECT {} FROM {} WHERE document = ? ORDER BY id", version < 5 ? "*" : columns, table);
  };
  Queries queries = {
      "SELECT id, uri, sha, title, agency, language, link, published, basis, earliest, latest, copy_of, generator, "
      "given_agency, given_published, CASE WHEN byline IS NULL THEN text ELSE text || char(10) || byline END FROM "
      "documents WHERE id = ?",
      "SELECT json FROM records WHERE document = ?",
      "SELECT sketch FROM sketches WHERE document = ?",
      "SELECT * FROM entities WHERE document = ? ORDER BY id",
      "SELECT r.* FROM entities e CROSS JOIN roles r ON r.entity = e.id WHERE e.document = ? ORDER BY e.id, r.rowid",
      "SELECT * FROM places WHERE document = ? ORDER BY id",
      "SELECT * FROM times WHERE document = ? ORDER BY id",
      "SELECT * FROM boilerplate WHERE document = ? ORDER BY id",
      "SELECT i.id, i.document, i.number, i.label, l.folded, i.parent FROM issues i LEFT JOIN issue_labels l ON l.id = "
      "i.of_label WHERE i.document = ? ORDER BY i.id",
      facts("events",
            "id, document, number, type, mode, contexts, cameo, quad, goldstein, score, issue, theme, date, "
            "date_basis, first_day, last_day, place, status, lemma, begin, end, also, dictionary, confidence"),
      facts("meetings",
            "id, document, number, date, date_basis, first_day, last_day, place, status, level, ordinal, begin, end, "
            "confidence"),
      facts("statements",
            "id, document, number, kind, act, status, speaker_begin, speaker_end, cue, venue, date, date_basis, "
            "first_day, last_day, place, content, begin, end, confidence"),
      "SELECT x.* FROM statements s CROSS JOIN statement_issues x ON x.statement = s.id WHERE s.document = ? ORDER BY "
      "x.statement, x.issue",
      "SELECT * FROM positions WHERE document = ? ORDER BY id",
      "SELECT * FROM agenda WHERE document = ? ORDER BY id"};
  if (version < 6) {
    queries.emplace_back("SELECT * FROM parts WHERE document = ? ORDER BY list, fact, role, number");
  } else {
    for (const FactList list : kFactLists)
      queries.push_back(fmt::format(
          "SELECT p.* FROM {0} f CROSS JOIN parts p ON p.list = '{0}' AND p.fact = f.id WHERE f.document = ? "
          "ORDER BY f.id, p.role, p.number",
          table_of(list)));
  }
  if (version < 5) return queries;
  for (const char* list : {"events", "meetings", "statements"})
    queries.push_back(
        fmt::format("SELECT t.list, t.fact, t.document, t.own, t.first, t.clues FROM {0} f CROSS JOIN tellings t ON "
                    "t.list = '{0}' AND t.fact = f.id WHERE f.document "
                    "= ? ORDER BY f.id",
                    list));
  return queries;
}

}  // namespace

void Digest::add(std::int64_t value) {
  state_ = mixed(state_ ^ static_cast<std::uint64_t>(value)) + 1;
}

void Digest::add(std::string_view bytes) {
  add(static_cast<std::int64_t>(bytes.size()));
  for (std::size_t i = 0; i < bytes.size(); i += sizeof(std::int64_t)) {
    std::int64_t word = 0;
    std::memcpy(&word, bytes.data() + i, std::min(sizeof word, bytes.size() - i));
    add(word);
  }
}

void Digest::add_row(const Query& row) {
  for (int column = 0; column < row.columns(); ++column) {
    const Query::Kind kind = row.kind(column);
    add(static_cast<std::int64_t>(kind));
    switch (kind) {
      case Query::Kind::integer:
        add(row.integer(column));
        break;
      case Query::Kind::real:
        add(std::bit_cast<std::int64_t>(row.real(column)));
        break;
      case Query::Kind::text:
        add(row.text(column));
        break;
      case Query::Kind::blob:
        add(row.blob(column));
        break;
      case Query::Kind::null:
        break;
    }
  }
}

namespace {

std::int64_t digest_of_rows(Database& database, std::int64_t document, const Queries& queries) {
  Digest digest;
  for (const std::string& sql : queries) {
    Query& rows = database.cached(sql);
    rows.bind(1, document);
    std::int64_t count = 0;
    for (; rows.step(); ++count) digest.add_row(rows);
    digest.add(count);
  }
  return digest.value();
}

}  // namespace

std::int64_t document_digest(Database& database, std::int64_t document) {
  static const Queries kQueries = rows_of_document(Store::kVersion);
  return digest_of_rows(database, document, kQueries);
}

std::int64_t document_digest_of_version(Database& database, std::int64_t document, int version) {
  return digest_of_rows(database, document, rows_of_document(version));
}

std::int64_t actor_digest(Database& database, std::int64_t actor) {
  Digest digest;
  for (const char* sql : {"SELECT id, key, name, type, country FROM actors WHERE id = ?",
                          "SELECT name FROM actor_names WHERE actor = ? ORDER BY name"}) {
    Query& rows = database.cached(sql);
    rows.bind(1, actor);
    while (rows.step()) digest.add_row(rows);
  }
  return digest.value();
}

}  // namespace dragoman
