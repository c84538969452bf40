#include "store/set_aside.h"

#include "store/digest.h"
#include "store/store.h"

namespace dragoman {

namespace {

std::int64_t digest_of(std::string_view uri, std::string_view why, std::string_view message) {
  Digest digest;
  for (const std::string_view part : {uri, why, message}) digest.add(part);
  return digest.value();
}

}  // namespace

void remove_set_aside(Database& database, std::string_view uri) {
  Query& remove = database.cached("DELETE FROM set_aside WHERE uri = ?");
  remove.bind(1, uri);
  remove.run();
}

std::vector<std::int64_t> damaged_set_aside(Database& database) {
  std::vector<std::int64_t> damaged;
  Query rows = database.prepare("SELECT rowid, uri, why, message, digest FROM set_aside ORDER BY rowid");
  while (rows.step()) {
    if (rows.is_null(4) || rows.integer(4) != digest_of(rows.text(1), rows.text(2), rows.text(3)))
      damaged.push_back(rows.integer(0));
  }
  return damaged;
}

void Store::set_aside(const SetAside& what) {
  Query& add = database_->cached(
      "INSERT INTO set_aside(uri, why, message, digest) VALUES (?, ?, ?, ?) ON CONFLICT(uri) DO UPDATE SET why = "
      "excluded.why, message = excluded.message, digest = excluded.digest");
  add.bind(1, what.uri);
  add.bind(2, what.why);
  add.bind(3, what.message);
  add.bind(4, digest_of(what.uri, what.why, what.message));
  add.run();
}

}  // namespace dragoman
