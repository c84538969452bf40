#include "query/issues.h"

#include "query/find.h"
#include "store/age_blocks.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// The label as a document writes it, and the topic that most have.
void add_words(Database& db, IssueCount& issue, const std::string& folded_label) {
  Query& query = db.cached(
      fmt::format("SELECT label, parent FROM (SELECT label, parent FROM issues WHERE document >> 12 IN ({}) AND "
                  "of_label = (SELECT id FROM issue_labels WHERE folded = ?) LIMIT 200) GROUP BY parent ORDER BY "
                  "count(*) DESC, parent LIMIT 1",
                  kDocumentBlocks));
  query.bind(1, folded_label);
  query.first([&](const Query& row) {
    issue.label = row.text(0);
    issue.topic = row.text(1);
  });
}

std::vector<IssueCount> all_issues(Database& db, const Question& question) {
  std::string match;
  for (const std::string& words : question.issues) match += (match.empty() ? "\"" : " OR \"") + words + "\"";
  auto query = db.prepare(
      fmt::format("SELECT folded, documents FROM issue_labels {}ORDER BY documents DESC, folded LIMIT ?1",
                  match.empty() ? "WHERE length(folded) > 1 "  // a letter or a sign names nothing
                                : "WHERE id IN (SELECT rowid FROM issues_text WHERE issues_text MATCH ?2) "));
  query.bind(1, std::int64_t{question.limit});
  if (!match.empty()) query.bind(2, match);
  std::vector<IssueCount> out;
  std::vector<std::string> labels;
  while (query.step()) {
    labels.emplace_back(query.text(0));
    out.push_back({"", "", query.integer(1)});
  }
  for (std::size_t i = 0; i < out.size(); ++i) add_words(db, out[i], labels[i]);
  return out;
}

}  // namespace

std::vector<IssueCount> count_issues(Database& db, const Question& question) {
  const bool plain = question.actors.empty() && !question.between && question.countries.empty() &&
                     question.types.empty() && question.places.empty() && question.sources.empty() &&
                     question.agencies.empty() && question.since.empty() && question.until.empty();
  if (plain) return all_issues(db, question);
  constexpr int kMost = 1000;
  std::unordered_map<std::string, std::set<std::int64_t>> documents;
  Question wide = question;
  wide.limit = kMost;
  for (const FactList list : {FactList::statements, FactList::positions, FactList::events}) {
    if (list == FactList::positions && !question.places.empty()) continue;  // they have no place
    Query& query = db.cached(
        list == FactList::statements
            ? "SELECT l.folded, i.document FROM statement_issues x JOIN issues i ON i.id = x.issue JOIN issue_labels l "
              "ON l.id = i.of_label WHERE x.statement = ?"
            : fmt::format("SELECT l.folded, i.document FROM {} f JOIN issues i ON i.id = f.issue JOIN issue_labels l "
                          "ON l.id = i.of_label WHERE f.id = ?",
                          table_of(list)));
    for (const std::int64_t fact : find_facts(db, list, wide).facts) {
      query.bind(1, fact);
      while (query.step()) documents[std::string(query.text(0))].insert(query.integer(1));
    }
  }
  std::vector<std::pair<std::int64_t, std::string>> order;
  order.reserve(documents.size());
  for (const auto& [label, ids] : documents) order.emplace_back(-static_cast<std::int64_t>(ids.size()), label);
  std::sort(order.begin(), order.end());
  if (order.size() > static_cast<std::size_t>(question.limit)) order.resize(static_cast<std::size_t>(question.limit));
  std::vector<IssueCount> out;
  for (const auto& [count, label] : order) {
    out.push_back({"", "", -count});
    add_words(db, out.back(), label);
  }
  return out;
}

}  // namespace dragoman
