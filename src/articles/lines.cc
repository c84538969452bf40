#include "articles/lines.h"

#include "text/ascii.h"
#include "text/sentence_breaks.h"

#include <algorithm>

namespace dragoman {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string_view trimmed(std::string_view s) {
  static constexpr std::string_view kWide[] = {"\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B"};
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (bool more = true; more && !s.empty();) {
    more = false;
    while (!s.empty() && is_blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && is_blank(s.back())) s.remove_suffix(1);
    for (const std::string_view wide : kWide) {
      if (s.starts_with(wide)) s.remove_prefix(wide.size()), more = true;
      if (s.ends_with(wide)) s.remove_suffix(wide.size()), more = true;
    }
  }
  return s;
}

std::string on_one_line(std::string_view s) {
  std::string out;
  for (const char c : trimmed(s)) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) out.push_back(c);
    if (blank && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
  return out;
}

std::string Paragraph::text() const {
  std::string out;
  for (const std::string_view line : lines) {
    const bool within_word =
        out.size() > 1 && out.back() == '-' && out[out.size() - 2] != ' ' && out[out.size() - 2] != '-';
    if (!out.empty() && !within_word) out += ' ';
    out += line;
  }
  return out;
}

std::string unwrapped(std::string_view text) {
  constexpr std::size_t kNarrowest = 45, kUsual = 76, kWidest = 100;  // of lines that a program has wrapped
  const std::vector<std::string_view> lines = lines_of(text);
  std::size_t width = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!trimmed(lines[i + 1]).empty() && lines[i].size() <= kWidest) width = std::max(width, lines[i].size());
  }
  width = std::min(width, kUsual);  // one may stand out
  if (width < kNarrowest) return std::string(text);
  const auto goes_on = [&](std::size_t i) {
    const std::string_view line = trimmed(lines[i]), next = trimmed(lines[i + 1]);
    if (line.empty() || next.empty() || line.size() > kWidest || next.size() > kWidest) return false;
    const bool item = std::string_view("*-").find(next.front()) != std::string_view::npos || next.starts_with("•");
    const std::size_t word = std::min(next.find(' '), next.size());
    return (line.size() + 1 + word) * 10 > width * 9 && !item && label_in(next).label.empty() && !begins_turn(next);
  };
  std::string out;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;  // of the paragraph
    while (end < lines.size() && !trimmed(lines[end]).empty()) ++end;
    const bool prose = end > i && ends_like_a_sentence(lines[end - 1]);  // and no headline above a byline
    for (; i < end; ++i) {
      out += trimmed(lines[i]);
      out += prose && i + 1 < end && goes_on(i) ? ' ' : '\n';
    }
    for (; i < lines.size() && trimmed(lines[i]).empty(); ++i) out += '\n';
  }
  if (!out.empty() && !text.ends_with('\n')) out.pop_back();
  return out;
}

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  bool open = false;
  for (const std::string_view line : lines_of(text)) {
    const std::string_view words = trimmed(line);
    if (words.empty()) {
      open = false;
      continue;
    }
    if (!open) paragraphs.push_back({{}, line.starts_with("  ") || line.starts_with('\t')});
    open = true;
    paragraphs.back().lines.push_back(words);
  }
  return paragraphs;
}

void add_paragraph(std::string& text, std::string_view paragraph) {
  if (trimmed(paragraph).empty()) return;
  if (!text.empty()) text += "\n\n";
  text += trimmed(paragraph);
}

Labelled label_in(std::string_view line) {
  constexpr std::size_t kLongest = 48, kMostWords = 4;
  line = trimmed(line);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kLongest) return {};
  const std::string_view label = trimmed(line.substr(0, colon)), value = line.substr(colon + 1);
  if (label.empty() || (!value.empty() && value.front() != ' ' && value.front() != '\t'))
    return {};                                                                    // "https://", "17:57"
  const bool capital = is_ascii_upper(label.front()) || label.front() == '\xC3';  // "À"
  const bool plain = std::all_of(label.begin(), label.end(), [](char c) {
    return c == ' ' || c == '-' || c == '/' || c == '&' || c == '_' || c == '(' || c == ')' ||
           (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
  });
  if (!capital || !plain || split_at_blanks(label).size() > kMostWords) return {};
  return {label, trimmed(value)};
}

bool starts_with_any(std::string_view text, std::span<const std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return text.size() >= start.size() && ascii_lower(text.substr(0, start.size())) == start;
  });
}

bool is_name_line(std::string_view line) {
  constexpr std::size_t kMostWords = 5;
  const auto words = split_at_blanks(line);
  return words.size() >= 2 && words.size() <= kMostWords && !ends_like_a_sentence(line) &&
         std::all_of(words.begin(), words.end(), [](const auto& word) {
           return word == "of" || word == "and" || word == "the" || word == "&" ||
                  (is_ascii_upper(word.front()) && word.find_first_of("0123456789:?!") == std::string_view::npos);
         });
}

bool ends_like_a_sentence(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view close : {"\"", "'", ")", "]", "”", "’"}) {
    if (text.ends_with(close)) text.remove_suffix(close.size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

}  // namespace dragoman
