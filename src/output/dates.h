// Dates as people write them.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// A TIMEX3 or EDTF value in words: "2016-12-03" is "3 December 2016", "2016-12" "December 2016",
/// "2016-12-15/2016-12-16" "15 December 2016 to 16 December 2016", "2022-W29" "the week of 18 July 2022"; empty for
/// values that name no day, month or year of the calendar ("XXXX-WXX-1", "PAST_REF").
std::string plain_date(std::string_view value);

/// What is known of a day whose year or week is not: "XXXX-07-09" is "9 July", "XXXX-07" "July", "XXXX-WXX-2"
/// "Tuesday"; empty for all other values.
std::string partial_date(std::string_view value);

}  // namespace dragoman
