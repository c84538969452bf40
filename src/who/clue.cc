#include "who/clue.h"

#include "who/clue_names.h"
#include "who/schema.h"

#include <algorithm>
#include <string>

namespace dragoman {

namespace {

constexpr std::string_view kNames[] = {
    "always",
    "called person",
    "called person in full",
    "called body",
    "called town",
    "called landscape",
    "called building",
    "called people",
    "called thing",
    "title before",
    "honorific before",
    "noun of people before",
    "noun of body before",
    "noun of place before",
    "noun of thing before",
    "article before",
    "direction before",
    "place and comma before",
    "behind in",
    "behind at",
    "behind from",
    "behind to",
    "behind according to",
    "behind of",
    "behind by",
    "behind with",
    "behind for",
    "behind a preposition of place",
    "place behind comma",
    "short form behind",
    "in brackets",
    "based behind",
    "noun of dweller behind",
    "noun of people behind",
    "noun of body behind",
    "noun of medium behind",
    "noun of government behind",
    "noun of place behind",
    "noun behind",
    "number behind",
    "age behind",
    "who behind",
    "where behind",
    "he behind",
    "its behind",
    "speaks",
    "acts",
    "undergoes",
    "is told",
    "is visited",
    "owns",
    "owns a body",
    "is a person",
    "is a body",
    "is a place",
    "beside a person",
    "beside a body",
    "beside a place",
    "first in sentence",
    "in quotation marks",
    "plural",
    "one word",
    "two words",
    "three words",
    "many words",
    "given name first",
    "given name alone",
    "surname of register",
    "particle within",
    "hyphened given name",
    "capitals alone",
    "capitals throughout",
    "capitals within",
    "digit within",
    "ampersand within",
    "small word within",
    "body word last",
    "body word within",
    "place word last",
    "place word first",
    "thing word last",
    "common noun",
    "small elsewhere",
    "country first",
    "village",
    "town",
    "city",
    "great city",
    "other name of town",
    "known region",
    "surname of another",
    "first word of person",
    "surname is a person",
    "first words of body",
    "short form of body",
};
static_assert(std::size(kNames) == kClueCount);

constexpr const char* kReadings[kReadingCount] = {"person", "body", "place", "thing"};

}  // namespace

std::string_view to_string(Clue clue) {
  return kNames[static_cast<std::size_t>(clue)];
}

std::string clue_names() {
  return listed(kNames);
}

std::optional<Clue> clue_from(std::string_view name) {
  return clue_named<Clue>(name, kNames);
}

Result<ClueWeights> read_clues(const std::filesystem::path& path) {
  auto file = read_entries(path, kWhoSchema);
  if (!file) return file.error();
  ClueWeights weights{};
  std::array<bool, kClueCount> found{};
  for (const Stanza& stanza : (*file)->stanzas) {
    const auto row = static_cast<std::size_t>(*clue_from(stanza["clue"]));
    found[row] = true;
    for (std::size_t i = 0; i < kReadingCount; ++i) weights[row][i] = number_in(stanza[kReadings[i]]);
  }
  const auto* const missing = std::find(found.begin(), found.end(), false);
  if (missing != found.end()) {
    const auto clue = static_cast<Clue>(missing - found.begin());
    return (*file)->error(1, "expected an entry with clue: " + std::string(to_string(clue)));
  }
  return weights;
}

}  // namespace dragoman
