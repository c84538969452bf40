#include "issues/words.h"

#include "lexicon/stanza.h"

namespace dragoman {

Result<IssueLexicon> IssueLexicon::load(const std::filesystem::path& folder) {
  IssueLexicon lexicon;
  auto topics = read_stanzas(folder / "topics.txt");
  if (!topics) return topics.error();
  for (const Stanza& stanza : (*topics)->stanzas) {
    if (stanza["topic"].empty() || stanza["context"].empty() || stanza["words"].empty()) {
      return (*topics)->error(stanza.line, "expected \"topic:\", \"context:\" and \"words:\"");
    }
    const auto number = static_cast<std::uint32_t>(lexicon.topics.size());
    lexicon.topics.push_back({std::string(stanza["topic"]), std::string(stanza["context"])});
    for (const std::string_view word : split_values(stanza["words"])) lexicon.topic_of.emplace(word, number);
  }
  auto nouns = read_stanzas(folder / "nouns.txt");
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
      if (through.empty()) return (*nouns)->error(stanza.line, "expected \"through:\" with prepositions");
      for (const std::string_view noun : split_values(stanza["light"])) {
        lexicon.light.emplace(std::string(noun), through);
      }
    } else if (!stanza["empty"].empty()) {
      for (const std::string_view noun : split_values(stanza["empty"])) lexicon.empty.emplace(noun);
    } else if (!stanza["plain"].empty()) {
      for (const std::string_view word : split_values(stanza["plain"])) lexicon.plain.emplace(word);
    } else {
      return (*nouns)->error(stanza.line, "expected \"kin:\", \"light:\", \"empty:\" or \"plain:\"");
    }
  }
  auto verbs = read_stanzas(folder / "verbs.txt");
  if (!verbs) return verbs.error();
  for (const Stanza& stanza : (*verbs)->stanzas) {
    if (stanza["noun"].empty() || stanza["verb"].empty() == stanza["adjective"].empty()) {
      return (*verbs)->error(stanza.line, "expected \"verb:\" or \"adjective:\", and \"noun:\"");
    }
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
