#include "query/conditions.h"

#include "store/keys.h"
#include "text/days.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace dragoman {

namespace {

Error usage(std::string message) {
  return {ErrorKind::usage, "", std::move(message)};
}

/// That the words stand in the text next to each other, both folded.
bool has_words(const std::string& text, const std::string& words) {
  return !words.empty() && (" " + text + " ").find(" " + words + " ") != std::string::npos;
}

/// Agencies of the store whose names hold the words.
Result<std::vector<std::string>> agencies_like(Database& db, const std::vector<std::string>& typed) {
  std::vector<std::string> known = distinct_values(db, "documents", "agency"), out;
  for (const std::string& name : typed) {
    const std::size_t before = out.size();
    for (const std::string& agency : known) {
      if (has_words(search_form(agency), search_form(name))) out.push_back(agency);
    }
    if (out.size() > before) continue;
    constexpr std::size_t kMost = 10;
    if (known.size() > kMost) known.resize(kMost);
    return Error{ErrorKind::input, "",
                 fmt::format("no document of the store is from \"{}\"{}", name,
                             known.empty() ? "; no agency is known of any"
                                           : fmt::format("; there are {}", fmt::join(known, ", ")))};
  }
  return out;
}

/// The first or the last day of a date as it was typed; empty for none.
Result<std::string> day(const char* name, const std::string& typed, bool last) {
  if (typed.empty()) return std::string();
  const auto days = days_of(typed);
  if (!days)
    return usage(fmt::format("{} is \"{}\", expected a date such as 2016-12-03, 2016-12 or 2016", name, typed));
  return day_text(last ? days->last : days->first);
}

/// Puts the parties of these names into `to`.
std::optional<Error> find_parties(Names& names, const std::vector<std::string>& typed, std::vector<Party>& to) {
  for (const std::string& name : typed) {
    auto party = names.party(name);
    if (!party) return party.error();
    to.push_back(std::move(*party));
  }
  return std::nullopt;
}

}  // namespace

Result<Question> understood(Database& database, const CountryNames& countries, const Conditions& conditions) {
  Names names(database, countries);
  Question q;
  if (const auto error = find_parties(names, conditions.actors, q.actors)) return *error;
  if (conditions.between) {
    auto a = names.party(conditions.between->first);
    if (!a) return a.error();
    auto b = names.party(conditions.between->second);
    if (!b) return b.error();
    q.between.emplace(std::move(*a), std::move(*b));
  }
  for (const std::string& name : conditions.countries) {
    auto code = names.country(name);
    if (!code) return code.error();
    q.countries.push_back(std::move(*code));
  }
  q.types = conditions.types;
  for (const std::string& words : conditions.issues) {
    q.issues.push_back(search_form(words));
    if (q.issues.back().empty()) return usage("the issue is \"" + words + "\", expected words");
  }
  if (!q.issues.empty()) {
    for (const std::string& topic : distinct_values(database, "issues", "parent")) {
      const std::string label = search_form(topic);
      if (std::any_of(q.issues.begin(), q.issues.end(), [&](const std::string& w) { return has_words(label, w); }))
        q.topics.push_back(topic);
    }
  }
  for (const std::string& place : conditions.places) {
    const std::string folded = search_form(place);
    const std::vector<std::string> same = countries.cities().all(folded);
    q.places.insert(q.places.end(), same.begin(), same.end());
    if (std::string code = countries.code(folded); !code.empty()) q.place_countries.push_back(std::move(code));
  }
  q.statuses = conditions.statuses;
  if (const auto error = find_parties(names, conditions.sources, q.sources)) return *error;
  if (!conditions.agencies.empty()) {
    auto known = agencies_like(database, conditions.agencies);
    if (!known) return known.error();
    q.agencies = std::move(*known);
  }
  auto since = day("since", conditions.since, false), until = day("until", conditions.until, true);
  if (!since) return since.error();
  if (!until) return until.error();
  q.since = std::move(*since);
  q.until = std::move(*until);
  if (conditions.limit < 1) return usage(fmt::format("the limit is {}, expected a number from 1 on", conditions.limit));
  q.limit = conditions.limit;
  if (conditions.min_reports < 1)
    return usage(fmt::format("the number of reports is {}, expected one from 1 on", conditions.min_reports));
  q.min_reports = conditions.min_reports;
  if (!(conditions.min_confidence >= 0 && conditions.min_confidence <= 1))
    return usage(fmt::format("the confidence is {}, expected a number from 0 to 1", conditions.min_confidence));
  q.min_confidence = conditions.min_confidence;
  if (conditions.offset < 0)
    return usage(fmt::format("the offset is {}, expected a number from 0 on", conditions.offset));
  q.offset = conditions.offset;
  q.sort = conditions.sort;
  q.separate = conditions.separate;
  return q;
}

}  // namespace dragoman
