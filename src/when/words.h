// The words of time expressions, by kind, from lexicon/when/words.txt.
//
// A kind is a set of words that rules name as <month>, <unit> …; a word may be of several ("second" is a unit and an
// ordinal). Kinds are numbered, so that what an item may be is one set of bits. Some are made by the engine, not the
// lexicon: see kBuiltInKinds.
#pragma once

#include "dragoman/result.h"
#include "lexicon/stanza.h"
#include "text/by_word.h"

#include <bit>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

using KindSet = std::uint64_t;

struct TimeSense {
  KindSet kind = 0;        // one bit
  int number = 0;          // of `value`, or 0
  std::string value;       // as it stands in the lexicon
  bool name_only = false;  // counts only where the word is tagged as a name
};

struct TimeWord {
  std::uint32_t id = 0;  // > 0; what the literals of rules are compared by
  std::vector<TimeSense> senses;
};

/// Numbered kinds and words.
class TimeWords {
 public:
  TimeWords();

  /// The bit of a kind; a new one when the name is new, 0 when there is no room for more.
  KindSet add_kind(std::string_view name);
  /// The bit of a kind, or 0.
  KindSet kind(std::string_view name) const;
  /// The word's entry, made when it is new.
  TimeWord& add(std::string_view lower);
  const TimeWord* find(std::string_view lower) const;
  bool is(std::string_view lower, KindSet kind) const;

  /// Adds the file's stanzas.
  Result<bool> read(const StanzaFile& file);

 private:
  ByWord<KindSet> kinds_;
  ByWord<TimeWord> words_;
};

/// Kinds of items that the engine makes itself, from digits or from what a rule has read.
namespace time_kind {
inline constexpr KindSet kNumber = 1U << 0U;       // 3, 1,500, 2.5; or the amount that a rule has read
inline constexpr KindSet kDayNumber = 1U << 1U;    // 1 … 31, 3rd
inline constexpr KindSet kMonthNumber = 1U << 2U;  // 1 … 12, 03
inline constexpr KindSet kYear = 1U << 3U;         // 1000 … 2199; or a spoken year that a rule has read
inline constexpr KindSet kHour = 1U << 4U;         // 0 … 24
inline constexpr KindSet kMinute = 1U << 5U;       // 00 … 59
inline constexpr KindSet kDecade = 1U << 6U;       // 1990s, 90s
inline constexpr KindSet kNth = 1U << 7U;          // 3rd, 21st
inline constexpr KindSet kShortYear = 1U << 8U;    // 89 behind an apostrophe or a slash
inline constexpr KindSet kADay = 1U << 9U;         // a day of the calendar that a rule has read
inline constexpr KindSet kAMonth = 1U << 10U;
inline constexpr KindSet kAYear = 1U << 11U;
inline constexpr KindSet kADate = 1U << 12U;      // any DATE but references
inline constexpr KindSet kAClock = 1U << 13U;     // a time of day without a day
inline constexpr KindSet kADuration = 1U << 14U;  // counted: "three days"
}  // namespace time_kind

}  // namespace dragoman
