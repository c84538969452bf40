#include "who/coreference_clue.h"

#include "who/schema.h"

namespace dragoman {

namespace {

constexpr std::string_view kCoreferenceClueNames[] = {
    "same noun",
    "same words",
    "within",
    "contains",
    "words shared",
    "words own",
    "words other",
    "both own",
    "acronym",
    "alike",
    "of kind",
    "starts",
    "bare of noun",
    "noun again bare",
    "noun again definite",
    "noun again owned",
    "noun again other",
    "noun again counted",
    "both named",
    "named before",
    "named later",
    "same type",
    "same country",
    "country of one",
    "same role",
    "other role",
    "other number",
    "other count",
    "media",
    "known",
    "same owner",
    "here",
    "sentence before",
    "near",
    "far",
    "last of noun",
    "only of noun",
    "only in words",
    "times",
    "most often",
    "in lead",
    "governs",
    "nested",
    "both subjects",
    "nobody",
    "nobody named",
    "nobody definite",
    "nobody indefinite",
    "nobody owned",
    "nobody bare",
    "nobody counted",
    "nobody other",
    "nobody told which",
    "nobody modified",
    "nobody plural",
    "nobody group",
    "nobody quoted",
    "nobody once",
    "nobody of noun",
    "nobody of words",
    "nobody candidates",
};
static_assert(std::size(kCoreferenceClueNames) == kCoreferenceClueCount);

constexpr std::string_view kCoreferenceForms[] = {"weight"};

}  // namespace

std::string_view to_string(CoreferenceClue clue) {
  return kCoreferenceClueNames[static_cast<std::size_t>(clue)];
}

std::optional<CoreferenceClue> coreference_clue_from(std::string_view name) {
  return clue_named<CoreferenceClue>(name, kCoreferenceClueNames);
}

std::string coreference_clue_names() {
  return listed(kCoreferenceClueNames);
}

Result<CoreferenceWeights> read_coreference(const std::filesystem::path& path) {
  return read_choice_weights(path, kWhoSchema, "bound", kCoreferenceForms, kCoreferenceClueNames);
}

}  // namespace dragoman
