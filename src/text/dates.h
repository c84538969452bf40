// Calendar days as people and programs give them.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// True for a day of the calendar written YYYY-MM-DD: 2016-02-29, but not 2015-02-29, 2016-2-9 or 20160209.
bool is_calendar_day(std::string_view s);

/// The day of a moment as metadata has it, YYYY-MM-DD: "2016-12-03T09:00:00Z", "20161203", "Sat, 03 Dec 2016 09:00:00
/// GMT", "December 3, 2016", "3 Dec 2016". Empty when it is none of these.
std::string day_in(std::string_view s);

}  // namespace dragoman
