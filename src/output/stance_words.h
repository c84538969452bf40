// A stance as the predicate of a sentence: "Peru is concerned", "Peru and Chile oppose the ban".
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// The stance of one holder or of many: ("opposes", true) is "oppose", ("concerned", false) is "is concerned".
std::string stance_in_words(std::string_view stance, bool many);

/// The predicate with what the stance is about. `issue` is its label, which has no article and no quotation marks;
/// article and preposition are taken from the report's `words`:
///   ("opposes", one, "oil ban", "Peru opposes the oil ban") is "opposes the oil ban",
///   ("concerned", one, "oil ban", "is alarmed at the oil ban") "is concerned at the oil ban",
///   ("calls it unjust", one, "oil ban", "the oil ban is unjust") "calls the oil ban unjust".
/// Where the words do not hold the label, and it is no name, it stands behind a colon.
std::string stance_on_issue(std::string_view stance, bool many, const std::string& issue, std::string_view words);

}  // namespace dragoman
