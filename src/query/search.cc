#include "query/search.h"

#include "query/facts.h"
#include "query/question.h"
#include "query/search_words.h"

#include <algorithm>

#include <fmt/format.h>

namespace dragoman {

namespace {

/// Facts of the document that speak of what was sought: those with most of the terms in their evidence.
std::vector<Fact> facts_beside(Database& db, std::int64_t document, const std::vector<SearchTerm>& terms) {
  constexpr std::size_t kMost = 3;
  struct Ranked {
    std::size_t found;
    FactList list;
    std::int64_t id;
  };
  std::vector<Ranked> ranked;
  for (const FactList list : kFactLists) {
    if (list == FactList::positions) continue;  // their evidence is that of statements and events
    Query& query = db.cached(fmt::format(
        "SELECT f.id, substr(d.text, f.begin + 1, f.end - f.begin) FROM {} f JOIN documents d ON d.id = f.document "
        "WHERE f.document = ? ORDER BY f.id",
        table_of(list)));
    query.bind(1, document);
    while (query.step()) {
      const std::string words = " " + words_as_indexed(query.text(1)) + " ";
      const auto stands = [&](const SearchTerm& term) {
        return !term.unwanted && std::any_of(term.ways.begin(), term.ways.end(), [&](const std::string& way) {
          return words.find(" " + way + (term.begins ? "" : " ")) != std::string::npos;
        });
      };
      const auto found = std::count_if(terms.begin(), terms.end(), stands);
      if (found > 0) ranked.push_back({static_cast<std::size_t>(found), list, query.integer(0)});
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.found > b.found; });
  if (ranked.size() > kMost) ranked.resize(kMost);
  std::vector<Fact> facts;
  for (const Ranked& r : ranked) {
    if (auto fact = load_fact(db, r.list, r.id)) facts.push_back(std::move(*fact));
  }
  return facts;
}

}  // namespace

// The work grows with the number of words, so that it has a bound.
Result<Hits> search(Database& database, const Search& search) {
  constexpr std::size_t kLongest = 10'000, kMostPhrases = 64;
  if (search.words.size() > kLongest) {
    return Error{ErrorKind::usage, "",
                 fmt::format("what is sought is {} bytes long, expected at most {}", search.words.size(), kLongest)};
  }
  const auto terms = search_terms(search.words);
  if (std::none_of(terms.begin(), terms.end(), [](const SearchTerm& term) { return !term.unwanted; })) {
    return Error{ErrorKind::usage, "",
                 "\"" + search.words + "\" holds no word to look for" +
                     (terms.empty() ? "" : "; a minus only leaves out what the other words find")};
  }
  if (terms.size() > kMostPhrases) {
    return Error{ErrorKind::usage, "",
                 fmt::format("what is sought holds {} different words or phrases, expected at most {}", terms.size(),
                             kMostPhrases)};
  }
  const std::string match = match_expression(terms);
  std::string sql =
      "SELECT d.id, d.uri, d.title, d.agency, d.published, d.link, snippet(documents_text, -1, '[', ']', '…', 30) FROM "
      "documents_text CROSS JOIN documents d ON d.id = documents_text.rowid WHERE documents_text MATCH ?1 AND "
      "d.copy_of IS NULL";
  if (!search.since.empty()) sql += " AND d.published >= ?2";
  if (!search.until.empty()) sql += " AND d.published <= ?3";
  for (std::size_t i = 0; i < search.agencies.size(); ++i)
    sql += fmt::format("{}?{}", i == 0 ? " AND d.agency IN (" : ", ", i + 5);
  if (!search.agencies.empty()) sql += ")";
  sql += " ORDER BY rank LIMIT ?4";
  Query query = database.prepare(sql);
  query.bind(1, match);
  if (!search.since.empty()) query.bind(2, search.since);
  if (!search.until.empty()) query.bind(3, search.until);
  query.bind(4, std::int64_t{search.limit} + 1);
  for (std::size_t i = 0; i < search.agencies.size(); ++i) query.bind(static_cast<int>(i + 5), search.agencies[i]);
  Hits out;
  while (query.step()) {
    if (static_cast<int>(out.hits.size()) == search.limit) {
      out.more = true;
      continue;
    }
    Hit hit;
    hit.document = query.integer(0);
    hit.uri = query.text(1);
    hit.title = query.text(2);
    hit.agency = query.text(3);
    hit.published = query.text(4);
    hit.link = query.text(5);
    hit.snippet = query.text(6);
    out.hits.push_back(std::move(hit));
  }
  for (Hit& hit : out.hits) hit.facts = facts_beside(database, hit.document, terms);
  return out;
}

}  // namespace dragoman
