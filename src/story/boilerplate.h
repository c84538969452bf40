// The phrases that mark a sentence as no part of the story, from lexicon/story/boilerplate.txt.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dragoman {

struct BoilerplatePhrases {
  struct Entry {
    std::string phrase;  // lower case
    std::string why;
  };
  std::vector<Entry> entries;

  static Result<BoilerplatePhrases> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
