// Words that tell how the lines of a text hang together, from lexicon/story/layout.txt.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <set>
#include <string>

namespace dragoman {

struct LayoutWords {
  std::set<std::string, std::less<>> leads_on;  // a sentence goes on behind them; in small letters

  static Result<LayoutWords> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
