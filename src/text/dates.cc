#include "text/dates.h"

#include "text/written_day.h"

#include <chrono>

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
  return written_day(s).day;
}

std::string moment_in(std::string_view s) {
  const WrittenDay found = written_day(s);
  return to_string(Moment{found.day, found.time});
}

std::string time_in(std::string_view s) {
  return written_day("2000-01-01T" + std::string(s)).time;
}

Moment moment_of(const std::string& published) {
  constexpr std::size_t kDay = 10;
  const std::string day = published.substr(0, kDay);
  const bool timed = published.size() > kDay && (published[kDay] == 'T' || published[kDay] == ' ');
  if (!timed || !is_calendar_day(day)) return {published, ""};
  return {day, written_day(published).time};
}

std::string to_string(const Moment& moment) {
  return moment.time.empty() ? moment.day : moment.day + "T" + moment.time;
}

}  // namespace dragoman
