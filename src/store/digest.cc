#include "store/digest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

namespace dragoman {

namespace {

std::uint64_t mixed(std::uint64_t x) {  // splitmix64's finalizer
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

/// What is stored of a document, in an order of its own. New tables of documents belong here.
const std::array<std::string, 16>& rows_of_document() {
  static const std::array<std::string, 16> kQueries = {
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
      "SELECT * FROM issues WHERE document = ? ORDER BY id",
      "SELECT * FROM events WHERE document = ? ORDER BY id",
      "SELECT * FROM meetings WHERE document = ? ORDER BY id",
      "SELECT * FROM statements WHERE document = ? ORDER BY id",
      "SELECT x.* FROM statements s CROSS JOIN statement_issues x ON x.statement = s.id WHERE s.document = ? ORDER BY "
      "x.statement, x.issue",
      "SELECT * FROM positions WHERE document = ? ORDER BY id",
      "SELECT * FROM agenda WHERE document = ? ORDER BY id",
      "SELECT * FROM parts WHERE document = ? ORDER BY list, fact, role, number"};
  return kQueries;
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

std::int64_t document_digest(Database& database, std::int64_t document) {
  Digest digest;
  for (const std::string& sql : rows_of_document()) {
    Query& rows = database.cached(sql);
    rows.bind(1, document);
    std::int64_t count = 0;
    for (; rows.step(); ++count) digest.add_row(rows);
    digest.add(count);
  }
  return digest.value();
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
