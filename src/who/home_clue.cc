#include "who/home_clue.h"

#include "who/schema.h"

namespace dragoman {

namespace {

constexpr std::string_view kHomeClueNames[] = {
    "share",
    "most named",
    "alone",
    "at home",
    "home of state",
    "home of public",
    "home of people",
    "dateline",
    "in lead",
    "by name alone",
    "first named",
    "place share",
    "by towns alone",
    "here",
    "right before",
    "right behind",
    "place here",
    "place behind",
    "sentence before",
    "sentence behind",
    "nearest",
    "mentions",
    "actor beside",
    "coordinated",
    "does to",
    "done to",
    "near share",
    "leads here",
    "leads before",
    "opens",
    "beside",
    "last official",
    "last person",
    "peer near",
    "owner",
    "of side",
    "in name",
    "by context",
    "own body",
    "its official",
    "namesake",
    "same office",
    "people share",
    "name like",
    "name like mean",
    "name parts",
    "nobody",
    "nobody without home",
    "nobody countries",
    "nobody near",
    "nobody posted abroad",
    "nobody of world",
    "nobody of any",
    "nobody in body",
    "nobody of state",
    "nobody of public",
    "nobody of people",
    "nobody of faith",
    "nobody of business",
    "nobody of media",
    "nobody plural",
    "nobody without name",
    "nobody once",
    "nobody one word",
    "nobody quoted",
    "nobody definite",
    "nobody indefinite",
    "nobody bare",
    "nobody counted",
    "nobody of bodies",
    "nobody told which",
};
static_assert(std::size(kHomeClueNames) == kHomeClueCount);

constexpr std::string_view kHomeForms[kHomeFormCount] = {"official", "employed", "person", "body", "group"};

}  // namespace

std::string_view to_string(HomeClue clue) {
  return kHomeClueNames[static_cast<std::size_t>(clue)];
}

std::string_view to_string(HomeForm form) {
  return kHomeForms[static_cast<std::size_t>(form)];
}

std::optional<HomeClue> home_clue_from(std::string_view name) {
  return clue_named<HomeClue>(name, kHomeClueNames);
}

std::string home_clue_names() {
  return listed(kHomeClueNames);
}

Result<HomeWeights> read_homes(const std::filesystem::path& path) {
  return read_choice_weights(path, kWhoSchema, "entity", kHomeForms, kHomeClueNames);
}

}  // namespace dragoman
