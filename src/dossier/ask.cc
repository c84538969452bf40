// The conditions of an address as a question to the store, and its answer.
#include "dossier/context.h"
#include "query/conditions.h"
#include "store/actor_links.h"
#include "text/calendar.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace dragoman::web {

namespace {

Error usage(std::string message) {
  return {ErrorKind::usage, "", std::move(message)};
}

/// A whole number of an address; `otherwise` where it is not given.
Result<int> number_of(const Address& at, std::string_view name, int least, int most, int otherwise) {
  const std::string_view value = at[name];
  if (value.empty()) return otherwise;
  const auto number = to_number(value);
  if (!number || *number < least || *number > most)
    return usage(fmt::format("{} is “{}”, expected a number from {} to {}", name, value, least, most));
  return *number;
}

/// How facts are chosen and put in order beside their conditions: confidence, reports, quad, sort, offset, limit.
std::optional<Error> set_choice(const Address& at, View view, Question& q) {
  if (const std::string_view value = at["confidence"]; !value.empty()) {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), q.min_confidence);
    if (error != std::errc() || end != value.data() + value.size() || !(q.min_confidence >= 0 && q.min_confidence <= 1))
      return usage(fmt::format("confidence is “{}”, expected a number from 0 to 1", value));
  }
  const bool events = view == View::events || view == View::timeline;
  const bool merged = view != View::statements && view != View::positions;
  constexpr int kMostRows = 1000, kMostReports = 1000, kMostOffset = 1'000'000;
  struct Number {
    std::string_view name;
    int least, most;
    int* to;
    bool given;
  };
  for (const Number& n :
       {Number{"quad", 1, 4, &q.quad, events}, Number{"reports", 1, kMostReports, &q.min_reports, merged},
        Number{"offset", 0, kMostOffset, &q.offset, true}, Number{"limit", 1, kMostRows, &q.limit, true}}) {
    const auto number = number_of(at, n.name, n.least, n.most, *n.to);
    if (!number) return number.error();
    if (n.given) *n.to = *number;
  }
  const std::string_view sort = at["sort"];
  if (sort.empty() || sort == "day") return std::nullopt;
  if (sort == "confidence") {
    q.sort = Sort::confidence;
  } else if (sort == "reports" && merged) {
    q.sort = Sort::reports;
  } else if (sort == "intensity" && events) {
    q.sort = Sort::intensity;
  } else {
    return usage(fmt::format("sort is “{}”, expected day, confidence{}{}", sort, merged ? ", reports" : "",
                             events ? ", intensity" : ""));
  }
  return std::nullopt;
}

}  // namespace

Result<Party> party_of(const Context& context, std::string_view typed) {
  const std::string key = key_of(typed);
  Query& query = context.db().cached("SELECT id, name, type, country FROM actors WHERE key = ?");
  query.bind(1, key);
  Party party;
  const bool known = query.first([&](const Query& row) {
    party.name = row.text(1);
    if (row.text(2) == "country" && !row.text(3).empty()) {
      party.country = row.text(3);
    } else {
      party.actors = {row.integer(0)};
    }
  });
  if (!party.actors.empty()) party.actors = actors_one_with(context.db(), party.actors.front());
  if (known) return party;
  Names names(context.db(), context.countries);
  return names.party(typed);
}

std::string actor_key(const Context& context, std::int64_t actor) {
  Query& query = context.db().cached("SELECT key FROM actors WHERE id = ?");
  query.bind(1, actor);
  std::string key;
  query.first([&](const Query& row) { key = row.text(0); });
  return key;
}

std::string report_key(const Context& context, std::int64_t document) {
  Query& query = context.db().cached("SELECT sha FROM documents WHERE id = ?");
  query.bind(1, document);
  std::string key;
  query.first([&](const Query& row) { key = document_key(row.text(0)); });
  return key;
}

Result<Question> question_of(const Context& context, View view) {
  const Address& at = context.address;
  // A list is not asked for what it does not have.
  const bool events = view == View::events || view == View::timeline;
  Conditions conditions;
  conditions.countries = at.all("country");
  if (view != View::agenda) conditions.types = at.all("type");
  if (view != View::agenda && view != View::positions) conditions.statuses = at.all("status");
  if (view != View::agenda && view != View::meetings) conditions.issues = at.all("issue");
  if (view != View::positions) conditions.places = at.all("place");
  conditions.agencies = at.all("agency");
  conditions.since = at["since"];
  conditions.until = at["until"];
  auto question = understood(context.db(), context.countries, conditions);
  if (!question) return question.error();
  Question& q = *question;
  for (const std::string& typed : at.all("actor")) {
    auto party = party_of(context, typed);
    if (!party) return party.error();
    q.actors.push_back(std::move(*party));
  }
  if (const std::string_view with = at["with"]; !with.empty()) {
    auto party = party_of(context, with);
    if (!party) return party.error();
    if (q.actors.size() == 1) {
      q.between.emplace(std::move(q.actors.front()), std::move(*party));
      q.actors.clear();
    } else {
      q.actors.push_back(std::move(*party));
    }
  }
  for (const std::string& typed : events || view == View::statements ? at.all("source") : std::vector<std::string>()) {
    auto party = party_of(context, typed);
    if (!party) return party.error();
    q.sources.push_back(std::move(*party));
  }
  if (const auto error = set_choice(at, view, q)) return *error;
  return question;
}

Found find_lines(const Context& context, View view, const Question& question) {
  Answer all = answer(context.db(), view, question);
  Found found;
  found.more = all.more;
  for (Fact& fact : all.facts) found.lines.push_back(context.reading.line(std::move(fact)));
  return found;
}

Row row_of(const Context& context, View view, const Line& line) {
  Row row = row_of(view, line.fact);
  row.front().second = happening_segment(line.fact.happening);
  if (line.fact.list == FactList::statements || line.fact.list == FactList::positions) {
    row.front().second = document_key(line.fact.sha) + "-" + line.mark();
  }
  row.emplace_back("page", context.href(address_of(line)));
  row.emplace_back("words", context.href(words_of(line)));
  return row;
}

Table lines_table(const Context& context, std::string_view name, View view, const std::vector<Line>& lines) {
  Table table{std::string(name), {}, row_of(context, view, Line{})};
  for (const Line& line : lines) table.rows.push_back(row_of(context, view, line));
  return table;
}

}  // namespace dragoman::web
