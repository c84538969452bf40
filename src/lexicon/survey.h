// What a lexicon folder holds, counted, and which entries lack the sentence that shows them at work.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dragoman {

struct LexiconSurvey {
  struct Kind {
    std::string file;                           // "who/titles.txt"
    std::string name;                           // "title": the field that its entries begin with
    std::size_t entries = 0, expectations = 0;  // an entry for each word that shares a stanza
  };
  std::vector<Kind> kinds;                   // in order of file, then of first entry
  std::vector<std::string> without_example;  // "lexicon/who/titles.txt:12: title "president" has no example"
};

/// Surveys all .txt files of a folder and its sub-folders. An Error (kind setup) names file and line.
Result<LexiconSurvey> survey_lexicon(const std::filesystem::path& folder);

/// The .txt files of a folder and its sub-folders, in order of path.
Result<std::vector<std::filesystem::path>> lexicon_files(const std::filesystem::path& folder);

}  // namespace dragoman
