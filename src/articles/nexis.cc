// LexisNexis and Nexis Uni.
//
//                                1 of 3 DOCUMENTS                    Peru accuses Chile of spying
//                        The Evening Courier (London)               Harbour Times
//                          January 11, 2010 Monday                  February 3, 2010 Wednesday
//   Kenya and Ghana sign fisheries pact                              Copyright 2010 Harbour Times
//   BYLINE: Andrew Sparwell                                          Length: 48 words
//   LENGTH: 55 words                                                 Body
//   Kenya and Ghana signed …                                         Peru accused Chile …
//   LOAD-DATE: January 11, 2010                                      Classification
//                 Copyright 2010 COURIER GROUP                       End of Document
#include "articles/exports.h"
#include "articles/lines.h"
#include "text/ascii.h"
#include "text/written_day.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

constexpr std::string_view kNexisLayout = "nexis";

bool is_all_capitals(std::string_view label) {
  return label.size() >= 3 && std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The lines of one story on their way into its parts.
class NexisStory {
 public:
  NexisStory(std::vector<std::string_view> lines, const FieldWords& words)
      : lines_(lines), given_(std::move(lines)), words_(words) {
    for (std::string_view& line : lines_) line = trimmed(line);
  }

  std::optional<ExportStory> run() {
    find_text();
    if (begin_ >= lines_.size() && fields_ == 0) return std::nullopt;
    head();
    for (std::size_t i = first_field_; i < begin_ && i < lines_.size(); ++i) field(i);
    for (std::size_t i = end_; i < lines_.size(); ++i) field(i);
    std::vector<std::string_view> body(given_.begin() + static_cast<std::ptrdiff_t>(std::min(begin_, end_)),
                                       given_.begin() + static_cast<std::ptrdiff_t>(end_));
    if (!first_words_.empty()) body.insert(body.begin(), first_words_);
    story_.text = joined_paragraphs(body);
    if (story_.text.empty() && story_.title.empty()) return std::nullopt;
    if (story_.published.empty()) story_.published = loaded_;
    return std::move(story_);
  }

 private:
  FieldRole role_of(std::size_t i) const {
    const Labelled l = label_in(lines_[i]);
    return l.label.empty() ? FieldRole::unknown : words_.role(kNexisLayout, l.label);
  }
  bool starts_paragraph(std::size_t i) const { return i == 0 || lines_[i - 1].empty(); }
  /// "Body", "Graphic" on a line of its own
  FieldRole heading(std::size_t i) const {
    const FieldRole role = words_.role("nexis headings", lines_[i]);
    return role == FieldRole::text || starts_paragraph(i) ? role : FieldRole::unknown;
  }
  bool is_field(std::size_t i) const {
    const FieldRole role = role_of(i);
    return role != FieldRole::unknown && role != FieldRole::tail;
  }
  bool is_capital_field(std::size_t i) const { return is_all_capitals(label_in(lines_[i]).label); }

  /// A label that no list knows, above what a field may hold: a few words that are no sentence.
  bool is_unknown_field(std::size_t i, bool in_tail) const {
    const Labelled l = label_in(lines_[i]);
    if (l.label.empty() || !starts_paragraph(i) || role_of(i) != FieldRole::unknown) return false;
    if (!is_all_capitals(l.label) && !in_tail) return false;
    return !ends_like_a_sentence(paragraph(i));
  }
  std::string paragraph(std::size_t i) const {
    std::string all;
    for (; i < lines_.size() && !lines_[i].empty(); ++i) all += (all.empty() ? "" : " ") + std::string(lines_[i]);
    return all;
  }
  std::size_t next_paragraph(std::size_t i) const {
    while (i < lines_.size() && !lines_[i].empty()) ++i;
    while (i < lines_.size() && lines_[i].empty()) ++i;
    return i;
  }

  bool ends_text(std::size_t i) const {
    if (lines_[i].empty()) return false;
    if (heading(i) == FieldRole::tail || is_copyright(lines_[i]) || lines_[i] == "End of Document") return true;
    if (!starts_paragraph(i) || role_of(i) != FieldRole::tail) return false;
    return is_capital_field(i) || words_.key(label_in(lines_[i]).label) == "loaddate";
  }

  /// Where the fields before the text begin, where the text does, and where it ends.
  void find_text() {
    const std::size_t n = lines_.size();
    begin_ = n;
    first_field_ = n;
    for (std::size_t i = 0; i < n; ++i) {
      const bool body = heading(i) == FieldRole::text || role_of(i) == FieldRole::text;
      const bool known = is_field(i) || body || (is_unknown_field(i, false) && first_field_ < n);
      if (known && first_field_ == n) first_field_ = i;
      fields_ += known;
      if (body) {
        first_words_ = label_in(lines_[i]).value;
        begin_ = i + 1;
        if (heading(i) == FieldRole::text) {  // what stands on a list of results before it is no field of the story
          uni_ = true;
          first_field_ = i;
          while (first_field_ > 0 && !is_copyright(lines_[first_field_ - 1]) && !is_day_line(lines_[first_field_ - 1]))
            --first_field_;
        }
        find_end();
        return;
      }
    }
    if (first_field_ == n) {  // a head without fields: what is below the title
      begin_ = behind_title();
      first_field_ = begin_;
    } else {
      begin_ = behind_fields();
    }
    find_end();
  }

  std::size_t behind_fields() const {
    std::size_t i = first_field_;
    bool length = false;
    while (i < lines_.size()) {
      const bool known = is_field(i), unknown = is_unknown_field(i, false);
      if (known || unknown) {
        length = length || words_.key(label_in(lines_[i]).label) == "length";
        for (std::size_t k = i; k < lines_.size() && !lines_[k].empty(); ++k) {
          length = length || words_.key(label_in(lines_[k]).label) == "length";
        }
        i = next_paragraph(i);
        continue;
      }
      if (ends_text(i)) break;
      // The second paragraph of a field, where another field follows.
      const std::size_t next = next_paragraph(i);
      if (length || next >= lines_.size() || !is_field(next)) break;
      i = next;
    }
    return i;
  }

  std::size_t behind_title() const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_day_line(lines_[i])) return next_paragraph(next_paragraph(i));
    }
    return lines_.size();
  }

  void find_end() {
    end_ = begin_;
    while (end_ < lines_.size() && !ends_text(end_)) ++end_;
    if (end_ == lines_.size()) return;
    // Fields that end no text by themselves, right before those that do: "LANGUAGE: ENGLISH", and unknown ones.
    for (std::size_t i = end_; i-- > begin_;) {
      if (lines_[i].empty() || !starts_paragraph(i)) continue;
      const bool known = role_of(i) != FieldRole::unknown && is_capital_field(i);
      if (!known && !is_unknown_field(i, false)) break;
      end_ = i;
    }
  }

  /// The paper, the day and the title, which stand above the first field.
  void head() {
    std::vector<std::size_t> at;
    std::size_t day = lines_.size(), stop = std::min(first_field_, begin_);
    for (std::size_t i = 0; i < stop; ++i) {
      if (lines_[i].empty() || is_copyright(lines_[i])) continue;
      if (is_day_line(lines_[i]) && (day == lines_.size() || uni_)) day = i;
      at.push_back(i);
    }
    if (day == lines_.size()) {
      if (!at.empty()) story_.agency = lines_[at.front()];
      if (at.size() > 1) story_.title = lines_[at.back()];
      return;
    }
    story_.published = lines_[day];
    std::vector<std::size_t> above, below;
    for (const std::size_t i : at) {
      if (i < day) above.push_back(i);
      if (i > day && i >= next_paragraph(day)) below.push_back(i);
    }
    if (below.empty() || uni_) {  // Nexis Uni: title, paper, day
      if (!above.empty()) story_.agency = lines_[above.back()];
      if (above.size() > 1) story_.title = lines_[above[above.size() - 2]];
    } else {  // LexisNexis: paper, day, title
      if (!above.empty()) story_.agency = lines_[above.back()];
      if (above.size() > 1 && next_paragraph(above.front()) >= above.back() + 1)
        story_.agency = paragraph(above.front());
      story_.title = paragraph(below.front());
    }
  }

  void field(std::size_t i) {
    const Labelled l = label_in(lines_[i]);
    if (l.label.empty()) return;
    const auto value = [&] {
      std::string all(l.value);
      for (std::size_t k = i + 1; k < lines_.size() && !lines_[k].empty(); ++k) {
        if (!label_in(lines_[k]).label.empty() || heading(k) != FieldRole::unknown) break;
        all += (all.empty() ? "" : " ") + std::string(lines_[k]);
      }
      return all;
    };
    const auto set = [&](std::string& to) {
      if (to.empty()) to = value();
    };
    switch (words_.role(kNexisLayout, l.label)) {
      case FieldRole::title:
        story_.title = value();
        break;
      case FieldRole::published:
        set(story_.published);
        break;
      case FieldRole::agency:
        set(story_.agency);
        break;
      case FieldRole::byline:
        if (story_.byline.empty()) story_.byline = byline_of(value());
        break;
      case FieldRole::language:
        set(story_.language);
        break;
      case FieldRole::unknown:
        if (is_unknown_field(i, i >= end_)) story_.unknown.emplace_back(l.label);
        break;
      default:
        if (words_.key(l.label) == "loaddate") loaded_ = value();
        break;
    }
  }

  std::vector<std::string_view> lines_, given_;  // without and with the blanks around them
  const FieldWords& words_;
  std::size_t first_field_ = 0, begin_ = 0, end_ = 0;
  std::size_t fields_ = 0;
  bool uni_ = false;  // Nexis Uni: its head is title, paper, day, and a list of results may stand before the first
  std::string_view first_words_;
  std::string loaded_;
  ExportStory story_;
};

}  // namespace

std::vector<ExportStory> nexis_stories(std::string_view text, const FieldWords& words) {
  const std::vector<std::string_view> lines = lines_of(text);
  const auto is_end = [](std::string_view line) { return trimmed(line) == "End of Document"; };
  const auto counts = [](std::string_view line) {
    return is_document_count(line) && is_ascii_digit(trimmed(line).front());
  };
  const bool counted = std::any_of(lines.begin(), lines.end(), counts);
  const bool ended = !counted && std::any_of(lines.begin(), lines.end(), is_end);
  std::vector<ExportStory> stories;
  std::vector<std::string_view> own;
  bool front = counted;  // before the first story
  const auto close = [&] {
    if (!front) {
      if (auto story = NexisStory(own, words).run()) stories.push_back(std::move(*story));
    }
    own.clear();
  };
  for (const std::string_view line : lines) {
    if (counted && counts(line)) {
      close();
      front = false;
    } else if (ended && is_end(line)) {
      close();
    } else {
      own.push_back(line);
    }
  }
  close();
  return stories;
}

}  // namespace dragoman
