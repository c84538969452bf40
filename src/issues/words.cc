#include "issues/words.h"

#include "issues/schema.h"

namespace dragoman {

Result<IssueLexicon> IssueLexicon::load(const std::filesystem::path& folder) {
  IssueLexicon lexicon;
  auto topics = read_entries(folder / "topics.txt", kIssuesSchema);
  if (!topics) return topics.error();
  for (const Stanza& stanza : (*topics)->stanzas) {
    const auto number = static_cast<std::uint32_t>(lexicon.topics.size());
    lexicon.topics.push_back({std::string(stanza["topic"]), std::string(stanza["context"])});
    for (const std::string_view word : split_values(stanza["words"])) lexicon.topic_of.emplace(word, number);
  }
  auto nouns = read_entries(folder / "nouns.txt", kIssuesSchema);
  if (!nouns) return nouns.error();
  std::uint32_t group = 0;
  for (const Stanza& stanza : (*nouns)->stanzas) {
    if (!stanza["kin"].empty()) {
      ++group;
      for (const std::string_view noun : split_values(stanza["kin"])) {
        lexicon.kin.emplace(noun, Kin{group, stanza["general"] == "yes"});
      }
    } else if (!stanza["light"].empty()) {
      std::vector<std::string> through;
      for (const std::string_view preposition : split_values(stanza["through"])) through.emplace_back(preposition);
      for (const std::string_view noun : split_values(stanza["light"])) {
        lexicon.light.emplace(std::string(noun), through);
      }
    } else if (!stanza["empty"].empty()) {
      for (const std::string_view noun : split_values(stanza["empty"])) lexicon.empty.emplace(noun);
    } else {
      for (const std::string_view word : split_values(stanza["plain"])) lexicon.plain.emplace(word);
    }
  }
  auto verbs = read_entries(folder / "verbs.txt", kIssuesSchema);
  if (!verbs) return verbs.error();
  for (const Stanza& stanza : (*verbs)->stanzas) {
    if (!stanza["adjective"].empty()) {
      lexicon.noun_of_adjective.emplace(stanza["adjective"], stanza["noun"]);
    } else {
      lexicon.noun_of_verb.emplace(stanza["verb"],
                                   NounOfVerb{std::string(stanza["noun"]), stanza["object"] == "behind"});
    }
  }
  return lexicon;
}

}  // namespace dragoman
