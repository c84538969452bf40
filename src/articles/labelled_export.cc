// ProQuest and EBSCO: every field of a story has a label, "Full text: …" among them.
#include "articles/exports.h"
#include "articles/lines.h"
#include "text/ascii.h"
#include "text/written_day.h"

#include <algorithm>
#include <optional>

namespace dragoman {

namespace {

/// "________", "--------", or "~~~~~~~~" behind a text of EBSCO
bool is_rule(std::string_view line) {
  constexpr std::size_t kShortest = 8;
  line = trimmed(line);
  return line.size() >= kShortest &&
         std::all_of(line.begin(), line.end(), [](char c) { return c == '_' || c == '-' || c == '=' || c == '~'; });
}

class LabelledStory {
 public:
  LabelledStory(std::string_view layout, const FieldWords& words) : layout_(layout), words_(words) {}

  std::optional<ExportStory> run(const std::vector<std::string_view>& lines) {
    bool blank = true;
    for (const std::string_view raw : lines) {
      const std::string_view line = trimmed(raw);
      if (is_document_count(line) || ascii_lower(line) == "proquest document link") continue;
      const Labelled l = label_in(line);
      const FieldRole role = l.label.empty() ? FieldRole::unknown : words_.role(layout_, l.label);
      // Within the text only what ends it is a field: "Location: …", but no "Section: …" of somebody's speech.
      const bool in_text = role_ == FieldRole::text && labelled_;
      if (role != FieldRole::unknown && (!in_text || role == FieldRole::tail || (blank && role != FieldRole::aside))) {
        end_field();
        begin_field(l, role);
      } else if (!l.label.empty() && blank && !in_text && labelled_ && !ends_like_a_sentence(line)) {
        end_field();
        begin_field(l, FieldRole::unknown);
      } else {
        lines_.push_back(line);
      }
      blank = line.empty();
    }
    end_field();
    if (!known_) return std::nullopt;
    if (story_.published.empty()) story_.published = of_source_;
    return std::move(story_);
  }

 private:
  void begin_field(const Labelled& l, FieldRole role) {
    known_ = known_ || role != FieldRole::unknown;
    role_ = role;
    label_ = l.label;
    labelled_ = true;
    lines_.push_back(l.value);
  }

  /// Fields at the end of the text that no list knows: short values under labels, right before those that one does.
  void leave_unknown_fields() {
    while (!lines_.empty()) {
      std::size_t last = lines_.size();
      while (last > 0 && lines_[last - 1].empty()) --last;
      if (last < 2 || !lines_[last - 2].empty()) return;
      const Labelled l = label_in(lines_[last - 1]);
      if (l.label.empty() || ends_like_a_sentence(l.value)) return;
      story_.unknown.emplace_back(l.label);
      lines_.resize(last - 1);
    }
  }

  void end_field() {
    if (role_ == FieldRole::text && labelled_) leave_unknown_fields();
    const std::string value = joined_paragraphs(lines_);
    lines_.clear();
    const std::string first = value.substr(0, value.find("\n\n"));
    if (!labelled_) {  // what stands before all labels
      story_.title = first;
      return;
    }
    switch (role_) {
      case FieldRole::text:
        add_paragraph(story_.text, value);
        break;
      case FieldRole::title:
        story_.title = first;
        break;
      case FieldRole::published:
        story_.published = first;
        break;
      case FieldRole::byline:
        if (story_.byline.empty()) story_.byline = byline_of(first);
        break;
      case FieldRole::language:
        story_.language = first;
        break;
      case FieldRole::link:
        story_.link = first;
        break;
      case FieldRole::agency:
        source(first);
        break;
      case FieldRole::unknown:
        story_.unknown.emplace_back(label_);
        break;
      default:
        break;
    }
  }

  /// "The Evening Courier ; London (UK) [London (UK)]11 Jan 2010: A.6.", "Harbour Times. 3/12/2019, Vol. 12"
  void source(const std::string& value) {
    if (const WrittenDay day = written_day(value); !day.day.empty() || day.ambiguous) {
      of_source_ = value.substr(day.begin, day.end - day.begin);
    }
    const bool info = words_.key(label_) == "publicationinfo";
    if (!story_.agency.empty() && info) return;
    std::string_view name = value;
    name = name.substr(0, name.find(" ;"));
    name = name.substr(0, name.find(';'));
    if (layout_ == "ebsco") name = name.substr(0, name.find(". "));
    story_.agency = trimmed(name);
  }

  std::string_view layout_;
  const FieldWords& words_;
  FieldRole role_ = FieldRole::unknown;
  bool labelled_ = false, known_ = false;
  std::string_view label_;
  std::vector<std::string_view> lines_;
  std::string of_source_;
  ExportStory story_;
};

}  // namespace

std::vector<ExportStory> labelled_stories(std::string_view text, std::string_view layout, const FieldWords& words) {
  std::vector<ExportStory> stories;
  std::vector<std::string_view> own;
  const auto close = [&] {
    if (auto story = LabelledStory(layout, words).run(own);
        story && (!story->text.empty() || !story->published.empty())) {
      stories.push_back(std::move(*story));
    }
    own.clear();
  };
  for (const std::string_view line : lines_of(text)) {
    const bool record = layout == "ebsco" && label_in(line).label == "Record";
    if (is_rule(line) || is_document_count(line) || record) close();
    own.push_back(is_rule(line) ? std::string_view() : line);
  }
  close();
  return stories;
}

}  // namespace dragoman
