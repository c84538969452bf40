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

}  // namespace dragoman
