// What speaks for and against a name's being that of a person, a body, a place or a thing: its words, its neighbours
// in every sentence, other names of the document. How much each counts is in lexicon/who/clues.txt.
#pragma once

#include "who/clue.h"
#include "who/name_spans.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// What there is, by Clue.
using ClueSet = std::array<bool, kClueCount>;

/// Of one mention: the recogniser's word for it and its neighbours.
ClueSet clues_around(const EntityBuilder& b, const NameCandidate& name);
/// Of the words alone, wherever they stand.
ClueSet clues_within(const EntityBuilder& b, const std::string& words);

}  // namespace dragoman
