#include "output/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include <fmt/format.h>

namespace dragoman {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string words(const std::chrono::year_month_day& day) {
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), kMonths[static_cast<unsigned>(day.month()) - 1],
                     static_cast<int>(day.year()));
}

// The Monday of an ISO week.
std::string week(int year, int number) {
  using namespace std::chrono;
  const sys_days fourth = std::chrono::year(year) / January / 4;
  const sys_days first = fourth - (weekday(fourth) - Monday);
  return "the week of " + words(year_month_day(first + weeks(number - 1)));
}

std::string single(std::string_view value) {
  constexpr std::size_t kYear = 4, kMonth = 7, kDay = 10;
  if (const std::size_t time = value.find('T'); time != std::string_view::npos) value = value.substr(0, time);
  const auto year = number(value.substr(0, std::min(kYear, value.size())));
  if (!year || value.size() < kYear) return {};
  if (value.size() == kYear) return std::string(value);
  if (value.size() == 8 && value[5] == 'W') {
    const auto n = number(value.substr(6));
    return n && *n >= 1 && *n <= 53 ? week(*year, *n) : std::string();
  }
  if (value.size() < kMonth) return {};
  const auto month = number(value.substr(5, 2));
  if (!month || *month < 1 || *month > 12) return {};
  if (value.size() == kMonth) return fmt::format("{} {}", kMonths[static_cast<std::size_t>(*month - 1)], *year);
  const auto day = value.size() == kDay ? number(value.substr(8, 2)) : std::nullopt;
  if (!day || *day < 1 || *day > 31) return {};
  return words(std::chrono::year(*year) / *month / *day);
}

}  // namespace

std::string plain_date(std::string_view value) {
  const std::size_t stroke = value.find('/');
  if (stroke == std::string_view::npos) return single(value);
  const std::string from = single(value.substr(0, stroke)), to = single(value.substr(stroke + 1));
  return from.empty() || to.empty() ? from + to : from + " to " + to;
}

std::string partial_date(std::string_view value) {
  constexpr std::array<std::string_view, 8> kWeekdays = {"",         "Monday", "Tuesday",  "Wednesday",
                                                         "Thursday", "Friday", "Saturday", "Sunday"};
  constexpr std::string_view kNoYear = "XXXX-", kNoWeek = "XXXX-WXX-";
  if (value.starts_with(kNoWeek) && value.size() > kNoWeek.size()) {
    const int day = value[kNoWeek.size()] - '0';
    return day >= 1 && day <= 7 ? std::string(kWeekdays[static_cast<std::size_t>(day)]) : "";
  }
  if (!value.starts_with(kNoYear) || value.size() < kNoYear.size() + 2) return {};
  // A leap year lends its calendar.
  const std::string words = plain_date("2000" + std::string(value.substr(4)));
  return words.ends_with(" 2000") ? words.substr(0, words.size() - 5) : "";
}

}  // namespace dragoman
