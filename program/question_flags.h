// The flags of the commands that ask a store, and the question that they make.
#pragma once

#include "dragoman/query.h"
#include "dragoman/store.h"
#include "program/command.h"
#include "program/files.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dragoman {

/// Where the store is and how its answers are printed.
struct StoreFlags {
  std::string store, format;
  FileChoice files;  // the lexicon alone: names of countries
  bool evidence = false;

  Flag store_flag();
  Flag format_flag(std::vector<std::string> formats);
  Flag lexicon_flag();
};

/// A store that is open for reading, and what asks it. Errors (kind setup): none is named, and those of Store::open.
struct OpenStore {
  std::unique_ptr<Store> store;
  StoreQuery query;
};
Result<std::string> store_path(const StoreFlags& flags);  // of the flag, or of DRAGOMAN_STORE
Result<OpenStore> open_store(const StoreFlags& flags);

struct QuestionFlags {
  std::vector<std::string> actors, between, countries, types, issues, places, statuses, sources, agencies;
  std::string since, until, min_confidence, sort = "day";
  int limit = 50, min_reports = 1, offset = 0;
  bool separate = false;

  std::string by;                    // month, actor …; empty for no counting
  std::vector<std::string> compare;  // two spans

  /// Those that have an effect in a view.
  std::vector<Flag> flags(View view);
  /// An Error (kind usage): --between names one alone, --limit is less than one, --min-confidence is no number …
  Result<Conditions> conditions() const;
  /// What is counted; nothing for none. An Error (kind usage): flags that do not go together.
  Result<std::optional<By>> counted_by() const;
  /// How to see the rows beyond the limit, for the end of a line; empty where there are none.
  std::string how_to_go_on(bool more) const;
  /// That the first facts of an order, or from a day on, are asked for, and not the latest.
  bool forward() const { return sort != "day" || (!since.empty() && until.empty()); }
};

/// Prints an error of a question: kSomeFailed for a name that nobody bears, kCannotRun for the rest.
int no_answer(const Error& error);

}  // namespace dragoman
