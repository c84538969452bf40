// Runs cases (reader/expect.h): reads each text and compares what came of it with what is expected.
#pragma once

#include "reader/core.h"
#include "reader/expect.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dragoman {

struct CheckReport {
  std::size_t cases = 0, expectations = 0;
  std::vector<std::string> failures;  // "tests/cases/talks.txt:3: event: type=AGREE", the text, and what was found
};

CheckReport check_cases(const ReaderCore& reader, const std::vector<Case>& cases);

/// The cases of a file, or of all .txt files of a folder and its sub-folders in order of path.
Result<std::vector<Case>> load_cases(const std::filesystem::path& path);
/// The examples with expectations of a lexicon folder, in order of path.
Result<std::vector<Case>> load_examples(const std::filesystem::path& lexicon);

}  // namespace dragoman
