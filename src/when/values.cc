#include "when/values.h"

#include "language/syntax.h"

namespace dragoman {

namespace {

using Days = std::chrono::days;

int months_of(Day day) {
  return year_of(day) * 12 + month_of(day) - 1;
}
int quarter_of(Day day) {
  return year_of(day) * 4 + (month_of(day) - 1) / 3;
}
std::string quarter_value(int quarter) {
  return padded(quarter / 4, 4) + "-Q" + std::to_string(quarter % 4 + 1);
}

}  // namespace

void TimeAnchors::note(std::string_view value, std::uint32_t sentence) {
  if (value.size() < 4) return;
  const auto y = to_number(value.substr(0, 4));
  if (!y) return;
  year = *y;
  year_sentence = sentence;
  if (value.size() == 7 && value.substr(4, 2) == "-Q") {
    if (const auto q = to_number(value.substr(6))) {
      quarter = *y * 4 + *q - 1;
      quarter_sentence = sentence;
    }
    return;
  }
  if (value.size() >= 7 && value[4] == '-') {
    if (const auto m = to_number(value.substr(5, 2))) {
      month = *y * 12 + *m - 1;
      month_sentence = sentence;
    }
  }
  if (const auto d = parse_day(value)) day = *d;
}

std::span<const std::pair<std::string_view, TimeValue>> time_values() {
  static constexpr std::pair<std::string_view, TimeValue> kValues[] = {
      {"sum", &TimeValues::sum},
      {"product", &TimeValues::product},
      {"spoken-year", &TimeValues::spoken_year},
      {"amount", &TimeValues::amount},
      {"date", &TimeValues::date},
      {"numeric", &TimeValues::numeric},
      {"weekday", &TimeValues::weekday},
      {"near-day", &TimeValues::near_day},
      {"calendar", &TimeValues::calendar},
      {"text-calendar", &TimeValues::text_calendar},
      {"named-month", &TimeValues::named_month},
      {"ago", &TimeValues::ago},
      {"season", &TimeValues::season},
      {"quarter", &TimeValues::quarter},
      {"text-quarter", &TimeValues::text_quarter},
      {"half", &TimeValues::half},
      {"decade", &TimeValues::decade},
      {"century", &TimeValues::century},
      {"holiday", &TimeValues::holiday},
      {"fixed", &TimeValues::fixed},
      {"duration", &TimeValues::duration},
      {"clock", &TimeValues::clock},
      {"part", &TimeValues::part},
      {"every", &TimeValues::every},
      {"frequency", &TimeValues::frequency},
      {"modify", &TimeValues::modify},
      {"at", &TimeValues::at},
      {"week-of", &TimeValues::week_of},
  };
  return kValues;
}

std::string time_value_names() {
  std::string names = "none";
  for (const auto& [name, value] : time_values()) names.append(" | ").append(name);
  return names;
}

TimeValue time_value(std::string_view name) {
  for (const auto& [known, value] : time_values()) {
    if (known == name) return value;
  }
  return nullptr;
}

bool TimeValues::read(const TimeMatch& match, const std::vector<TimeItem>& items, TimeReading& out) {
  if (match.rule->value == nullptr) return false;
  token_ = items[match.end - 1].last;
  for (std::size_t i = match.begin; i < match.end; ++i) {
    // The word that carries the expression hangs highest: "last" below "week", "Dec." above "3".
    const TokenIndex t = items[i].first;
    if (parse_[t].head < items[match.begin].first || parse_[t].head > items[match.end - 1].last) token_ = t;
  }
  out.type = match.rule->type;
  out.mod = match.rule->mod;
  return (this->*match.rule->value)(match, out);
}

// ---- what captures say

const TimeSense* TimeValues::sense(const TimeMatch& m, std::string_view name) const {
  const TimeItem* item = m[name];
  if (item == nullptr) return nullptr;
  const TimeSense* s = item->sense(words_.kind(name));
  return s != nullptr || item->word == nullptr || item->word->senses.empty() ? s : &item->word->senses.front();
}

std::optional<int> TimeValues::number(const TimeMatch& m, std::string_view name) const {
  const TimeItem* item = m[name];
  if (item == nullptr) return std::nullopt;
  if (item->is(time_kind::kNth | time_kind::kNumber | time_kind::kYear | time_kind::kDecade)) return item->number;
  const TimeSense* s = sense(m, name);
  return s != nullptr ? std::optional<int>(s->number) : std::nullopt;
}

std::optional<int> TimeValues::shift(const TimeMatch& m) const {
  if (const auto constant = to_number(m.rule->constant("shift"))) return constant;
  if (const TimeSense* s = sense(m, "shift")) return s->number;
  if (const TimeSense* s = sense(m, "text-shift")) return s->number;
  return std::nullopt;
}

std::optional<int> TimeValues::named_year(const TimeMatch& m) const {
  if (const TimeItem* year = m["year"]) return year->number;
  if (const TimeItem* year = m["short-year"]) return year->number < 50 ? 2000 + year->number : 1900 + year->number;
  if (m["year-shift"] != nullptr && at_.today) return year_of(*at_.today) + sense(m, "year-shift")->number;
  if (m.rule->constant("year") == "text" && at_.year) return *at_.year;
  return std::nullopt;
}

std::string TimeValues::unit(const TimeMatch& m) const {
  if (const std::string_view constant = m.rule->constant("unit"); !constant.empty()) return std::string(constant);
  const TimeSense* s = sense(m, "unit");
  if (s == nullptr) s = sense(m, "units");
  return s == nullptr ? std::string() : s->value;
}

const TimeReading* TimeValues::reading(const TimeMatch& m, std::string_view name) const {
  const TimeItem* item = m[name];
  return item == nullptr || item->reading < 0 ? nullptr : &readings_[static_cast<std::size_t>(item->reading)];
}

namespace {

/// The year nearest to one that has the day: only 29 February is not in each. Day 0 is the whole month.
int year_with(int year, int month, int day) {
  constexpr int kMostBetween = 8;  // leap years, where a century ends
  for (int step = 0; day > 0 && step <= kMostBetween; ++step) {
    for (const int near : {year - step, year + step}) {
      if (make_day(near, month, day)) return near;
    }
  }
  return year;
}

}  // namespace

std::string TimeValues::year_for(const TimeMatch& m, int month, int day) const {
  if (const auto y = named_year(m)) return padded(*y, 4);
  if (!at_.today) return "XXXX";
  const int year = year_of(*at_.today), here = months_of(*at_.today), there = year * 12 + month - 1;
  const int today = day_of(*at_.today);
  const bool later = there > here || (there == here && day > today);
  const bool earlier = there < here || (there == here && day > 0 && day < today);
  const bool future = looks() == Direction::future;
  // What a report names by its day alone lies within a few months of it, whatever the tense.
  constexpr int kNear = 2;
  int near = year;
  if (future && earlier && (day == 0 || here - there > kNear)) near = year + 1;
  if (!future && later && (day == 0 || there - here > kNear)) near = year - 1;
  return padded(year_with(near, month, day), 4);
}

std::string TimeValues::day_from(std::optional<Day> from, int days) const {
  return from ? day_value(*from + Days(days)) : "XXXX-XX-XX";
}

std::string TimeValues::unit_from(std::optional<Day> from, const std::string& unit, int shift) const {
  if (unit == "D") return day_from(from, shift);
  if (!from) {
    if (unit == "W") return "XXXX-WXX";
    if (unit == "WE") return "XXXX-WXX-WE";
    if (unit == "M") return "XXXX-XX";
    if (unit == "Q") return "XXXX-QX";
    return unit == "Y" ? "XXXX" : "";
  }
  if (unit == "W") return week_value(*from + Days(7 * shift));
  if (unit == "2W") return week_value(*from + Days(14 * shift));
  if (unit == "WE") return week_value(*from + Days(7 * shift)) + "-WE";
  if (unit == "M") return month_value(months_of(*from) + shift);
  if (unit == "Q") return quarter_value(quarter_of(*from) + shift);
  if (unit == "Y") return padded(year_of(*from) + shift, 4);
  if (unit == "DE") return padded(year_of(*from) / 10 + shift, 3);
  if (unit == "CE") return padded(year_of(*from) / 100 + shift, 2);
  return {};
}

// ---- dates

// "May", "Dec. 15 and 16", "26 July 2022", "1996", "June last year".
bool TimeValues::date(const TimeMatch& m, TimeReading& out) const {
  if (m["month"] == nullptr && m["short-month"] == nullptr) {
    const auto y = named_year(m);
    if (!y || *y < 1000) return false;
    out.value = padded(*y, 4);
    out.kinds = time_kind::kAYear | time_kind::kADate;
    return true;
  }
  const TimeSense* named = sense(m, m["month"] != nullptr ? "month" : "short-month");
  const int month = named->number;
  const int first = number(m, "day").value_or(0), last = number(m, "last").value_or(0);
  if (last > 0 && m["last-month"] == nullptr && last <= first) return false;
  const bool same_month = m["last-month"] == nullptr;
  const std::string year = year_for(m, month, last > 0 && same_month ? last : first);
  constexpr int kLeapYear = 2000;  // has all days; so has a year that is not known
  const int there = to_number(year).value_or(kLeapYear);
  if (first > 0 && !make_day(there, month, first)) return false;
  out.value = year + "-" + padded(month, 2);
  out.kinds = time_kind::kADate | (first > 0 ? time_kind::kADay : time_kind::kAMonth);
  if (first > 0) out.value.append("-").append(padded(first, 2));
  if (last > 0) {
    const TimeSense* end = m["last-month"] != nullptr ? m["last-month"]->sense(words_.kind("month")) : named;
    if (end == nullptr || !make_day(there, end->number, last)) return false;
    out.value.append("/").append(year).append("-").append(padded(end->number, 2)).append("-").append(padded(last, 2));
  }
  return true;
}

// "2016-12-03", "12/03/2016", "3/12".
bool TimeValues::numeric(const TimeMatch& m, TimeReading& out) const {
  const auto month = number(m, "month"), day = number(m, "day");
  if (!month || !day) return false;
  const std::string year = year_for(m, *month, *day);
  const auto y = to_number(year);
  if (y && !make_day(*y, *month, *day)) return false;
  out.value = year + "-" + padded(*month, 2) + "-" + padded(*day, 2);
  out.kinds = time_kind::kADate | time_kind::kADay;
  return true;
}

bool TimeValues::dates_past_deed() const {
  TokenIndex t = token_;
  for (int step = 0; step < 3 && parse_[t].head != t; ++step, t = parse_[t].head) {
    const TokenIndex above = parse_[t].head;
    if (!is_verbal(parse_[above])) continue;
    const Relation r = parse_[t].relation;
    const bool adverbial = r == Relation::npadvmod || (r == Relation::prep && parse_[t].lower == "on");
    const VerbForm form = verb_form(parse_, above);
    return adverbial && form.tense == Tense::past && form.modal == kNoToken && looks() == Direction::past;
  }
  return false;
}

// "Friday", "last Friday", "the following Monday".
bool TimeValues::weekday(const TimeMatch& m, TimeReading& out) const {
  const int weekday = number(m, "weekday").value_or(0);
  if (weekday == 0) return false;
  out.kinds = time_kind::kADate | time_kind::kADay;
  const std::optional<Day> from = m["text-shift"] != nullptr && at_.day ? at_.day : at_.today;
  if (!from) {
    out.value = "XXXX-WXX-" + std::to_string(weekday);
    return true;
  }
  int days = weekday - weekday_of(*from);  // within the week of `from`
  const auto by = shift(m);
  if (m.rule->constant("in") == "week") {  // "Tuesday of last week"
    days += 7 * by.value_or(0);
  } else if (by && *by < 0) {
    if (days >= 0) days -= 7;
  } else if (by && *by > 0) {
    if (days <= 0) days += 7;
  } else if ((by && !dates_past_deed()) || looks() == Direction::future) {
    if (days < 0) days += 7;
  } else if (days > 0) {
    days -= 7;
  }
  days += 7 * to_number(m.rule->constant("weeks")).value_or(0);
  out.value = day_from(from, days);
  return true;
}

// "today", "yesterday", "the day before yesterday".
bool TimeValues::near_day(const TimeMatch& m, TimeReading& out) const {
  out.value = day_from(at_.today, shift(m).value_or(number(m, "near-day").value_or(0)));
  out.kinds = time_kind::kADate | time_kind::kADay;
  return true;
}

// "last week", "this year", "the coming months".
bool TimeValues::calendar(const TimeMatch& m, TimeReading& out) const {
  const std::string u = unit(m);
  int by = shift(m).value_or(0);
  if (u == "WE" && !shift(m) && at_.today && weekday_of(*at_.today) < 6 && looks() == Direction::past) by = -1;
  out.value = unit_from(at_.today, u, by);
  out.kinds = time_kind::kADate | (u == "D"   ? time_kind::kADay
                                   : u == "M" ? time_kind::kAMonth
                                   : u == "Y" ? time_kind::kAYear
                                              : 0);
  return !out.value.empty();
}

// "that day", "the same year", "the following month": from what the text named last.
bool TimeValues::text_calendar(const TimeMatch& m, TimeReading& out) const {
  const std::string u = unit(m);
  const int by = shift(m).value_or(0);
  out.kinds = time_kind::kADate | (u == "D"   ? time_kind::kADay
                                   : u == "M" ? time_kind::kAMonth
                                   : u == "Y" ? time_kind::kAYear
                                              : 0);
  if (u == "Y" && at_.year) {
    out.value = padded(*at_.year + by, 4);
  } else if (u == "M" && at_.month) {
    out.value = month_value(*at_.month + by);
  } else if (u == "Q" && at_.quarter) {
    out.value = quarter_value(*at_.quarter + by);
  } else {
    out.value = unit_from(at_.day ? at_.day : at_.today, u, by);
  }
  return !out.value.empty();
}

// "last May" is the nearest that is over, "next May" the nearest to come, "this May" that of the year.
bool TimeValues::named_month(const TimeMatch& m, TimeReading& out) const {
  const int month = sense(m, "month")->number, day = number(m, "day").value_or(0), by = shift(m).value_or(0);
  std::string year = "XXXX";
  if (at_.today) {
    const int here = month_of(*at_.today);
    int y = year_of(*at_.today);
    if (by < 0 && month >= here) --y;
    if (by > 0 && month <= here) ++y;
    if (day > 0 && !make_day(y, month, day)) return false;
    year = padded(y, 4);
  }
  out.value = year + "-" + padded(month, 2);
  if (day > 0) out.value.append("-").append(padded(day, 2));
  out.kinds = time_kind::kADate | (day > 0 ? time_kind::kADay : time_kind::kAMonth);
  return true;
}

// "two years ago", "three days later", "a year earlier": as exact as the unit.
bool TimeValues::ago(const TimeMatch& m, TimeReading& out) const {
  const int sign = to_number(m.rule->constant("sign")).value_or(-1);
  const std::uint32_t sentence = parse_[token_].sentence;
  out.anchors = false;
  const bool by_text = m.rule->constant("from") == "text";
  const auto n = to_number(how_many(m));
  std::string u = unit(m);
  out.type = TimeType::date;
  if (!n) {
    out.value.assign(sign < 0 ? "PAST_REF" : "FUTURE_REF");
    return true;
  }
  // A report on a quarter's results compares it with the same quarter a year before.
  if (u == "Y" && *n == 1 && at_.quarter && sentence - at_.quarter_sentence <= 2) {
    out.value = quarter_value(*at_.quarter + 4 * sign);
    return true;
  }
  const std::optional<Day> from = by_text && at_.day ? at_.day : at_.today;
  int by = sign * *n;
  if (u == "DE" || u == "CE") {
    by *= u == "DE" ? 10 : 100;
    u.assign(1, 'Y');
  }
  if (u == "Y" && by_text && at_.year && sentence - at_.year_sentence <= 1) {
    out.value = padded(*at_.year + by, 4);
  } else if (u == "M" && by_text && at_.month && sentence - at_.month_sentence <= 1) {
    out.value = month_value(*at_.month + by);
  } else if (u.starts_with("T")) {
    out.value = day_from(from, 0);
  } else {
    out.value = unit_from(from, u, by);
  }
  out.kinds = time_kind::kADate | (u == "D" ? time_kind::kADay : 0);
  return !out.value.empty();
}

// "last winter", "the summer of 1997", "spring".
bool TimeValues::season(const TimeMatch& m, TimeReading& out) const {
  const TimeSense* named = sense(m, "season");
  std::string year = "XXXX";
  if (const auto y = named_year(m)) {
    year = padded(*y, 4);
  } else if (at_.today) {
    // Months in which a season of the northern half of the world begins.
    const int begins = named->value == "SP" ? 3 : named->value == "SU" ? 6 : named->value == "FA" ? 9 : 12;
    const int here = month_of(*at_.today), by = shift(m).value_or(0);
    int y = year_of(*at_.today);
    if (by < 0) {
      // The winter just over began in the year before.
      if (here < begins + 3 || begins == 12) --y;
    } else if (by > 0) {
      if (here >= begins) ++y;
    } else if (!shift(m) && begins > here && looks() == Direction::past) {
      --y;
    }
    year = padded(y, 4);
  }
  out.value = year + "-" + named->value;
  out.kinds = time_kind::kADate;
  return true;
}

// "the third quarter of 1989", "fourth-quarter profit", "next year's first quarter".
bool TimeValues::quarter(const TimeMatch& m, TimeReading& out) const {
  const int q = m.rule->constant("quarter").empty() ? number(m, "ordinal").value_or(0) : 4;
  if (q < 1 || q > 4) return false;
  std::string year = "XXXX";
  if (const auto y = named_year(m)) {
    year = padded(*y, 4);
  } else if (at_.today) {
    const int now = quarter_of(*at_.today) % 4 + 1;
    year = padded(year_of(*at_.today) - (q > now && looks() == Direction::past ? 1 : 0), 4);
  }
  out.value = year + "-Q" + std::to_string(q);
  out.kinds = time_kind::kADate;
  return true;
}

// "the quarter", "the latest quarter", "the year-earlier period", "the 1988 quarter": the one that the text speaks of.
bool TimeValues::text_quarter(const TimeMatch& m, TimeReading& out) const {
  std::optional<int> q = at_.quarter;
  if (q && parse_[token_].sentence - at_.quarter_sentence > 40) q.reset();
  if (!q && at_.today && m.rule->constant("needs") != "quarter") q = quarter_of(*at_.today) - 1;
  if (!q) return false;
  if (const auto named = number(m, "ordinal"); named && *named >= 1 && *named <= 4) q = *q / 4 * 4 + *named - 1;
  out.anchors = m.rule->constant("needs").empty();
  int year = *q / 4 - (m.rule->constant("back").empty() ? 0 : 1);
  if (const auto y = named_year(m)) year = *y;
  out.value = quarter_value(year * 4 + *q % 4);
  out.kinds = time_kind::kADate;
  return true;
}

// "the first half of 1997".
bool TimeValues::half(const TimeMatch& m, TimeReading& out) const {
  const TimeItem* which = m["ordinal"];
  const int half = which == nullptr || which->lower == "last" ? 2 : number(m, "ordinal").value_or(0);
  if (half != 1 && half != 2) return false;
  std::string year = "XXXX";
  if (const auto y = named_year(m)) {
    year = padded(*y, 4);
  } else if (at_.today) {
    const bool before = half == 2 && month_of(*at_.today) < 7 && looks() == Direction::past;
    year = padded(year_of(*at_.today) - (before ? 1 : 0), 4);
  }
  out.value = year + "-H" + std::to_string(half);
  out.kinds = time_kind::kADate;
  return true;
}

// "the 1990s", "the '80s", "the nineties".
bool TimeValues::decade(const TimeMatch& m, TimeReading& out) const {
  const auto n = number(m, "decade");
  if (!n) return false;
  out.value = padded(*n, 3);
  out.kinds = time_kind::kADate;
  return true;
}

bool TimeValues::century(const TimeMatch& m, TimeReading& out) const {
  const auto n = number(m, "ordinal");
  if (!n || *n < 1 || *n > 30) return false;
  out.value = padded(*n - 1, 2);
  out.kinds = time_kind::kADate;
  return true;
}

bool TimeValues::holiday(const TimeMatch& m, TimeReading& out) const {
  const std::string_view day = m.rule->constant("day");
  const auto in_year = [&](int year) -> std::optional<Day> {
    if (day.starts_with("easter")) {
      return easter(year) + Days(to_number(day.substr(day[6] == '+' ? 7 : 6)).value_or(0));
    }
    const int month = to_number(day.substr(0, 2)).value_or(0);
    if (day.substr(3, 3) != "WXX") return make_day(year, month, to_number(day.substr(3)).value_or(0));
    const int weekday = to_number(day.substr(7, 1)).value_or(1);
    if (day.substr(9, 1) == "L") {
      const Day end = *make_day(year + month / 12, month % 12 + 1, 1) - Days(1);
      return end - Days((weekday_of(end) - weekday + 7) % 7);
    }
    const Day begin = *make_day(year, month, 1);
    const int more = day.size() > 11 ? to_number(day.substr(11)).value_or(0) : 0;
    return begin +
           Days((weekday - weekday_of(begin) + 7) % 7 + 7 * (to_number(day.substr(9, 1)).value_or(1) - 1) + more);
  };
  out.kinds = time_kind::kADate | time_kind::kADay;
  std::optional<int> year = named_year(m);
  if (!year && at_.today) {
    year = year_of(*at_.today);
    const auto there = in_year(*year);
    const auto by = shift(m);
    const bool future = by ? *by > 0 : looks() == Direction::future;
    if (there && future && *there < *at_.today) ++*year;
    // A feast that is near is the one to come, whatever the tense.
    if (there && !future && *there > *at_.today && (by || *there - *at_.today > Days(60))) --*year;
  }
  if (!year) {
    out.value = day.size() == 5 ? "XXXX-" + std::string(day) : "XXXX-XX-XX";
    return true;
  }
  const auto there = in_year(*year);
  if (!there) return false;
  out.value = day_value(*there);
  return true;
}

}  // namespace dragoman
