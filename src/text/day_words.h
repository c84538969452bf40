// The words of days in several languages: lexicon/articles/days.txt, compiled into the program.
#pragma once

#include <string_view>

namespace dragoman {

struct NamedDay {
  int number = 0;        // 1 for January and for Monday; 0 where the word is no such name
  bool english = false;  // or cut down from an English one: "Mar"
};

/// All of these take a word in small letters.
NamedDay month_called(std::string_view word);
NamedDay weekday_called(std::string_view word);
/// True for what may stand beside a day without telling of anything else: "published", "gmt".
bool goes_with_a_day(std::string_view word);
/// True for what may stand between a day and its time of day: "at", "um", the "t" of programs.
bool leads_to_a_time(std::string_view word);
/// "th"
bool is_ordinal_ending(std::string_view word);
/// "of", "de"
bool is_between_day_and_month(std::string_view word);

}  // namespace dragoman
