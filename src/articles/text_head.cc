// What stands above the story in a text of its own.
#include "articles/exports.h"
#include "articles/lines.h"
#include "articles/reader.h"
#include "text/ascii.h"
#include "text/written_day.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace dragoman {

namespace {

constexpr std::size_t kLongestTitle = 130;  // bytes
constexpr std::size_t kMostHeadLines = 10;

/// "Title: …", "Date: …" on the first lines: what they hold, and where the text begins behind them. Fewer than two
/// kinds of them are none, but for a day ("Published: May 21, 2019").
std::size_t labelled_head(std::string_view text, const FieldWords& words, Document& found) {
  std::size_t at = 0, end = 0;
  std::set<FieldRole> known;
  bool day = false;
  while (at < text.size()) {
    const std::size_t stop = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, stop - at));
    at = std::min(stop + 1, text.size());
    if (line.empty()) continue;
    const Labelled l = label_in(line);
    const FieldRole role = l.label.empty() ? FieldRole::unknown : words.role("columns", l.label);
    if (role == FieldRole::unknown) break;
    if (role == FieldRole::aside && known.empty()) break;
    known.insert(role);
    day = day || (role == FieldRole::published && is_day_line(l.value));
    end = at;
    std::string* to = role == FieldRole::title       ? &found.title
                      : role == FieldRole::published ? &found.published
                      : role == FieldRole::agency    ? &found.agency
                      : role == FieldRole::byline    ? &found.byline
                      : role == FieldRole::link      ? &found.link
                                                     : nullptr;
    if (to != nullptr && to->empty()) *to = l.value;
    if (role == FieldRole::text) {  // "Text: The envoys met …"
      end = static_cast<std::size_t>(l.value.data() - text.data());
      if (l.value.empty()) end = at;
      break;
    }
  }
  return known.size() >= 2 || day ? end : 0;
}

bool is_headline(std::string_view line, const LineWords& words) {
  constexpr std::size_t kFewestWords = 3;
  if (line.size() > kLongestTitle || ends_like_a_sentence(line) || line.ends_with(':') || line.ends_with(','))
    return false;
  if (split_at_blanks(line).size() < kFewestWords || is_day_line(line)) return false;
  if (words.is_caption(line)) return false;
  const std::string low = ascii_lower(line.substr(0, 3));
  const unsigned char first = static_cast<unsigned char>(line.front());
  const std::string_view word = line.substr(0, line.find(' '));
  const bool letter = is_ascii_upper(line.front()) || is_ascii_digit(line.front()) || first >= 0x80U || first == '\'' ||
                      first == '"' || std::any_of(word.begin(), word.end(), is_ascii_upper);  // "allAfrica.com:"
  return letter && low != "by " && line.find("(c)") == std::string_view::npos;
}

bool is_byline(std::string_view line) {
  return ascii_lower(line.substr(0, 3)) == "by " && !ends_like_a_sentence(line);
}

/// What a desk says to editors above a story: "BC-Peru-Chile, 2nd Ld-Writethru,173", "Eds: UPDATES with reply.", "(Adds
/// reply)", "* Chile denies the charge".
bool is_desk_note(std::string_view line, const LineWords& words) {
  constexpr std::size_t kLongest = 160;
  if (line.size() > kLongest) return false;
  if (words.is_desk_note(line)) return true;
  const bool slug = line.size() > 4 && is_ascii_upper(line[0]) && is_ascii_upper(line[1]) && line[2] == '-' &&
                    is_ascii_upper(line[3]);
  return slug && is_ascii_digit(line.back());
}

/// "Ann Lee | Harbour Times | 21 May 2019": the part that is a day, and the one that says by whom.
bool is_parted_head(std::string_view line, std::string_view& day, std::string_view& by) {
  if (line.size() > kLongestTitle) return false;
  day = by = {};
  while (!line.empty()) {
    std::size_t end = line.size(), width = 0;
    for (const std::string_view mark : {"|", "•", "·", " – ", " — ", " - "}) {
      if (const std::size_t at = line.find(mark); at < end) end = at, width = mark.size();
    }
    const std::string_view part = trimmed(line.substr(0, end));
    if (day.empty() && is_day_line(part)) day = part;
    if (is_byline(part)) by = part;
    line.remove_prefix(std::min(line.size(), end + width));
  }
  return !day.empty();
}

/// "The Harbour Star (Nairobi)": a paper and where it appears.
bool is_paper_with_place(std::string_view line) {
  const std::size_t open = line.find(" (");
  return line.ends_with(')') && open != std::string_view::npos && line.find(')') + 1 == line.size() &&
         (is_name_line(line.substr(0, open)) || split_at_blanks(line.substr(0, open)).size() == 1) &&
         is_ascii_upper(line.front());
}

/// "Ministry of Foreign Affairs", which writes no story as a person does.
bool is_name_of_body(std::string_view line) {
  return line.find(" of ") != std::string_view::npos || line.find(" the ") != std::string_view::npos ||
         line.starts_with("The ");
}

/// "LIMA, March 12 (Harbour Wire) -"
bool is_dateline(std::string_view line) {
  const std::string_view first = line.substr(0, line.find(' '));
  const bool capitals =
      first.size() > 3 && std::none_of(first.begin(), first.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool open = line.ends_with(')') || line.ends_with('-') || line.ends_with("–") || line.ends_with("—");
  return capitals && (first.ends_with(',') || open);
}

void set_if_empty(std::string& to, std::string_view value) {
  if (to.empty()) to = value;
}

/// A line above the story, and where it stands.
struct HeadLine {
  std::string_view text;
  bool alone = false;  // nothing of its paragraph follows that could go on with it
};

/// A headline is a line of its own above a paragraph; the paper, the day and the writer may stand above or below it.
void read_unlabelled_head(Document& document, const LineWords& words) {
  const auto paragraphs = paragraphs_of(document.text);
  std::vector<HeadLine> lines;
  std::string_view day, by;
  const auto is_known = [&](std::string_view line) {
    return is_day_line(line) || is_byline(line) || is_desk_note(line, words) || is_parted_head(line, day, by);
  };
  for (const Paragraph& paragraph : paragraphs) {
    for (std::size_t i = 0; i < paragraph.lines.size() && lines.size() < kMostHeadLines; ++i) {
      const auto& all = paragraph.lines;
      const bool above_writer = i + 2 < all.size() && is_name_line(all[i + 1]) && is_day_line(all[i + 2]);
      const bool alone =
          i + 1 == all.size() || all[i + 1].size() > kLongestTitle || is_known(all[i + 1]) || above_writer;
      lines.push_back({all[i], alone});
    }
  }
  const auto is_title = [&](std::size_t i) {
    return i + 1 < lines.size() && lines[i].alone && is_headline(lines[i].text, words) && !is_dateline(lines[i].text);
  };
  bool title = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    const bool above_day = i + 1 < lines.size() && is_day_line(lines[i + 1].text);
    if (is_day_line(line)) {
      set_if_empty(document.published, line);
    } else if (is_parted_head(line, day, by)) {
      set_if_empty(document.published, day);
      if (!by.empty()) set_if_empty(document.byline, byline_of(by));
    } else if (is_byline(line)) {
      // "By Ann Lee, 21 May 2019"
      const WrittenDay written = written_day(line);
      const bool dated =
          !written.day.empty() && line.substr(written.end).find_first_not_of(" .)]") == std::string_view::npos;
      if (dated) set_if_empty(document.published, line.substr(written.begin, written.end - written.begin));
      std::string_view name = dated ? trimmed(line.substr(0, written.begin)) : line;
      while (!name.empty() && std::string_view(",|-(").find(name.back()) != std::string_view::npos)
        name = trimmed(name.substr(0, name.size() - 1));
      set_if_empty(document.byline, byline_of(name));
    } else if (is_desk_note(line, words)) {
      continue;
    } else if (!title && i == 0 && above_day && is_name_line(line) && i + 2 < lines.size() && is_title(i + 2)) {
      set_if_empty(document.agency, line);
    } else if (!title && is_title(i)) {
      title = true;
      set_if_empty(document.title, line);
    } else if (title && is_paper_with_place(line) && (above_day || (i > 0 && is_day_line(lines[i - 1].text)))) {
      set_if_empty(document.agency, line);
    } else if (title && above_day && is_name_line(line)) {
      set_if_empty(is_name_of_body(line) ? document.agency : document.byline, line);
    } else if (title && i + 1 < lines.size() && is_title(i) && is_known(lines[i + 1].text)) {
      continue;  // a second headline
    } else {
      break;
    }
  }
}

}  // namespace

void read_text_head(Document& document, const PageWords& words) {
  Document found;
  if (const std::size_t end = labelled_head(document.text, words.fields, found); end > 0) {
    if (trimmed(std::string_view(document.text).substr(end)).empty()) return;
    document.text.erase(0, end);
    document.text.erase(0, std::min(document.text.find_first_not_of("\n"), document.text.size()));
    set_if_empty(document.title, found.title);
    set_if_empty(document.published, found.published);
    set_if_empty(document.agency, found.agency);
    set_if_empty(document.byline, found.byline);
    set_if_empty(document.link, found.link);
  }
  read_unlabelled_head(document, words.lines);
}

}  // namespace dragoman
