// What the files of fitted weights (clues.txt, antecedents.txt) have in common: a closed list of clues, by name, and a
// number for each.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dragoman {

/// "here | sentence before": all names, as a schema lists what is allowed.
inline std::string listed(std::span<const std::string_view> names) {
  std::string all;
  for (const std::string_view name : names) all.append(all.empty() ? "" : " | ").append(name);
  return all;
}

/// The place of a name in the list; nothing where it is not there.
inline std::optional<std::size_t> place_of(std::string_view name, std::span<const std::string_view> names) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

/// The clue of that name, where the list is that of its kind; nothing where it is not there.
template <class Clue>
std::optional<Clue> clue_named(std::string_view name, std::span<const std::string_view> names) {
  const auto place = place_of(name, names);
  return place ? std::optional(static_cast<Clue>(*place)) : std::nullopt;
}

/// The number of a key that the schema has held to be one.
inline double number_in(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace dragoman
