#include "text/days.h"

#include <charconv>

#include <fmt/format.h>

namespace dragoman {

namespace {

namespace ch = std::chrono;

std::optional<int> number(std::string_view s) {
  int n = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (s.empty() || error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return n;
}

DayRange months(int year, unsigned first, unsigned count) {
  const ch::year_month begin = ch::year(year) / ch::month(first);
  const ch::year_month end = begin + ch::months(count - 1);
  return {ch::sys_days(begin / 1), ch::sys_days(end / ch::last)};
}

std::optional<DayRange> week(int year, int week) {
  if (week < 1 || week > 53) return std::nullopt;
  const ch::sys_days fourth(ch::year(year) / 1 / 4);  // always in week 1
  const ch::sys_days monday = fourth - (ch::weekday(fourth) - ch::Monday) + ch::days(7 * (week - 1));
  return DayRange{monday, monday + ch::days(6)};
}

/// What stands after the year: a month, quarter, half, season or week.
std::optional<DayRange> part_of_year(int year, std::string_view part) {
  if (part == "SP") return months(year, 3, 3);
  if (part == "SU") return months(year, 6, 3);
  if (part == "FA") return months(year, 9, 3);
  if (part == "WI") return months(year, 12, 3);
  const auto n = number(part.substr(1));
  if (!n) return std::nullopt;
  switch (part.front()) {
    case 'W':
      return week(year, *n);
    case 'Q':
      return *n >= 1 && *n <= 4 ? std::optional(months(year, static_cast<unsigned>(*n * 3 - 2), 3)) : std::nullopt;
    case 'H':
      return *n >= 1 && *n <= 2 ? std::optional(months(year, static_cast<unsigned>(*n * 6 - 5), 6)) : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::string with_some_year(std::string_view value) {
  std::string out(value);
  for (std::size_t at = out.find("XXXX"); at != std::string::npos; at = out.find("XXXX", at))
    out.replace(at, 4, "2000");
  return out;
}

}  // namespace

std::optional<DayRange> days_of(std::string_view value) {
  if (const std::size_t slash = value.find('/'); slash != std::string_view::npos) {
    const auto a = days_of(value.substr(0, slash)), b = days_of(value.substr(slash + 1));
    if (!a || !b || b->last < a->first) return std::nullopt;
    return DayRange{a->first, b->last};
  }
  value = value.substr(0, value.find('T'));
  if (value.size() < 4) return std::nullopt;
  const auto year = number(value.substr(0, 4));
  if (!year || *year < 1) return std::nullopt;
  if (value.size() == 4) return months(*year, 1, 12);
  if (value[4] != '-' || value.size() < 7) return std::nullopt;
  const std::string_view part = value.substr(5);
  if (part.front() < '0' || part.front() > '9') return part_of_year(*year, part.substr(0, part.find('-')));
  const auto month = number(part.substr(0, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (part.size() == 2) return months(*year, static_cast<unsigned>(*month), 1);
  if (part.size() != 5 || part[2] != '-') return std::nullopt;
  const auto day = number(part.substr(3));
  if (!day || *day < 1) return std::nullopt;
  const ch::year_month_day date(ch::year(*year), ch::month(static_cast<unsigned>(*month)),
                                ch::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return DayRange{ch::sys_days(date), ch::sys_days(date)};
}

std::string day_text(ch::sys_days day) {
  const ch::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

bool may_be_same_time(std::string_view a, std::string_view b) {
  if (a == b || a.ends_with("_REF") || b.ends_with("_REF")) return true;
  auto x = days_of(a), y = days_of(b);
  if (!x && !y) {
    x = days_of(with_some_year(a));
    y = days_of(with_some_year(b));
  }
  return x && y && x->overlaps(*y);
}

}  // namespace dragoman
