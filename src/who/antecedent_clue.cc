#include "who/antecedent_clue.h"

#include "who/schema.h"

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
    "in coordination",
    "by name",
    "by description",
    "by indefinite description",
    "by pronoun",
    "governs",
    "own clause",
    "relative clause",
    "thanked for",
    "beside owned",
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
    "joined",
    "mixed",
    "several",
    "unlisted",
    "unlisted people",
    "unlisted agent",
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
  return clue_named<AntecedentClue>(name, kAntecedentClueNames);
}

Result<AntecedentWeights> read_antecedents(const std::filesystem::path& path) {
  return read_choice_weights(path, kWhoSchema, "pronoun", kPronounForms, kAntecedentClueNames);
}

}  // namespace dragoman
