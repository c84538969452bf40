#include "text/written_day.h"

#include "text/ascii.h"
#include "text/day_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <vector>

namespace dragoman {

namespace {

using std::chrono::year_month_day;

constexpr std::size_t kLongest = 120;

/// A run of digits, a run of letters or one other character.
struct Piece {
  enum class Kind : std::uint8_t { number, word, mark, time };
  Kind kind = Kind::mark;
  std::string text;  // words in lower case
  std::size_t begin = 0, end = 0;
  int value = -1;  // of a number of up to eight digits
};

/// How many bytes the letter at `at` has; 0 where there is none. Of letters beyond ASCII those of Western languages
/// count, and the signs of "1º".
std::size_t letter_at(std::string_view text, std::size_t at) {
  const char c = ascii_lower(text[at]);
  if (c >= 'a' && c <= 'z') return 1;
  const std::string_view two = text.substr(at, 2);
  const bool sign = two == "\xC2\xBA" || two == "\xC2\xAA";
  const bool latin = two.size() == 2 && (two[0] == '\xC3' || two[0] == '\xC4' || two[0] == '\xC5');
  return sign || latin ? 2 : 0;
}

/// In small letters; "MÄRZ" and "DÉCEMBRE" too.
std::string small(std::string_view word) {
  std::string out = ascii_lower(word);
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    const auto next = static_cast<unsigned char>(out[i + 1]);
    if (out[i] == '\xC3' && next >= 0x80U && next <= 0x9EU) out[i + 1] = static_cast<char>(next + 0x20U);
  }
  return out;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || text.substr(at).starts_with("\xC2\xA0")) {
      at += c == '\xC2' ? 2 : 1;
      continue;
    }
    Piece piece;
    piece.begin = at;
    if (is_ascii_digit(c)) {
      while (at < text.size() && is_ascii_digit(text[at])) ++at;
      piece.kind = Piece::Kind::number;
      if (at - piece.begin <= 8) std::from_chars(text.data() + piece.begin, text.data() + at, piece.value);
    } else if (letter_at(text, at) > 0) {
      while (at < text.size() && letter_at(text, at) > 0) at += letter_at(text, at);
      piece.kind = Piece::Kind::word;
    } else {
      ++at;
    }
    piece.end = at;
    piece.text = small(text.substr(piece.begin, at - piece.begin));
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

NamedDay month_of(const Piece& piece) {
  return piece.kind == Piece::Kind::word ? month_called(piece.text) : NamedDay{};
}

/// 1 for Monday, 0 where it is no weekday.
int weekday_of(const Piece& piece) {
  return piece.kind == Piece::Kind::word ? weekday_called(piece.text).number : 0;
}

std::string written(const year_month_day& day) {
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return out.data();
}

std::optional<year_month_day> day_from(int year, int month, int day) {
  constexpr int kFirstYear = 1600, kLastYear = 2199;
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  const year_month_day made{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!made.ok()) return std::nullopt;
  return made;
}

class Finder {
 public:
  Finder(std::string_view text, DateOrder order) : text_(text), order_(order), pieces_(pieces_of(text)) {}

  WrittenDay run() {
    mark_times();
    for (std::size_t i = 0; i < pieces_.size() && !found_; ++i) {
      if (!year_first(i) && !week(i) && !compact(i) && !with_month(i)) numbers(i);
    }
    if (!found_) seconds();
    return out_;
  }

 private:
  // "17:57", "09:00:00.000": never part of a day.
  void mark_times() {
    for (std::size_t i = 0; i + 2 < pieces_.size(); ++i) {
      const bool colon = is_mark(i + 1, ":") || (pieces_[i + 1].text == "h" && digits(i + 2) == 2);  // "17h57"
      if (!is_short(i) || !colon || !is_number(i + 2)) continue;
      std::size_t end = i + 3;
      while (end + 1 < pieces_.size() && (is_mark(end, ":") || is_mark(end, ".")) && is_number(end + 1) &&
             pieces_[end].begin == pieces_[end - 1].end) {
        end += 2;
      }
      for (std::size_t k = i; k < end; ++k) pieces_[k].kind = Piece::Kind::time;
      i = end - 1;
    }
  }

  bool is_number(std::size_t i) const { return i < pieces_.size() && pieces_[i].kind == Piece::Kind::number; }
  bool is_mark(std::size_t i, std::string_view mark) const {
    return i < pieces_.size() && pieces_[i].kind == Piece::Kind::mark && pieces_[i].text == mark;
  }
  std::size_t digits(std::size_t i) const { return pieces_[i].end - pieces_[i].begin; }
  bool is_year(std::size_t i) const { return is_number(i) && digits(i) == 4; }
  bool is_short(std::size_t i) const { return is_number(i) && digits(i) <= 2; }

  /// A year of four digits, or of two within the hundred years around 2000.
  int year_at(std::size_t i) const {
    constexpr int kTurn = 50;
    if (is_year(i)) return pieces_[i].value;
    if (!is_number(i) || digits(i) != 2) return -1;
    return pieces_[i].value + (pieces_[i].value < kTurn ? 2000 : 1900);
  }

  bool take(const std::optional<year_month_day>& day, std::size_t first, std::size_t last) {
    if (!day) return false;
    out_.day = written(*day);
    settle(first, last);
    time_beside(first, last);
    return true;
  }

  void set_time(int hour, int minute) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || (hour == 0 && minute == 0)) return;
    std::array<char, 16> out{};
    std::snprintf(out.data(), out.size(), "%02d:%02d", hour, minute);
    out_.time = out.data();
  }

  /// The time of day that stands within the day ("May 4 14:30 2016"), behind it or before it.
  void time_beside(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) {
      if (is_time(i)) return clock(i);
    }
    constexpr std::size_t kToMinutes = 12, kToSeconds = 14, kDigitsOfDay = 8;  // 201903121504, 20190312150405
    if (is_number(last) && (digits(last) == kToMinutes || digits(last) == kToSeconds))
      return digits_of_time(pieces_[last].begin + kDigitsOfDay);
    std::size_t i = last + 1;
    while (i < pieces_.size() && leads_to_time(pieces_[i])) ++i;
    if (is_time(i)) return clock(i);
    // 20190312T150405
    if (i == last + 2 && pieces_[last + 1].text == "t" && is_number(i) && (digits(i) == 4 || digits(i) == 6))
      return digits_of_time(pieces_[i].begin);
    i = first;
    while (i > 0 && may_follow_time(pieces_[i - 1])) --i;
    if (i == 0 || !is_time(i - 1)) return;
    --i;
    while (i > 0 && is_time(i - 1)) --i;
    const bool zone = i > 0 && (is_mark(i - 1, "+") || is_mark(i - 1, "-"));
    if (!zone) clock(i);
  }

  bool is_time(std::size_t i) const { return i < pieces_.size() && pieces_[i].kind == Piece::Kind::time; }

  /// What may stand between a day and its time: "T", a comma, "at", the weekday.
  static bool leads_to_time(const Piece& p) {
    if (p.kind == Piece::Kind::mark) return p.text == "," || p.text == "-" || p.text == "|";
    if (p.kind != Piece::Kind::word) return false;
    return weekday_of(p) != 0 || leads_to_a_time(p.text);
  }

  /// What may stand between a time and its day: a comma, "p.m.", a zone; not "published".
  static bool may_follow_time(const Piece& p) {
    constexpr std::size_t kLongestZone = 4;
    if (p.kind == Piece::Kind::mark) return p.text == "," || p.text == "-" || p.text == "|" || p.text == ".";
    return p.kind == Piece::Kind::word && p.text.size() <= kLongestZone && goes_with_a_day(p.text);
  }

  /// "14:30", "2:30 pm", "2:30 p.m."
  void clock(std::size_t i) {
    int hour = pieces_[i].value;
    std::size_t end = i;
    while (is_time(end)) ++end;
    const bool stops = end + 2 < pieces_.size() && is_mark(end + 1, ".") && pieces_[end + 2].text == "m";
    const std::string half = end >= pieces_.size() ? "" : stops ? pieces_[end].text + "m" : pieces_[end].text;
    constexpr int kNoon = 12;
    if ((half == "am" || half == "pm") && hour <= kNoon) hour = hour % kNoon + (half == "pm" ? kNoon : 0);
    set_time(hour, pieces_[i + 2].value);
  }

  /// "1504" as ten written digits go on: hour and minute.
  void digits_of_time(std::size_t at) {
    int time = -1;
    std::from_chars(text_.data() + at, text_.data() + at + 4, time);
    set_time(time / 100, time % 100);
  }

  void settle(std::size_t first, std::size_t last) {
    found_ = true;
    out_.begin = pieces_[first].begin;
    out_.end = pieces_[last].end;
    out_.alone = true;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& p = pieces_[i];
      if ((i >= first && i <= last) || p.kind == Piece::Kind::time) continue;
      // "+0000" behind a time, and "0830" before "gmt".
      if (p.kind == Piece::Kind::number && i > 0 && (is_mark(i - 1, "+") || is_mark(i - 1, "-"))) continue;
      if (p.kind == Piece::Kind::number && digits(i) == 4 && i + 1 < pieces_.size() && pieces_[i + 1].text == "gmt")
        continue;
      const bool plain_mark = p.kind == Piece::Kind::mark && p.text.find_first_of(",.:;-+/|()[]") != std::string::npos;
      if (plain_mark || weekday_of(p) != 0 || (p.kind == Piece::Kind::word && goes_with_a_day(p.text))) continue;
      out_.alone = false;
    }
  }

  // 2019-03-12, 2019/3/12, 2019.03.12
  bool year_first(std::size_t i) {
    if (!is_year(i) || !same_marks(i) || !is_short(i + 2) || !is_short(i + 4)) return false;
    return take(day_from(pieces_[i].value, pieces_[i + 2].value, pieces_[i + 4].value), i, i + 4);
  }

  // 2019-W11-2, 2019W112: the second day of the eleventh week
  bool week(std::size_t i) {
    const bool parted = is_mark(i + 1, "-");
    const std::size_t w = i + (parted ? 2 : 1);
    const bool called = w + 1 < pieces_.size() && pieces_[w].text == "w" && pieces_[w].end == pieces_[w + 1].begin;
    if (!is_year(i) || !called || !is_number(w + 1)) return false;
    const std::size_t last = parted ? w + 3 : w + 1;
    if (parted && (!is_mark(w + 2, "-") || !is_number(last) || digits(w + 1) != 2 || digits(last) != 1)) return false;
    if (!parted && digits(last) != 3) return false;
    const int number = parted ? pieces_[w + 1].value : pieces_[last].value / 10;
    const int day = parted ? pieces_[last].value : pieces_[last].value % 10;
    constexpr int kMostWeeks = 53;
    if (number < 1 || number > kMostWeeks || day < 1 || day > 7) return false;
    namespace ch = std::chrono;
    const ch::sys_days fourth(ch::year(pieces_[i].value) / 1 / 4);  // always in the first week
    const ch::sys_days found = fourth - (ch::weekday(fourth) - ch::Monday) + ch::days(7 * (number - 1) + day - 1);
    return take(year_month_day(found), i, last);
  }

  /// Numbers stand at i, i + 2 and i + 4 with the same mark between them.
  bool same_marks(std::size_t i) const {
    if (i + 4 >= pieces_.size() || pieces_[i + 1].kind != Piece::Kind::mark) return false;
    const std::string& mark = pieces_[i + 1].text;
    return (mark == "-" || mark == "/" || mark == "." || mark == "_") && is_mark(i + 3, mark) && is_number(i + 2) &&
           is_number(i + 4);
  }

  // 20190312, 20190312150405
  bool compact(std::size_t i) {
    if (!is_number(i) || (digits(i) != 8 && digits(i) != 12 && digits(i) != 14)) return false;
    int all = 0;
    std::from_chars(text_.data() + pieces_[i].begin, text_.data() + pieces_[i].begin + 8, all);
    return take(day_from(all / 10000, all / 100 % 100, all % 100), i, i);
  }

  bool with_month(std::size_t i) {
    const auto [month, english] = month_of(pieces_[i]);
    if (month == 0) return false;
    const std::size_t left = before(i), right = behind(i + 1);
    const bool day_right = right < pieces_.size() && is_short(right);
    const std::size_t then = day_right ? behind(after_ordinal(right + 1)) : pieces_.size();
    if (day_right && is_year(then) && take(day_from(pieces_[then].value, month, pieces_[right].value), i, then))
      return true;
    if (left < i && is_year(left) && day_right)
      return take(day_from(pieces_[left].value, month, pieces_[right].value), left, right);
    if (left < i && is_short(left) && right < pieces_.size() && (english || is_year(right))) {
      return take(day_from(year_at(right), month, pieces_[left].value), left, right);
    }
    if (day_right && then < pieces_.size() && english)
      return take(day_from(year_at(then), month, pieces_[right].value), i, then);
    return false;
  }

  /// The number that stands before a month: "12th of", "12-"; its own place where there is none.
  std::size_t before(std::size_t month) const {
    std::size_t i = month;
    while (i > 0) {
      const Piece& p = pieces_[i - 1];
      if (p.kind == Piece::Kind::number) return i - 1;
      const bool passed = p.kind == Piece::Kind::mark ? p.text == "-" || p.text == "/" || p.text == "." || p.text == ","
                                                      : is_between_day_and_month(p.text) || is_ordinal(p);
      if (!passed) break;
      --i;
    }
    return month;
  }

  static bool is_ordinal(const Piece& p) { return p.kind == Piece::Kind::word && is_ordinal_ending(p.text); }
  std::size_t after_ordinal(std::size_t i) const { return i < pieces_.size() && is_ordinal(pieces_[i]) ? i + 1 : i; }

  /// The next number from `i` on, over marks, times and the words that go with them; the end where something else
  /// comes.
  std::size_t behind(std::size_t i) const {
    for (; i < pieces_.size(); ++i) {
      const Piece& p = pieces_[i];
      if (p.kind == Piece::Kind::number) return i;
      if (p.kind == Piece::Kind::word && !goes_with_a_day(p.text) && weekday_of(p) == 0) break;
    }
    return pieces_.size();
  }

  // 25.12.2010, 21/02/2015, 03-12-19
  void numbers(std::size_t i) {
    if (!is_short(i) || !same_marks(i) || !is_short(i + 2)) return;
    const int year = year_at(i + 4), a = pieces_[i].value, b = pieces_[i + 2].value;
    if (order_ == DateOrder::year_first && digits(i + 4) == 2 &&
        take(day_from(year_at(i), b, pieces_[i + 4].value), i, i + 4))
      return;
    const auto day_first = day_from(year, b, a), month_first = day_from(year, a, b);
    if (day_first && month_first && a != b) {
      const DateOrder order = order_between(i, *day_first, *month_first);
      if (order == DateOrder::unknown) {
        out_.ambiguous = true;
        settle(i, i + 4);
      } else {
        take(order == DateOrder::day_first ? day_first : month_first, i, i + 4);
      }
      return;
    }
    if (!day_first && !month_first) return;
    if (a != b) out_.shows = day_first ? DateOrder::day_first : DateOrder::month_first;
    take(day_first ? day_first : month_first, i, i + 4);
  }

  DateOrder order_between(std::size_t i, const year_month_day& day_first, const year_month_day& month_first) const {
    if (is_mark(i + 1, ".")) return DateOrder::day_first;
    // "Tue, 03/12/2019 - 17:57" is how a common kind of site writes it.
    const bool weekday_before = i > 0 && weekday_of(pieces_[is_mark(i - 1, ",") && i > 1 ? i - 2 : i - 1]) != 0;
    if (weekday_before && is_mark(i + 1, "/") && is_mark(i + 5, "-") && i + 6 < pieces_.size() &&
        pieces_[i + 6].kind == Piece::Kind::time) {
      return DateOrder::month_first;
    }
    if (order_ == DateOrder::day_first || order_ == DateOrder::month_first) return order_;
    for (const Piece& p : pieces_) {
      const int weekday = weekday_of(p);
      if (weekday == 0) continue;
      const auto is_on = [&](const year_month_day& day) {
        return std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding() == static_cast<unsigned>(weekday);
      };
      if (is_on(day_first) != is_on(month_first))
        return is_on(day_first) ? DateOrder::day_first : DateOrder::month_first;
    }
    return DateOrder::unknown;
  }

  // Seconds or milliseconds since 1970, as programs keep time.
  void seconds() {
    if (pieces_.size() != 1 || !is_number(0) || (digits(0) != 10 && digits(0) != 13)) return;
    std::int64_t count = 0;
    std::from_chars(text_.data() + pieces_[0].begin, text_.data() + pieces_[0].begin + 10, count);
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(count)));
    take(year_month_day(day), 0, 0);
    const auto minutes = count / 60 % (24 * 60);
    set_time(static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
  }

  std::string_view text_;
  DateOrder order_;
  std::vector<Piece> pieces_;
  WrittenDay out_;
  bool found_ = false;
};

}  // namespace

WrittenDay written_day(std::string_view text, DateOrder order) {
  return Finder(text.substr(0, kLongest), order).run();
}

}  // namespace dragoman
