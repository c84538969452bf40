#include "query/show.h"

#include "output/plain.h"
#include "query/answer.h"
#include "query/dossier.h"
#include "store/happenings.h"
#include "text/dates.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

struct Target {
  bool document = false;
  FactList list = FactList::events;
  std::int64_t id = 0;
};

Error no_label(std::string_view label, std::string_view expected) {
  return {ErrorKind::usage, "",
          fmt::format("\"{}\" is no number of the store, expected {}", plain_line(label), expected)};
}

Result<Target> target_of(std::string_view label) {
  const Error wrong =
      no_label(label, "v12 (event), m12 (meeting), q12 (statement), k12 (position), a12 (agenda) or d12 (document)");
  if (label.size() < 2) return wrong;
  Target target;
  const auto digits = std::from_chars(label.data() + 1, label.data() + label.size(), target.id);
  if (digits.ec != std::errc() || digits.ptr != label.data() + label.size() || target.id < 1) return wrong;
  target.document = label.front() == 'd';
  if (target.document) return target;
  const auto* list =
      std::find_if(kFactLists.begin(), kFactLists.end(), [&](FactList l) { return letter_of(l) == label.front(); });
  if (list == kFactLists.end()) return wrong;
  target.list = *list;
  return target;
}

Error unknown(std::string_view label) {
  return {ErrorKind::input, "", fmt::format("there is no {} in the store", plain_line(label))};
}

/// The facts of a document, list by list, in the order of the text.
std::vector<Fact> facts_of(Database& db, std::int64_t document) {
  std::vector<Fact> facts;
  for (const FactList list : kFactLists) {
    auto query = db.prepare(fmt::format("SELECT id FROM {} WHERE document = ? ORDER BY begin, id", table_of(list)));
    query.bind(1, document);
    for (const std::int64_t id : query.integers()) {
      if (auto fact = load_fact(db, list, id)) facts.push_back(std::move(*fact));
    }
  }
  return facts;
}

class Sheet {
 public:
  Sheet(Database& database, int width) : db_(database), width_(width) {}

  void line(int indent, const std::string& text) { append_wrapped(out, plain_line(text), indent, width_); }
  void slot(const std::string& name, const std::string& value) {
    if (!value.empty()) line(2, name + ": " + value);
  }

  /// Every slot of a fact that is filled.
  void slots(const Fact& fact) {
    for (const auto& [name, value] : row_of(view_of(fact.list), fact)) {
      if (name == "id" || name == "evidence") continue;
      if (name == "document") break;  // what follows is of the document
      if (const auto* text = std::get_if<std::string>(&value)) slot(name, *text);
      if (const auto* list = std::get_if<std::vector<std::string>>(&value))
        slot(name, fmt::format("{}", fmt::join(*list, ", ")));
      if (const auto* real = std::get_if<double>(&value)) slot(name, fmt::format("{}", *real));
      if (const auto* number = std::get_if<std::int64_t>(&value)) slot(name, std::to_string(*number));
    }
  }

  void telling(const Fact& fact) {
    std::string head = fact.label() + "  " + (fact.title.empty() ? fact.uri : fact.title);
    for (const std::string* part : {&fact.agency, &fact.published}) {
      if (!part->empty()) head += " · " + *part;
    }
    line(2, head);
    line(6, "“" + fact.evidence + "”");
    std::string says;
    const auto add = [&](const std::string& part) {
      if (!part.empty()) says += (says.empty() ? "" : " · ") + part;
    };
    add(shown_type(fact));
    if (fact.list == FactList::statements) add(shown_act(fact));
    add(fact.cameo);
    if (fact.list != FactList::statements) add(fact.status);
    add(shown_date(fact));
    add(fact.place);
    if (!says.empty()) line(6, says);
    line(6, fmt::format("d{} {}, characters {} to {}{}", fact.document, fact.uri, fact.begin, fact.end,
                        fact.link.empty() ? "" : " · " + fact.link));
    Query& copies = db_.cached("SELECT id, uri FROM documents WHERE copy_of = ? ORDER BY id");
    copies.bind(1, fact.document);
    while (copies.step()) line(6, fmt::format("near copy: d{} {}", copies.integer(0), copies.text(1)));
  }

  static TellingList telling_list(FactList list) {
    if (list == FactList::statements) return TellingList::statements;
    return list == FactList::meetings ? TellingList::meetings : TellingList::events;
  }

  /// What makes the tellings one: how like each is to the one that leads them, with the parts of the score.
  void reason(const Fact& fact, const std::vector<Fact>& tellings) {
    if (fact.list == FactList::agenda) {
      line(2,
           fmt::format("They are taken for one because what is to take place and when are equal in all of them ({}).",
                       fact.first_day == fact.last_day ? fact.first_day : fact.first_day + " to " + fact.last_day));
      return;
    }
    std::vector<std::string> reasons;
    for (const Fact& telling : tellings) {
      const auto why = link_reason(db_, telling_list(fact.list), telling.id);
      if (!why) continue;
      const char letter = letter_of(fact.list);
      reasons.push_back(
          fmt::format("{0}{1} and {0}{2}: {3:.2f} = {4}", letter, telling.id, why->leader, why->score, why->parts));
    }
    line(2, reasons.empty()
                ? "They are taken for one because type, those who take part, days and status are equal."
                : "They are taken for one because each is like the one that leads them (log odds, and what they are "
                  "the sum of):");
    for (const std::string& reason : reasons) line(4, reason);
  }

  void fact(const Fact& fact) {
    out += fact.label() + "  " + plain_line(shown_parties(fact)) + "\n";
    slots(fact);
    const auto tellings = load_tellings(db_, fact);
    out += fmt::format("\n{} {}, {} near {}\n", fact.reports, fact.reports == 1 ? "report" : "reports", fact.copies,
                       fact.copies == 1 ? "copy" : "copies");
    for (const Fact& t : tellings) telling(t);
    if (tellings.size() > 1) reason(fact, tellings);
  }

  bool document(std::int64_t id) {
    auto query = db_.prepare(
        "SELECT uri, sha, title, agency, byline, language, link, published, basis, copy_of, generator, length(text), "
        "given_published FROM documents WHERE id = ?");
    query.bind(1, id);
    std::int64_t original = 0;
    const bool known = query.first([&](const Query& row) {
      out += fmt::format("d{}  {}\n", id, plain_line(row.text(2).empty() ? row.text(0) : row.text(2)));
      constexpr std::array kNames = {"uri",  "digest",    "title", "agency", "byline", "language",
                                     "link", "published", "basis", "",       "read by"};
      for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (*kNames[i] != '\0') slot(kNames[i], std::string(row.text(static_cast<int>(i))));
        if (std::string_view(kNames[i]) == "published") slot("time", moment_of(std::string(row.text(12))).time);
      }
      slot("length", fmt::format("{} characters", row.integer(11)));
      original = row.integer(9);
    });
    if (original != 0) line(2, fmt::format("near copy of: d{}, which has the facts", original));
    if (known) {
      offices(id);
      facts(facts_of(db_, id));
    }
    return known;
  }

  std::string out;

 private:
  /// Who has an office in the document, and which.
  void offices(std::int64_t document) {
    Query& query = db_.cached(
        "SELECT e.name, nullif(r.status, 'current'), r.title, r.country FROM entities e CROSS JOIN roles r ON r.entity "
        "= e.id WHERE e.document = ? ORDER BY e.number, r.rowid");
    query.bind(1, document);
    std::vector<std::vector<std::string>> rows;
    while (query.step()) {
      std::string office = shown_office(query.text(1), query.text(2), query.text(3));
      if (!rows.empty() && rows.back().front() == query.text(0)) {
        rows.back().back() += "; " + office;
      } else {
        rows.push_back({std::string(query.text(0)), std::move(office)});
      }
    }
    if (rows.empty()) return;
    out += "\noffices\n";
    out += text_table({{"WHO", true}, {"OFFICES", true}}, rows, {}, width_, false);
  }

  void facts(const std::vector<Fact>& facts) {
    for (const FactList list : kFactLists) {
      std::vector<std::vector<std::string>> rows;
      for (const Fact& fact : facts) {
        if (fact.list == list) rows.push_back(cells_of(view_of(list), fact));
      }
      if (rows.empty()) continue;
      out += fmt::format("\n{}\n", table_of(list));
      out += text_table(columns_of(view_of(list)), rows, {}, width_, false);
    }
  }

  Database& db_;
  int width_;
};

}  // namespace

Result<std::string> show_text(Database& database, std::string_view label, int width) {
  const auto target = target_of(label);
  if (!target) return target.error();
  Sheet sheet(database, width);
  if (target->document) {
    if (!sheet.document(target->id)) return unknown(label);
  } else {
    const auto fact = load_fact(database, target->list, target->id);
    if (!fact) return unknown(label);
    sheet.fact(*fact);
  }
  return sheet.out;
}

Result<std::vector<Fact>> tellings_of(Database& database, std::string_view label) {
  const auto target = target_of(label);
  if (!target) return target.error();
  if (target->document)
    return no_label(label, "v12 (event), m12 (meeting), q12 (statement), k12 (position) or a12 (agenda)");
  const auto fact = load_fact(database, target->list, target->id);
  if (!fact) return unknown(label);
  return load_tellings(database, *fact);
}

Result<std::vector<Fact>> facts_of_document(Database& database, std::string_view label) {
  const auto target = target_of(label);
  if (!target) return target.error();
  if (!target->document) return no_label(label, "d12 (document)");
  auto query = database.prepare("SELECT 1 FROM documents WHERE id = ?");
  query.bind(1, target->id);
  if (!query.first([](const Query&) {})) return unknown(label);
  return facts_of(database, target->id);
}

}  // namespace dragoman
