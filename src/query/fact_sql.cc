#include "query/fact_sql.h"

#include "store/age_blocks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

/// SQL with the values of its parameters in order.
struct Piece {
  std::string sql;
  std::vector<std::string> values;

  Piece& operator+=(const Piece& other) {
    sql += other.sql;
    values.insert(values.end(), other.values.begin(), other.values.end());
    return *this;
  }
};

/// A condition on a fact `f`. `rows` gives the facts that it lets through, for those that are worth starting from, or
/// with `of_documents` the documents whose facts these are. `work` gives the rows that must be looked at for
/// it, where these are others; `of_index` of them, in the order of an index, cost no more than one other row.
struct Condition {
  Piece check;
  std::optional<Piece> rows = {}, work = {};
  bool of_documents = false;
  std::int64_t of_index = 1;
  bool of_row = false;  // is seen in the fact's row, so that it costs more to look up many rows than to check all
};

Piece in_list(std::string_view column, const std::vector<std::string>& values) {
  Piece piece{fmt::format("{} IN (", column), values};
  for (std::size_t i = 0; i < values.size(); ++i) piece.sql += i == 0 ? "?" : ", ?";
  piece.sql += ")";
  return piece;
}

class SqlConditions {
 public:
  SqlConditions(Database& database, FactList list, const Question& question)
      : db_(database), list_(list), table_(table_of(list)), question_(question) {
    for (const Party& party : question.actors) take_part(party);
    if (question.between) between(question.between->first, question.between->second);
    for (const std::string& code : question.countries) take_part(Party{code, code, {}});
    if (!question.types.empty()) type();
    if (!question.issues.empty()) issue();
    if (!question.places.empty() || !question.place_countries.empty()) place();
    if (!question.statuses.empty()) status();
    if (!question.sources.empty()) source();
    if (!question.agencies.empty()) agency();
    if (!question.since.empty()) all_.push_back({{"f.first_day >= ?", {question.since}}, {}});
    if (!question.until.empty()) all_.push_back({{"f.first_day <= ?", {question.until}}, {}});
    if (question.min_confidence > 0) confidence();
    if (question.quad != 0)
      all_.push_back({{list == FactList::events ? fmt::format("f.quad = {}", question.quad) : "false", {}}, {}});
    if (question.min_reports > 1) reports();
  }

  /// The facts in order: it starts from the condition that lets fewest through, or, but with `narrowest`, goes along
  /// the order where all let many through.
  FactsInOrder in_order(Sort sort, bool forward, bool narrowest) {
    many_ = narrowest ? kAll : worth_starting_from();
    Piece piece = chosen("f.id, " + happening() + ", f.first_day", "");
    piece.sql += fmt::format(" ORDER BY {}f.first_day {}, f.id", before_the_day(sort), forward ? "ASC" : "DESC");
    return {prepare(piece), along_};
  }

  /// Whether a condition, for those that are worth starting from, lets fewer facts through than these.
  bool lets_few_through(std::int64_t many) {
    return std::any_of(all_.begin(), all_.end(),
                       [&](const Condition& condition) { return condition.rows && size_of(condition, many) < many; });
  }

  bool asks_for_many() {
    constexpr std::int64_t kMany = 10'000, kOneOf = 8;
    const std::int64_t many = std::min(kMany, part_of_all(kOneOf));
    return !lets_few_through(many) && days_have(many) && rows_have(many);
  }

  /// Columns of all facts, with the tables that are joined to them.
  Query all(const std::string& columns, const std::string& joins) {
    many_ = kAll;
    const bool index_is_enough =
        told_once(list_) && columns == "f.id" && question_.min_confidence == 0;  // that of days
    goes_through_all_ =
        !all_.empty() && !index_is_enough && question_.types.empty() && question_.statuses.empty() && are_many_days();
    return prepare(chosen(columns + ", " + happening(), joins));
  }

 private:
  /// What is equal in the tellings of one happening.
  std::string happening() const { return told_once(list_) || question_.separate ? "f.id" : "f.happening"; }

  Piece chosen(const std::string& columns, const std::string& joins) {
    const Condition* start = narrowest();
    if (start != nullptr) along_ = false;
    // In the order of ids, in which what is joined stands too.
    const bool whole = (all_.empty() && !joins.empty()) || (start == nullptr && goes_through_all_);
    const std::string way = whole                 ? "NOT INDEXED "
                            : start == nullptr    ? ""
                            : start->of_documents ? fmt::format("INDEXED BY {}_document ", table_)
                                                  : "NOT INDEXED ";
    Piece piece{fmt::format("SELECT {} FROM {} f {}{} WHERE true", columns, table_, way, joins), {}};
    if (start != nullptr) {
      piece += {start->of_documents ? " AND f.document IN (" : " AND f.id IN (", {}};
      piece += *start->rows;
      piece.sql += ")";
    }
    for (const Condition& condition : all_) {
      if (&condition == start) continue;  // its rows are all that it lets through
      piece.sql += " AND ";
      piece += condition.check;
    }
    return piece;
  }

  /// Up to so many facts of a condition are looked up and put in order, where the order could be gone along instead. Of
  /// n facts among all it passes (all / n) for each that is shown: as many as are looked up where n * n = shown * all.
  std::int64_t worth_starting_from() {
    const auto shown = static_cast<double>(std::int64_t{question_.limit} + question_.offset);
    constexpr double kDearer = 2;  // in the order of days rows lie apart
    return std::max(kFew, static_cast<std::int64_t>(kDearer * std::sqrt(shown * static_cast<double>(part_of_all(1)))));
  }

  /// How many facts so many documents have, where they have as many as others.
  std::int64_t facts_of(std::int64_t documents) {
    std::int64_t all = 1;
    db_.prepare("SELECT max(1, ifnull(max(id), 0)) FROM documents").first([&](const Query& row) {
      all = row.integer(0);
    });
    return static_cast<std::int64_t>(static_cast<double>(documents) * static_cast<double>(part_of_all(1)) /
                                     static_cast<double>(all));
  }

  /// Days that so many facts have that it is quicker to go through all than to look these up in the order of their
  /// days.
  bool are_many_days() {
    constexpr std::int64_t kOneOf = 8;
    return days_have(part_of_all(kOneOf));
  }

  /// One of so many facts of the list, and at least one fact.
  std::int64_t part_of_all(std::int64_t one_of) {
    std::int64_t part = 1;
    db_.prepare(fmt::format("SELECT max(1, ifnull(max(id), 0) / {}) FROM {}", one_of, table_))
        .first([&](const Query& row) { part = row.integer(0); });
    return part;
  }

  /// Whether so many facts are of the days that are asked for.
  bool days_have(std::int64_t many) {
    if (question_.since.empty() && question_.until.empty()) return true;
    return are_so_many(
        {"first_day BETWEEN ? AND ?", {question_.since, question_.until.empty() ? "9999" : question_.until}}, many);
  }

  /// Whether so many events are of the types and have the status that are asked for.
  bool rows_have(std::int64_t many) {
    if (list_ != FactList::events) return true;
    return (question_.types.empty() || are_so_many(in_list("type", question_.types), many)) &&
           (question_.statuses.empty() || are_so_many(in_list("status", question_.statuses), many));
  }

  bool are_so_many(const Piece& condition, std::int64_t many) {
    Piece piece{fmt::format("SELECT count(*) FROM (SELECT 1 FROM {} WHERE ", table_), {}};
    piece += condition;
    piece.sql += fmt::format(" LIMIT {})", many);
    std::int64_t number = 0;
    prepare(piece).first([&](const Query& row) { number = row.integer(0); });
    return number >= many;
  }

  Query prepare(const Piece& piece) {
    Query query = db_.prepare(piece.sql);
    for (std::size_t i = 0; i < piece.values.size(); ++i) query.bind(static_cast<int>(i + 1), piece.values[i]);
    return query;
  }

  /// The condition that lets fewest facts through, if they are fewer than many_. It is looked for among ever more rows,
  /// so that the work is that of the narrowest condition, however wide the others are.
  const Condition* narrowest() {
    constexpr std::int64_t kFirst = 4096, kTimes = 8;
    along_ = false;
    for (std::int64_t most = std::min(kFirst, many_);; most = std::min(kTimes * most, many_)) {
      const Condition* start = nullptr;
      std::int64_t fewest = most;
      bool has_more = false;  // rows than were looked for
      for (const Condition& condition : all_) {
        if (!condition.rows) continue;
        along_ = true;
        const std::int64_t size = size_of(condition, fewest);
        has_more |= size >= fewest;
        constexpr std::int64_t kManyToLookUp = 20'000;
        if (size < fewest && (!condition.of_row || size < kManyToLookUp)) {
          fewest = size;
          start = &condition;
        }
      }
      if (start != nullptr || !has_more || most == many_) return start;
    }
  }

  /// Up to `most` of the rows that a condition lets through; documents count as the facts they may hold.
  std::int64_t size_of(const Condition& condition, std::int64_t most) {
    Piece piece{"SELECT count(*) FROM (", {}};
    piece += condition.work ? *condition.work : *condition.rows;
    piece.sql += fmt::format(" LIMIT {})", most * condition.of_index);
    std::int64_t size = most;
    prepare(piece).first([&](const Query& row) { size = row.integer(0) / condition.of_index; });
    return condition.of_documents ? facts_of(size) : size;
  }

  /// By what facts stand in order before their days do.
  std::string before_the_day(Sort sort) const {
    switch (sort) {
      case Sort::reports:
        return reports_of() + " DESC, ";
      case Sort::confidence:
        return "f.confidence DESC, ";
      case Sort::intensity:
        return list_ == FactList::events ? "abs(f.score) DESC, " : "";
      default:
        return "";
    }
  }

  /// How many reports tell the fact.
  std::string reports_of() const {
    if (told_once(list_)) return "1";
    return fmt::format(
        "ifnull((SELECT t.reports FROM shared_happenings t WHERE t.list = '{}' AND t.happening = f.happening), 1)",
        table_);
  }

  void reports() {
    const auto in_bounds = [&](const std::string& number) {
      std::string sql = fmt::format("{} >= {}", number, question_.min_reports);
      if (question_.below_reports > 0) sql += fmt::format(" AND {} < {}", number, question_.below_reports);
      return sql;
    };
    if (told_once(list_)) {
      all_.push_back({{in_bounds("1"), {}}, {}});
      return;
    }
    const std::string rows = fmt::format(
        "SELECT x.id FROM shared_happenings t CROSS JOIN {0} x ON x.happening = t.happening WHERE t.list = '{0}' AND "
        "{1}",
        table_, in_bounds("t.reports"));
    all_.push_back({{in_bounds(reports_of()), {}}, Piece{rows, {}}});
  }

  /// Most statements have happened; an index knows the others.
  void status() {
    Condition condition{in_list(question_.statuses.size() == 1 ? "f.status" : "+f.status", question_.statuses)};
    const bool has_index =
        list_ == FactList::statements &&
        std::find(question_.statuses.begin(), question_.statuses.end(), "happened") == question_.statuses.end();
    if (has_index) {
      condition.rows = Piece{"SELECT id FROM statements WHERE status <> 'happened' AND ", {}};
      *condition.rows += in_list("status", question_.statuses);
    }
    all_.push_back(condition);
  }

  void confidence() {
    Condition condition{{fmt::format("f.confidence >= {}", question_.min_confidence), {}}};
    const bool has_index = list_ == FactList::events || list_ == FactList::statements || list_ == FactList::positions;
    if (has_index)
      condition.rows =
          Piece{fmt::format("SELECT id FROM {} WHERE confidence >= {}", table_, question_.min_confidence), {}};
    condition.of_row = true;
    all_.push_back(condition);
  }

  std::string_view roles() const { return acting_roles(list_); }

  /// That a part of the fact is the party's.
  Piece has(const Party& party, std::string_view in) const {
    if (party.country.empty()) {
      return {fmt::format("EXISTS (SELECT 1 FROM parts p WHERE p.list = '{}' AND p.fact = f.id AND p.role IN ({}) AND "
                          "+p.actor IN ({}))",
                          table_, in, fmt::join(party.actors, ", ")),
              {}};
    }
    return {fmt::format("EXISTS (SELECT 1 FROM parts p WHERE p.list = '{}' AND p.fact = f.id AND p.role IN ({}) AND "
                        "+p.country = ?)",
                        table_, in),
            {party.country}};
  }

  Piece facts_of(const Party& party, std::string_view in) const {
    if (party.country.empty()) {
      return {fmt::format("SELECT fact FROM parts WHERE actor IN ({}) AND list = '{}' AND role IN ({})",
                          fmt::join(party.actors, ", "), table_, in),
              {}};
    }
    return {fmt::format("SELECT fact FROM parts WHERE country = ? AND list = '{}' AND role IN ({})", table_, in),
            {party.country}};
  }

  void take_part(const Party& party) { all_.push_back({has(party, roles()), facts_of(party, roles()), {}}); }

  /// Both have a part; in events one does it to the other, or both do it with each other.
  void between(const Party& a, const Party& b) {
    take_part(a);
    take_part(b);
    if (list_ != FactList::events) return;
    const auto both = [&](std::string_view of_a, std::string_view of_b) {
      Piece piece{"(", {}};
      piece += has(a, of_a);
      piece.sql += " AND ";
      piece += has(b, of_b);
      piece.sql += ")";
      return piece;
    };
    Piece piece{"(", {}};
    piece += both("'actor'", "'recipient'");
    piece.sql += " OR ";
    piece += both("'recipient'", "'actor'");
    piece.sql += " OR (";
    piece += both("'actor'", "'actor'");
    piece.sql +=
        " AND NOT EXISTS (SELECT 1 FROM parts p WHERE p.list = 'events' AND p.fact = f.id AND p.role = 'recipient')))";
    all_.push_back({piece, {}});
  }

  /// Events by PLOVER type, mode or CAMEO code (of which the first digits are enough), meetings by level, statements by
  /// kind, positions by stance.
  void type() {
    Piece any{"(", {}};
    bool plain = true;  // types alone: an index knows them
    for (const std::string& type : question_.types) {
      if (any.sql.size() > 1) any.sql += " OR ";
      const bool number = type.find_first_not_of("0123456789") == std::string::npos;
      const bool upper = type.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
      if (list_ == FactList::events && number) {
        any += {"(f.cameo >= ? AND f.cameo < ?)", {type, type + ":"}};
      } else if (list_ == FactList::events) {
        any += upper ? Piece{"f.type = ?", {type}} : Piece{"f.mode = ?", {type}};
      } else {
        const std::string_view column = list_ == FactList::meetings     ? "level"
                                        : list_ == FactList::statements ? "kind"
                                                                        : "stance";
        any += {fmt::format("f.{} = ?", column), {type}};
      }
      plain = plain && list_ == FactList::events && upper && !number;
    }
    any.sql += ")";
    if (plain) any = in_list(question_.types.size() == 1 ? "f.type" : "+f.type", question_.types);
    all_.push_back({any, {}});
  }

  /// Labels that hold the words, or stand under a topic that does.
  void issue() {
    std::string match;
    for (const std::string& words : question_.issues) {
      match += (match.empty() ? "\"" : " OR \"") + words + "\"";  // folded: letters, digits and blanks
    }
    const Piece labels{"(SELECT rowid FROM issues_text WHERE issues_text MATCH ?)", {match}};
    const std::string of_block = fmt::format("i.document >> 12 IN ({})", kDocumentBlocks);
    const bool said = list_ == FactList::statements;
    const std::string link =
        said ? "statement_issues x ON x.issue = i.id" : fmt::format("{} x ON x.issue = i.id", table_);
    const std::string_view fact = said ? "x.statement" : "x.id";
    Piece right{"(+i.of_label IN ", {}};
    right += labels;
    Piece rows{fmt::format("SELECT {} FROM issues i CROSS JOIN {} WHERE {} AND i.of_label IN ", fact, link, of_block),
               {}};
    rows += labels;
    Piece work{fmt::format("SELECT 1 FROM issues i WHERE {} AND i.of_label IN ", of_block), {}};
    work += labels;
    if (!question_.topics.empty()) {
      right.sql += " OR ";
      right += in_list("+i.parent", question_.topics);
      rows.sql += fmt::format(" UNION ALL SELECT {} FROM issues i CROSS JOIN {} WHERE ", fact, link);
      rows += in_list("i.parent", question_.topics);
      work.sql += " UNION ALL SELECT 1 FROM issues i WHERE ";
      work += in_list("i.parent", question_.topics);
    }
    Piece check{
        said ? "EXISTS (SELECT 1 FROM statement_issues x CROSS JOIN issues i ON i.id = x.issue WHERE x.statement "
               "= f.id AND "
             : "EXISTS (SELECT 1 FROM issues i WHERE i.id = f.issue AND ",
        {}};
    check += right;
    check.sql += "))";
    constexpr std::int64_t kLabelsARow = 2;
    all_.push_back({check, rows, work, false, kLabelsARow});
  }

  void place() {
    Piece right, rows, work;
    const auto any_of = [&](std::string_view column, const std::vector<std::string>& values) {
      if (values.empty()) return;
      const std::string_view more = right.sql.empty() ? "" : " UNION ALL ";
      const Piece these = in_list(fmt::format("l.{}", column), values);
      rows.sql += fmt::format("{}SELECT x.id FROM places l CROSS JOIN {} x ON x.place = l.id WHERE ", more, table_);
      rows += these;
      work.sql += fmt::format("{}SELECT 1 FROM places l WHERE ", more);
      work += these;
      right.sql += right.sql.empty() ? "" : " OR ";
      right += in_list(fmt::format("+l.{}", column), values);
    };
    any_of("folded", question_.places);
    any_of("country", question_.place_countries);
    Piece check{"EXISTS (SELECT 1 FROM places l WHERE l.id = f.place AND (", {}};
    check += right;
    check.sql += "))";
    all_.push_back({check, rows, work});
  }

  void source() {
    const std::string_view role = list_ == FactList::statements  ? "'chain'"
                                  : list_ == FactList::positions ? "'source', 'chain'"
                                                                 : "'source'";
    Piece any{"(", {}}, rows;
    for (const Party& party : question_.sources) {
      if (any.sql.size() > 1) {
        any.sql += " OR ";
        rows.sql += " UNION ALL ";
      }
      any += has(party, role);
      rows += facts_of(party, role);
    }
    any.sql += ")";
    all_.push_back({any, rows, {}});
  }

  void agency() {
    Piece check{"EXISTS (SELECT 1 FROM documents d INDEXED BY documents_agency WHERE ", {}};
    check += in_list("d.agency", question_.agencies);
    check.sql += " AND d.id = f.document)";
    Piece rows{"SELECT d.id FROM documents d WHERE ", {}};
    rows += in_list("d.agency", question_.agencies);
    all_.push_back({check, rows, {}, true});
  }

  Database& db_;
  FactList list_;
  std::string_view table_;
  const Question& question_;
  std::vector<Condition> all_;
  static constexpr std::int64_t kFew = 10'000, kAll = std::numeric_limits<std::int64_t>::max() / 100;
  std::int64_t many_ = 0;          // rows, too many to start from
  bool goes_through_all_ = false;  // where no condition is started from
  bool along_ = false;             // no condition was started from, though one could have been
};

}  // namespace

bool only_few(Database& database, FactList list, const Question& question) {
  Question other = question;
  other.min_reports = 1;
  constexpr std::int64_t kMany = 40'000;
  return SqlConditions(database, list, other).lets_few_through(kMany);
}

bool asks_for_many(Database& database, FactList list, const Question& question) {
  return SqlConditions(database, list, question).asks_for_many();
}

FactsInOrder facts_in_order(Database& database, FactList list, const Question& question, Sort sort, bool narrowest) {
  return SqlConditions(database, list, question).in_order(sort, question.forward(), narrowest);
}

Query facts_with(Database& database, FactList list, const Question& question, const std::string& columns,
                 const std::string& joins) {
  return SqlConditions(database, list, question).all(columns, joins);
}

}  // namespace dragoman
