// The values that are no dates: numbers, durations, times of day, sets; and what joins readings.
#include "when/values.h"

namespace dragoman {

std::string period(const std::string& amount, const std::string& unit) {
  const auto times = [&](int factor, const std::string& of, const std::string& open) {
    const auto n = to_number(amount);
    return std::string("P").append(n ? std::to_string(*n * factor) + of : amount + open);
  };
  if (unit.starts_with("T")) return std::string("PT").append(amount).append(unit, 1);
  if (unit == "2W") return times(2, "W", "W");
  if (unit == "DE") return times(10, "Y", "DE");
  if (unit == "CE") return times(100, "Y", "CE");
  return std::string("P").append(amount).append(unit);
}

std::string TimeValues::how_many(const TimeMatch& m) const {
  if (const std::string_view constant = m.rule->constant("amount"); !constant.empty()) return std::string(constant);
  if (m["indefinite"] != nullptr) return "X";
  const TimeItem* n = m["number"];
  if (n == nullptr) return "1";
  return n->lower.find('.') != std::string_view::npos ? std::string(n->lower) : std::to_string(n->number);
}

// ---- numbers

bool TimeValues::sum(const TimeMatch& m, TimeReading& out) const {
  out.number = sense(m, "tens")->number + sense(m, "ones")->number;
  out.kinds = time_kind::kNumber;
  return true;
}

bool TimeValues::product(const TimeMatch& m, TimeReading& out) const {
  constexpr int kMost = 100'000'000;
  const int factor = to_number(m.rule->constant("factor")).value_or(1);
  const TimeItem* amount = m["amount"] != nullptr ? m["amount"] : m["number"];
  const int n = amount == nullptr ? 1 : m["amount"] != nullptr ? sense(m, "amount")->number : amount->number;
  if (n > kMost / factor) return false;
  out.number = n * factor;
  out.kinds = time_kind::kNumber | (out.number == 2000 ? time_kind::kYear : 0);
  return true;
}

bool TimeValues::spoken_year(const TimeMatch& m, TimeReading& out) const {
  const int hundreds = sense(m, "teens")->number;
  const TimeItem* rest = m["rest"];
  if (rest == nullptr || rest->word == nullptr) return false;
  out.number = hundreds * 100 + rest->word->senses.front().number;
  if (const TimeSense* ones = sense(m, "ones")) out.number += ones->number;
  out.kinds = time_kind::kYear;
  return hundreds >= 15;
}

bool TimeValues::amount(const TimeMatch& m, TimeReading& out) const {
  if (const auto constant = to_number(m.rule->constant("number"))) {
    out.number = *constant;
  } else if (const TimeSense* s = sense(m, "amount")) {
    out.number = s->number;
  }
  out.kinds = time_kind::kNumber;
  return true;
}

// ---- durations and sets

bool TimeValues::fixed(const TimeMatch& m, TimeReading& out) const {
  out.value = m.rule->constant("value");
  return true;
}

bool TimeValues::duration(const TimeMatch& m, TimeReading& out) const {
  const std::string u = unit(m);
  if (u.empty()) return false;
  out.value = period(how_many(m), u);
  if (m.rule->constant("half") == "more") {  // "two and a half years", "2 1/2 hours"
    const char* rest = u == "Y" ? "6M" : u == "TH" ? "30M" : u == "TM" ? "30S" : u == "D" ? "T12H" : "";
    out.value += rest;
  }
  out.kinds = time_kind::kADuration;
  return true;
}

bool TimeValues::every(const TimeMatch& m, TimeReading& out) const {
  const auto weekday = number(m, m["weekdays"] != nullptr ? "weekdays" : "weekday");
  if (weekday) {
    out.value = "XXXX-WXX-" + std::to_string(*weekday);
    if (const TimeSense* part = sense(m, "part")) out.value += "T" + part->value;
  } else if (const TimeSense* month = sense(m, "month")) {
    out.value = "XXXX-" + padded(month->number, 2);
  } else if (const TimeSense* season = sense(m, "season")) {
    out.value = "XXXX-" + season->value;
  } else if (const TimeSense* part = sense(m, "part")) {
    out.value = "XXXX-XX-XXT" + part->value;
  } else {
    out.value = period(how_many(m), unit(m));
  }
  return true;
}

bool TimeValues::frequency(const TimeMatch& m, TimeReading& out) const {
  out.value = sense(m, "frequency")->value;
  return true;
}

// ---- times of day

bool TimeValues::clock(const TimeMatch& m, TimeReading& out) const {
  int hour = number(m, "hour").value_or(0), minute = number(m, "minute").value_or(0);
  if (const TimeItem* digits = m["digits"]) {  // "0735 GMT"
    if (digits->lower.size() != 4 || digits->number % 100 > 59) return false;
    hour = digits->number / 100;
    minute = digits->number % 100;
  }
  if (const TimeSense* moment = sense(m, "moment")) {
    out.value = moment->value;
  } else {
    const TimeSense* half = sense(m, "half-day");
    const TimeSense* part = sense(m, "part");
    const bool second_half =
        (half != nullptr && half->value == "pm") ||
        (part != nullptr && (part->value == "AF" || part->value == "EV" || (part->value == "NI" && hour > 5)));
    if (half != nullptr && (hour < 1 || hour > 12)) return false;
    if (second_half && hour < 12) hour += 12;
    if (half != nullptr && half->value == "am" && hour == 12) hour = 0;
    if (hour > 24) return false;
    out.value = std::string("T").append(padded(hour, 2)).append(":").append(padded(minute, 2));
  }
  out.kinds = time_kind::kAClock;
  return true;
}

// "this morning", "last night", "in the evening" (of the day that the text speaks of), "overnight".
bool TimeValues::part(const TimeMatch& m, TimeReading& out) const {
  const bool by_text = m.rule->constant("from") == "text";
  const TimeSense* named = sense(m, "part");
  const std::string value = named != nullptr ? named->value : std::string(m.rule->constant("part"));
  const std::optional<Day> from = by_text && at_.day ? at_.day : at_.today;
  out.value = day_from(from, shift(m).value_or(0)) + "T" + value;
  return true;
}

// ---- joining

// "late last month", "the end of 1998": what was read, with the rule's mod.
bool TimeValues::modify(const TimeMatch& m, TimeReading& out) const {
  const TimeReading* inner = reading(m, "a-date");
  if (inner == nullptr) inner = reading(m, "a-year");
  if (inner == nullptr) inner = reading(m, "a-month");
  if (inner == nullptr) return false;
  out.type = inner->type;
  out.value = inner->value;
  out.kinds = inner->kinds;
  if (out.mod.empty()) out.mod = inner->mod;
  return true;
}

// "noon on Monday", "Friday night", "10 p.m. EST, Nov. 6".
bool TimeValues::at(const TimeMatch& m, TimeReading& out) const {
  const TimeReading* day = reading(m, "a-day");
  const TimeReading* clock = reading(m, "a-clock");
  const TimeSense* part = sense(m, "part");
  if (day == nullptr || day->value.find('T') != std::string::npos || day->value.find('/') != std::string::npos) {
    return false;
  }
  out.value = day->value + (clock != nullptr ? clock->value : part != nullptr ? "T" + part->value : "");
  if (out.mod.empty()) out.mod = day->mod;
  return true;
}

// "the week of March 6".
bool TimeValues::week_of(const TimeMatch& m, TimeReading& out) const {
  const TimeReading* day = reading(m, "a-day");
  if (day == nullptr) return false;
  const auto d = parse_day(day->value);
  out.value = d ? week_value(*d) : "XXXX-WXX";
  out.value += m.rule->constant("end");
  out.kinds = time_kind::kADate;
  return true;
}

}  // namespace dragoman
