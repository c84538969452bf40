#include "reader/check.h"

#include "lexicon/survey.h"

#include <iterator>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

using ReadFile = Result<std::vector<Case>> (*)(const StanzaFile&);

Result<std::vector<Case>> load(const fs::path& path, ReadFile read) {
  std::vector<fs::path> files = {path};
  std::error_code code;
  if (fs::is_directory(path, code)) {
    auto inside = lexicon_files(path);
    if (!inside) return inside.error();
    files = std::move(*inside);
  }
  std::vector<Case> all;
  for (const fs::path& file : files) {
    auto stanzas = read_stanzas(file);
    if (!stanzas) return stanzas.error();
    auto cases = read(**stanzas);
    if (!cases) return cases.error();
    std::move(cases->begin(), cases->end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace

Result<std::vector<Case>> load_cases(const fs::path& path) {
  return load(path, read_cases);
}

Result<std::vector<Case>> load_examples(const fs::path& lexicon) {
  return load(lexicon, read_examples);
}

CheckReport check_cases(const ReaderCore& reader, const std::vector<Case>& cases) {
  CheckReport report;
  Engine::Workspace workspace;
  for (const Case& c : cases) {
    ++report.cases;
    const auto reading = reader.read(c.document, workspace);
    if (!reading) {
      report.failures.push_back(reading.error().to_string());
      continue;
    }
    for (const Expectation& expectation : c.expectations) {
      ++report.expectations;
      const auto why = why_unmet(expectation, reading->record, *reading->text);
      if (!why) continue;
      report.failures.push_back(expectation.where + ": " + expectation.line + "\n  in: " + c.document.text + "\n  " +
                                *why);
    }
  }
  return report;
}

}  // namespace dragoman
