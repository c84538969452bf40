#include "text/dates.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace dragoman {

bool is_calendar_day(std::string_view s) {
  if (s.size() != 10 || s[4] != '-' || s[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t length) {
    int n = 0;
    for (std::size_t i = at; i < at + length; ++i) n = s[i] < '0' || s[i] > '9' || n < 0 ? -1 : n * 10 + (s[i] - '0');
    return n;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

std::string day_in(std::string_view s) {
  constexpr std::size_t kLongest = 60;
  const std::string text(s.substr(0, kLongest));
  const auto read = [](const char* at, const char* format) -> std::string {
    std::tm tm{};
    if (strptime(at, format, &tm) == nullptr) return {};
    std::array<char, 40> day{};
    std::snprintf(day.data(), day.size(), "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
    return tm.tm_year > 0 && is_calendar_day(day.data()) ? day.data() : "";
  };
  for (const char* format : {"%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%a, %d %b %Y", "%d %b %Y", "%b %d, %Y", "%A, %B %d, %Y",
                             "%A, %d %B %Y", "%a %b %d %Y"}) {
    if (auto day = read(text.c_str(), format); !day.empty()) return day;
  }
  // A time of day may stand before it: "01:38:07 PM IST Nov 20, 2019".
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
    for (const char* format : {"%b %d, %Y", "%d %b %Y"}) {
      if (auto day = read(text.c_str() + at + 1, format); !day.empty()) return day;
    }
  }
  return {};
}

}  // namespace dragoman
