#include "store/countable.h"

#include "store/varint.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// The second of the roles in which somebody takes part.
std::string_view other_role(FactList list) {
  return list == FactList::events       ? "recipient"
         : list == FactList::statements ? "addressee"
         : list == FactList::positions  ? "by"
                                        : "";
}

std::string facts_sql(FactList list) {
  const bool has_place = can_count(list, By::place),
             has_status = list != FactList::positions && list != FactList::agenda;
  const Counted place = counted(list, By::place);
  return fmt::format(
      "SELECT f.id, f.confidence, {}, {}, f.first_day, f.last_day, {}, {} FROM {} f {}WHERE f.document = ? ORDER BY "
      "f.id",
      can_count(list, By::type) ? counted(list, By::type).column : "NULL", has_status ? "f.status" : "NULL",
      has_place ? place.column : "NULL", list == FactList::events ? "f.quad" : "0", table_of(list),
      has_place ? place.joins : "");
}

std::string labels_sql(FactList list) {
  return list == FactList::statements
             ? std::string(
                   "SELECT i.of_label FROM statement_issues x CROSS JOIN issues i ON i.id = x.issue WHERE x.statement "
                   "= ? ORDER BY x.issue")
             : fmt::format("SELECT i.of_label FROM {} f CROSS JOIN issues i ON i.id = f.issue WHERE f.id = ?",
                           table_of(list));
}

constexpr double kHundredths = 100;

/// In two bytes where it has two places behind the point, as it has but for damage.
void put_confidence(std::string& out, double confidence) {
  const double hundredths = std::round(confidence * kHundredths);
  if (hundredths >= 0 && hundredths <= kHundredths && hundredths / kHundredths == confidence)
    return put_varint(out, static_cast<std::uint64_t>(hundredths) + 2);
  put_varint(out, 1);
  put_varint(out, std::bit_cast<std::uint64_t>(confidence));
}

/// Each text once, in the order of coming.
class Distinct {
 public:
  std::uint64_t place_of(std::string text) {
    const auto [known, is_new] = places_.try_emplace(std::move(text), all_.size());
    if (is_new) all_.push_back(&known->first);
    return known->second;
  }
  const std::vector<const std::string*>& all() const { return all_; }

 private:
  std::unordered_map<std::string, std::uint64_t> places_;
  std::vector<const std::string*> all_;
};

/// Puts the facts of a document together.
class CountablePacker {
 public:
  CountablePacker(Database& database, FactList list) : db_(database), list_(list) {}

  std::string of(std::int64_t document) {
    Query& facts = db_.cached(facts_sql(list_));
    facts.bind(1, document);
    while (facts.step()) fact(facts);
    if (number_ == 0) return {};
    std::string out;
    put_varint(out, texts_.all().size());
    for (const std::string* text : texts_.all()) {
      put_varint(out, text->size());
      out += *text;
    }
    put_varint(out, kinds_.all().size());
    for (const std::string* kind : kinds_.all()) out += *kind;
    put_varint(out, number_);
    return out + facts_;
  }

 private:
  void fact(const Query& row) {
    ++number_;
    const std::int64_t id = row.integer(0);
    put_varint(facts_, distance_from(last_, id));
    last_ = id;
    std::string kind;
    for (int column = 2; column < 7; ++column) put_varint(kind, text(row, column));
    put_varint(kind, folded_sign(row.integer(7)));
    put_varint(facts_, kinds_.place_of(std::move(kind)));
    row.is_null(1) ? put_varint(facts_, 0) : put_confidence(facts_, row.real(1));
    labels(id);
    parts(id);
  }

  void labels(std::int64_t id) {
    const bool has_any = can_count(list_, By::issue);
    std::vector<std::int64_t> all;
    if (has_any) {
      Query& query = db_.cached(labels_sql(list_));
      query.bind(1, id);
      all = query.integers();
    }
    put_varint(facts_, all.size());
    for (const std::int64_t label : all) put_varint(facts_, folded_sign(label));
  }

  void parts(std::int64_t id) {
    Query& query = db_.cached(
        fmt::format("SELECT role, actor, country FROM parts WHERE list = '{}' AND fact = ? AND role IN ({}) ORDER BY "
                    "role, number",
                    table_of(list_), acting_roles(list_)));
    query.bind(1, id);
    std::string all;
    std::uint64_t number = 0;
    for (; query.step(); ++number) {
      put_varint(all, text(query, 2) << 1U | (query.text(0) == other_role(list_) ? 1U : 0U));
      put_varint(all, folded_sign(query.integer(1)));
    }
    put_varint(facts_, number);
    facts_ += all;
  }

  /// The place of a text, from 1; 0 for none.
  std::uint64_t text(const Query& row, int column) {
    return row.is_null(column) ? 0 : texts_.place_of(std::string(row.text(column))) + 1;
  }

  Database& db_;
  FactList list_;
  Distinct texts_, kinds_;
  std::string facts_;
  std::uint64_t number_ = 0;
  std::int64_t last_ = 0;
};

/// Reads what was packed; all that is read behind damaged bytes is 0.
class CountableReader {
 public:
  explicit CountableReader(std::string_view packed) : rest_(packed) {}

  bool read(CountableFacts& into) {
    into.texts.assign(1, {});
    for (std::uint64_t n = count(); n > 0; --n) into.texts.push_back(bytes());
    for (std::uint64_t n = count(); n > 0; --n) into.kinds.push_back(kind(into.texts.size()));
    std::int64_t id = 0;
    for (std::uint64_t n = count(); n > 0 && !damaged_; --n) {
      CountableFacts::Fact& fact = into.facts.emplace_back();
      fact.id = id = at_distance(id, number());
      fact.kind = below(number(), into.kinds.size());
      fact.confidence = confidence();
      for (std::uint64_t m = count(); m > 0; --m) into.labels.push_back(signed_number());
      for (std::uint64_t m = count(); m > 0; --m) into.parts.push_back(part(into.texts.size()));
      fact.labels_end = static_cast<std::uint32_t>(into.labels.size());
      fact.parts_end = static_cast<std::uint32_t>(into.parts.size());
    }
    return !damaged_ && rest_.empty();
  }

 private:
  std::uint64_t number() {
    if (const auto value = take_varint(rest_)) return *value;
    damaged_ = true;
    return 0;
  }
  std::int64_t signed_number() { return unfolded_sign(number()); }
  /// How many follow: each takes a byte at least.
  std::uint64_t count() { return below(number(), rest_.size() + 1); }
  std::uint32_t below(std::uint64_t value, std::size_t end) {
    if (value < end) return static_cast<std::uint32_t>(value);
    damaged_ = true;
    return 0;
  }
  std::string_view bytes() {
    const std::string_view text = rest_.substr(0, count());
    rest_.remove_prefix(text.size());
    return text;
  }
  CountableFacts::Kind kind(std::size_t texts) {
    CountableFacts::Kind kind;
    for (CountableFacts::Text* text : {&kind.type, &kind.status, &kind.first_day, &kind.last_day, &kind.place})
      *text = below(number(), texts);
    kind.quad = signed_number();
    return kind;
  }
  CountableFacts::Part part(std::size_t texts) {
    const std::uint64_t who = number();
    return {signed_number(), below(who >> 1U, texts), (who & 1U) != 0};
  }
  double confidence() {
    const std::uint64_t code = number();
    if (code == 1) return std::bit_cast<double>(number());
    return code == 0 ? -1 : static_cast<double>(code - 2) / kHundredths;
  }

  std::string_view rest_;
  bool damaged_ = false;
};

Query& kept(Database& db, FactList list, std::int64_t document) {
  Query& query = db.cached("SELECT facts FROM countable WHERE list = ? AND document = ?");
  query.bind(1, static_cast<std::int64_t>(list));
  query.bind(2, document);
  return query;
}

}  // namespace

std::string countable_of_rows(Database& database, FactList list, std::int64_t document) {
  return CountablePacker(database, list).of(document);
}

bool unpack_countable(std::string_view packed, CountableFacts& into) {
  into.kinds.clear();
  into.labels.clear();
  into.parts.clear();
  into.facts.clear();
  if (CountableReader(packed).read(into)) return true;
  into.facts.clear();
  return false;
}

void write_countable(Database& database, std::int64_t document) {
  remove_countable(database, document);
  Query& add = database.cached("INSERT INTO countable(list, document, facts) VALUES (?, ?, ?)");
  for (const FactList list : kFactLists) {
    const std::string facts = countable_of_rows(database, list, document);
    if (facts.empty()) continue;
    add.bind(1, static_cast<std::int64_t>(list));
    add.bind(2, document);
    add.bind_blob(3, facts);
    add.run();
  }
}

void remove_countable(Database& database, std::int64_t document) {
  Query& remove = database.cached("DELETE FROM countable WHERE list = ? AND document = ?");
  for (const FactList list : kFactLists) {
    remove.bind(1, static_cast<std::int64_t>(list));
    remove.bind(2, document);
    remove.run();
  }
}

void write_all_countable(Database& database) {
  database.run("DELETE FROM countable");
  for (const std::int64_t document : database.prepare("SELECT id FROM documents ORDER BY id").integers())
    write_countable(database, document);
}

bool countable_is_right(Database& database, std::int64_t document) {
  return std::all_of(kFactLists.begin(), kFactLists.end(), [&](FactList list) {
    std::string facts;
    kept(database, list, document).first([&](const Query& row) { facts = row.blob(0); });
    return facts == countable_of_rows(database, list, document);
  });
}

}  // namespace dragoman
