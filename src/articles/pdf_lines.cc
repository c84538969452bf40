#include "articles/pdf_lines.h"

#include "articles/lines.h"
#include "text/ascii.h"
#include "text/readable_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace dragoman {

namespace {

constexpr double kMargin = 0.12;  // share of a page at its top and bottom where running heads stand
constexpr double kTaller = 1.25;  // so much taller than text are headings, and more

bool is_at_edge(const PdfLine& line) {
  return line.bottom < kMargin * line.page_height || line.top > (1 - kMargin) * line.page_height;
}

/// A running head without what changes from page to page.
std::string pattern_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_ascii_digit(c)) out.push_back(ascii_lower(c));
  }
  return std::string(trimmed(out));
}

/// "3", "- 3 -", "Page 3 of 10"
bool is_page_number(std::string_view text) {
  const std::string rest = pattern_of(text);
  if (rest.size() == text.size()) return false;
  return rest.find_first_not_of(" -–—|/.[]") == std::string::npos || rest == "page" || rest == "page  of" ||
         rest == "p." || rest == "of";
}

void drop_running_heads(std::vector<PdfLine>& lines) {
  std::map<std::string, std::set<int>> pages;  // on which a line at the edge stands
  for (const PdfLine& line : lines) {
    if (is_at_edge(line)) pages[pattern_of(line.text)].insert(line.page);
  }
  std::erase_if(lines, [&](const PdfLine& line) {
    return is_at_edge(line) && (is_page_number(line.text) || pages[pattern_of(line.text)].size() > 1);
  });
}

/// Where a page is parted into columns: no line of a column reaches over it.
struct Gutter {
  double at = 0;
  std::size_t columns = 0;  // lines of the column that has fewer; 0 where there is no gutter
};

Gutter gutter_of(const std::vector<PdfLine>& lines) {
  constexpr std::size_t kFewest = 3;  // lines of a column
  constexpr double kStep = 10;
  std::set<double> candidates;
  for (const PdfLine& line : lines) candidates.insert(std::floor(line.left / kStep) * kStep);
  Gutter best;
  for (const double at : candidates) {
    std::size_t left = 0, right = 0, over = 0;
    for (const PdfLine& line : lines) {
      left += line.right <= at;
      right += line.left >= at;
      over += line.left < at && line.right > at;
    }
    const std::size_t fewer = std::min(left, right);
    if (fewer < kFewest || over * 3 > left + right || fewer <= best.columns) continue;
    best = {at, fewer};
  }
  return best;
}

/// The lines of a page column by column; what reaches over all columns parts them into what is above and below.
std::vector<PdfLine> in_columns(std::vector<PdfLine> lines, int depth = 0) {
  constexpr int kMostDepth = 3;  // eight columns
  const Gutter gutter = depth < kMostDepth ? gutter_of(lines) : Gutter{};
  if (gutter.columns == 0) return lines;
  std::vector<PdfLine> out, left, right;
  const auto flush = [&] {
    for (std::vector<PdfLine>* column : {&left, &right}) {
      for (PdfLine& line : in_columns(std::move(*column), depth + 1)) out.push_back(std::move(line));
      column->clear();
    }
  };
  const auto place = [](const PdfLine& line) {  // pieces of one line are not quite at the same height
    constexpr double kSame = 4;
    return std::pair(std::round(line.top / kSame), line.left);
  };
  std::stable_sort(lines.begin(), lines.end(), [&](const PdfLine& a, const PdfLine& b) { return place(a) < place(b); });
  for (PdfLine& line : lines) {
    if (line.right <= gutter.at) {
      left.push_back(std::move(line));
    } else if (line.left >= gutter.at) {
      right.push_back(std::move(line));
    } else {
      flush();
      out.push_back(std::move(line));
    }
  }
  flush();
  return out;
}

/// The lines of all pages, each page column by column.
std::vector<PdfLine> pages_in_columns(std::vector<PdfLine> lines) {
  std::vector<PdfLine> out, page;
  const auto end_page = [&] {
    for (PdfLine& line : in_columns(std::move(page))) out.push_back(std::move(line));
    page.clear();
  };
  for (PdfLine& line : lines) {
    if (!page.empty() && page.back().page != line.page) end_page();
    page.push_back(std::move(line));
  }
  end_page();
  return out;
}

double height(const PdfLine& line) {
  return line.bottom - line.top;
}

/// The distance between lines that most have.
double usual_step(const std::vector<PdfLine>& lines) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double step = lines[i].top - lines[i - 1].top;
    if (lines[i].page == lines[i - 1].page && step > 0) steps.push_back(step);
  }
  if (steps.empty()) return lines.empty() ? 0 : height(lines[0]) * 1.2;
  std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
  return steps[steps.size() / 2];
}

/// Where the lines of the column that line `i` stands in end on the right. A headline above it may reach over others.
double right_edge(const std::vector<PdfLine>& lines, std::size_t i) {
  double edge = lines[i].right;
  const auto same_column = [&](const PdfLine& other) {
    return other.page == lines[i].page && std::abs(other.left - lines[i].left) < 3 * height(lines[i]) &&
           height(other) <= kTaller * height(lines[i]);
  };
  constexpr std::size_t kNear = 40;
  for (std::size_t k = i - std::min(i, kNear); k < std::min(lines.size(), i + kNear); ++k) {
    if (same_column(lines[k])) edge = std::max(edge, lines[k].right);
  }
  return edge;
}

/// How tall most lines are.
double usual_height(const std::vector<PdfLine>& lines) {
  std::vector<double> heights;
  for (const PdfLine& line : lines) heights.push_back(height(line));
  if (heights.empty()) return 0;
  std::nth_element(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2), heights.end());
  return heights[heights.size() / 2];
}

/// True where both are lines of one heading, set larger than the text.
bool continues_heading(const PdfLine& before, const PdfLine& line, double usual) {
  const double tall = std::max(height(line), height(before)), low = std::min(height(line), height(before));
  const double gap = line.top - before.bottom;
  return line.page == before.page && low > kTaller * usual && tall < 1.1 * low && gap > -low && gap < 0.5 * low;
}

bool starts_paragraph(const std::vector<PdfLine>& lines, std::size_t i, double step, double usual) {
  const PdfLine &line = lines[i], &before = lines[i - 1];
  if (continues_heading(before, line, usual)) return false;
  const double tall = std::max(height(line), height(before)), low = std::min(height(line), height(before));
  if (tall > kTaller * low) return true;  // a heading
  const double edge = right_edge(lines, i - 1);
  const bool short_before = before.right < edge - 0.12 * (edge - before.left);
  const bool ended = ends_like_a_sentence(before.text);
  if (line.page != before.page || line.top <= before.top) return ended && short_before;  // another column
  if (line.top - before.top > 1.45 * step) return true;
  const bool indented = line.left - before.left > 0.6 * height(line) && line.left - before.left < 6 * height(line);
  return (ended && indented) || (ended && short_before) ||
         (short_before && !ended && line.left <= before.left &&
          before.right < before.left + 0.6 * (edge - before.left));
}

/// Appends a line to the paragraph, whose last word may go on in it.
void join(std::string& paragraph, const std::string& line, const WordsOfText& words) {
  static constexpr std::string_view kSoft = "\xC2\xAD";
  if (paragraph.ends_with(kSoft)) {
    paragraph.resize(paragraph.size() - kSoft.size());
    paragraph += line;
    return;
  }
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool hyphen =
      paragraph.size() > 1 && paragraph.back() == '-' && is_small(ascii_lower(paragraph[paragraph.size() - 2]));
  if (!hyphen) {
    paragraph += " " + line;
    return;
  }
  std::string first = ascii_lower(paragraph.substr(paragraph.find_last_of(" \n") + 1));
  first.pop_back();
  const std::string second = ascii_lower(line.substr(0, line.find_first_of(" .,;:!?\"')")));
  const bool goes_on = !line.empty() && is_small(line[0]);
  if (goes_on && !words.keeps_hyphen(first, second)) paragraph.pop_back();
  paragraph += line;
}

}  // namespace

std::string text_of_lines(std::vector<PdfLine> lines) {
  drop_running_heads(lines);
  lines = pages_in_columns(std::move(lines));
  const double step = usual_step(lines), usual = usual_height(lines);
  std::string all;
  for (const PdfLine& line : lines) all += line.text + "\n";
  const WordsOfText words(all);
  std::string text, paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || starts_paragraph(lines, i, step, usual)) {
      add_paragraph(text, paragraph);
      paragraph = lines[i].text;
    } else {
      join(paragraph, lines[i].text, words);
    }
  }
  add_paragraph(text, paragraph);
  return text;
}

}  // namespace dragoman
