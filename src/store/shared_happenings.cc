#include "store/shared_happenings.h"

#include "store/varint.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// The facts of one happening after the other; those that are of several are kept.
class TellingsOfOne {
 public:
  void add(std::int64_t fact, std::int64_t document) {
    put_varint(facts_, distance_from(last_, fact));
    last_ = fact;
    ++tellings_;
    documents_.push_back(document);
  }
  bool are_several() const { return tellings_ > 1; }
  std::int64_t reports() {
    std::sort(documents_.begin(), documents_.end());
    return std::unique(documents_.begin(), documents_.end()) - documents_.begin();
  }
  const std::string& facts() const { return facts_; }

 private:
  std::string facts_;
  std::int64_t last_ = 0, tellings_ = 0;
  std::vector<std::int64_t> documents_;
};

/// Calls `use` with each happening that several facts tell.
template <class Use>
void each_of_several(Database& db, FactList list, Use use) {
  Query query = db.prepare(
      fmt::format("SELECT happening, id, document FROM {} ORDER BY happening, document, id", table_of(list)));
  TellingsOfOne tellings;
  std::int64_t happening = 0;
  const auto end = [&] {
    if (tellings.are_several()) use(happening, tellings);
    tellings = {};
  };
  while (query.step()) {
    if (query.integer(0) != happening) end();
    happening = query.integer(0);
    tellings.add(query.integer(1), query.integer(2));
  }
  end();
}

void keep(Database& db, FactList list, std::int64_t happening, TellingsOfOne& tellings) {
  Query& add =
      db.cached("INSERT OR REPLACE INTO shared_happenings(list, happening, reports, facts) VALUES (?, ?, ?, ?)");
  add.bind(1, table_of(list));
  add.bind(2, happening);
  add.bind(3, tellings.reports());
  add.bind_blob(4, tellings.facts());
  add.run();
}

}  // namespace

void write_shared_happening(Database& database, FactList list, std::int64_t happening) {
  if (told_once(list)) return;
  Query& query = database.cached(
      fmt::format("SELECT id, document FROM {} WHERE happening = ? ORDER BY document, id", table_of(list)));
  query.bind(1, happening);
  TellingsOfOne tellings;
  while (query.step()) tellings.add(query.integer(0), query.integer(1));
  if (tellings.are_several()) return keep(database, list, happening, tellings);
  Query& remove = database.cached("DELETE FROM shared_happenings WHERE list = ? AND happening = ?");
  remove.bind(1, table_of(list));
  remove.bind(2, happening);
  remove.run();
}

void write_all_shared_happenings(Database& database) {
  database.run("DELETE FROM shared_happenings");
  for (const FactList list : kFactLists) {
    if (told_once(list)) continue;
    each_of_several(database, list, [&](std::int64_t happening, TellingsOfOne& tellings) {
      keep(database, list, happening, tellings);
    });
  }
}

std::vector<std::string> wrong_shared_happenings(Database& database) {
  std::vector<std::string> wrong;
  for (const FactList list : kFactLists) {
    if (told_once(list)) continue;
    std::int64_t met = 0, all = 0;
    Query& kept = database.cached("SELECT reports, facts FROM shared_happenings WHERE list = ? AND happening = ?");
    each_of_several(database, list, [&](std::int64_t happening, TellingsOfOne& tellings) {
      kept.bind(1, table_of(list));
      kept.bind(2, happening);
      bool right = false;
      kept.first([&](const Query& row) {
        ++met;
        right = row.integer(0) == tellings.reports() && row.blob(1) == tellings.facts();
      });
      if (!right) wrong.push_back(fmt::format("list {}, happening {}", table_of(list), happening));
    });
    Query& count = database.cached("SELECT count(*) FROM shared_happenings WHERE list = ?");
    count.bind(1, table_of(list));
    count.first([&](const Query& row) { all = row.integer(0); });
    if (all > met) wrong.push_back(fmt::format("list {}, more than there are", table_of(list)));
  }
  return wrong;
}

void each_shared_fact(Database& database, FactList list,
                      const std::function<void(std::int64_t fact, std::int64_t happening)>& use) {
  Query query = database.prepare("SELECT happening, facts FROM shared_happenings WHERE list = ?");
  query.bind(1, table_of(list));
  while (query.step()) {
    std::string_view facts = query.blob(1);
    std::int64_t fact = 0;
    while (const auto distance = take_varint(facts)) {
      fact = at_distance(fact, *distance);
      use(fact, query.integer(0));
    }
  }
}

}  // namespace dragoman
