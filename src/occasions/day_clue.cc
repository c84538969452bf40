#include "occasions/day_clue.h"

#include "occasions/schema.h"

namespace dragoman {

namespace {

constexpr std::string_view kDayClueNames[] = {
    "same sentence",
    "sentence before",
    "two before",
    "up to five before",
    "up to ten before",
    "far before",
    "sentence behind",
    "up to three behind",
    "far behind",
    "last named",
    "next named",
    "others between",
    "in lead",
    "only one",
    "most named",
    "of main clause",
    "of noun",
    "in speech",
    "same paragraph",
    "of past perfect",
    "own clause",
    "clause above",
    "weekday",
    "coarse",
    "published",
    "eve",
    "last days",
    "older",
    "told by same",
    "done by same",
    "done to same",
    "met then",
    "of both",
    "last of same",
    "next of same",
    "speech goes on",
    "same type",
    "same deed",
    "told by other",
    "done by other",
    "opens story",
    "none",
    "none perfect",
    "none present",
    "none not finite",
    "none noun",
    "none relative",
    "none subordinate",
    "none apart",
    "none quoted",
    "none in speech",
    "none to media",
    "none without actor",
    "none unnamed actor",
    "none material",
    "none meeting",
    "none going on",
    "none named before",
    "none days",
    "none far",
    "none dated same",
};
static_assert(std::size(kDayClueNames) == kDayClueCount);

constexpr std::string_view kDayForms[kDayFormCount] = {"event", "statement"};

}  // namespace

std::string_view to_string(DayClue clue) {
  return kDayClueNames[static_cast<std::size_t>(clue)];
}

std::string_view to_string(DayForm form) {
  return kDayForms[static_cast<std::size_t>(form)];
}

std::optional<DayClue> day_clue_from(std::string_view name) {
  return clue_named<DayClue>(name, kDayClueNames);
}

std::optional<std::pair<DayClue, DayClue>> day_pair_from(std::string_view names) {
  constexpr std::string_view kBetween = " + ";
  const std::size_t cut = names.find(kBetween);
  if (cut == std::string_view::npos) return std::nullopt;
  const auto first = day_clue_from(names.substr(0, cut)), second = day_clue_from(names.substr(cut + kBetween.size()));
  return first && second ? std::optional(std::pair(*first, *second)) : std::nullopt;
}

std::string day_clue_names() {
  return listed(kDayClueNames);
}

Result<DayWeights> read_days(const std::filesystem::path& path) {
  return read_choice_weights(path, kOccasionsSchema, "item", kDayForms, kDayClueNames);
}

}  // namespace dragoman
