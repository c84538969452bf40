// What a match of a rule must not be in its sentence: the names that `unless:` may have in lexicon/when/rules.txt.
//
//   price      a number behind a currency ("$1990")
//   count      a number that counts the noun behind it ("2000 men")
//   rate       so much for each unit ("$500 a year", "four flights a week")
//   adjective  "the now famous", "an early"; the words are tagged as adjectives or nouns, not as an adverb
//   verb       the word is a verb ("the markets fall")
//   title      inside a name of a work, a firm or a person ("Today" in "USA Today")
#pragma once

#include "when/rules.h"

namespace dragoman {

/// nullptr when there is none of the name.
TimeCondition time_condition(std::string_view name);

}  // namespace dragoman
