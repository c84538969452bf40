#include "who/description_clue.h"

#include "who/schema.h"

namespace dragoman {

namespace {

constexpr std::string_view kDescriptionClueNames[] = {
    "here",
    "sentence before",
    "two sentences before",
    "sentences further",
    "far",
    "nearest",
    "others nearer",
    "same paragraph",
    "as subject",
    "by name",
    "by description",
    "by pronoun",
    "main subject before",
    "last subject",
    "last speaker of speaker",
    "governs",
    "own clause",
    "last of noun",
    "called so",
    "only quoted",
    "only outside",
    "times",
    "most often",
    "in lead",
    "behind",
    "behind here",
    "behind next",
    "without name",
    "same noun",
    "other noun",
    "other gender",
    "same country",
    "other country",
    "of no country",
    "holds office",
    "held office",
    "of office alone",
    "word in office",
    "other office",
    "without office",
    "in a body",
    "same sector",
    "other sector",
    "of sector alone",
    "name has noun",
    "noun within name",
    "of kind",
    "of kind alone",
    "media",
    "group",
    "known",
    "named otherwise",
    "other trade",
    "in a body alone",
    "owned unfit",
    "owner",
    "owner serves it",
    "has owner",
    "by rule of office",
    "by rule of past office",
    "by rule of register",
    "by rule of noun",
    "by rule of kind",
    "by open rule",
    "by rule of description",
    "by other rule",
    "nobody",
    "nobody without rule",
    "nobody bare",
    "nobody told which",
    "nobody modified",
    "nobody owned",
    "nobody demonstrative",
    "nobody in office",
    "nobody of state",
    "nobody to come",
    "nobody predicate",
    "nobody quoted",
    "nobody as subject",
    "nobody fitting",
    "nobody near",
    "nobody capital",
    "nobody of country",
    "nobody of kin",
    "nobody behind unknown name",
    "nobody told",
};
static_assert(std::size(kDescriptionClueNames) == kDescriptionClueCount);

constexpr std::string_view kDescribedForms[kDescribedFormCount] = {"person", "body"};

}  // namespace

std::string_view to_string(DescriptionClue clue) {
  return kDescriptionClueNames[static_cast<std::size_t>(clue)];
}

std::optional<DescriptionClue> description_clue_from(std::string_view name) {
  return clue_named<DescriptionClue>(name, kDescriptionClueNames);
}

std::string description_clue_names() {
  return listed(kDescriptionClueNames);
}

Result<DescriptionWeights> read_descriptions(const std::filesystem::path& path) {
  return read_choice_weights(path, kWhoSchema, "phrase", kDescribedForms, kDescriptionClueNames);
}

}  // namespace dragoman
