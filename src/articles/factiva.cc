// Factiva, with tags on lines of their own or before the field ("HD   Kenya and Ghana …"), or without:
//
//   Kenya and Ghana sign fisheries pact
//   By Andrew Sparwell
//   55 words
//   11 January 2010
//   The Evening Courier
//   EVC
//   English
//   (c) 2010 Courier Group
//
//   NAIROBI, Jan 11 (Courier) - Kenya …
//
//   Document EVC0000020100111e61b0001x
#include "articles/exports.h"
#include "articles/lines.h"
#include "text/ascii.h"
#include "text/written_day.h"

#include <algorithm>
#include <array>
#include <set>

namespace dragoman {

namespace {

constexpr std::string_view kFactivaLayout = "factiva";

bool is_summary(std::string_view line) {
  return trimmed(line) == "Search Summary";
}

bool is_end(std::string_view line) {
  const auto words = split_at_blanks(trimmed(line));
  return words.size() == 2 && words[0] == "Document" && words[1].size() >= 15 &&
         std::any_of(words[1].begin(), words[1].end(), is_ascii_digit);
}

bool is_tag(std::string_view word) {
  return is_of_capitals(word, 2, 3);
}

/// Lines of tagged stories as fields.
class Tagged {
 public:
  explicit Tagged(const FieldWords& words) : words_(words) {}

  std::vector<ExportStory> run(const std::vector<std::string_view>& lines) {
    alone_ = std::count_if(lines.begin(), lines.end(), [&](std::string_view l) { return is_known(trimmed(l)); }) >= 3;
    bool blank = true, ended = false;
    for (const std::string_view line : lines) {
      if (is_summary(line)) break;
      std::string_view value;
      const std::string_view tag = tag_of(line, blank, value);
      blank = trimmed(line).empty();
      if (!tag.empty()) {
        if (ended || repeats(tag)) end_story();
        ended = false;
        end_field();
        tag_ = tag;
        tags_.insert(std::string(tag));
        lines_.push_back(value);
      } else if (is_end(line) && tag_ != "AN") {
        end_field();
        ended = true;
      } else {
        lines_.push_back(trimmed(line));
      }
      if (is_end(line) || (tag == "AN" && is_end(value))) ended = ended || first_tag_ != "AN";
    }
    end_story();
    return std::move(stories_);
  }

 private:
  bool is_known(std::string_view word) const {
    return is_tag(word) && words_.role(kFactivaLayout, word) != FieldRole::unknown;
  }
  /// The tag that the line begins with or is, and what stands behind it.
  std::string_view tag_of(std::string_view line, bool behind_blank, std::string_view& value) const {
    static constexpr std::array<std::string_view, 6> kNoTags = {"UN", "EU", "US", "UK", "USA", "AU"};
    const std::string_view text = trimmed(line);
    if (alone_) {
      const bool unknown =
          is_tag(text) && text.size() == 2 && std::find(kNoTags.begin(), kNoTags.end(), text) == kNoTags.end();
      return behind_blank && (is_known(text) || unknown) ? text : std::string_view();
    }
    const std::size_t end = line.find_first_of(" \t");
    const std::string_view word = line.substr(0, end);
    // Fields begin in the fourth or fifth column: behind "HD" stand two blanks or more, behind "ART" one will do.
    const bool parted = end != std::string_view::npos &&
                        (line[end] == '\t' || line.substr(end).starts_with("  ") || (end == 3 && is_known(word)));
    if (!is_tag(word) || (!parted && end != std::string_view::npos)) return {};
    value = end == std::string_view::npos ? std::string_view() : trimmed(line.substr(end));
    return word;
  }

  /// Each story has one of these.
  bool repeats(std::string_view tag) {
    static constexpr std::array<std::string_view, 7> kOnce = {"HD", "PD", "SN", "AN", "LP", "TD", "WC"};
    if (first_tag_.empty()) first_tag_ = tag;
    return tags_.contains(std::string(tag)) && std::find(kOnce.begin(), kOnce.end(), tag) != kOnce.end();
  }

  void end_field() {
    const std::string value = joined_paragraphs(lines_);
    lines_.clear();
    if (tag_.empty() || value.empty()) return;
    switch (words_.role(kFactivaLayout, tag_)) {
      case FieldRole::text:
        add_paragraph(story_.text, value);
        break;
      case FieldRole::title:
        story_.title = value.substr(0, value.find("\n\n"));
        break;
      case FieldRole::byline:
        story_.byline = byline_of(value);
        break;
      case FieldRole::published:
        story_.published = value;
        break;
      case FieldRole::agency:
        story_.agency = value;
        break;
      case FieldRole::language:
        story_.language = value;
        break;
      case FieldRole::unknown:
        story_.unknown.emplace_back(tag_);
        break;
      default:
        break;
    }
  }

  void end_story() {
    end_field();
    tag_ = {};
    tags_.clear();
    if (!story_.title.empty() || !story_.text.empty()) stories_.push_back(std::move(story_));
    story_ = {};
  }

  const FieldWords& words_;
  bool alone_ = false;  // tags stand on lines of their own
  std::string_view tag_, first_tag_;
  std::set<std::string> tags_;
  std::vector<std::string_view> lines_;
  ExportStory story_;
  std::vector<ExportStory> stories_;
};

bool is_count_of_words(std::string_view line) {
  const auto words = split_at_blanks(line);
  return words.size() == 2 && words[1] == "words" &&
         words[0].find_first_not_of("0123456789,") == std::string_view::npos;
}

bool is_code(std::string_view line) {
  return line.size() >= 2 && line.size() <= 8 &&
         std::all_of(line.begin(), line.end(), [](char c) { return is_ascii_upper(c) || is_ascii_digit(c); });
}

bool is_page(std::string_view line) {
  constexpr std::size_t kLongest = 6;
  return line.size() <= kLongest && std::any_of(line.begin(), line.end(), is_ascii_digit);
}

/// "Harbour Newspapers Limited", the publisher, on a line of its own below the text.
bool is_publisher(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  const auto words = split_at_blanks(line);
  return line.size() <= kLongest && words.size() >= 2 && std::all_of(words.begin(), words.end(), [](const auto& word) {
           return is_ascii_upper(word.front()) || word == "of" || word == "and" || word == "the" || word == "&" ||
                  word == "de";
         });
}

/// A story without tags: what its head holds is known by its form and its place.
ExportStory untagged(const std::vector<std::string_view>& lines) {
  ExportStory story;
  std::size_t at = 0;
  while (at < lines.size() && !is_count_of_words(trimmed(lines[at]))) ++at;
  std::vector<std::string_view> above;
  for (std::size_t i = 0; i < at && i < lines.size(); ++i) {
    if (!trimmed(lines[i]).empty()) above.push_back(trimmed(lines[i]));
  }
  if (above.size() > 1) {
    constexpr std::size_t kMostWords = 4;
    const auto title_words = split_at_blanks(above[above.size() - 2]).size();
    const bool told = ascii_lower(above.back().substr(0, 3)) == "by ";
    if (told || (split_at_blanks(above.back()).size() <= kMostWords && above.size() > 2) ||
        (title_words > kMostWords && is_name_line(above.back()))) {
      story.byline = byline_of(above.back());
      above.pop_back();
    }
  }
  if (!above.empty()) story.title = above.back();
  bool rights = false;
  std::size_t i = std::min(at + 1, lines.size());
  for (; i < lines.size(); ++i) {
    const std::string_view line = trimmed(lines[i]);
    if (line.empty()) continue;
    constexpr std::size_t kLongest = 80;
    if (rights || (line.size() > kLongest && !is_copyright(line))) break;
    const WrittenDay day = written_day(line);
    const bool time = line.find(':') != std::string_view::npos && is_ascii_digit(line.front());
    if (day.alone && story.published.empty()) {
      story.published = line;
    } else if (is_copyright(line)) {
      rights = true;
    } else if (line == "English") {
      story.language = line;
    } else if (time || is_page(line)) {
      continue;
    } else if (story.agency.empty()) {
      story.agency = line;
    } else if (!is_code(line) && ends_like_a_sentence(line)) {
      break;
    }
  }
  std::vector<std::string_view> body(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end());
  while (!body.empty() && trimmed(body.back()).empty()) body.pop_back();
  const bool apart = body.size() > 2 && trimmed(body[body.size() - 2]).empty();
  if (apart && is_publisher(trimmed(body.back()))) body.pop_back();
  story.text = joined_paragraphs(body);
  return story;
}

}  // namespace

std::vector<ExportStory> factiva_stories(std::string_view text, const FieldWords& words) {
  const std::vector<std::string_view> lines = without_margin(lines_of(text));
  const auto is_tagged = [&](std::string_view line) {
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    const std::string_view rest = line.substr(word.size());
    return (word == "HD" || word == "LP" || word == "PD" || word == "SN") &&
           (trimmed(rest).empty() || rest.starts_with("\t") || rest.starts_with("  "));
  };
  if (std::count_if(lines.begin(), lines.end(), is_tagged) >= 2) return Tagged(words).run(lines);
  std::vector<ExportStory> stories;
  std::vector<std::string_view> own;
  for (const std::string_view line : lines) {
    if (is_summary(line)) break;
    if (!is_end(line)) {
      own.push_back(line);
      continue;
    }
    stories.push_back(untagged(own));
    own.clear();
  }
  return stories;
}

}  // namespace dragoman
