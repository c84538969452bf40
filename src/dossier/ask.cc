// The conditions of an address as a question to the store, and its answer.
#include "dossier/context.h"
#include "query/conditions.h"
#include "text/calendar.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace dragoman {

namespace {

Error usage(std::string message) {
  return {ErrorKind::usage, "", std::move(message)};
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
  if (known) return party;
  Names names(context.db(), context.countries);
  return names.party(typed);
}

Result<double> least_confidence(const Context& context) {
  const std::string_view value = context.address["confidence"];
  if (value.empty()) return 0.0;
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !(number >= 0 && number <= 1)) {
    return usage(fmt::format("confidence is “{}”, expected a number from 0 to 1", value));
  }
  return number;
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
  constexpr int kMost = 1000;
  if (const std::string_view limit = at["limit"]; !limit.empty()) {
    const auto number = to_number(limit);
    if (!number || *number < 1 || *number > kMost) {
      return usage(fmt::format("limit is “{}”, expected a number from 1 to {}", limit, kMost));
    }
    q.limit = *number;
  }
  return question;
}

Found find_lines(const Context& context, View view, const Question& question, double confidence, int quad) {
  constexpr int kWider = 4, kMost = 2000;
  const bool narrowed = confidence > 0 || quad != 0;
  Question wide = question;
  if (narrowed) wide.limit = std::min(kMost, question.limit * kWider);
  Answer all = answer(context.db(), view, wide);
  Found found;
  found.more = all.more;
  for (Fact& fact : all.facts) {
    if (quad != 0 && (fact.list != FactList::events || fact.quad != quad)) continue;
    if (confidence > 0 && context.reading.confidence(fact.list, fact.id) < confidence) continue;
    found.lines.push_back(context.reading.line(std::move(fact)));
  }
  const auto limit = static_cast<std::size_t>(question.limit);
  if (found.lines.size() > limit) {
    found.more = true;
    const bool forward = !question.since.empty() && question.until.empty();
    const auto over = static_cast<std::ptrdiff_t>(found.lines.size() - limit);
    forward ? found.lines.erase(found.lines.end() - over, found.lines.end())
            : found.lines.erase(found.lines.begin(), found.lines.begin() + over);
  }
  return found;
}

Row row_of(const Context& context, View view, const Line& line) {
  Row row = row_of(view, line.fact);
  row.front().second = happening_segment(line.fact.happening);
  if (line.fact.list == FactList::statements || line.fact.list == FactList::positions) {
    row.front().second = document_key(line.fact.sha) + "-" + line.mark();
  }
  row.emplace_back("confidence", line.confidence < 1 ? Value(line.confidence) : Value());
  row.emplace_back("page", context.href(address_of(line)));
  row.emplace_back("words", context.href(words_of(line)));
  return row;
}

}  // namespace dragoman
