#include "lexicon/survey.h"

#include "lexicon/stanza.h"

#include <algorithm>

namespace dragoman {

namespace fs = std::filesystem;

namespace {

/// Tables of numbers (events/scales.txt) need no sentence.
bool is_scale(const Stanza& stanza) {
  return !stanza["score"].empty() || !stanza["goldstein"].empty() || !stanza["base"].empty() ||
         !stanza["threshold"].empty() || stanza.fields.front().key == "weight" ||
         (!stanza["weight"].empty() && (!stanza["of"].empty() || !stanza["clue"].empty())) ||
         (!stanza["event"].empty() && !stanza["statement"].empty()) ||  // occasions/days.txt
         !stanza["least"].empty() ||                                    // who/coreference.txt
         !stanza["several"].empty() ||                                  // who/antecedents.txt
         (!stanza["clue"].empty() && !stanza["body"].empty() &&
          stanza["thing"].empty());  // who/descriptions.txt, homes
}

}  // namespace

Result<std::vector<fs::path>> lexicon_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code code;
  for (fs::recursive_directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
    if (at->path().extension() == ".txt") files.push_back(at->path());
  }
  if (code) return Error{ErrorKind::setup, folder.string(), "cannot be read: " + code.message()};
  std::sort(files.begin(), files.end());
  return files;
}

Result<LexiconSurvey> survey_lexicon(const fs::path& folder) {
  const auto files = lexicon_files(folder);
  if (!files) return files.error();
  LexiconSurvey survey;
  for (const fs::path& path : *files) {
    const auto file = read_stanzas(path);
    if (!file) return file.error();
    const std::string name = path.lexically_relative(folder).generic_string();
    for (const Stanza& stanza : (*file)->stanzas) {
      const Field& first = stanza.fields.front();
      auto kind = std::find_if(survey.kinds.begin(), survey.kinds.end(),
                               [&](const LexiconSurvey::Kind& k) { return k.file == name && k.name == first.key; });
      if (kind == survey.kinds.end()) kind = survey.kinds.insert(kind, {name, std::string(first.key)});
      kind->entries += split_values(first.value).size();
      kind->expectations += stanza.all("expect").size();
      const bool wants_example = !is_scale(stanza) && !name.starts_with("tables/");  // names of codes need none either
      if (stanza["example"].empty() && wants_example) {
        survey.without_example.push_back(
            (*file)
                ->error(stanza.line, std::string(first.key) + " \"" + std::string(first.value) + "\" has no example")
                .to_string());
      }
    }
  }
  return survey;
}

}  // namespace dragoman
