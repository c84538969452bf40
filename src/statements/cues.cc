#include "statements/cues.h"

#include "lexicon/stanza.h"

namespace dragoman {

Result<CueLexicon> CueLexicon::load(const std::filesystem::path& folder) {
  CueLexicon lexicon;
  auto verbs = read_stanzas(folder / "cues.txt");
  if (!verbs) return verbs.error();
  for (const Stanza& stanza : (*verbs)->stanzas) {
    Cue cue;
    const std::string_view kind = stanza["kind"];
    if (stanza["cue"].empty() || stanza["takes"].empty()) {
      return (*verbs)->error(stanza.line, "expected \"cue:\" and \"takes:\"");
    }
    if (kind == "stance") {
      cue.kind = Cue::Kind::stance;
    } else if (kind == "thought") {
      cue.kind = Cue::Kind::thought;
    } else if (kind != "speech") {
      return (*verbs)->error(stanza.line,
                             "found the kind \"" + std::string(kind) + "\", expected speech, stance or thought");
    }
    for (const std::string_view takes : split_values(stanza["takes"])) {
      const std::pair<std::string_view, bool*> frames[] = {
          {"clause", &cue.clause},       {"infinitive", &cue.infinitive}, {"noun", &cue.noun},
          {"gerund", &cue.gerund},       {"for", &cue.with_for},          {"object-clause", &cue.object_clause},
          {"addressee", &cue.addressee}, {"question", &cue.question}};
      bool known = false;
      for (const auto& [name, flag] : frames) {
        if (takes != name) continue;
        *flag = true;
        known = true;
      }
      if (!known) return (*verbs)->error(stanza.line, "found \"" + std::string(takes) + "\" among what the cue takes");
    }
    lexicon.verbs.emplace(stanza["cue"], cue);
  }
  auto nouns = read_stanzas(folder / "nouns.txt");
  if (!nouns) return nouns.error();
  for (const Stanza& stanza : (*nouns)->stanzas) {
    if (stanza["noun"].empty()) return (*nouns)->error(stanza.line, "expected \"noun:\"");
    lexicon.nouns.emplace(stanza["noun"]);
    for (const std::string_view also : split_values(stanza["also"])) lexicon.nouns.emplace(also);
  }
  return lexicon;
}

}  // namespace dragoman
