#include "dragoman/query.h"

#include "query/answer.h"
#include "query/conditions.h"
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
