#include "when/times.h"

#include "language/syntax.h"
#include "lexicon/lexicon.h"
#include "when/words.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

namespace dragoman {

namespace {

namespace ch = std::chrono;
using Kind = TimeWord::Kind;

// One expression that was read: its end and what it says.
struct Reading {
  TokenIndex end = 0;
  std::string type = "DATE", value, mod;
};

std::optional<int> digits(std::string_view s) {
  int n = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return n;
}

std::string format(const char* pattern, int a, int b = 0, int c = 0) {
  char out[40];
  std::snprintf(out, sizeof out, pattern, a, b, c);
  return out;
}

class Times {
 public:
  explicit Times(Story& story) : story_(story), parse_(story.parse), words_(*story.lexicon.times) {
    const std::string& date = story.record.document.published.value;
    if (date.size() >= 10) {
      const auto y = digits(date.substr(0, 4)), m = digits(date.substr(5, 2)), d = digits(date.substr(8, 2));
      if (y && m && d) {
        const ch::year_month_day day{ch::year(*y), ch::month(static_cast<unsigned>(*m)),
                                     ch::day(static_cast<unsigned>(*d))};
        if (day.ok()) today_ = day;
      }
    }
  }

  void run() {
    story_.time_at.assign(parse_.size(), -1);
    for (TokenIndex t = 0; t < parse_.size();) {
      if ((t < story_.boilerplate.size() && story_.boilerplate[t]) || parse_[t].is_space) {
        ++t;
        continue;
      }
      if (auto reading = read(t)) {
        keep(t, *reading);
        t = std::max(reading->end, t + 1);
      } else {
        ++t;
      }
    }
  }

 private:
  const Token& at(TokenIndex t) const {
    static const Token kNothing;
    return t < parse_.size() ? parse_[t] : kNothing;
  }
  const TimeWord* word(TokenIndex t) const { return t < parse_.size() ? words_.find(parse_[t].lower) : nullptr; }
  bool is(TokenIndex t, Kind kind) const {
    const TimeWord* w = word(t);
    return w != nullptr && w->kind == kind;
  }
  bool text_is(TokenIndex t, std::string_view lower) const { return at(t).lower == lower; }
  /// May is a modal and March a verb too: names of months are tagged as names.
  bool is_month(TokenIndex t) const {
    return is(t, Kind::month) &&
           (at(t).tag == Tag::nnp || at(t).tag == Tag::nnps || at(t).lower.size() > 5 || at(t).name == NameType::date);
  }

  std::optional<int> year(TokenIndex t) const {
    const auto n = digits(at(t).lower);
    if (n && at(t).lower.size() == 4 && *n >= 1000 && *n <= 2100) return n;
    return std::nullopt;
  }
  std::optional<int> day_number(TokenIndex t) const {
    std::string_view s = at(t).lower;
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
      if (s.size() > 2 && s.ends_with(ending)) {
        s.remove_suffix(2);
        break;
      }
    }
    const auto n = digits(s);
    return n && *n >= 1 && *n <= 31 && s.size() <= 2 ? n : std::nullopt;
  }
  // "3", "three", "a", "several" (X).
  std::optional<std::string> quantity(TokenIndex t) const {
    if (const auto n = digits(at(t).lower)) return std::to_string(*n);
    if (is(t, Kind::number)) return word(t)->value;
    return std::nullopt;
  }

  // ---- tense

  enum class Direction { past, future };
  Direction direction(TokenIndex t) const {
    TokenIndex v = t;
    for (int step = 0; step < kMaxClimb && !is_verbal(parse_[v]) && parse_[v].head != v; ++step) v = parse_[v].head;
    if (!is_verbal(parse_[v])) return Direction::past;
    if (parse_[v].relation == Relation::aux) v = parse_[v].head;
    const VerbForm form = verb_form(parse_, v);
    if (form.tense == Tense::future || form.modal != kNoToken || (form.infinitive && form.tense == Tense::none))
      return Direction::future;
    if (form.tense == Tense::present && !form.perfect) return Direction::future;
    return Direction::past;
  }

  // ---- values

  static std::string day_value(ch::year_month_day d) {
    return format("%04d-%02d-%02d", static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
                  static_cast<int>(static_cast<unsigned>(d.day())));
  }
  std::string day_from_today(int days) const {
    if (!today_) return format("XXXX-XX-XX", 0);
    return day_value(ch::year_month_day(ch::sys_days(*today_) + ch::days(days)));
  }
  std::string month_value(int months_from_now) const {
    const auto m = ch::year_month(today_->year(), today_->month()) + ch::months(months_from_now);
    return format("%04d-%02d", static_cast<int>(m.year()), static_cast<int>(static_cast<unsigned>(m.month())));
  }
  static std::string week_value(ch::sys_days day) {
    const ch::weekday wd(day);
    const ch::sys_days thursday = day + ch::days(4 - static_cast<int>(wd.iso_encoding()));
    const ch::year_month_day ymd(thursday);
    const int week = (thursday - ch::sys_days(ymd.year() / 1 / 1)).count() / 7 + 1;
    return format("%04d-W%02d", static_cast<int>(ymd.year()), week);
  }

  // The year in which a month (and day) lies that was named without one.
  int year_of(int month, int day, TokenIndex t) const {
    const int y = static_cast<int>(today_->year()), m = static_cast<int>(static_cast<unsigned>(today_->month()));
    const int d = static_cast<int>(static_cast<unsigned>(today_->day()));
    const bool later = month > m || (month == m && day > d && day > 0);
    const bool earlier = month < m || (month == m && day > 0 && day < d);
    if (direction(t) == Direction::future) return earlier && (m - month) > 2 ? y + 1 : earlier && day == 0 ? y + 1 : y;
    return later && (day == 0 || (month - m) > 2) ? y - 1 : y;
  }

  std::string weekday_value(int weekday, TokenIndex t, std::optional<int> shift) const {
    if (!today_) return format("XXXX-WXX-%d", weekday);
    const ch::sys_days now(*today_);
    const int here = static_cast<int>(ch::weekday(now).iso_encoding());
    int days = weekday - here;  // in this week
    if (shift && *shift != 0) {
      if (*shift < 0) {
        days = days >= 0 ? days - 7 : days;
      } else {
        days = days <= 0 ? days + 7 : days;
      }
    } else if (direction(t) == Direction::future) {
      if (days < 0) days += 7;
    } else if (days > 0) {
      days -= 7;
    }
    return day_from_today(days);
  }

  // ---- expressions

  std::optional<Reading> read(TokenIndex t) const {
    if (auto r = numeric_date(t)) return r;
    if (auto r = modified(t)) return r;
    return unmodified(t);
  }

  // "late last month", "early Monday", "mid-2017", "later this month".
  std::optional<Reading> modified(TokenIndex t) const {
    if (!is(t, Kind::modifier)) return std::nullopt;
    TokenIndex next = t + 1;
    if (text_is(next, "-")) ++next;
    if (text_is(next, "in")) ++next;
    if (text_is(next, "the")) ++next;
    auto r = unmodified(next);
    if (!r) return std::nullopt;
    if (r->type == "DURATION") return std::nullopt;
    r->mod = word(t)->value;
    return r;
  }

  std::optional<Reading> unmodified(TokenIndex t) const {
    if (auto r = month_date(t)) return r;
    if (auto r = day_month(t)) return r;
    if (auto r = weekday(t)) return r;
    if (auto r = shifted(t)) return r;
    if (auto r = relative_day(t)) return r;
    if (auto r = duration(t)) return r;
    if (auto r = clock(t)) return r;
    if (auto r = decade(t)) return r;
    if (auto r = bare_year(t)) return r;
    if (auto r = reference(t)) return r;
    if (auto r = frequency(t)) return r;
    return std::nullopt;
  }

  // 2016-12-03, 12/03/2016, 12/3/16.
  std::optional<Reading> numeric_date(TokenIndex t) const {
    const std::string_view s = at(t).text;
    Reading r;
    r.end = t + 1;
    if (s.size() == 10 && s[4] == '-' && s[7] == '-') {
      const auto y = digits(s.substr(0, 4)), m = digits(s.substr(5, 2)), d = digits(s.substr(8, 2));
      if (y && m && d && *m >= 1 && *m <= 12 && *d >= 1 && *d <= 31) {
        r.value = std::string(s);
        return r;
      }
    }
    const std::size_t first = s.find('/'), second = s.rfind('/');
    if (first != std::string_view::npos && second > first) {
      const auto m = digits(s.substr(0, first)), d = digits(s.substr(first + 1, second - first - 1)),
                 y = digits(s.substr(second + 1));
      if (m && d && y && *m >= 1 && *m <= 12 && *d >= 1 && *d <= 31) {
        r.value = format("%04d-%02d-%02d", *y < 50 ? 2000 + *y : *y < 100 ? 1900 + *y : *y, *m, *d);
        return r;
      }
    }
    return std::nullopt;
  }

  // ", 2022" or "2022" behind a date.
  std::optional<int> trailing_year(TokenIndex& t) const {
    TokenIndex y = t;
    if (text_is(y, ",")) ++y;
    const auto n = year(y);
    if (n) t = y + 1;
    return n;
  }

  // "May", "May 2017", "Dec. 15 and 16", "December 13-15, 2022".
  std::optional<Reading> month_date(TokenIndex t) const {
    if (!is_month(t)) return std::nullopt;
    const int month = word(t)->number;
    Reading r;
    TokenIndex next = t + 1;
    int first = 0, last = 0;
    if (const auto d = day_number(next); d && !year(next)) {
      first = *d;
      ++next;
      const bool joins = text_is(next, "and") || text_is(next, "-") || text_is(next, "to") ||
                         text_is(next, "through") || text_is(next, "\xE2\x80\x93") || text_is(next, "or");
      if (const auto e = day_number(next + 1); joins && e && *e > first) {
        last = *e;
        next += 2;
      }
    } else if (day_range(at(next).text, first, last)) {
      ++next;
    }
    if (text_is(next, "of") && year(next + 1)) ++next;
    auto y = trailing_year(next);
    r.end = next;
    if (!y && today_) y = year_of(month, last > 0 ? last : first, t);
    const std::string prefix = (y ? format("%04d-", *y) : std::string("XXXX-")) + format("%02d", month);
    r.value = first == 0 ? prefix : prefix + format("-%02d", first);
    if (last > 0) r.value += "/" + prefix + format("-%02d", last);
    return r;
  }

  // "13-15" as one token.
  static bool day_range(std::string_view s, int& first, int& last) {
    std::size_t dash = s.find('-'), width = 1;
    if (dash == std::string_view::npos) {
      dash = s.find("\xE2\x80\x93");
      width = 3;
    }
    if (dash == std::string_view::npos) return false;
    const auto a = digits(s.substr(0, dash)), b = digits(s.substr(dash + width));
    if (!a || !b || *a < 1 || *b > 31 || *a >= *b) return false;
    first = *a;
    last = *b;
    return true;
  }

  // "26 July 2022", "the 15th of May".
  std::optional<Reading> day_month(TokenIndex t) const {
    const auto d = day_number(t);
    if (!d) return std::nullopt;
    TokenIndex next = t + 1;
    if (text_is(next, "of")) ++next;
    if (!is_month(next)) return std::nullopt;
    const int month = word(next)->number;
    ++next;
    auto y = trailing_year(next);
    if (!y && today_) y = year_of(month, *d, t);
    Reading r;
    r.end = next;
    r.value = (y ? format("%04d-", *y) : std::string("XXXX-")) + format("%02d-%02d", month, *d);
    return r;
  }

  std::optional<Reading> weekday(TokenIndex t) const {
    if (!is(t, Kind::weekday)) return std::nullopt;
    // "Friday, Dec. 3": the date says it all.
    TokenIndex next = t + 1;
    if (text_is(next, ",")) ++next;
    if (auto date = month_date(next); date && date->value.size() >= 10) return date;
    Reading r;
    r.end = t + 1;
    r.value = weekday_value(word(t)->number, t, std::nullopt);
    add_part(r);
    return r;
  }

  // "Friday morning", "yesterday evening".
  void add_part(Reading& r) const {
    if (!is(r.end, Kind::part)) return;
    const std::string& part = word(r.end)->value;
    r.type = "TIME";
    r.value += part.starts_with("T") ? part : "T" + part;
    ++r.end;
  }

  // "last week", "this year", "next Friday", "last May", "the past two years", "this morning".
  std::optional<Reading> shifted(TokenIndex t) const {
    TokenIndex next = t;
    if (text_is(next, "the") || text_is(next, "over") || text_is(next, "these") || text_is(next, "those")) ++next;
    if (!is(next, Kind::shift)) return std::nullopt;
    const int shift = word(next)->number;
    ++next;
    Reading r;
    if (const auto q = quantity(next); q && is(next + 1, Kind::unit)) {
      r = duration_of(*q, next + 1);
      return r;
    }
    if (is(next, Kind::weekday)) {
      r.end = next + 1;
      r.value = weekday_value(word(next)->number, t, shift);
      add_part(r);
      return r;
    }
    if (is(next, Kind::month)) {
      r.end = next + 1;
      const int month = word(next)->number;
      if (!today_) {
        r.value = format("XXXX-%02d", month);
        return r;
      }
      r.value = format("%04d-%02d", year_of_named(shift, month), month);
      return r;
    }
    if (is(next, Kind::part)) {
      r.end = next + 1;
      r.type = "TIME";
      r.value = day_from_today(shift) + "T" + word(next)->value;
      return r;
    }
    if (is(next, Kind::season)) {
      r.end = next + 1;
      r.value = today_ ? format("%04d-", static_cast<int>(today_->year()) + shift) + word(next)->value
                       : "XXXX-" + word(next)->value;
      return r;
    }
    if (!is(next, Kind::unit)) return std::nullopt;
    r.end = next + 1;
    const std::string& unit = word(next)->value;
    const bool plural = at(next).lower.ends_with("s") && unit != "TS";
    if (plural) {  // "the past years"
      r.type = "DURATION";
      r.value = "PX" + unit;
      return r;
    }
    r.value = unit_value(unit, shift);
    if (r.value.empty()) return std::nullopt;
    return r;
  }

  // "last May" is the nearest that is over, "next May" the nearest to come, "this May" that of the year.
  int year_of_named(int shift, int month) const {
    const int y = static_cast<int>(today_->year()), m = static_cast<int>(static_cast<unsigned>(today_->month()));
    if (shift < 0) return month < m ? y : y - 1;
    if (shift > 0) return month > m ? y : y + 1;
    return y;
  }

  std::string unit_value(const std::string& unit, int shift) const {
    if (!today_)
      return unit == "Y" || unit == "M" || unit == "W" || unit == "D" ? (shift < 0   ? "PAST_REF"
                                                                         : shift > 0 ? "FUTURE_REF"
                                                                                     : "PRESENT_REF")
                                                                      : "";
    const int y = static_cast<int>(today_->year());
    const int m = static_cast<int>(static_cast<unsigned>(today_->month()));
    if (unit == "D") return day_from_today(shift);
    if (unit == "W") return week_value(ch::sys_days(*today_) + ch::days(7 * shift));
    if (unit == "WE") return week_value(ch::sys_days(*today_) + ch::days(7 * shift)) + "-WE";
    if (unit == "M") return month_value(shift);
    if (unit == "Y") return format("%04d", y + shift);
    if (unit == "Q") {
      const int quarter = y * 4 + (m - 1) / 3 + shift;
      return format("%04d-Q%d", quarter / 4, quarter % 4 + 1);
    }
    if (unit == "DE") return format("%03d", y / 10 + shift);
    if (unit == "CE") return format("%02d", y / 100 + shift);
    return {};
  }

  std::optional<Reading> relative_day(TokenIndex t) const {
    if (!is(t, Kind::day)) return std::nullopt;
    Reading r;
    r.end = t + 1;
    r.value = day_from_today(word(t)->number);
    if (text_is(t, "tonight")) {
      r.type = "TIME";
      r.value += "TNI";
    } else {
      add_part(r);
    }
    return r;
  }

  Reading duration_of(const std::string& amount, TokenIndex unit_at) const {
    Reading r;
    r.type = "DURATION";
    r.end = unit_at + 1;
    const std::string& unit = word(unit_at)->value;
    if (unit.starts_with("T")) {
      r.value = "PT" + amount + unit.substr(1);
    } else if (unit == "WE") {
      r.value = "P" + amount + "WE";
    } else {
      r.value = "P" + amount + unit;
    }
    return r;
  }

  // "three days", "a year ago", "four-day", "more than two years", "two weeks later".
  std::optional<Reading> duration(TokenIndex t) const {
    TokenIndex next = t;
    std::string mod;
    if ((text_is(next, "more") || text_is(next, "less") || text_is(next, "longer")) && text_is(next + 1, "than")) {
      mod = text_is(next, "less") ? "LESS_THAN" : "MORE_THAN";
      next += 2;
    } else if (text_is(next, "about") || text_is(next, "around") || text_is(next, "nearly") ||
               text_is(next, "almost") || text_is(next, "some") || text_is(next, "roughly") ||
               text_is(next, "approximately")) {
      mod = "APPROX";
      ++next;
    } else if (text_is(next, "at") && (text_is(next + 1, "least") || text_is(next + 1, "most"))) {
      mod = text_is(next + 1, "least") ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS";
      next += 2;
    }
    if (text_is(next, "the")) ++next;
    auto amount = quantity(next);
    if (!amount) return recent(t);
    ++next;
    if ((*amount == "X" || *amount == "1") && text_is(next, "of")) ++next;
    if (*amount == "1" && is(next, Kind::number) && (word(next)->value == "X" || word(next)->value == "12")) {
      amount = word(next)->value;
      ++next;
    }
    if (text_is(next, "-")) ++next;
    if (text_is(next, "or") && quantity(next + 1)) next += 2;
    if (text_is(next, "more") || text_is(next, "full") || text_is(next, "consecutive") || text_is(next, "straight"))
      ++next;
    if (!is(next, Kind::unit)) return std::nullopt;
    if (at(next).tag == Tag::jj || (word(next)->value == "TS" && text_is(next, "second") && *amount == "1"))
      return std::nullopt;
    Reading r = duration_of(*amount, next);
    r.mod = mod;
    next = r.end;
    if (text_is(next, "ago") || (text_is(next, "earlier") && today_) || text_is(next, "later")) {
      const int sign = text_is(next, "later") ? 1 : -1;
      shift_by(r, *amount, word(next - 1)->value, sign);
      r.end = next + 1;
    }
    return r;
  }

  // "recent years", "in recent months".
  std::optional<Reading> recent(TokenIndex t) const {
    if (text_is(t, "in") && text_is(t + 1, "recent") && is(t + 2, Kind::unit))
      return Reading{t + 3, "DATE", "PAST_REF", ""};
    if (text_is(t, "recent") && is(t + 1, Kind::unit)) return Reading{t + 2, "DATE", "PAST_REF", ""};
    if (text_is(t, "in") && text_is(t + 1, "the") && text_is(t + 2, "past") && !is(t + 3, Kind::unit) &&
        !quantity(t + 3)) {
      return Reading{t + 3, "DATE", "PAST_REF", ""};
    }
    if (text_is(t, "the") && (text_is(t + 1, "foreseeable") || text_is(t + 1, "near")) && text_is(t + 2, "future")) {
      return Reading{t + 3, "DATE", "FUTURE_REF", ""};
    }
    if (text_is(t, "the") && text_is(t + 1, "future")) return Reading{t + 2, "DATE", "FUTURE_REF", ""};
    return std::nullopt;
  }

  // "two years ago" to a date as exact as the unit.
  void shift_by(Reading& r, const std::string& amount, const std::string& unit, int sign) const {
    const auto n = digits(amount);
    r.type = "DATE";
    if (!n || !today_ || unit.starts_with("T")) {
      if (!n) {
        r.value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
      } else if (today_ && unit.starts_with("T")) {
        r.value = day_from_today(0);
      } else {
        r.value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
      }
      return;
    }
    r.value = unit_value(unit, sign * *n);
  }

  // "10 a.m.", "3:30 p.m.".
  std::optional<Reading> clock(TokenIndex t) const {
    const std::string_view s = at(t).lower;
    int hour = -1, minute = 0;
    const std::size_t colon = s.find(':');
    if (colon != std::string_view::npos && s.size() - colon == 3) {
      const auto h = digits(s.substr(0, colon)), m = digits(s.substr(colon + 1));
      if (h && m && *h < 24 && *m < 60) {
        hour = *h;
        minute = *m;
      }
    } else if (const auto h = digits(s); h && *h >= 1 && *h <= 12 && s.size() <= 2) {
      hour = *h;
    }
    if (hour < 0) return std::nullopt;
    const std::string_view half = at(t + 1).lower;
    const bool am = half == "a.m." || half == "am" || half == "a.m",
               pm = half == "p.m." || half == "pm" || half == "p.m";
    if (!am && !pm) return std::nullopt;
    if (pm && hour < 12) hour += 12;
    if (am && hour == 12) hour = 0;
    Reading r;
    r.end = t + 2;
    r.type = "TIME";
    r.value = day_from_today(0) + format("T%02d:%02d", hour, minute);
    return r;
  }

  // "the 1990s", "the first quarter".
  std::optional<Reading> decade(TokenIndex t) const {
    TokenIndex next = t;
    if (text_is(next, "the")) ++next;
    const std::string_view s = at(next).lower;
    if (s.size() == 5 && s.ends_with("0s")) {
      if (const auto n = digits(s.substr(0, 3)); n && *n >= 100)
        return Reading{next + 1, "DATE", format("%03d", *n), ""};
    }
    if (is(next, Kind::ordinal) && is(next + 1, Kind::unit) && word(next + 1)->value == "Q") {
      const int quarter = word(next)->number;
      if (quarter < 1 || quarter > 4) return std::nullopt;
      Reading r;
      r.end = next + 2;
      std::optional<int> y;
      if (text_is(r.end, "of") && year(r.end + 1)) {
        y = year(r.end + 1);
        r.end += 2;
      } else if (today_) {
        const int now = (static_cast<int>(static_cast<unsigned>(today_->month())) - 1) / 3 + 1;
        y = static_cast<int>(today_->year()) -
            (quarter >= now && direction(t) == Direction::past ? (quarter > now ? 1 : 0) : 0);
      }
      r.value = (y ? format("%04d", *y) : std::string("XXXX")) + format("-Q%d", quarter);
      return r;
    }
    return std::nullopt;
  }

  std::optional<Reading> bare_year(TokenIndex t) const {
    const auto y = year(t);
    if (!y || *y < 1500 || at(t).tag != Tag::cd) return std::nullopt;
    const Token& head = at(at(t).head);
    // "1,500 troops", "2000 people": a number of something is no year.
    if (at(t).relation == Relation::nummod && head.pos == Pos::noun && at(t).head == t + 1 &&
        at(t).name != NameType::date)
      return std::nullopt;
    if (at(t).name != NameType::date && at(t).name != NameType::none) return std::nullopt;
    return Reading{t + 1, "DATE", format("%04d", *y), ""};
  }

  std::optional<Reading> reference(TokenIndex t) const {
    if (!is(t, Kind::reference) || at(t).pos != Pos::adv) return std::nullopt;
    return Reading{t + 1, "DATE", word(t)->value, ""};
  }

  std::optional<Reading> frequency(TokenIndex t) const {
    if ((text_is(t, "every") || text_is(t, "each")) && (is(t + 1, Kind::unit) || is(t + 1, Kind::weekday))) {
      const std::string value =
          is(t + 1, Kind::unit) ? duration_of("1", t + 1).value : format("XXXX-WXX-%d", word(t + 1)->number);
      return Reading{t + 2, "SET", value, ""};
    }
    if (!is(t, Kind::frequency)) return std::nullopt;
    return Reading{t + 1, "SET", word(t)->value, ""};
  }

  void keep(TokenIndex begin, const Reading& r) {
    const auto index = static_cast<std::int32_t>(story_.record.times.size());
    const TokenSpan span{begin, std::min<TokenIndex>(r.end, parse_.size())};
    for (TokenIndex t = span.begin; t < span.end; ++t) story_.time_at[t] = index;
    story_.time_spans.push_back(span);
    story_.record.times.push_back({story_.span(span), r.type, r.value, r.mod});
  }

  Story& story_;
  const Parse& parse_;
  const TimeLexicon& words_;
  std::optional<ch::year_month_day> today_;
};

}  // namespace

void find_times(Story& story) {
  Times(story).run();
}

}  // namespace dragoman
