// Days, weeks and months as TIMEX3 writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

using Day = std::chrono::sys_days;

int year_of(Day day);
int month_of(Day day);    // 1 … 12
int day_of(Day day);      // 1 … 31
int weekday_of(Day day);  // Monday is 1
Day easter(int year);

/// The day, when there is such a day.
std::optional<Day> make_day(int year, int month, int day);
/// Of a value that begins YYYY-MM-DD.
std::optional<Day> parse_day(std::string_view value);

std::string day_value(Day day);             // 2016-12-03
std::string month_value(int months);        // of months since year 0: 2016-12
std::string week_value(Day day);            // 2016-W48
std::string padded(int number, int width);  // 7 as 07

/// A whole number; nothing when there is anything else in `s`.
std::optional<int> to_number(std::string_view s);

}  // namespace dragoman
