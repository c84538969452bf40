// Calendar days as people give them to the program.
#pragma once

#include <string_view>

namespace dragoman {

/// True for a day of the calendar written YYYY-MM-DD: 2016-02-29, but not 2015-02-29, 2016-2-9 or 20160209.
bool is_calendar_day(std::string_view s);

}  // namespace dragoman
