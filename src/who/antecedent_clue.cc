#include "who/antecedent_clue.h"

#include "who/clue_names.h"
#include "who/schema.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr std::string_view kAntecedentClueNames[] = {
    "here",
    "sentence before",
    "two sentences before",
    "sentences further",
    "tens of words",
    "nearest",
    "others nearer",
    "same paragraph",
    "as subject",
    "as object",
    "as possessor",
    "behind preposition",
    "behind in",
    "as modifier",
    "by name",
    "by description",
    "by indefinite description",
    "by pronoun",
    "governs",
    "own clause",
    "relative clause",
    "thanked for",
    "subject here",
    "subject before",
    "main subject before",
    "last subject",
    "opens paragraph",
    "parallel",
    "same verb",
    "both speak",
    "last speaker",
    "last pronoun",
    "last pronoun here",
    "last pronoun parallel",
    "last speaker of speaker",
    "subject behind",
    "only quoted",
    "same quotation",
    "only outside",
    "here for possessive",
    "nearest for possessive",
    "governs for possessive",
    "own clause for possessive",
    "here for object",
    "nearest for object",
    "as subject for subject",
    "times",
    "most often",
    "in lead",
    "same gender",
    "without name",
    "body",
    "country",
    "group",
    "plural",
    "pair",
    "several",
    "unlisted",
    "unlisted people",
    "unlisted for speaker",
    "body for speaker",
    "body for possessive",
    "nobody",
    "nobody as possessor",
    "nobody as object",
    "nobody in quotation",
    "nobody with be",
    "nobody with passive",
    "nobody with clause",
    "nobody before",
};
static_assert(std::size(kAntecedentClueNames) == kAntecedentClueCount);

constexpr std::string_view kPronounForms[kPronounFormCount] = {"person", "several", "thing"};

}  // namespace

std::string_view to_string(AntecedentClue clue) {
  return kAntecedentClueNames[static_cast<std::size_t>(clue)];
}

std::string antecedent_clue_names() {
  return listed(kAntecedentClueNames);
}

std::optional<AntecedentClue> antecedent_clue_from(std::string_view name) {
  const auto place = place_of(name, kAntecedentClueNames);
  return place ? std::optional(static_cast<AntecedentClue>(*place)) : std::nullopt;
}

Result<AntecedentWeights> read_antecedents(const std::filesystem::path& path) {
  auto file = read_entries(path, kWhoSchema);
  if (!file) return file.error();
  AntecedentWeights weights;
  std::array<bool, kAntecedentClueCount> found{};
  std::array<bool, kPronounFormCount> bounded{};
  for (const Stanza& stanza : (*file)->stanzas) {
    if (!stanza["pronoun"].empty()) {
      const std::size_t i = *place_of(stanza["pronoun"], kPronounForms);  // the schema knows no other
      bounded[i] = true;
      weights.least[i] = number_in(stanza["least"]);
      continue;
    }
    const auto clue = static_cast<std::size_t>(*antecedent_clue_from(stanza["clue"]));
    found[clue] = true;
    for (std::size_t i = 0; i < kPronounFormCount; ++i) weights.clues[i][clue] = number_in(stanza[kPronounForms[i]]);
  }
  for (std::size_t i = 0; i < kPronounFormCount; ++i) {
    if (!bounded[i]) return (*file)->error(1, "expected an entry with pronoun: " + std::string(kPronounForms[i]));
  }
  const auto* const missing = std::find(found.begin(), found.end(), false);
  if (missing != found.end()) {
    const auto clue = static_cast<AntecedentClue>(missing - found.begin());
    return (*file)->error(1, "expected an entry with clue: " + std::string(to_string(clue)));
  }
  return weights;
}

}  // namespace dragoman
