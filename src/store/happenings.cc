#include "store/happenings.h"

#include "store/keys.h"
#include "store/telling_index.h"
#include "store/telling_links.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::array kLists = {TellingList::events, TellingList::meetings, TellingList::statements};

std::optional<double> score_of(const Telling& a, const Telling& b, TellingList list) {
  const auto clues = link_clues(a, b);
  if (!clues || !words_agree(*clues, list)) return {};
  const double score = link_score(*clues, list);
  return score >= link_threshold(list) ? std::optional(score) : std::nullopt;
}

/// The tellings of one list, as they stand in the store, and what they are one with.
class Happenings {
 public:
  Happenings(Database& database, TellingList list, SumChanges* sums = nullptr)
      : db_(database), list_(list), sums_(sums) {}

  struct Known {
    std::int64_t row = 0, document = 0, own = 0;
    std::int64_t one = 0;  // 0: not said yet; in the store it leads itself meanwhile
    Telling telling;
    bool leads() const { return one == own; }
  };

  /// Nothing where there is no such telling, or it is one with another of its document from the start.
  Known* at(std::int64_t row) {
    const auto found = known_.find(row);
    if (found != known_.end()) return &found->second;
    if (const auto packed = packed_.find(row); packed != packed_.end()) return keep(row, packed->second);
    Query& query =
        db_.cached("SELECT document, own, one, clues FROM tellings WHERE list = ? AND fact = ? AND first IS NULL");
    query.bind(1, to_string(list_));
    query.bind(2, row);
    Known* known = nullptr;
    query.first([&](const Query& q) {
      Packed packed{q.integer(0), q.integer(1), q.integer(2), block_, std::string(q.blob(3)), {}};
      known = keep(row, packed);
      if (known == nullptr || !keeps_packed_) return;
      packed.day = known->telling.day();
      packed_.emplace(row, std::move(packed));
    });
    return known;
  }

  IndexedTelling indexed(const Known& k) const { return {list_, k.telling, k.own, k.row}; }

  /// The number of the leader that a telling is one with: its own where it leads itself.
  std::int64_t leader_of(const Known& telling) {
    std::vector<std::pair<double, std::int64_t>> leaders;
    for (const std::int64_t row : seen_by(db_, indexed(telling))) {
      const Known* other = possible_leader(row, telling);
      if (other == nullptr) continue;
      if (const auto score = score_of(telling.telling, other->telling, list_))
        leaders.emplace_back(-*score, other->own);
    }
    if (leaders.empty()) return telling.own;
    std::sort(leaders.begin(), leaders.end());
    const auto& siblings = of_document(telling.document);
    for (const auto& [score, own] : leaders) {
      const bool taken = std::any_of(siblings.begin(), siblings.end(), [&, leader = own](std::int64_t row) {
        const Known* sibling = at(row);
        return sibling != nullptr && sibling->own < telling.own && sibling->one == leader;
      });
      if (!taken) return own;
    }
    return telling.own;
  }

  /// Forgets what was looked up where it is much; pointers to it end.
  void trim() {
    constexpr std::size_t kMostKept = 20'000, kMostPacked = 100'000, kMostReports = 1'000;
    if (known_.size() > kMostKept) known_.clear();
    if (packed_.size() > kMostPacked) packed_.clear();
    if (reports_.size() > kMostReports) reports_.clear();
  }

  /// From now on the tellings around a block of days are looked at, and none is changed: their bytes are kept, those
  /// that were first met long before this block forgotten.
  void keep_packed(std::int64_t block) {
    constexpr std::int64_t kBlocksAround = 2;
    keeps_packed_ = true;
    block_ = block;
    std::erase_if(packed_, [&](const auto& packed) { return packed.second.block < block - kBlocksAround; });
  }

  void add(std::int64_t row) {
    if (const Known* known = at(row)) waiting_.insert({known->own, row});
  }
  /// Those that are one with a leader.
  void add_members(const Known& leader) {
    for (const std::int64_t row : members_of(leader)) add(row);
  }
  /// Those that may be one with a leader.
  void add_seeing(const Known& leader) {
    for (const std::int64_t row : seeing(db_, indexed(leader))) {
      const Known* other = at(row);
      if (other != nullptr && score_of(leader.telling, other->telling, list_)) add(row);
    }
  }
  /// A new telling, which may hide others, and those that are one with these.
  void add_new(std::int64_t row) {
    Known* telling = at(row);
    if (telling == nullptr) return;
    telling->one = 0;
    add(row);
    add_to_index(db_, indexed(*telling));
    for (const std::int64_t other : hidden_by(db_, indexed(*telling))) {
      if (const Known* hidden = at(other); hidden != nullptr && hidden->leads()) add_members(*hidden);
    }
  }

  /// Says of all that wait what they are one with, and of those for whom that makes a difference.
  void settle() {
    while (!waiting_.empty()) {
      const std::int64_t row = waiting_.begin()->second;
      waiting_.erase(waiting_.begin());
      Known& telling = *at(row);
      const std::int64_t before = telling.one, now = leader_of(telling);
      if (before == now) continue;
      if (before == telling.own) add_members(telling);
      set(telling, now);
      if (now == telling.own) add_seeing(telling);
      // A report has one telling in a happening.
      const bool freed = before != 0 && before != telling.own;
      for (const std::int64_t other : of_document(telling.document)) {
        const Known* sibling = at(other);
        if (sibling != nullptr && sibling->own > telling.own && (freed || sibling->one == now)) add(other);
      }
    }
  }

  /// The same for all tellings of the list, each of which leads itself as yet.
  void settle_all() {
    Query rows = db_.prepare("SELECT fact FROM tellings WHERE list = ? AND first IS NULL ORDER BY own");
    rows.bind(1, to_string(list_));
    while (rows.step()) {
      trim();
      if (Known* telling = at(rows.integer(0))) set(*telling, leader_of(*telling));
    }
  }

  /// The rows of a report.
  const std::vector<std::int64_t>& of_document(std::int64_t document) {
    const auto [found, is_new] = reports_.try_emplace(document);
    if (is_new) {
      Query& rows = db_.cached(fmt::format("SELECT id FROM {} WHERE document = ?", to_string(list_)));
      rows.bind(1, document);
      found->second = rows.integers();
    }
    return found->second;
  }

  /// The rows of those that are one with a leader.
  std::vector<std::int64_t> members_of(const Known& leader) {
    Query& rows = db_.cached(
        "SELECT fact FROM tellings INDEXED BY tellings_one WHERE list = ? AND one = ? AND one <> own AND first IS "
        "NULL");
    rows.bind(1, to_string(list_));
    rows.bind(2, leader.own);
    return rows.integers();
  }

 private:
  /// A telling as it stands in the store.
  struct Packed {
    std::int64_t document = 0, own = 0, one = 0;
    std::int64_t block = 0;  // at which it was met
    std::string clues;
    std::optional<std::int32_t> day = {};
  };

  /// The telling that the row is of, if it leads a happening and is of another report.
  const Known* possible_leader(std::int64_t row, const Known& of) {
    const auto found = known_.find(row);
    if (found == known_.end() && is_far(row, of)) return nullptr;
    const Known* other = found == known_.end() ? at(row) : &found->second;
    return other != nullptr && other->leads() && other->document != of.document ? other : nullptr;
  }

  /// Whether the packed row alone shows that it cannot lead the other: it leads nothing, is of the same report, or is
  /// told of a day too far away. Such a row is not unpacked.
  bool is_far(std::int64_t row, const Known& of) const {
    const auto found = packed_.find(row);
    if (found == packed_.end()) return false;
    const Packed& packed = found->second;
    const auto day = of.telling.day();
    return packed.one != packed.own || packed.document == of.document || !packed.day || !day ||
           std::abs(*packed.day - *day) > kMostDaysBetween;
  }

  Known* keep(std::int64_t row, const Packed& packed) {
    auto telling = unpacked_telling(packed.clues);
    if (!telling) return nullptr;
    Known known{row, packed.document, packed.own, packed.one, std::move(*telling)};
    return &known_.emplace(row, std::move(known)).first->second;
  }

  void set(Known& telling, std::int64_t one) {
    const std::int64_t before = telling.one == 0 ? telling.own : telling.one;
    telling.one = one;
    const auto list = static_cast<FactList>(list_);
    if (before == one) return;
    if (sums_ != nullptr && !told_once(list)) {
      for (const std::int64_t happening : {before, one}) sums_->before(db_, list, happening);
    }
    Query& say = db_.cached("UPDATE tellings SET one = ? WHERE list = ? AND fact = ?");
    say.bind(1, one);
    say.bind(2, to_string(list_));
    say.bind(3, telling.row);
    say.run();
    Query& happening = db_.cached(
        fmt::format("UPDATE {0} SET happening = ?1 WHERE happening <> ?1 AND (id = ?3 OR id IN (SELECT fact FROM "
                    "tellings WHERE list = ?2 AND first = ?3))",
                    to_string(list_)));
    happening.bind(1, one);
    happening.bind(2, to_string(list_));
    happening.bind(3, telling.row);
    happening.run();
  }

  Database& db_;
  TellingList list_;
  SumChanges* sums_;
  std::unordered_map<std::int64_t, Known> known_;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> reports_;  // rows by document
  std::unordered_map<std::int64_t, Packed> packed_;
  bool keeps_packed_ = false;
  std::int64_t block_ = 0;
  std::set<std::pair<std::int64_t, std::int64_t>> waiting_;  // by number and row
};

void add_wrong(std::vector<std::string>& wrong, TellingList list, std::int64_t row) {
  wrong.push_back(fmt::format("list {}, id {}", to_string(list), row));
}

/// The rows of a list that do not say what their tellings do; `index` counts down by what belongs into the index. What
/// is not in it is one with nobody.
void add_wrong_rows(Database& db, TellingList list, std::uint64_t& index, std::vector<std::string>& wrong) {
  Query rows = db.prepare(
      fmt::format("SELECT t.fact, t.first, f.happening, o.happening, t.own, t.one, t.clues FROM tellings t LEFT JOIN "
                  "{0} f ON f.id = t.fact LEFT JOIN {0} o ON o.id = t.first WHERE t.list = ?",
                  to_string(list)));
  rows.bind(1, to_string(list));
  while (rows.step()) {
    const std::int64_t row = rows.integer(0), own = rows.integer(4), one = rows.integer(5);
    bool right = !rows.is_null(2);
    if (!rows.is_null(1)) {
      right = right && rows.integer(2) == rows.integer(3);
    } else if (const auto telling = unpacked_telling(rows.blob(6))) {
      const IndexedTelling indexed{list, *telling, own, row};
      index -= index_digest(indexed);
      right = right && one == rows.integer(2) && (is_indexed(indexed) || one == own);
    } else {
      right = false;
    }
    if (!right) add_wrong(wrong, list, row);
  }
}

/// Those that are one with others than their like: block by block, so that what is compared is at hand.
void add_wrong_leaders(Database& db, std::vector<std::string>& wrong) {
  std::optional<Happenings> happenings;
  std::optional<TellingList> list;
  for (const DayBlock& block : indexed_blocks(db)) {
    if (list != block.list) happenings.emplace(db, block.list);
    list = block.list;
    const std::vector<std::int64_t> rows = rows_of(db, block);
    if (rows.empty()) continue;  // a part of the index names all its blocks
    happenings->keep_packed(block.block);
    keep_around(db, block);
    for (const std::int64_t row : rows) {
      happenings->trim();
      const auto* telling = happenings->at(row);
      if (telling == nullptr || happenings->leader_of(*telling) != telling->one) add_wrong(wrong, block.list, row);
    }
  }
}

}  // namespace

OwnHappenings own_happenings(TellingList list, std::string_view uri, const std::vector<std::string>& content) {
  OwnHappenings own;
  std::unordered_map<std::string_view, std::size_t> firsts;
  for (std::size_t i = 0; i < content.size(); ++i) {
    const std::size_t first = firsts.try_emplace(content[i], i).first->second;
    own.firsts.push_back(first);
    own.numbers.push_back(happening_of({std::string(to_string(list)), std::string(uri), std::to_string(first)}));
  }
  return own;
}

void write_tellings(Database& database, std::int64_t document, TellingList list, const std::vector<Telling>& tellings,
                    const std::vector<std::int64_t>& rows, const OwnHappenings& own) {
  Query& add = database.cached(
      "INSERT INTO tellings(list, fact, document, own, first, one, clues) VALUES (?, ?, ?, ?4, ?, ?4, ?)");
  for (std::size_t i = 0; i < tellings.size() && i < rows.size(); ++i) {
    const std::size_t first = own.firsts[i];
    add.bind(1, to_string(list));
    add.bind(2, rows[i]);
    add.bind(3, document);
    add.bind(4, own.numbers[i]);
    add.bind(5, first == i ? std::nullopt : std::optional(rows[first]));
    add.bind_blob(6, first == i ? packed_telling(tellings[i]) : "");
    add.run();
  }
}

TellingIds remove_tellings(Database& database, std::int64_t document) {
  TellingIds around;
  for (const TellingList list : kLists) {
    Happenings happenings(database, list);
    const auto add = [&](const std::vector<std::int64_t>& rows) {
      for (const std::int64_t row : rows) around.emplace_back(list, row);
    };
    std::vector<std::int64_t> risen;
    for (const std::int64_t row : happenings.of_document(document)) {
      if (const auto* telling = happenings.at(row)) {
        if (telling->leads()) add(happenings.members_of(*telling));
        const auto hidden = hidden_by(database, happenings.indexed(*telling));
        risen.insert(risen.end(), hidden.begin(), hidden.end());
        remove_from_index(database, happenings.indexed(*telling));
      }
      Query& remove = database.cached("DELETE FROM tellings WHERE list = ? AND fact = ?");
      remove.bind(1, to_string(list));
      remove.bind(2, row);
      remove.run();
    }
    for (const std::int64_t row : risen) {
      const auto* telling = happenings.at(row);
      if (telling != nullptr && telling->leads()) add(seeing(database, happenings.indexed(*telling)));
    }
  }
  return around;
}

void link_tellings(Database& database, std::int64_t document, const TellingIds& around, SumChanges& sums) {
  for (const TellingList list : kLists) {
    Happenings happenings(database, list, &sums);
    for (const std::int64_t row : happenings.of_document(document)) happenings.add_new(row);
    for (const auto& [of, row] : around) {
      if (of == list) happenings.add(row);
    }
    happenings.settle();
  }
}

namespace {

void index_all_tellings(Database& database) {
  clear_index(database);
  for (const TellingList list : kLists) {
    Query tellings = database.prepare("SELECT fact, own, clues FROM tellings WHERE list = ? AND first IS NULL");
    tellings.bind(1, to_string(list));
    while (tellings.step()) {
      if (const auto telling = unpacked_telling(tellings.blob(2)))
        add_to_index(database, {list, *telling, tellings.integer(1), tellings.integer(0)});
    }
  }
}

}  // namespace

void link_all_tellings(Database& database) {
  index_all_tellings(database);
  database.run("UPDATE tellings SET one = own WHERE one <> own");
  for (const TellingList list : kLists) {
    database.run(
        fmt::format("UPDATE {0} SET happening = t.own FROM tellings t WHERE t.list = '{0}' AND t.fact = {0}.id AND "
                    "{0}.happening <> t.own",
                    to_string(list)));
    Happenings(database, list).settle_all();
  }
}

std::vector<std::string> wrong_links(Database& database) {
  std::vector<std::string> wrong;
  KeyRuns::tellings(database).write();
  std::uint64_t index = index_digest(database);
  for (const TellingList list : kLists) add_wrong_rows(database, list, index, wrong);
  if (index == 0) {
    add_wrong_leaders(database, wrong);
  } else {
    wrong.emplace_back("the words by which tellings are found");
  }
  return wrong;
}

std::optional<LinkReason> link_reason(Database& database, TellingList list, std::int64_t row) {
  Happenings happenings(database, list);
  const auto* telling = happenings.at(row);
  if (telling == nullptr || telling->leads()) return {};
  for (const std::int64_t other : seen_by(database, happenings.indexed(*telling))) {
    const auto* leader = happenings.at(other);
    if (leader == nullptr || leader->own != telling->one) continue;
    const auto clues = link_clues(telling->telling, leader->telling);
    if (!clues) return {};
    return LinkReason{other, link_score(*clues, list), link_parts(*clues, list)};
  }
  return {};
}

}  // namespace dragoman
