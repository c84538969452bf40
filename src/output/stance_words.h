// A stance as the predicate of a sentence: "Peru is concerned", "Peru and Chile oppose".
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// The stance of one holder or of many: ("opposes", true) is "oppose", ("concerned", false) is "is concerned".
std::string stance_in_words(std::string_view stance, bool many);

}  // namespace dragoman
