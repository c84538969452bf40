#include "text/calendar.h"

#include <charconv>

namespace dragoman {

namespace ch = std::chrono;

int year_of(Day day) {
  return static_cast<int>(ch::year_month_day(day).year());
}
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(ch::year_month_day(day).month()));
}
int day_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(ch::year_month_day(day).day()));
}
int weekday_of(Day day) {
  return static_cast<int>(ch::weekday(day).iso_encoding());
}

// By the rule of the Gregorian calendar, after Meeus.
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return Day(ch::year(year) / ch::month(static_cast<unsigned>(n / 31)) / ch::day(static_cast<unsigned>(n % 31 + 1)));
}

std::optional<Day> make_day(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const ch::year_month_day ymd{ch::year(year), ch::month(static_cast<unsigned>(month)),
                               ch::day(static_cast<unsigned>(day))};
  return ymd.ok() ? std::optional<Day>(ymd) : std::nullopt;
}

std::optional<Day> parse_day(std::string_view value) {
  if (value.size() < 10 || value[4] != '-' || value[7] != '-') return std::nullopt;
  const auto y = to_number(value.substr(0, 4)), m = to_number(value.substr(5, 2)), d = to_number(value.substr(8, 2));
  return y && m && d ? make_day(*y, *m, *d) : std::nullopt;
}

std::string padded(int number, int width) {
  const std::string digits = std::to_string(number);
  std::string s(digits.size() < static_cast<std::size_t>(width) ? static_cast<std::size_t>(width) - digits.size() : 0,
                '0');
  return s += digits;
}

std::string day_value(Day day) {
  return padded(year_of(day), 4) + "-" + padded(month_of(day), 2) + "-" + padded(day_of(day), 2);
}

std::string month_value(int months) {
  return padded(months / 12, 4) + "-" + padded(months % 12 + 1, 2);
}

std::string week_value(Day day) {
  const Day thursday = day + ch::days(4 - weekday_of(day));
  const int year = year_of(thursday);
  const auto since_new_year = thursday - Day(ch::year(year) / 1 / 1);
  return padded(year, 4) + "-W" + padded(static_cast<int>(since_new_year.count()) / 7 + 1, 2);
}

std::optional<int> to_number(std::string_view s) {
  int n = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return n;
}

}  // namespace dragoman
