// Calendar days as people and programs give them.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// True for a day of the calendar written YYYY-MM-DD: 2016-02-29, but not 2015-02-29, 2016-2-9 or 20160209.
bool is_calendar_day(std::string_view s);

/// The day of a moment as metadata has it, YYYY-MM-DD: what written_day (text/written_day.h) reads in it. Empty when it
/// is none, or 12/03/2019, which may be two.
std::string day_in(std::string_view s);

/// The same with the time of day where one is told: 2016-12-03T14:30.
std::string moment_in(std::string_view s);

/// The time of day with which `s` begins, HH:MM: of "14:30:15Z" and "2:30 pm". Empty where it begins with none.
std::string time_in(std::string_view s);

/// A day and, where it is known, the time of day.
struct Moment {
  std::string day;   // YYYY-MM-DD
  std::string time;  // HH:MM
};

/// The parts of 2016-12-03 or 2016-12-03T14:30, with a blank for the T, seconds or a zone or without. What does not
/// begin so is left whole as the day.
Moment moment_of(const std::string& published);

/// Both in one: 2016-12-03T14:30; the day alone where the time is not known.
std::string to_string(const Moment& moment);

}  // namespace dragoman
