// A calendar day as people write it, wherever it stands in a short text: a field, a line, a file's name; and the time
// of day beside it.
//
//   2019-03-12   2019/3/12   20190312   12 March 2019   12th of March, 2019   Mar. 12, 2019   19-Nov-11   25.12.2010
//   12 de marzo de 2019   12. März 2019   2019-W11-2
//   Tue, 03/12/2019 - 17:57   12/03/2019 (which needs an order)   1552406645 (seconds since 1970, alone in the text)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

/// Which number of 12/03/2019 is the day.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first, year_first };

struct WrittenDay {
  std::string day;                       // YYYY-MM-DD; empty where there is none, or more than one reading
  std::string time;                      // HH:MM as it stands beside the day, in whatever zone; empty where none does
  std::size_t begin = 0, end = 0;        // bytes of the day in the text
  bool ambiguous = false;                // 12/03/2019 without an order: either of two days
  bool alone = false;                    // nothing else stands there but its weekday, a time, "Published on"
  DateOrder shows = DateOrder::unknown;  // the order that the numbers show by themselves: 21/02/2015 has the day first
};

/// The first day that is written in `text`, of which no more than the first 120 bytes are looked at. Years of two
/// digits are those from 1950 to 2049. Numbers with dots are read day first when `order` is unknown, others as the
/// weekday beside them tells. Midnight is no time: programs write it behind a day that has none.
WrittenDay written_day(std::string_view text, DateOrder order = DateOrder::unknown);

}  // namespace dragoman
