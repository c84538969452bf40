// What stands above the story in a text of its own.
#include "articles/exports.h"
#include "articles/lines.h"
#include "articles/reader.h"
#include "text/ascii.h"

#include <algorithm>
#include <set>

namespace dragoman {

namespace {

constexpr std::size_t kLongestTitle = 130;  // bytes
constexpr std::size_t kMostHeadLines = 6;

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

bool is_headline(std::string_view line) {
  constexpr std::size_t kFewestWords = 3;
  if (line.size() > kLongestTitle || ends_like_a_sentence(line) || line.ends_with(':') || line.ends_with(','))
    return false;
  if (split_at_blanks(line).size() < kFewestWords || is_day_line(line)) return false;
  const std::string low = ascii_lower(line.substr(0, 3));
  const unsigned char first = static_cast<unsigned char>(line.front());
  const bool letter =
      is_ascii_upper(line.front()) || is_ascii_digit(line.front()) || first >= 0x80U || first == '\'' || first == '"';
  return letter && low != "by " && line.find("(c)") == std::string_view::npos;
}

bool is_byline(std::string_view line) {
  return ascii_lower(line.substr(0, 3)) == "by " && !ends_like_a_sentence(line);
}

void set(std::string& to, std::string_view value) {
  if (to.empty()) to = value;
}

}  // namespace

void read_text_head(Document& document, const FieldWords& words) {
  Document found;
  if (const std::size_t end = labelled_head(document.text, words, found); end > 0) {
    if (trimmed(std::string_view(document.text).substr(end)).empty()) return;
    document.text.erase(0, end);
    document.text.erase(0, std::min(document.text.find_first_not_of("\n"), document.text.size()));
    set(document.title, found.title);
    set(document.published, found.published);
    set(document.agency, found.agency);
    set(document.byline, found.byline);
    set(document.link, found.link);
  }
  // A headline is a line of its own above a paragraph; the day and the writer may stand below it.
  const auto paragraphs = paragraphs_of(document.text);
  bool title = false;
  std::size_t lines = 0;
  for (std::size_t p = 0; p < paragraphs.size() && lines < kMostHeadLines; ++p) {
    bool head = false;
    for (const std::string_view line : paragraphs[p].lines) {
      if (++lines > kMostHeadLines) break;
      const bool day = is_day_line(line), by = is_byline(line);
      const bool first = p == 0 && !title && line.data() == paragraphs[0].lines[0].data();
      const auto& lines_here = paragraphs[p].lines;
      const bool alone = lines_here.size() == 1 || lines_here[1].size() > kLongestTitle || is_day_line(lines_here[1]) ||
                         is_byline(lines_here[1]);
      head = day || by;
      if (day && document.published.empty()) document.published = line;
      if (by) set(document.byline, byline_of(line));
      const bool above_text = paragraphs.size() > 1 || paragraphs[p].lines.size() > 1;
      if (first && alone && above_text && is_headline(line)) {
        title = head = true;
        set(document.title, line);
      }
      if (!head) break;
    }
    if (!head) break;
  }
}

}  // namespace dragoman
