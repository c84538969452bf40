#include "document/layout_words.h"

#include "document/schema.h"

namespace dragoman {

Result<LayoutWords> LayoutWords::load(const std::filesystem::path& folder) {
  const auto file = read_entries(folder / "layout.txt", kStorySchema);
  if (!file) return file.error();
  LayoutWords words;
  for (const Stanza& stanza : (*file)->stanzas) {
    for (const auto word : split_values(stanza["leads-on"])) words.leads_on.emplace(word);
    for (const auto line : stanza.all("small")) {
      for (const auto word : split_values(line)) words.small.emplace(word);
    }
    for (const auto line : stanza.all("capital")) {
      for (const auto word : split_values(line)) words.capital.emplace(word);
    }
    for (const auto word : split_values(stanza["short-form"])) words.short_forms.words.emplace(word);
  }
  words.short_forms.small = words.small;
  return words;
}

}  // namespace dragoman
