// Words that tell how the lines of a text hang together, from lexicon/story/layout.txt.
#pragma once

#include "dragoman/result.h"
#include "text/by_word.h"
#include "text/readable_text.h"

#include <filesystem>

namespace dragoman {

struct LayoutWords {
  // All in small letters.
  WordSet leads_on;  // a sentence goes on behind them
  WordSet small;     // of grammar, which begin with no capital inside a sentence
  WordSet capital;   // of the calendar, which begin with one
  ShortForms short_forms;

  static Result<LayoutWords> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
