// When and where a meeting or visit is, which one in a row, and at what level: as its own words say.
#pragma once

#include "language/syntax.h"
#include "meetings/words.h"
#include "story/story.h"

#include <initializer_list>
#include <optional>
#include <string>

namespace dragoman {

/// "2016-12-03" of "2016-12-03TMO"; a reference such as PRESENT_REF as it is.
std::string day_part(const std::string& value);

class Details {
 public:
  Details(const Story& story, const MeetingLexicon& words);

  /// The day or days that hang on one of the heads, the first having a head's own before those of the others.
  std::optional<DateValue> date(std::initializer_list<TokenIndex> heads) const;
  /// The same without what only bounds it: nothing for "before Easter".
  std::optional<DateValue> day(std::initializer_list<TokenIndex> heads) const;
  /// The day of the deed that the verb's clause goes on with.
  std::optional<DateValue> shared_date(TokenIndex verb) const;
  /// The place that "in", "at" or "near" links to one of the heads, or that a "where" clause speaks of.
  std::optional<Index> place(std::initializer_list<TokenIndex> heads) const;
  /// "second this month" of "the ministers' second session this month".
  std::string ordinal(TokenIndex noun) const;
  /// The place at or around the token.
  std::optional<Index> place_at(TokenIndex t) const;
  std::string level_by_rank(const std::vector<Index>& participants) const;

 private:
  std::optional<DateValue> date(std::initializer_list<TokenIndex> heads, bool bounds_too) const;
  bool is_bound(TokenIndex t) const;
  bool hangs_on(TokenIndex t, TokenIndex head) const;
  bool hangs_on_name(TokenIndex t, TokenIndex head) const;
  bool is_since(TokenIndex t, TokenIndex head) const;
  bool counts_in_a_row(TokenIndex t, TokenIndex noun) const;
  bool counts_months(TokenIndex t) const;
  Rank rank(Index e) const;

  const Story& story_;
  const Parse& parse_;
  const MeetingLexicon& words_;
  std::vector<bool> called_counterpart_;  // per entity: "her Japanese counterpart, A" has the rank of the other
};

/// Words of the token range as they stand, in one line.
std::string plain_words(const Story& story, TokenSpan span);

/// Whether it tells of a day or a time.
bool has_time(const Story& story, TokenSpan span);

inline constexpr std::uint32_t kLongestPhrase = 14;  // tokens of a phrase in what an item of the agenda is called

}  // namespace dragoman
