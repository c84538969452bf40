// A stance as the predicate of a sentence, in the tense in which the report tells it: "Peru is concerned", "Peru and
// Chile opposed the ban". Whatever shows a position words it here.
#pragma once

#include "dragoman/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

/// How many hold a stance, and in which tense the report tells it; without one it is in the present.
struct StanceForm {
  bool many = false;
  std::optional<StanceTense> tense = {};
};

/// The stance of one holder or of many: ("opposes", many) is "oppose", ("opposes", past) "opposed", ("concerned", past)
/// "was concerned", ("does not support", perfect) "has not supported".
std::string stance_in_words(std::string_view stance, StanceForm form);

/// As a list of positions shows it: its name where it is held now or no tense is known ("concerned"), else in words
/// ("was concerned").
std::string stance_in_list(std::string_view stance, std::optional<StanceTense> tense);

/// The predicate with what the stance is about. `issue` is its label, which has no article and no quotation marks;
/// article and preposition are taken from the report's `words`:
///   ("opposes", one, "oil ban", "Peru opposes the oil ban") is "opposes the oil ban",
///   ("concerned", one, "oil ban", "is alarmed at the oil ban") "is concerned at the oil ban",
///   ("calls it unjust", one, "oil ban", "the oil ban is unjust") "calls the oil ban unjust".
/// Where the words do not hold the label, and it is no name, it stands behind a colon.
std::string stance_on_issue(std::string_view stance, StanceForm form, const std::string& issue, std::string_view words);

/// The words of the condition on which a stance is taken, as they stand behind it: "if both sides ask for it".
std::string condition_in_words(std::string_view words);

}  // namespace dragoman
