// Words that tell how the lines of a text hang together, from lexicon/story/layout.txt.
#pragma once

#include "dragoman/result.h"
#include "text/by_word.h"

#include <filesystem>

namespace dragoman {

struct LayoutWords {
  WordSet leads_on;  // a sentence goes on behind them; in small letters

  static Result<LayoutWords> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
