// What the names of elements, classes and ids say of them, and what lines are no part of a report; from
// lexicon/articles/pages.txt.
#pragma once

#include "articles/field_words.h"
#include "articles/line_words.h"
#include "dragoman/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace dragoman {

struct PageWords {
  enum class Means : std::uint8_t { none, body, aside };

  /// What a class, an id or another attribute's value says. A name with a word for something else in it
  /// ("js-relatedLinks") is aside, unless it tells of a layout alone ("with-sidebar"); one that holds a name for the
  /// report ("Page-articleBody") is body, and of several names such a one counts.
  Means meaning(std::string_view value) const;
  /// True for a line such as "Read more: …" or "Advertisement".
  bool is_no_report(std::string_view line) const;

  /// True for a class or the like of one entry of a live blog: "live-blog-post".
  bool is_live_entry(std::string_view value) const;

  FieldWords fields;  // of tables, JSON and exports, from lexicon/articles/fields.txt
  LineWords lines;    // around stories in mail and texts, from lexicon/articles/lines.txt

  static Result<PageWords> load(const std::filesystem::path& folder);

 private:
  std::vector<std::string> bodies_;               // letters alone: "articlebody"
  std::unordered_set<std::string> names_;         // whole names that are body: "article"
  std::vector<std::string> entries_;              // letters alone: "liveblogpost"
  std::unordered_set<std::string> aside_, void_;  // words
  std::vector<std::string> starts_, wholes_;      // of lines, lower case
};

}  // namespace dragoman
