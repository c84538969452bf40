// Full text with the facts beside the hits.
#pragma once

#include "query/facts.h"
#include "store/database.h"

#include <string>
#include <vector>

namespace dragoman {

struct Hit {
  std::int64_t document = 0;
  std::string uri, title, agency, published, link;
  std::string snippet;      // the words found stand between "[" and "]"
  std::vector<Fact> facts;  // whose evidence holds words that were sought
};

struct Search {
  std::string words;                  // "quoted phrases" stay together; all must be in the document
  std::vector<std::string> agencies;  // any of them
  std::string since, until;           // days of publication
  int limit = 10;
};

struct Hits {
  std::vector<Hit> hits;  // best first
  bool more = false;
};

/// An Error (kind usage) when no words are left to look for, or more than 64 different ones.
Result<Hits> search(Database& database, const Search& search);

}  // namespace dragoman
