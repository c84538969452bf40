// What several tables have in common: closed sets as dictionaries, and days.
#pragma once

#include "lexicon/codebooks.h"
#include "record/names.h"
#include "text/days.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman::python {

/// The words of a closed set, in the order of its enum.
template <class Enum>
std::vector<std::string> words_to(Enum last) {
  std::vector<std::string> out;
  for (int i = 0; i <= static_cast<int>(last); ++i) out.emplace_back(to_string(static_cast<Enum>(i)));
  return out;
}

/// PLOVER's types, in the codebook's order.
inline std::vector<std::string> event_types() {
  std::vector<std::string> out;
  for (const std::string_view type : split_values(kEventTypes)) out.emplace_back(type);
  return out;
}

/// The day that a value such as "2016-12-03" stands for; nothing for a longer time.
inline std::optional<std::chrono::sys_days> one_day(std::string_view value) {
  const auto days = days_of(value);
  return days && days->first == days->last ? std::optional(days->first) : std::nullopt;
}

}  // namespace dragoman::python
