// What the rules' `value:` names stand for: how a value is made of what a rule has matched, the document's date and the
// dates that the text has named before.
//
//   numbers (stage 0)   sum (forty two), product (three hundred, with factor), spoken-year (nineteen ninety-six),
//   amount dates               date, numeric (3/12/1999), weekday, near-day, calendar (last week, with unit),
//   named-month (last
//                       May), season, quarter, half, decade, century, holiday, fixed (with value)
//   from the text       text-calendar (that day, the following year), text-quarter (the year-earlier quarter), ago (two
//                       years ago, later), part (in the morning)
//   others              duration, clock, every, frequency
//   joining (stage 2)   modify (late last week), at (noon on Monday), part-of (the night of May 3), week-of
#pragma once

#include "text/calendar.h"
#include "when/rules.h"
#include "when/tense.h"

#include <optional>
#include <span>

namespace dragoman {

/// What a rule has read.
struct TimeReading {
  std::optional<TimeType> type = {};  // none of a number
  std::string value, mod;
  KindSet kinds = 0;  // what the items of the next stage see
  int number = 0;
  bool anchors = true;  // later expressions may count from it
};

/// All values by name.
std::span<const std::pair<std::string_view, TimeValue>> time_values();
/// nullptr when there is none of the name.
TimeValue time_value(std::string_view name);
/// Their names, and none: "none | sum | product".
std::string time_value_names();

/// The dates that relative expressions count from.
struct TimeAnchors {
  std::optional<Day> today;  // the document's date
  std::optional<Day> day;    // those named last
  std::optional<int> month;  // since year 0
  std::optional<int> year;
  std::optional<int> quarter;  // since year 0
  std::uint32_t year_sentence = 0, month_sentence = 0, quarter_sentence = 0;

  /// Takes in a value that the text has named.
  void note(std::string_view value, std::uint32_t sentence);
};

class TimeValues {
 public:
  TimeValues(const Story& story, const TimeLexicon& lexicon, const std::vector<TimeReading>& readings,
             const TimeAnchors& anchors)
      : parse_(story.parse), words_(lexicon.words), readings_(readings), at_(anchors) {}

  /// Runs the rule's value; false when it makes none.
  bool read(const TimeMatch& match, const std::vector<TimeItem>& items, TimeReading& out);

 private:
  friend std::span<const std::pair<std::string_view, TimeValue>> time_values();
  /// Their names, and none: "none | sum | product".
  std::string time_value_names();

  // values.cc
  bool date(const TimeMatch& m, TimeReading& out) const;
  bool numeric(const TimeMatch& m, TimeReading& out) const;
  bool weekday(const TimeMatch& m, TimeReading& out) const;
  bool near_day(const TimeMatch& m, TimeReading& out) const;
  bool calendar(const TimeMatch& m, TimeReading& out) const;
  bool text_calendar(const TimeMatch& m, TimeReading& out) const;
  bool named_month(const TimeMatch& m, TimeReading& out) const;
  bool ago(const TimeMatch& m, TimeReading& out) const;
  bool season(const TimeMatch& m, TimeReading& out) const;
  bool quarter(const TimeMatch& m, TimeReading& out) const;
  bool text_quarter(const TimeMatch& m, TimeReading& out) const;
  bool half(const TimeMatch& m, TimeReading& out) const;
  bool decade(const TimeMatch& m, TimeReading& out) const;
  bool century(const TimeMatch& m, TimeReading& out) const;
  bool holiday(const TimeMatch& m, TimeReading& out) const;
  // amounts.cc
  bool sum(const TimeMatch& m, TimeReading& out) const;
  bool product(const TimeMatch& m, TimeReading& out) const;
  bool spoken_year(const TimeMatch& m, TimeReading& out) const;
  bool amount(const TimeMatch& m, TimeReading& out) const;
  bool fixed(const TimeMatch& m, TimeReading& out) const;
  bool duration(const TimeMatch& m, TimeReading& out) const;
  bool clock(const TimeMatch& m, TimeReading& out) const;
  bool part(const TimeMatch& m, TimeReading& out) const;
  bool every(const TimeMatch& m, TimeReading& out) const;
  bool frequency(const TimeMatch& m, TimeReading& out) const;
  bool modify(const TimeMatch& m, TimeReading& out) const;
  bool at(const TimeMatch& m, TimeReading& out) const;
  bool week_of(const TimeMatch& m, TimeReading& out) const;

  // What a capture says: the word's value, the number of digits.
  const TimeSense* sense(const TimeMatch& m, std::string_view name) const;
  std::optional<int> number(const TimeMatch& m, std::string_view name) const;
  /// The year that the match names, by digits, or "this", "last", "next" year.
  std::optional<int> named_year(const TimeMatch& m) const;
  /// The rule's constant `shift`, or that of the captured word.
  std::optional<int> shift(const TimeMatch& m) const;
  std::string unit(const TimeMatch& m) const;
  /// How many: "3", "2.5", "X"; "1" when the match names no amount.
  std::string how_many(const TimeMatch& m) const;
  Direction looks() const { return direction(parse_, words_, token_); }
  /// "met this Tuesday": the expression itself says when a past deed was done.
  bool dates_past_deed() const;
  /// The year in which a month (and day, or 0) lies that was named without one.
  std::string year_for(const TimeMatch& m, int month, int day) const;
  std::string day_from(std::optional<Day> from, int days) const;
  std::string unit_from(std::optional<Day> from, const std::string& unit, int shift) const;
  const TimeReading* reading(const TimeMatch& m, std::string_view name) const;

  const Parse& parse_;
  const TimeWords& words_;
  const std::vector<TimeReading>& readings_;
  const TimeAnchors& at_;
  TokenIndex token_ = 0;  // that the direction of the match is asked of
};

/// "P3D", "PT4H", "P20Y" of an amount and a unit as in words.txt.
std::string period(const std::string& amount, const std::string& unit);

}  // namespace dragoman
