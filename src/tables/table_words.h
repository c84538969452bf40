// The names and numbers that tables in POLECAT's and ICEWS's layouts have in place of codes, read from lexicon/tables/.
#pragma once

#include "dragoman/result.h"
#include "text/by_word.h"
#include "text/days.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

class TableWords {
 public:
  /// Reads the folder lexicon/tables. Errors (kind setup) name file and line.
  static Result<TableWords> load(const std::filesystem::path& folder);

  /// "Iran" for IRN; empty for a code that is none.
  std::string_view country(std::string_view code) const;
  /// The Correlates of War's number of a state on a day, such as "630"; empty where their list has none. Without a day
  /// that of today's state.
  std::string_view cow(std::string_view code, std::string_view day) const;
  /// "Consult" for 040; of a longer code that has no name of its own the name of what it belongs to.
  std::string_view cameo(std::string_view code) const;
  /// "Government" for GOV; empty for a code that is none.
  std::string_view sector(std::string_view code) const;

 private:
  struct Number {
    std::string cow, since, until;  // the days empty where there is no bound
  };
  struct Country {
    std::string name;
    std::vector<Number> numbers;
  };
  ByWord<Country> countries_;
  ByWord<std::string> cameo_, sectors_;
};

}  // namespace dragoman
