// Runs cases and prints those that fail: dragoman_cases [FILE | FOLDER]...
//
// A path below lexicon/ is read for the examples of its entries, any other as cases. Without arguments it runs
// tests/cases/ and the examples of the whole lexicon.
#include "program/files.h"
#include "reader/check.h"

#include <algorithm>
#include <cstdio>

using namespace dragoman;
namespace fs = std::filesystem;

int main(int argc, char** argv) {
  std::vector<fs::path> paths(argv + 1, argv + argc);
  FileChoice choice;
  choice.keep_doubtful = true;  // a case tests how a sentence is read, not how sure that is
  const auto files = find_files(choice);
  if (!files) return cannot_run(files.error());
  if (paths.empty()) paths = {fs::path(DRAGOMAN_SOURCE_DIR) / "tests" / "cases", files->lexicon};
  const auto reader = ReaderCore::open(*files);
  if (!reader) return cannot_run(reader.error());
  std::size_t cases = 0, expectations = 0, failures = 0;
  for (const fs::path& path : paths) {
    const fs::path whole = fs::absolute(path);
    const bool lexicon = std::find(whole.begin(), whole.end(), "lexicon") != whole.end();
    const auto loaded = lexicon ? load_examples(path) : load_cases(path);
    if (!loaded) return cannot_run(loaded.error());
    const CheckReport report = check_cases(**reader, *loaded);
    for (const std::string& failure : report.failures) std::printf("%s\n\n", failure.c_str());
    cases += report.cases;
    expectations += report.expectations;
    failures += report.failures.size();
  }
  std::printf("%zu cases, %zu expectations, %zu failed\n", cases, expectations, failures);
  return failures == 0 ? kAllDone : kSomeFailed;
}
