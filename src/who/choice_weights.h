// Fitted weights of clues for a choice among candidates that compete (antecedents.txt, descriptions.txt): the chance of
// each is its share of exp(sum of weights).
#pragma once

#include "dragoman/result.h"
#include "lexicon/schema.h"
#include "who/clue_names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

namespace dragoman {

/// A weight for each clue, and the chance under which nobody is chosen, for each form of the choice.
template <std::size_t Clues, std::size_t Forms>
struct ChoiceWeights {
  std::array<std::array<double, Clues>, Forms> clues{};
  std::array<double, Forms> least{};
};

/// Reads them from a file of the room's schema: an entry `form_key: FORM` with `least:` for each form, and an entry
/// `clue: NAME` with a number for each form. An Error (kind setup) names the file and line of what cannot be read, and
/// what has no weights.
template <std::size_t Clues, std::size_t Forms>
Result<ChoiceWeights<Clues, Forms>> read_choice_weights(const std::filesystem::path& path, const RoomSchema& schema,
                                                        std::string_view form_key,
                                                        const std::string_view (&forms)[Forms],
                                                        const std::string_view (&clues)[Clues]) {
  auto file = read_entries(path, schema);
  if (!file) return file.error();
  ChoiceWeights<Clues, Forms> weights;
  std::array<bool, Clues> found{};
  std::array<bool, Forms> bounded{};
  for (const Stanza& stanza : (*file)->stanzas) {
    if (!stanza[form_key].empty()) {
      const std::size_t i = *place_of(stanza[form_key], forms);  // the schema knows no other
      bounded[i] = true;
      weights.least[i] = number_in(stanza["least"]);
      continue;
    }
    const std::size_t clue = *place_of(stanza["clue"], clues);
    found[clue] = true;
    for (std::size_t i = 0; i < Forms; ++i) weights.clues[i][clue] = number_in(stanza[forms[i]]);
  }
  for (std::size_t i = 0; i < Forms; ++i) {
    if (!bounded[i])
      return (*file)->error(1, "expected an entry with " + std::string(form_key) + ": " + std::string(forms[i]));
  }
  const auto missing = std::find(found.begin(), found.end(), false);
  if (missing != found.end()) {
    const auto clue = static_cast<std::size_t>(missing - found.begin());
    return (*file)->error(1, "expected an entry with clue: " + std::string(clues[clue]));
  }
  return weights;
}

/// How much of a clue there is.
template <class Clues, class Clue>
auto& clue_of(Clues& clues, Clue of) {
  return clues[static_cast<std::size_t>(of)];
}

/// Says that a clue holds of a candidate, if it does.
template <class Candidate, class Clue>
void set_clue(Candidate& candidate, Clue of, bool holds = true) {
  if (holds) clue_of(candidate.clues, of) = 1;
}

/// Sets the `chance` of all that compete by their `clues`, and by what `beside` adds for a candidate.
template <class Candidate, std::size_t Clues, class Beside>
void set_chances(std::vector<Candidate>& candidates, const std::array<double, Clues>& weights, const Beside& beside) {
  double most = -1e9, sum = 0;
  for (Candidate& c : candidates) {
    c.chance = beside(c);
    for (std::size_t i = 0; i < Clues; ++i) c.chance += static_cast<double>(c.clues[i]) * weights[i];
    most = std::max(most, c.chance);
  }
  for (Candidate& c : candidates) sum += c.chance = std::exp(c.chance - most);
  for (Candidate& c : candidates) c.chance /= sum;
}
template <class Candidate, std::size_t Clues>
void set_chances(std::vector<Candidate>& candidates, const std::array<double, Clues>& weights) {
  set_chances(candidates, weights, [](const Candidate&) { return 0.0; });
}

}  // namespace dragoman
