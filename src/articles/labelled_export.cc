// ProQuest, EBSCO, Gale and NewsBank: the fields of a story have labels, "Full text: …" among them, or headings ("FULL
// TEXT" above the text). Where nothing is said of the text it is what stands behind the fields at the head. Above them
// stand the title, and the paper with the day:
//
//   Norway halts aid to Malta
//   Bland, Jo. Harbour Times; London (UK) [London (UK)]. 09 Mar 2019: 14.
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
    const bool may_be_bare = layout_ == "gale" || layout_ == "newsbank";
    const bool bare =
        may_be_bare && std::none_of(lines.begin(), lines.end(), [&](std::string_view line) {
          return heading(line) == FieldRole::text || words_.role(layout_, label_in(line).label) == FieldRole::text;
        });
    bool blank = true;
    for (const std::string_view raw : lines) {
      const std::string_view line = trimmed(raw);
      if (is_document_count(line) || ascii_lower(line) == "proquest document link") continue;
      const Labelled l = label_in(line);
      const FieldRole role = l.label.empty() ? FieldRole::unknown : words_.role(layout_, l.label);
      if (const FieldRole part = heading(line); blank && part != FieldRole::unknown) {
        end_field();
        begin_field({line, {}}, part);
        blank = false;
        continue;
      }
      if (bare && blank && labelled_ && l.label.empty() && !line.empty() && !ended_ && role_ != FieldRole::text) {
        end_field();
        begin_field({{}, line}, FieldRole::text);
        blank = false;
        continue;
      }
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
  /// "FULL TEXT", "Source Citation (MLA 9th Edition)" on a line of its own
  FieldRole heading(std::string_view line) const {
    constexpr std::size_t kLongest = 60;
    line = trimmed(line);
    if (line.empty() || line.size() > kLongest || line.find(':') != std::string_view::npos) return FieldRole::unknown;
    return words_.role(std::string(layout_) + " headings", trimmed(line.substr(0, line.find('('))));
  }

  void begin_field(const Labelled& l, FieldRole role) {
    known_ = known_ || role != FieldRole::unknown;
    ended_ = ended_ || (role_ == FieldRole::text && labelled_);
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
    if (!labelled_) return end_head();
    const std::string value = joined_paragraphs(lines_);
    lines_.clear();
    const std::string first = value.substr(0, value.find("\n\n"));
    switch (role_) {
      case FieldRole::text:
        if (words_.role("no text", first) == FieldRole::unknown) add_paragraph(story_.text, value);
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

  /// What stands above all labels: the title, and perhaps a line with paper and day.
  void end_head() {
    std::string title;
    for (const std::string_view line : lines_) {
      if (line.empty()) {
        if (!title.empty() && !of_source_.empty()) break;
        continue;
      }
      if (const WrittenDay day = written_day(tail_of(line)); title.empty() || day.day.empty()) {
        if (above_source_.empty()) title += (title.empty() ? "" : " ") + std::string(line);
      } else if (of_source_.empty()) {
        above_source_ = line;
        of_source_ = tail_of(line).substr(day.begin, day.end - day.begin);
      }
    }
    const bool newsbank = layout_ == "newsbank";
    if (newsbank && !above_source_.empty())  // "Harbour Times (London, England) - March 9, 2019"
      story_.agency = trimmed(above_source_.substr(0, above_source_.find(" - ")));
    story_.title = title;
    lines_.clear();
  }

  /// The end of a line, where a day may stand behind a long name.
  static std::string_view tail_of(std::string_view line) {
    constexpr std::size_t kLook = 60;
    return line.size() > kLook ? line.substr(line.size() - kLook) : line;
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
    if (layout_ == "ebsco" || layout_ == "gale") name = name.substr(0, name.find(". "));
    if (layout_ == "gale") name = name.substr(0, name.find('('));
    story_.agency = trimmed(name);
  }

  std::string_view layout_;
  const FieldWords& words_;
  FieldRole role_ = FieldRole::unknown;
  bool labelled_ = false, known_ = false;
  bool ended_ = false;  // the text is behind
  std::string_view label_;
  std::vector<std::string_view> lines_;
  std::string of_source_;          // the day beside the paper
  std::string_view above_source_;  // the line above all labels that holds it
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
    const std::string_view label = label_in(line).label;
    const bool record = layout == "ebsco" && label == "Record";
    if (is_rule(line) || is_document_count(line) || record || line.starts_with('\f')) close();
    own.push_back(is_rule(line) ? std::string_view() : line);
    // Each story ends with one of these.
    const bool last = (layout == "gale" && label == "Gale Document Number") ||
                      (layout == "newsbank" && (label == "Copyright" || trimmed(line).starts_with("Copyright, ")));
    if (last) close();
  }
  close();
  return stories;
}

}  // namespace dragoman
