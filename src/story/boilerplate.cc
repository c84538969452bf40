#include "story/boilerplate.h"

#include "lexicon/stanza.h"

namespace dragoman {

Result<BoilerplatePhrases> BoilerplatePhrases::load(const std::filesystem::path& folder) {
  auto file = read_stanzas(folder / "boilerplate.txt");
  if (!file) return file.error();
  BoilerplatePhrases phrases;
  for (const Stanza& stanza : (*file)->stanzas) {
    if (stanza["phrase"].empty() || stanza["why"].empty()) {
      return (*file)->error(stanza.line, "expected \"phrase:\" and \"why:\"");
    }
    phrases.entries.push_back({std::string(stanza["phrase"]), std::string(stanza["why"])});
  }
  return phrases;
}

}  // namespace dragoman
