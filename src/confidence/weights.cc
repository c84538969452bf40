#include "confidence/weights.h"

#include "confidence/schema.h"
#include "lexicon/stanza.h"

#include <cmath>
#include <cstdlib>

namespace dragoman {

namespace {

ListWeights& list_of(ConfidenceWeights& weights, std::string_view name) {
  if (name == "events") return weights.events;
  if (name == "statements") return weights.statements;
  if (name == "positions") return weights.positions;
  if (name == "persons") return weights.persons;
  return name == "meetings" ? weights.meetings : weights.agenda;
}

double number(std::string_view text) {
  return std::strtod(std::string(text).c_str(), nullptr);
}

}  // namespace

double ListWeights::chance(const std::vector<std::string>& of) const {
  double sum = base;
  for (const std::string& clue : of) {
    if (const auto known = clues.find(clue); known != clues.end()) sum += known->second;
  }
  return 1 / (1 + std::exp(-sum));
}

void ConfidenceWeights::keep_doubtful() {
  for (ListWeights* list : {&events, &statements, &positions, &meetings, &agenda, &persons}) list->least = 0;
}

Result<ConfidenceWeights> ConfidenceWeights::load(const std::filesystem::path& folder) {
  auto file = read_entries(folder / "weights.txt", kConfidenceSchema);
  if (!file) return file.error();
  ConfidenceWeights weights;
  for (const Stanza& stanza : (*file)->stanzas) {
    if (const std::string_view list = stanza["list"]; !list.empty()) {
      ListWeights& own = list_of(weights, list);
      own.base = number(stanza["base"]);
      own.least = number(stanza["least"]);
    } else {
      list_of(weights, stanza["of"]).clues[std::string(stanza["clue"])] = number(stanza["weight"]);
    }
  }
  return weights;
}

}  // namespace dragoman
