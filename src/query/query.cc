#include "dragoman/query.h"

#include "query/answer.h"
#include "query/conditions.h"
#include "query/count.h"
#include "query/documents.h"
#include "query/dossier.h"
#include "query/issues.h"
#include "query/search.h"
#include "query/show.h"

#include <fmt/format.h>

namespace dragoman {

struct StoreQuery::Inside {
  Store* store;
  CountryNames countries;

  Database& database() const { return store->database(); }
  Result<Question> question(const Conditions& conditions) const {
    return understood(database(), countries, conditions);
  }

  /// What was found, or what the store met on the way.
  template <class Found>
  Result<Found> checked(Found found) const {
    if (store->error()) return *store->error();
    return found;
  }
};

Result<StoreQuery> StoreQuery::open(Store& store, const std::filesystem::path& lexicon) {
  auto countries = CountryNames::load(lexicon);
  if (!countries) return countries.error();
  return StoreQuery(std::make_unique<Inside>(Inside{&store, std::move(*countries)}));
}

StoreQuery::StoreQuery(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
StoreQuery::StoreQuery(StoreQuery&&) noexcept = default;
StoreQuery& StoreQuery::operator=(StoreQuery&&) noexcept = default;
StoreQuery::~StoreQuery() = default;

Result<Answer> StoreQuery::facts(View view, const Conditions& conditions) {
  const auto question = inside_->question(conditions);
  if (!question) return question.error();
  return inside_->checked(answer(inside_->database(), view, *question));
}

namespace {

Result<FactList> list_to_count(View view, By by) {
  if (can_count(view, by)) return static_cast<FactList>(view);
  return Error{ErrorKind::usage, "",
               view == View::timeline ? "a timeline is not counted; count events, meetings or the agenda"
                                      : fmt::format("{} cannot be counted by {}: they have none",
                                                    table_of(static_cast<FactList>(view)), name_of(by))};
}

/// "2016", "2016-03..2016-09" as since and until.
Result<Conditions> in_span(Conditions conditions, std::string_view span) {
  const std::size_t dots = span.find("..");
  conditions.since = span.substr(0, dots);
  conditions.until = dots == std::string_view::npos ? conditions.since : std::string(span.substr(dots + 2));
  if (!conditions.since.empty() && !conditions.until.empty()) return conditions;
  return Error{ErrorKind::usage, "",
               fmt::format("the span is \"{}\", expected one such as 2016, 2016-03 or 2016-03..2016-09", span)};
}

}  // namespace

Result<Counts> StoreQuery::count(View view, By by, const Conditions& conditions) {
  const auto list = list_to_count(view, by);
  if (!list) return list.error();
  const auto question = inside_->question(conditions);
  if (!question) return question.error();
  return inside_->checked(count_facts(inside_->database(), *list, by, *question));
}

Result<Comparison> StoreQuery::compare(View view, By by, const Conditions& conditions, std::string_view before,
                                       std::string_view after) {
  const auto list = list_to_count(view, by);
  if (!list) return list.error();
  std::vector<Question> questions;
  for (const std::string_view span : {before, after}) {
    const auto of_span = in_span(conditions, span);
    if (!of_span) return of_span.error();
    auto question = inside_->question(*of_span);
    if (!question) return question.error();
    questions.push_back(std::move(*question));
  }
  return inside_->checked(compare_facts(inside_->database(), *list, by, questions[0], questions[1]));
}

Result<std::vector<Person>> StoreQuery::persons(std::string_view name) {
  Names names(inside_->database(), inside_->countries);
  const auto party = names.party(name);
  if (!party) return party.error();
  auto found = people(inside_->database(), *party);
  if (found.empty() && !inside_->store->error())
    return Error{ErrorKind::input, "", fmt::format("no document of the store speaks of \"{}\"", name)};
  return inside_->checked(std::move(found));
}

Result<Dossier> StoreQuery::dossier(const Person& person, int limit) {
  if (limit < 1) return Error{ErrorKind::usage, "", fmt::format("the limit is {}, expected a number from 1 on", limit)};
  return inside_->checked(dragoman::dossier(inside_->database(), person, limit));
}

Result<std::vector<IssueCount>> StoreQuery::issues(const Conditions& conditions) {
  const auto question = inside_->question(conditions);
  if (!question) return question.error();
  return inside_->checked(count_issues(inside_->database(), *question));
}

Result<Hits> StoreQuery::search(std::string_view words, const Conditions& conditions) {
  const auto question = inside_->question(conditions);
  if (!question) return question.error();
  auto hits = dragoman::search(
      inside_->database(), {std::string(words), question->agencies, question->since, question->until, question->limit});
  if (!hits) return hits.error();
  return inside_->checked(std::move(*hits));
}

Result<DocumentList> StoreQuery::documents(const DocumentChoice& choice, const Conditions& conditions) {
  const auto question = inside_->question(conditions);
  if (!question) return question.error();
  return inside_->checked(find_documents(inside_->database(), *question, choice));
}

Result<std::vector<Statistic>> StoreQuery::statistics() {
  return inside_->checked(dragoman::statistics(inside_->database()));
}

Result<std::vector<Fact>> StoreQuery::tellings(std::string_view label) {
  auto facts = tellings_of(inside_->database(), label);
  if (!facts) return facts.error();
  return inside_->checked(std::move(*facts));
}

Result<std::vector<Fact>> StoreQuery::document_facts(std::string_view label) {
  auto facts = facts_of_document(inside_->database(), label);
  if (!facts) return facts.error();
  return inside_->checked(std::move(*facts));
}

Result<std::string> StoreQuery::describe(std::string_view label, int width) {
  auto text = show_text(inside_->database(), label, width);
  if (!text) return text.error();
  return inside_->checked(std::move(*text));
}

}  // namespace dragoman
