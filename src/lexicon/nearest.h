// The word that somebody who misspelt another most likely meant.
#pragma once

#include <string_view>

namespace dragoman {

/// How many letters were left out, put in, changed or swapped with the next between two words; capitals count as small
/// letters.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Of the words of "a | b | c" the one nearest to `word`, of equally near ones one that begins alike; empty when none
/// is so near that it may be meant.
std::string_view nearest_word(std::string_view word, std::string_view list);

/// True when "a | b | c" has the word.
bool list_has(std::string_view list, std::string_view word);

}  // namespace dragoman
