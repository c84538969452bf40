// The days that a TIMEX3 value covers.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

/// From the first day to the last, both inclusive.
struct DayRange {
  std::chrono::sys_days first, last;
  bool operator==(const DayRange&) const = default;

  int days() const { return static_cast<int>((last - first).count()) + 1; }
  bool overlaps(const DayRange& other) const { return first <= other.last && other.first <= last; }
  bool within(const DayRange& other) const { return other.first <= first && last <= other.last; }
};

/// "2016-12-03", "2016-12", "2016", "2016-W49", "2016-Q4", "2016-H2", "2016-SU" and "a/b"; a time of day is left out.
/// Nothing for values without a year, for durations and for words such as PAST_REF.
std::optional<DayRange> days_of(std::string_view value);

/// "2016-12-03".
std::string day_text(std::chrono::sys_days day);

/// True when both may be the same day or stretch of days: they overlap, or agree in what both say ("XXXX-12-15" and
/// "XXXX-12"), or one says no more than past or future.
bool may_be_same_time(std::string_view a, std::string_view b);

}  // namespace dragoman
