// Reads the codes and patterns of a PETRARCH dictionary (dictionary.h shows them).
#pragma once

#include "petrarch/dictionary.h"

#include <optional>

namespace dragoman {

/// Members by the set's name, which begins with "&"; all in lower case.
using PetrarchSynsets = std::unordered_map<std::string, std::vector<std::vector<std::string>>>;

/// "042", "042:043", ":173", "---". Gives what is wrong, or nothing.
std::optional<std::string> read_petrarch_code(std::string_view text, PetrarchCode& to);

/// "&MILITARY * {RELIEF FOOD} (TO +) [073]" without the dash before it. Gives what is wrong, or nothing.
std::optional<std::string> read_petrarch_pattern(std::string_view text, const PetrarchSynsets& synsets,
                                                 PetrarchPattern& to);

std::string_view trimmed_text(std::string_view text);
std::string lower_text(std::string_view text);
/// Words parted by blanks or underscores.
std::vector<std::string> split_words(std::string_view text);
/// Words parted by blanks alone.
std::vector<std::string> split_blanks(std::string_view text);

}  // namespace dragoman
