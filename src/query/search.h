// Full text with the facts beside the hits.
#pragma once

#include "dragoman/query.h"
#include "store/database.h"

#include <string>
#include <vector>

namespace dragoman {

struct Search {
  std::string words;                  // as people type them: query/search_words.h
  std::vector<std::string> agencies;  // any of them
  std::string since, until;           // days of publication
  int limit = 10;
};

/// An Error (kind usage) when no words are left to look for, or more than 64 different ones.
Result<Hits> search(Database& database, const Search& search);

}  // namespace dragoman
