// BBC Monitoring: a title, a line that says what the text is taken from, the text, and a source line behind it.
//
//   Peru accuses Chile of spying
//   Text of report by Harbour Wire news agency
//   Lima, 12 March: Peru accused Chile …
//   Source: Harbour Wire news agency, Lima, in English 1904 gmt 12 Mar 19
//   BBC Mon LA1 LatPol jb/ka
//   (c) Copyright British Broadcasting Corporation 2019
#include "articles/exports.h"
#include "articles/lines.h"
#include "text/ascii.h"
#include "text/written_day.h"

#include <algorithm>
#include <array>
#include <optional>

namespace dragoman {

namespace {

constexpr std::string_view kBbcLayout = "bbc monitoring";

/// "Text of report by Harbour Wire news agency on 12 March"
bool says_what_it_is(std::string_view line) {
  static constexpr std::array<std::string_view, 10> kStarts = {
      "text of report",       "text of article",       "text of interview", "text of commentary", "text of editorial",
      "text of unattributed", "text of press release", "text of statement", "excerpt from",       "excerpts from"};
  return starts_with_any(line, kStarts);
}

/// "BBC Mon LA1 LatPol jb/ka", "(c) Copyright British Broadcasting Corporation 2019"
bool is_signature(std::string_view line) {
  constexpr std::size_t kLongest = 100;
  if (line.empty() || line.size() > kLongest) return false;
  static constexpr std::array<std::string_view, 2> kStarts = {"bbc mon ", "bbcm "};
  return starts_with_any(line, kStarts) || ascii_lower(line) == "bbc monitoring" ||
         (is_copyright(line) && ascii_lower(line).find("british broadcasting") != std::string::npos);
}

/// "BBC Monitoring Europe - Political, 9 March 2019", "Supplied by BBC Worldwide Monitoring"
bool is_series(std::string_view line) {
  constexpr std::size_t kLongest = 100;
  static constexpr std::array<std::string_view, 2> kStarts = {"bbc monitoring", "supplied by bbc"};
  return line.size() <= kLongest && starts_with_any(line, kStarts) && !ends_like_a_sentence(line);
}

/// What an editor says within brackets: "[Report by Jo Bland: \"Norway Halts Aid\"]", "[Passage omitted: background]".
bool is_remark(std::string_view paragraph) {
  static constexpr std::array<std::string_view, 5> kStarts = {"[report", "[passage omitted", "[article", "[interview",
                                                              "[no dateline"};
  return paragraph.ends_with(']') && starts_with_any(paragraph, kStarts);
}

/// Of "Source: Harbour Wire news agency, Lima, in English 1904 gmt 12 Mar 19" what stands behind the colon.
std::string_view source_in(std::string_view line) {
  const Labelled l = label_in(line);
  return ascii_lower(l.label) == "source" ? l.value : std::string_view();
}

bool has_time_of_day(std::string_view source) {
  return ascii_lower(source).find(" gmt") != std::string::npos;
}

class MonitoredStory {
 public:
  explicit MonitoredStory(const FieldWords& words) : words_(words) {}

  std::optional<ExportStory> run(const std::vector<std::string_view>& lines) {
    for (std::size_t i = 0; i < lines.size();) {
      if (lines[i].empty()) {
        body_.push_back(lines[i++]);
        continue;
      }
      std::size_t end = i;
      while (end < lines.size() && !lines[end].empty()) ++end;
      paragraph({lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end)});
      i = end;
    }
    story_.text = joined_paragraphs(body_);
    if (story_.text.empty() && !known_) return std::nullopt;
    return std::move(story_);
  }

 private:
  void paragraph(std::vector<std::string_view> lines) {
    // Fields stand at the head of a paragraph, one a line; what they hold may be wrapped.
    std::size_t i = 0;
    while (i < lines.size()) {
      if (is_signature(lines[i]) || is_copyright(lines[i])) {
        ++i;
        continue;
      }
      const std::size_t next = field(lines, i);
      if (next == i) break;
      i = next;
    }
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i));
    if (trimmed_body_is_empty()) {
      std::erase_if(lines, [&](std::string_view line) { return is_about(line); });
    }
    if (lines.empty() || take_remark(lines)) return;
    if (says_what_it_is(lines.front())) {
      known_ = true;
      // It may be wrapped, and the text may begin on the line below.
      const std::string all = joined_paragraphs(lines);
      constexpr std::size_t kLongest = 200;
      const bool alone = !ends_like_a_sentence(all) || all.size() <= kLongest;
      lines.erase(lines.begin(), alone ? lines.end() : lines.begin() + 1);
      body_.insert(body_.end(), lines.begin(), lines.end());
      return;
    }
    const bool first = story_.title.empty() && trimmed_body_is_empty();
    if (first && !ends_like_a_sentence(lines.back())) {
      for (const std::string_view line : lines) story_.title += (story_.title.empty() ? "" : " ") + std::string(line);
      return;
    }
    body_.insert(body_.end(), lines.begin(), lines.end());
  }

  /// A line of the head that names the series or the day.
  bool is_about(std::string_view line) {
    const bool series = is_series(line), day = is_day_line(line);
    if (!series && !day) return false;
    known_ = known_ || series;
    const WrittenDay written = written_day(line);
    if (story_.published.empty() && !written.day.empty())
      story_.published = line.substr(written.begin, written.end - written.begin);
    return true;
  }

  bool take_remark(const std::vector<std::string_view>& lines) {
    std::string all;
    for (const std::string_view line : lines) all += (all.empty() ? "" : " ") + std::string(line);
    if (!is_remark(all)) return false;
    constexpr std::string_view kBy = "[report by ";
    if (story_.byline.empty() && ascii_lower(all).starts_with(kBy))
      story_.byline = trimmed(all.substr(kBy.size(), all.find_first_of(":,;]", kBy.size()) - kBy.size()));
    return true;
  }

  bool trimmed_body_is_empty() const {
    return std::all_of(body_.begin(), body_.end(), [](std::string_view line) { return line.empty(); });
  }

  /// Takes the field at line `i`; the line behind it, or `i` where there is none.
  std::size_t field(const std::vector<std::string_view>& lines, std::size_t i) {
    const Labelled l = label_in(lines[i]);
    if (l.label.empty()) return i;
    const FieldRole role = words_.role(kBbcLayout, l.label);
    std::string value(l.value);
    std::size_t end = i + 1;
    while (end < lines.size() && label_in(lines[end]).label.empty() && !is_signature(lines[end]) &&
           !is_copyright(lines[end])) {
      value += " " + std::string(lines[end++]);
    }
    const bool source = ascii_lower(l.label) == "source";
    if (role == FieldRole::unknown) {
      const bool in_head = trimmed_body_is_empty();
      if ((!in_head && !signed_) || ends_like_a_sentence(value)) return i;
      story_.unknown.emplace_back(l.label);
      return end;
    }
    if (!trimmed_body_is_empty() && !source && !signed_) return i;  // "Date: …" of somebody's speech
    if (source && !trimmed_body_is_empty() && ends_like_a_sentence(value) && !has_time_of_day(value)) return i;
    known_ = true;
    if (source) {
      signed_ = signed_ || !trimmed_body_is_empty();
      taken_from(value);
    } else if (role == FieldRole::title) {
      story_.title = value;
    } else if (role == FieldRole::published) {
      story_.published = value;
    } else if (role == FieldRole::byline) {
      story_.byline = byline_of(value);
    } else if (role == FieldRole::agency && story_.agency.empty()) {
      story_.agency = value;
    } else if (role == FieldRole::link) {
      story_.link = value;
    }
    return end;
  }

  /// "Harbour Wire news agency, Lima, in English 1904 gmt 12 Mar 19"
  void taken_from(std::string_view value) {
    story_.agency = trimmed(value.substr(0, std::min(value.find(','), value.find(" in "))));
    if (!story_.published.empty()) return;
    // The clock that stands before the day is no year: "1904 gmt 12 Mar 19".
    const std::size_t gmt = ascii_lower(value).find(" gmt");
    const std::string_view behind = gmt == std::string::npos ? value : value.substr(gmt + 4);
    const WrittenDay day = written_day(behind);
    if (!day.day.empty()) story_.published = behind.substr(day.begin, day.end - day.begin);
  }

  const FieldWords& words_;
  ExportStory story_;
  std::vector<std::string_view> body_;
  bool known_ = false;   // something of the layout has been seen
  bool signed_ = false;  // the source line stands behind the text
};

}  // namespace

MonitoringMark monitoring_mark(std::string_view line) {
  line = trimmed(line);
  if (is_signature(line)) return MonitoringMark::signature;
  if (says_what_it_is(line)) return MonitoringMark::what_it_is;
  const std::string_view source = source_in(line);
  const bool told = has_time_of_day(source) && source.find(" in ") != std::string_view::npos;
  return told ? MonitoringMark::source : MonitoringMark::none;
}

void strip_monitoring_marks(std::string& text) {
  const auto mark_of = [&](std::size_t begin, std::size_t end) {
    return monitoring_mark(std::string_view(text).substr(begin, end - begin));
  };
  bool any = false;
  for (std::size_t at = text.rfind("\n\n"); at != std::string::npos; at = text.rfind("\n\n")) {
    const MonitoringMark mark = mark_of(at + 2, text.size());
    if (mark != MonitoringMark::signature && mark != MonitoringMark::source) break;
    text.resize(at);
    any = true;
  }
  const std::size_t first = text.find("\n\n");
  if (any && first != std::string::npos && mark_of(0, first) == MonitoringMark::what_it_is) text.erase(0, first + 2);
}

std::vector<ExportStory> monitored_stories(std::string_view text, const FieldWords& words) {
  std::vector<ExportStory> stories;
  std::vector<std::string_view> own;
  bool ended = false;  // the marks that end a story have been seen
  const auto close = [&] {
    if (auto story = MonitoredStory(words).run(own)) stories.push_back(std::move(*story));
    own.clear();
    ended = false;
  };
  for (const std::string_view raw : lines_of(text)) {
    const std::string_view line = trimmed(raw);
    const bool mark = is_signature(line) || (ended && is_copyright(line));
    if (ended && !mark && !line.empty()) close();
    ended = ended || mark;
    own.push_back(line);
  }
  close();
  return stories;
}

}  // namespace dragoman
