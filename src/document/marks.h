// What the rules for bylines, datelines and notices share: the story's text, how a stretch of it is set aside, and what
// medium or date a stretch names.
#pragma once

#include "story/story.h"
#include "when/words.h"

#include <string>
#include <string_view>

namespace dragoman {

class Marks {
 public:
  explicit Marks(Story& story);

  std::string_view text() const { return story_.text.view(); }
  const Parse& parse() const { return story_.parse; }
  const TimeWords& time_words() const;

  /// Sets bytes [begin, end) aside, white space at the end left out.
  void mark(std::size_t begin, std::size_t end, BoilerplateKind why);
  bool is_marked(std::size_t byte) const;
  /// The known medium that is named in a stretch of text, as it is written there; or empty.
  std::string medium_in(std::size_t begin, std::size_t end) const;
  /// Whether a medium is called so.
  bool is_medium(std::string_view name) const;
  /// Whether it is a common noun with which names of many media end: "Times".
  bool is_shared_name(std::string_view medium) const;
  bool is_given_name(std::string_view word) const;
  /// Whether a town of some size, a country or a seat of government is called so, in whatever letters.
  bool is_place(std::string_view name) const;
  void set_agency(const std::string& name);
  void set_byline(std::string_view writer);
  /// The document's date, with the basis "dateline", unless it has one.
  void set_date(const std::string& day);
  /// Puts what was marked in text order.
  void finish();

 private:
  Story& story_;
};

/// A date as datelines and bylines have it: "26 July 2022", "Dec. 3", "Sunday, March 29, 2009".
struct WrittenDate {
  std::size_t end = 0;  // bytes read; 0 when there is none
  std::string day;      // YYYY-MM-DD; empty when it has no year
};
WrittenDate read_date(std::string_view s, const TimeWords& words);

/// Lines at the top that name a medium or a writer, and "BY JANE DOE Staff Writer March 29, 2009" behind a headline.
void find_bylines(Marks& marks);
/// "MOSCOW (AP)_", "CAIRO – 26 July 2022:", "LONDON, Dec. 3 (Reuters) -", "LAHORE:" at the top, behind a headline or,
/// with an agency, at the head of any line.
void find_datelines(Marks& marks);
/// The document's title on the first line: what it says is told again below, where it is read.
void find_headline(Marks& marks, std::string_view title);
/// Initials of writers and the name of an agency at the very end: "(pvs/vi/ji)", "- AFP".
void find_signature(Marks& marks);
/// What the patterns of lexicon/story/boilerplate.txt meet.
void find_notices(Marks& marks, const struct BoilerplatePatterns& patterns);

/// The first byte at or behind `at` that is no white space.
std::size_t skip_blank(std::string_view s, std::size_t at);

}  // namespace dragoman
