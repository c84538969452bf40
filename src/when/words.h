// The words of time expressions, from lexicon/when/words.txt.
#pragma once

#include "dragoman/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dragoman {

struct TimeWord {
  enum class Kind : std::uint8_t {
    month,
    weekday,
    unit,
    season,
    part,
    number,
    ordinal,
    day,
    shift,
    reference,
    frequency,
    modifier
  };
  Kind kind = Kind::month;
  int number = 0;     // of months, weekdays (Monday is 1), numbers, shifts
  std::string value;  // as it stands in the lexicon
};

struct TimeLexicon {
  std::unordered_map<std::string, TimeWord> words;  // by lower-case form

  const TimeWord* find(std::string_view lower) const {
    const auto it = words.find(std::string(lower));
    return it == words.end() ? nullptr : &it->second;
  }
  static Result<TimeLexicon> load(const std::filesystem::path& folder);
};

}  // namespace dragoman
