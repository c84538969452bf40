#include "when/words.h"

#include "lexicon/stanza.h"

#include <charconv>

namespace dragoman {

Result<TimeLexicon> TimeLexicon::load(const std::filesystem::path& folder) {
  using Kind = TimeWord::Kind;
  const std::unordered_map<std::string_view, Kind> kinds = {
      {"month", Kind::month},         {"weekday", Kind::weekday},
      {"unit", Kind::unit},           {"season", Kind::season},
      {"part", Kind::part},           {"number", Kind::number},
      {"ordinal", Kind::ordinal},     {"day", Kind::day},
      {"shift", Kind::shift},         {"reference", Kind::reference},
      {"frequency", Kind::frequency}, {"modifier", Kind::modifier}};
  auto file = read_stanzas(folder / "words.txt");
  if (!file) return file.error();
  TimeLexicon lexicon;
  for (const Stanza& stanza : (*file)->stanzas) {
    const auto kind = kinds.find(stanza["kind"]);
    if (stanza["word"].empty() || kind == kinds.end()) {
      return (*file)->error(stanza.line,
                            "found the kind \"" + std::string(stanza["kind"]) + "\", expected month, weekday, unit …");
    }
    TimeWord word;
    word.kind = kind->second;
    word.value = stanza["value"];
    std::from_chars(word.value.data(), word.value.data() + word.value.size(), word.number);
    lexicon.words.emplace(stanza["word"], word);
    for (const auto also : split_values(stanza["also"])) lexicon.words.emplace(also, word);
  }
  return lexicon;
}

}  // namespace dragoman
